// Tables with a right checksum and one thing wrong in them: what is said, and of which record.
#include <gtest/gtest.h>

#include <functional>

#include "runtime/queries/queries.hpp"
#include "tests/unit/table_sample.hpp"

namespace {

using namespace rung::table;
using rung::Table;
using rung::table::Image;

struct Case {
  const char* name;
  std::function<void(Image&)> damage;
  const char* message;
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

class VerifyTable : public testing::TestWithParam<Case> {};

TEST_P(VerifyTable, SaysWhatIsWrongAndWhere) {
  Image image = sample::image();
  GetParam().damage(image);
  const sample::Bytes bytes(rung::table::serialize(image));
  const auto table = Table::view(bytes.span());
  ASSERT_FALSE(table);
  EXPECT_EQ(table.error().code, "damaged-table");
  EXPECT_NE(table.error().message.find(GetParam().message), std::string::npos) << table.error().message;
  EXPECT_EQ(table.error().remedy, "build it again with rungc build");
}

const Case records[] = {
    {"TextNotUtf8", [](Image& i) { i.text[0] = '\xFF'; }, "text[0]"},
    {"TextOutside", [](Image& i) { i.gates[0].title.length = 100'000; }, "gates[0]"},
    {"TextWithinCharacter", [](Image& i) { i.credentials[2].title.length = 2; }, "within a character"},
    {"RangeOutside", [](Image& i) { i.credentials[0].uses = {0xFFFFFFFF, 2}; }, "a list lies outside"},
    {"RangesOverlap", [](Image& i) { i.credentials[1].withheld_from = {0, static_cast<std::uint32_t>(i.lists.size())}; }, "overlap"},
    {"TypeUnknown", [](Image& i) { i.credentials[0].type = static_cast<CredentialType>(77); }, "no such type"},
    {"FrameworkUnknown", [](Image& i) { i.credentials[3].framework = 2; }, "credentials[3]"},
    {"UnitUnknown", [](Image& i) { i.credentials[3].credit_unit = 1; }, "no such unit"},
    {"CreditsNegative", [](Image& i) { i.credentials[2].credits = -1; }, "an amount is out of range"},
    {"CreditsHuge", [](Image& i) { i.credentials[2].credits = 1'000'000'000'000'000; }, "an amount is out of range"},
    {"FeeWithoutCurrency", [](Image& i) { i.credentials[2].currency = none; }, "fee without a currency"},
    {"DayOutOfRange", [](Image& i) { i.credentials[2].offered_to = INT32_MAX; }, "a day is out of range"},
    {"ClassWithoutRule", [](Image& i) { i.credentials[2].rule_class = RuleClass::plain; }, "does not fit its rule"},
    {"DevelopsToNothing", [](Image& i) { i.developed[0].to = Achievement::unknown; }, "to no achievement"},
    {"ReservedNotZero", [](Image& i) { i.gates[0].reserved = 1; }, "reserved"},
    {"HalfAText", [](Image& i) { i.scales[1].grades.count = 5; }, "half a text"},
    {"GradeOffItsScale", [](Image& i) { i.nodes[2].grade_scale = 1; i.nodes[2].grade_floor = 3; }, "not on its scale"},
    {"GradeWithoutScale", [](Image& i) { i.nodes[2].grade_scale = none; }, "a grade without a scale"},
    {"ConditionWithoutUnit", [](Image& i) { i.conditions[0].unit = none; }, "conditions[0]"},
    {"ConditionOfNothing", [](Image& i) { i.conditions[0].amount = unknown; }, "bounds something by nothing"},
    {"ConditionOfBoth", [](Image& i) { i.conditions[0].percent = 50 * millionths; }, "combines an amount and a share"},
    {"ShareOfATotal", [](Image& i) { i.conditions[0].percent = 50 * millionths; i.conditions[0].amount = unknown; }, "a share of what has none"},
    {"ConditionByNothing", [](Image& i) { i.conditions[0].divisor = 0; }, "divides by nothing"},
    {"ConditionWithAKey", [](Image& i) { i.conditions[0].key = Key::term; }, "has a key and needs none"},
    {"DistinctWithoutAKey", [](Image& i) { i.conditions[0].kind = ConditionKind::distinct; }, "needs one and has none"},
    {"AverageWithoutAScale", [](Image& i) { i.conditions[0].kind = ConditionKind::average; }, "is one without"},
    {"PointsOfSomeGrades", [](Image& i) { i.scales[1].points.count = 2; }, "not every grade has its points"},
    {"StatementOfNobody", [](Image& i) { i.statements.push_back({{}, 1, 9, no_date, StatementKind::pass_mark, Term::none, {}}); }, "no such credential"},
    {"StatementWithoutItsTerm", [](Image& i) { i.statements.push_back({{}, unknown, 0, no_date, StatementKind::pace, Term::none, {}}); }, "says a term and has none"},
    {"StatementWithoutItsText", [](Image& i) { i.statements.push_back({{}, unknown, 0, no_date, StatementKind::consulted, Term::none, {}}); }, "says a text and has none"},
    {"StatementWithoutItsAmount", [](Image& i) { i.statements.push_back({{}, unknown, 0, no_date, StatementKind::pass_mark, Term::none, {}}); }, "says an amount and has none"},
    {"StatementsUnsorted",
     [](Image& i) {
       i.statements.push_back({{}, 1, 1, no_date, StatementKind::pass_mark, Term::none, {}});
       i.statements.push_back({{}, 1, 0, no_date, StatementKind::pass_mark, Term::none, {}});
     },
     "statements are not sorted"},
    {"TranslationOfAText", [](Image& i) { i.translations.push_back({i.intern("fr"), i.intern("x"), SectionKind::text, 0}); }, "translates what has no title"},
    {"TranslationOfNothing", [](Image& i) { i.translations.push_back({i.intern("fr"), i.intern("x"), SectionKind::gates, 7}); }, "nothing that it translates"},
    {"TranslationTwice",
     [](Image& i) {
       i.translations.push_back({i.intern("fr"), i.intern("x"), SectionKind::gates, 0});
       i.translations.push_back({i.intern("fr"), i.intern("y"), SectionKind::gates, 0});
     },
     "not sorted and distinct"},
    {"TitlesWithoutARule", [](Image& i) { i.titles.push_back({}); i.credentials[3].titles = {0, 1}; }, "titles and no rule"},
};

const Case names[] = {
    {"NamesUnsorted", [](Image& i) { std::swap(i.frameworks[0], i.frameworks[1]); }, "frameworks[1]"},
    {"NamesTwice", [](Image& i) { i.frameworks[1].name = i.frameworks[0].name; }, "not after the one before"},
    {"NameEmpty", [](Image& i) { i.gates[0].name = {0, 0}; }, "its name is empty"},
};

const Case trees[] = {
    {"EndOutside", [](Image& i) { i.nodes[4].end = 9; }, "nodes[4]"},
    {"EndBeforeItself", [](Image& i) { i.nodes[1].end = 1; }, "its end is not within its parent"},
    {"ParentWrong", [](Image& i) { i.nodes[2].parent = 1; }, "its parent is not the node it lies in"},
    {"OwnerWrong", [](Image& i) { i.nodes[2].owner = sample::spc; }, "its owner is not its parent's"},
    {"LeafWithChildren", [](Image& i) { i.nodes[1].end = 3; i.nodes[2].parent = 1; }, "only a group has nodes"},
    {"RuleOfAnother", [](Image& i) { i.credentials[1].rule = 4; }, "belongs to another"},
    {"RuleNotARoot", [](Image& i) { i.credentials[1].rule = 1; }, "not the root of a tree"},
    {"TreeOfNobody", [](Image& i) { i.credentials[3].prerequisite = none; }, "no credential's rule"},
    {"NeedNotAll", [](Image& i) { i.nodes[0].need = 2; }, "does not need all of its nodes"},
    {"NeedNotAllMembers", [](Image& i) { i.nodes[1].need = 2; }, "does not need all of its members"},
    {"GateUnknown", [](Image& i) { i.lists[i.nodes[3].members.first] = 1; }, "does not name one gate"},
    {"MembersUnsorted", [](Image& i) { i.lists[i.nodes[2].members.first] = 3; }, "members are not sorted"},
    {"MemberUnknown", [](Image& i) { i.lists[i.nodes[1].members.first] = 4; }, "nodes[1]"},
    {"AfterAnotherRule", [](Image& i) { i.nodes[2].after = i.list({4}); }, "come"},
    {"ConditionsOfAPart", [](Image& i) { std::swap(i.nodes[0].conditions, i.nodes[1].conditions); }, "not the root of a stacking rule"},
    {"ConditionOfNobody", [](Image& i) { i.nodes[0].conditions = {0, 0}; }, "belongs to no rule"},
    {"VersionOfNobody", [](Image& i) { i.versions = {{0, no_date, no_date, 0}}; }, "holds some of no credential"},
    {"VersionOfAnother", [](Image& i) { i.versions = {{4, no_date, no_date, 0}}; i.credentials[sample::inspector].versions = {0, 1}; i.credentials[sample::inspector].rule = 4; }, "belongs to another"},
    {"VersionNotTheRule", [](Image& i) { i.versions = {{4, no_date, no_date, 0}}; i.credentials[sample::inspector].versions = {0, 1}; }, "not the last of its versions"},
    {"VersionsOnOneDay", [](Image& i) { i.versions = {{0, 10, 20, 0}, {0, 20, no_date, 0}}; i.credentials[sample::inspector].versions = {0, 2}; }, "in force on one day"},
    {"VersionTwice", [](Image& i) { i.versions = {{0, 10, 19, 0}, {0, 20, no_date, 0}}; i.credentials[sample::inspector].versions = {0, 2}; }, "two versions of its rule are one"},
    {"VersionsElsewhere", [](Image& i) { i.versions = {{0, no_date, no_date, 0}}; i.credentials[sample::inspector].versions = {1, 1}; }, "do not follow"},
    {"VersionsNowhere", [](Image& i) { i.credentials[sample::inspector].versions = {1, 0}; }, "says where they lie"},
    {"VersionBackwards", [](Image& i) { i.versions = {{0, 20, 10, 0}}; i.credentials[sample::inspector].versions = {0, 1}; }, "ends before it begins"},
    {"EntryNeitherNor", [](Image& i) { i.credentials[sample::inspector].when_entered = 2; }, "day of entry"},
    {"ConditionInAnotherRule", [](Image& i) { i.conditions[0].within = 4; }, "not one of its rule"},
    {"AskedOfNobody", [](Image& i) { i.nodes[1].asked_of = Asked::of_holders; }, "is asked of all and says of whom, or is not and does not"},
    {"AskedOfASecondGate", [](Image& i) { i.nodes[1].asked_of = Asked::with_gate; i.nodes[1].whom = i.list({0, 1}); }, "does not name one gate"},
    {"AskedOfAnUnknownGate", [](Image& i) { i.nodes[1].asked_of = Asked::with_gate; i.nodes[1].whom = i.list({1}); }, "of whom it is asked"},
    {"TitleOfNobody", [](Image& i) { i.titles.push_back({}); }, "belongs to no award"},
    {"TitleWithTheRulesCondition", [](Image& i) { i.titles.push_back({{}, {0, 1}, 0, 0}); i.credentials[1].titles = {0, 1}; }, "belongs to two rules"},
    {"UseLeftOut", [](Image& i) { i.credentials[3].uses = {0, 0}; }, "leave out a node"},
    {"UseTooMany", [](Image& i) { i.credentials[3].uses = i.list({2, 3}); }, "name a node that does not count it"},
};

std::string case_name(const testing::TestParamInfo<Case>& info) { return info.param.name; }
INSTANTIATE_TEST_SUITE_P(Records, VerifyTable, testing::ValuesIn(records), case_name);
INSTANTIATE_TEST_SUITE_P(Names, VerifyTable, testing::ValuesIn(names), case_name);
INSTANTIATE_TEST_SUITE_P(Trees, VerifyTable, testing::ValuesIn(trees), case_name);

// A rule in one version is a sound table.
TEST(VerifyTableVersions, LetsARuleStateItsDays) {
  Image image = sample::image();
  image.versions = {{0, 10, 20, 0}};
  image.credentials[sample::inspector].versions = {0, 1};
  image.credentials[sample::inspector].when_entered = 1;
  const sample::Bytes bytes(rung::table::serialize(image));
  const auto table = Table::view(bytes.span());
  ASSERT_TRUE(table) << table.error().message;
  EXPECT_EQ(rung::version_on(*table, sample::inspector, 9), none);
  EXPECT_EQ(rung::version_on(*table, sample::inspector, 10), 0u);
  EXPECT_EQ(rung::version_on(*table, sample::inspector, 20), 0u);
  EXPECT_EQ(rung::version_on(*table, sample::inspector, 21), none);
}

// Two awards, each a part of the other.
TEST(VerifyTableCircles, RefusesAwardsThatAreEachAPartOfTheOther) {
  Image image = sample::image();
  Credential& other = image.credentials[sample::spc];
  other.rule = 5;
  other.rule_class = RuleClass::plain;
  Node rule = sample::node_of(NodeKind::members, sample::spc, none, 6);
  rule.members = image.list({sample::inspector});
  rule.need = 1;
  image.nodes.push_back(rule);
  image.credentials[sample::inspector].uses = image.list({5});
  const sample::Bytes bytes(rung::table::serialize(image));
  const auto table = Table::view(bytes.span());
  ASSERT_FALSE(table);
  EXPECT_NE(table.error().message.find("parts of themselves"), std::string::npos) << table.error().message;
}

TEST(VerifyTableDepth, RefusesTreesThatAreTooDeep) {
  for (const std::uint32_t depth : {greatest_depth, greatest_depth + 1}) {
    Image image;
    image.units = {{image.intern("credits"), unknown}};
    image.frameworks = {{image.intern("f"), {}, {}, 0, none}};
    image.credentials = {sample::credential_of(image, "f.award", "", 0, unknown)};
    image.credentials[0].rule = 0;
    image.credentials[0].rule_class = RuleClass::plain;
    for (std::uint32_t i = 0; i < depth; ++i) {
      image.nodes.push_back(sample::node_of(NodeKind::group, 0, i == 0 ? none : i - 1, depth));
      image.nodes.back().need = i + 1 == depth ? 0 : 1;
    }
    const sample::Bytes bytes(rung::table::serialize(image));
    const auto table = Table::view(bytes.span());
    EXPECT_EQ(static_cast<bool>(table), depth == greatest_depth) << depth;
  }
}

// Slots are made by `serialize`, so they are damaged in its bytes.
TEST(VerifyTableSlots, RefusesSlotsThatDoNotFindEveryCredential) {
  const std::string good = rung::table::serialize(sample::image());
  const sample::Bytes whole(good);
  const auto table = Table::view(whole.span());
  ASSERT_TRUE(table) << table.error().message;
  const std::size_t start = good.size() - table->name_slots().size_bytes();
  for (std::size_t slot = 0; slot < table->name_slots().size(); ++slot) {
    std::string bad = good;
    const bool full = table->name_slots()[slot] != none;
    const std::uint32_t now = full ? none : sample::metrology;      // one lost, or one twice
    std::memcpy(bad.data() + start + 4 * slot, &now, 4);
    const sample::Bytes bytes(sample::stamped(bad));
    const auto damaged = Table::view(bytes.span());
    ASSERT_FALSE(damaged) << slot;
    EXPECT_NE(damaged.error().message.find("name_slots"), std::string::npos) << damaged.error().message;
  }
}

}  // namespace
