// What `impact` says, a line of JSON for each learner who is affected, and one for all.
#include <algorithm>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/records/impact_lines.hpp"
#include "runtime/rung/json/support.hpp"

namespace rung {
namespace {

std::string_view state_name(Entitlement one) {
  switch (one) {
    case Entitlement::no_award: return "no-award";
    case Entitlement::not_earned: return "not-earned";
    case Entitlement::cannot_tell: return "cannot-tell";
    case Entitlement::undecided: return "undecided";
    default: return "earned";
  }
}

// As the new table calls it, where that knows it.
Json title_json(const ImpactQuestion& question, std::uint32_t before, std::uint32_t after) {
  const Table& table = after != table::none ? question.after : question.before;
  return json_text(table.text(table.credentials()[after != table::none ? after : before].title));
}

Json learners_json(const Affected& affected) {
  Json out = Json::array();
  for (const SomeLearner& one : affected.first) out.push_back({{"learner", json_text(one.id)}, {"line", one.line}});
  return out;
}

// Text of a record may be anything; what is not UTF-8 is replaced.
std::string on_one_line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

void append_impact_json(std::string& out, const ImpactQuestion& question, const Learner& learner, std::int32_t on, std::uint64_t line, const std::vector<Change>& changes) {
  Json kinds[3] = {Json::array(), Json::array(), Json::array()};
  for (const Change& change : changes) {
    Json one = {{"award", change.award}, {"title", title_json(question, change.before, change.after)}, {"was", state_name(change.was)}, {"is", state_name(change.is)}};
    const Effect effect = effect_of(change);
    if (effect == Effect::unclear) {
      Json statements = json_statements(question.before, change.was_lacking);
      for (Json& statement : json_statements(question.after, change.is_lacking))
        if (std::find(statements.begin(), statements.end(), statement) == statements.end()) statements.push_back(std::move(statement));
      one["statements"] = std::move(statements);
    }
    kinds[static_cast<std::size_t>(effect)].push_back(std::move(one));
  }
  out += on_one_line({{"learner", json_text(learner.id)}, {"line", line}, {"on", on == table::no_date ? Json() : Json(written_date(on))},
                      {"loses", std::move(kinds[0])}, {"gains", std::move(kinds[1])}, {"unclear", std::move(kinds[2])}});
}

std::string impact_summary_json(const ImpactQuestion& question, const ImpactTally& tally, std::uint64_t bad) {
  Json awards = Json::array();
  for (const auto& [name, award] : tally.awards) {
    const Affected &loses = award.of(Effect::loses), &gains = award.of(Effect::gains), &unclear = award.of(Effect::unclear);
    awards.push_back({{"award", name}, {"title", title_json(question, award.before, award.after)}, {"in_old", award.before != table::none}, {"in_new", award.after != table::none},
                      {"lose", loses.count}, {"gain", gains.count}, {"unclear", unclear.count}, {"allowed", is_allowed(question, name)},
                      {"losers", learners_json(loses)}, {"gainers", learners_json(gains)}, {"unclear_for", learners_json(unclear)}});
  }
  return on_one_line({{"summary", {{"learners", tally.learners}, {"unaffected", tally.unaffected}, {"lose", tally.with[0]}, {"gain", tally.with[1]}, {"unclear", tally.with[2]},
                                   {"bad_lines", bad}, {"awards", std::move(awards)}}}}) + '\n';
}

}  // namespace rung
