// Runs c_interface_test.c, which is C: what is tested is that the header is C and that C can use it.
#include <gtest/gtest.h>

#include "tests/unit/table_sample.hpp"

extern "C" int c_interface_test(const void* bytes, std::size_t size);

TEST(CInterface, FromC) {
  const std::string bytes = rung::table::serialize(sample::image());
  EXPECT_EQ(c_interface_test(bytes.data(), bytes.size()), 0);
}
