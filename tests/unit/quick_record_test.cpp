// Records read quickly mean what they mean to read_record, and whatever is wrong is left to it.
#include <gtest/gtest.h>

#include "runtime/rung/records/quick_record.hpp"
#include "runtime/rung/records/record.hpp"

namespace {

using rung::Holding;
using rung::Learner;

std::string padded(const std::string& json) { return json + std::string(rung::QuickRecord::padding, ' '); }

bool same(const Holding& a, const Holding& b) {
  return a.is_competency == b.is_competency && a.name == b.name && a.grade == b.grade && a.achievement == b.achievement && a.by == b.by && a.awarded == b.awarded &&
         a.counted == b.counted && a.expires == b.expires && a.term == b.term;
}

bool same(const Learner& a, const Learner& b) {
  return a.id == b.id && a.on == b.on && a.gates == b.gates && a.entered == b.entered && a.exceptions.size() == b.exceptions.size() &&
         std::equal(a.holdings.begin(), a.holdings.end(), b.holdings.begin(), b.holdings.end(), [](const Holding& x, const Holding& y) { return same(x, y); });
}

// Whether it is read quickly; it must then be what read_record reads.
bool is_quick(rung::QuickRecord& quick, const std::string& json) {
  const std::string bytes = padded(json);
  const Learner* const learner = quick.read(std::string_view(bytes).substr(0, json.size()));
  if (learner == nullptr) return false;
  const auto expected = rung::read_record(json);
  EXPECT_TRUE(expected) << json << "\n" << expected.error().message;
  EXPECT_TRUE(expected && same(*learner, *expected)) << json;
  return true;
}

const std::string full =
    R"({"learner":"A-1","on":"2026-10-01","holdings":[{"credential":"n.metrology","awarded":"2025-05-01","grade":"91%","achievement":"mastery","by":"transfer",)"
    R"("expires":"2028-01-01","term":"2026-fall"},{"competency":"n.writes","to":"competence","on":"2026-02-01","grade":75},{"credential":"n.é","counted":["n.a","n.b"]}],)"
    R"("gates":["n.hired"],"more":{"deep":[1,2.5,true,null]}})";

TEST(QuickRecord, ReadsWhatIsUsual) {
  rung::QuickRecord quick;
  for (int again = 0; again < 3; ++again) {   // nothing stays from one to the next
    EXPECT_TRUE(is_quick(quick, full));
    EXPECT_TRUE(is_quick(quick, R"({"holdings":[]})"));
    EXPECT_TRUE(is_quick(quick, R"( {"learner": 100077, "holdings": [{"credential": "a"}, {"grade": "", "credential": "b"}]} )"
                                "\r"));
  }
}

TEST(QuickRecord, LeavesToTheOtherWhatIsUnusualOrWrong) {
  rung::QuickRecord quick;
  for (const char* const json :
       {R"({"learner":null,"holdings":[]})", R"({"holdings":[{"credential":"a","grade":91.5}]})", R"({"holdings":[],"entered":{"a":"2026-01-01"}})",
        R"({"holdings":[],"exceptions":[]})", R"({"holdings":[{"credential":"a\u0041"}]})", "\xEF\xBB\xBF{\"holdings\":[]}",
        R"({})", R"([])", "", R"({"holdings":[])", R"({"holdings":[]}x)", R"({"holdings":{}})", R"({"holdings":[{}]})", R"({"holdings":[{"credential":""}]})",
        R"({"holdings":[{"credential":"","competency":"b"}]})", R"({"holdings":[{"credential":"a","competency":"b"}]})",
        R"({"holdings":[{"credential":"a","grade":"","grade":"b"}]})", R"({"holdings":[],"gates":[],"gates":["a"]})", R"({"holdings":[],"holdings":[]})",
        R"({"holdings":[{"credential":"a","on":"","awarded":"2026-01-01"}]})", R"({"on":5,"holdings":[]})", R"({"holdings":[],"gates":"a"})",
        R"({"holdings":[],"more":1e999})", "{\"holdings\":[],\"more\":\"\xFF\"}"})
    EXPECT_FALSE(is_quick(quick, json)) << json;
  EXPECT_FALSE(is_quick(quick, R"({"holdings":[],"deep":)" + std::string(40, '[') + std::string(40, ']') + "}"));
  EXPECT_TRUE(is_quick(quick, full));
}

// Every record that is one byte off the full one, in several ways: read alike, or left to the other.
TEST(QuickRecord, AgreesOverEveryByteThatIsChangedOrLeftOut) {
  rung::QuickRecord quick;
  int read = 0;
  for (std::size_t at = 0; at < full.size(); ++at) {
    for (const char put : {'"', '{', '}', '[', ']', ',', ':', '0', '-', 'x', ' ', '\t', '\x01', '\x80', '\xE9'}) {
      std::string changed = full;
      changed[at] = put;
      read += is_quick(quick, changed) ? 1 : 0;
    }
    std::string shorter = full;
    read += is_quick(quick, shorter.erase(at, 1)) ? 1 : 0;
    is_quick(quick, full.substr(0, at));
  }
  EXPECT_GT(read, 500);   // within a string most bytes may stand
}

}  // namespace
