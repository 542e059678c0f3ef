// Our XXH64 against the reference implementation.
#include <gtest/gtest.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <random>
#include <string>

#include "runtime/table/xxh64.hpp"

// The value that the specification's authors publish for no input and seed 0.
TEST(Xxh64, OfNothing) { EXPECT_EQ(rung::table::xxh64(std::string_view()), 0xEF46DB3751D8E999u); }

// Every length around the sizes of its steps (1, 4, 8 and 32 bytes).
TEST(Xxh64, AgreesWithTheReferenceAtEveryLength) {
  std::minstd_rand random(1);
  std::string bytes;
  for (int length = 0; length < 300; ++length) {
    EXPECT_EQ(rung::table::xxh64(std::string_view(bytes)), XXH64(bytes.data(), bytes.size(), 0)) << length << " bytes";
    bytes += static_cast<char>(random());
  }
}

TEST(Xxh64, DoesNotNeedAlignment) {
  const std::string bytes = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (std::size_t from = 0; from < 8; ++from)
    EXPECT_EQ(rung::table::xxh64(std::string_view(bytes).substr(from)), XXH64(bytes.data() + from, bytes.size() - from, 0));
}
