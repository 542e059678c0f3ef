// Where a credential counts: one entry for each award and part.
#include "tests/support/small_framework.hpp"

namespace {

using rung::testing::SmallFramework;

class LeadsToPart : public testing::Test {
 protected:
  static SmallFramework framework() {
    return SmallFramework(
        "institution u course a { issued by u credits 3 } course b { issued by u credits 3 } course c { issued by u credits 3 }\n"
        "certificate t { issued by u entitles to \"t\" requires { p: 2 of { a at 70%, b, c } q: any of { a at 80%, c } } }");
  }
  // "t p 1", in the order of the answer.
  std::vector<std::string> leads(const std::vector<std::string>& names) const {
    std::vector<std::uint32_t> from;
    for (const std::string& name : names) from.push_back(framework_.id(name));
    std::vector<std::string> out;
    for (const rung::Lead& one : rung::leads_to(framework_.table(), from))
      out.push_back(std::string(framework_.table().text(framework_.table().credentials()[one.credential].name)) + " " + std::string(framework_.table().part_of(one.node)) + " " + std::to_string(one.steps));
    return out;
  }

  SmallFramework framework_ = framework();
};

TEST_F(LeadsToPart, MembersWithAndWithoutAGradeAreOfOnePart) {
  EXPECT_EQ(leads({"a", "b"}), (std::vector<std::string>{"f.t p 1", "f.t q 1"}));
  EXPECT_EQ(leads({"a"}), (std::vector<std::string>{"f.t p 1", "f.t q 1"}));
  EXPECT_EQ(leads({"b"}), (std::vector<std::string>{"f.t p 1"}));
}

}  // namespace
