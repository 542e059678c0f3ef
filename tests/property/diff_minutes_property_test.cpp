// What a change is told as (compiler/minutes), of any two generated frameworks: it is told at every level in every form, and of one with itself there is nothing to tell.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "compiler/change/records.hpp"
#include "compiler/minutes/minutes.hpp"
#include "runtime/learner/dates.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

namespace change = rung::change;
using rung::minutes::Level;
using rung::minutes::Minutes;
using rung::table::SectionKind;

const std::int32_t day = *rung::read_date("2020-01-15");

Minutes compared(const change::Tables& tables, Level level) {
  Minutes out{tables, "old.rung", "new.rung", level};
  out.awards = change::changes(tables, day);
  out.agreements = change::agreement_changes(tables, std::nullopt, day);
  out.labels = change::things(tables, SectionKind::credentials, change::label_facts());
  out.prices = change::prices(tables, out.awards, day);
  for (const SectionKind kind : change::thing_kinds)
    for (change::Thing& thing : change::things(tables, kind)) out.facts.push_back(std::move(thing));
  out.wording = change::wording(tables, nullptr, nullptr);
  return out;
}

TEST(Minutes, AreToldOfAnyTwoFrameworksAtEveryLevel) {
  check("any two frameworks", 300, [] {
    const rung::Table before = subject(*cases()).table, after = subject(*cases()).table;
    const change::Tables tables(before, after, {});
    for (const Level level : {Level::learner, Level::table, Level::text}) {
      const Minutes minutes = compared(tables, level);
      RC_ASSERT(!nlohmann::json::parse(as_json(minutes), nullptr, false).is_discarded());
      for (const std::string_view language : {"en", "fr"}) {
        RC_ASSERT(as_text(minutes, language).find("{") == std::string::npos);       // a place that nothing was put in
        RC_ASSERT(as_markdown(minutes, language).find("{") == std::string::npos);
      }
    }
  });
}

TEST(Minutes, OfAFrameworkWithItselfAreEmpty) {
  check("a framework and itself", 300, [] {
    const rung::Table table = subject(*cases()).table;
    const change::Tables tables(table, table, {});
    const Minutes minutes = compared(tables, Level::learner);
    for (const change::Change& one : minutes.awards) RC_ASSERT(!one.is_change());
    for (const change::AgreementChange& one : minutes.agreements) RC_ASSERT(!one.is_change() && !one.may_lose());
    for (const std::vector<change::Thing>* const all : {&minutes.labels, &minutes.facts})
      for (const change::Thing& one : *all) RC_ASSERT(one.fate == change::Fate::kept && one.differ.empty());
    RC_ASSERT(minutes.prices.fees.empty() && minutes.prices.totals.empty());
    RC_ASSERT(minutes.wording.empty());
  });
}

}  // namespace
}  // namespace property
