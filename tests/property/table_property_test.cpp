// A table, dumped and made again, is the same bytes; and the same text gives the same bytes.
#include <gtest/gtest.h>

#include "runtime/rung/json/answers.hpp"
#include "tests/property/subject.hpp"
#include "tests/support/assemble.hpp"

namespace property {
namespace {

TEST(Table, IsTheSameWhenItIsMadeFromItsDump) {
  check("build, dump, build is the identity", 500, [] {
    const Subject it = subject(*cases());
    RC_ASSERT(rung::table::serialize(support::assemble(rung::json_dump(it.table))) == it.bytes);
  });
}

TEST(Table, IsTheSameWhenItIsBuiltAgain) {
  check("the same text gives the same bytes", 300, [] {
    const Case one = *cases();
    RC_ASSERT(subject(one).bytes == subject(one).bytes);
  });
}

}  // namespace
}  // namespace property
