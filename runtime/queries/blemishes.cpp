#include "runtime/queries/blemishes.hpp"

#include <algorithm>

#include "runtime/learner/calendar.hpp"
#include "runtime/queries/floors.hpp"
#include "runtime/queries/fixed_point/recognition.hpp"

namespace rung::queries {
namespace {

using table::Achievement;
using table::Node;

class Finder {
 public:
  Finder(const Supply& supply, std::uint32_t node) : supply_(supply), table_(supply.table()), node_(node) {}

  // The first thing wrong with a holding, from the node outwards, as it is judged there.
  Blemish of_holding(const Held& held, Source source) const {
    Blemish out{held.credential, node_, Reason::not_evidence};
    for (std::uint32_t at = node_; at != table::none; at = table_.nodes()[at].parent) {
      const Node& floor = table_.nodes()[at];
      out.floor = at;
      const bool dated = held.awarded != table::no_date && supply_.holdings().on != table::no_date;
      if (floor.oldest_months != 0 && dated && !fresh(held.awarded, floor.oldest_months, supply_.holdings().on)) return with(out, Reason::too_old);
      if (floor.achievement_floor != Achievement::unknown && held.achievement != Achievement::unknown && held.achievement < floor.achievement_floor) return with(out, Reason::below_achievement);
      if (floor.grade_floor != table::unknown && comparable(table_, held.grade, held.grade_scale, floor.grade_scale) && below(table_, held.grade, floor.grade_floor, floor.grade_scale)) {
        out.grade = held.grade;
        return with(out, Reason::below_grade);
      }
    }
    out.floor = table::none;
    supply_.lacking(held.credential, source, node_, out.statements);
    return with(out, out.statements.empty() ? Reason::not_evidence : Reason::cannot_tell);
  }

  // An agreement of whose sources the learner has all, and that does not make this of them all the same.
  std::vector<Blemish> of_agreements(std::uint32_t credential) const {
    std::vector<Blemish> out;
    for (const std::uint32_t line : table_.list(table_.credentials()[credential].given_by)) {
      Judgement judgement = judge(supply_, line);
      const TransferVerdict verdict = verdict_of(table_.recognitions()[line], judgement);
      if (verdict == TransferVerdict::recognised || verdict == TransferVerdict::incomplete) continue;
      Blemish one{judgement.source, node_, Reason::not_recognised};
      if (one.credential == table::none) one.credential = table_.list(table_.recognitions()[line].sources)[0];
      one.recognition = line;
      one.transfer = verdict;
      one.statements = std::move(judgement.basis.lacking);
      out.push_back(std::move(one));
    }
    return out;
  }

 private:
  static Blemish with(Blemish out, Reason reason) {
    out.reason = reason;
    return out;
  }

  const Supply& supply_;
  const Table& table_;
  std::uint32_t node_;
};

}  // namespace

std::vector<Blemish> blemishes(const Supply& supply, std::uint32_t node, std::span<const Offer> offers) {
  const Table& table = supply.table();
  const Holdings& holdings = supply.holdings();
  const Finder finder(supply, node);
  std::vector<Blemish> out;
  const auto offered = [&](std::uint32_t credential) {
    return std::any_of(offers.begin(), offers.end(), [&](const Offer& offer) { return offer.node == node && offer.credential == credential; });
  };
  const auto of = [&](const std::vector<Held>& all, std::uint32_t credential) {
    return std::find_if(all.begin(), all.end(), [&](const Held& one) { return one.credential == credential; });
  };
  if (table.nodes()[node].kind == table::NodeKind::gate) return out;
  for (const std::uint32_t member : table.list(table.nodes()[node].members)) {
    if (offered(member)) continue;
    const table::Range held = supply.held(member);
    if (held.count > 0) {
      out.push_back(finder.of_holding(holdings.held[held.first], held.first));
    } else if (const auto unsure = of(holdings.unsure, member); unsure != holdings.unsure.end()) {
      Blemish one{member, node, Reason::cannot_tell};
      one.statements.push_back({member, unsure->lacks_date ? "date" : "the day of the question"});
      out.push_back(std::move(one));
    } else if (of(holdings.expired, member) != holdings.expired.end()) {
      out.push_back({member, node, Reason::expired});
    }
    for (Blemish& one : finder.of_agreements(member)) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace rung::queries
