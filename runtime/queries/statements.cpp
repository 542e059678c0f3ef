#include "runtime/queries/statements.hpp"

#include <algorithm>
#include <tuple>

#include "runtime/queries/amounts.hpp"
#include "runtime/queries/counted_for.hpp"
#include "runtime/queries/other_awards.hpp"
#include "runtime/queries/tally.hpp"

namespace rung::queries {
namespace {

using table::ConditionKind;
using table::Measure;
using table::NodeKind;

// The amounts that make up one sum.
class Addends {
 public:
  Addends(const Supply& supply, Measure measure, std::uint32_t unit) : supply_(supply), measure_(measure), unit_(unit) {}

  void add(const CountedOffer& counted) {
    const std::uint32_t credential = counted.credential;
    const std::span<const std::uint32_t> stands_on = counted.stands_on;
    const Sum sum = supply_.adds(credential, counted.source, stands_on, measure_, unit_);
    sum_.add(sum);
    if (sum.unknown == 0) return;
    const bool award = supply_.is_award(credential) && !stands_on.empty();
    for (const std::uint32_t one : award ? stands_on : std::span(&credential, 1))
      if (amount_of(supply_.table(), one, {}, measure_, unit_).unknown > 0) silent_.push_back(one);
  }
  const Sum& sum() const { return sum_; }
  void report(std::vector<Missing>& out) const {
    for (const std::uint32_t one : silent_) out.push_back({one, measure_ == Measure::hours ? "hours" : "credits"});
  }

 private:
  const Supply& supply_;
  Measure measure_;
  std::uint32_t unit_;
  Sum sum_;
  std::vector<std::uint32_t> silent_;
};

void lacking_in_conditions(const Supply& supply, std::uint32_t root, const Choice& choice, std::vector<Missing>& out) {
  const Table& table = supply.table();
  for (const table::Condition& condition : table.conditions(table.nodes()[root].conditions)) {
    if (condition.kind == ConditionKind::may_share || table::limits_sharing(condition.kind)) continue;
    const bool asks_for_new = table::asks_for_new(condition.kind);
    if (asks_for_new && new_share_of(supply, rule_counted(table.nodes()[root].owner, choice), condition, choice.counted, true).met(table, condition)) continue;
    Addends addends(supply, condition.measure, condition.unit);
    each_counted_for(supply, condition, choice.counted, [&](const CountedOffer& counted, bool inside) {
      if (inside || asks_for_new || condition.kind == ConditionKind::share) addends.add(counted);
    });
    const bool at_least = condition.kind == ConditionKind::total || condition.kind == ConditionKind::amount_from;
    if (at_least && addends.sum().known >= target_of(table, condition.amount, condition.measure, condition.unit)) continue;
    addends.report(out);
  }
}

}  // namespace

void lacking_in_choice(const Supply& supply, std::uint32_t award, const Choice& choice, std::vector<Missing>& out) {
  const Table& table = supply.table();
  const std::uint32_t root = table.credentials()[award].rule;
  for (const CountedOffer& counted : choice.counted) supply.lacking(counted.credential, counted.source, counted.node, out);
  for (const Offer& counted : choice.inside) supply.lacking(counted.credential, counted.source, counted.node, out);
  for (auto at = choice.counted.begin(); at != choice.counted.end();) {
    const table::Node& node = table.nodes()[at->node];
    Addends addends(supply, node.measure, node.unit);
    const std::uint32_t here = at->node;
    for (; at != choice.counted.end() && at->node == here; ++at)
      if (node.kind == NodeKind::amount) addends.add(*at);
    if (node.kind == NodeKind::amount && addends.sum().known < target_of(table, node.amount, node.measure, node.unit)) addends.report(out);
  }
  lacking_in_conditions(supply, root, choice, out);
  lacking_in_other_awards(supply, award, choice, out);
}

void lacking_in_prerequisites(const Supply& supply, const OfferBook& book, std::uint32_t award, std::vector<Missing>& out) {
  const Table& table = supply.table();
  const std::uint32_t root = table.credentials()[award].prerequisite;
  if (root == table::none || supply.excused_from_prerequisites(award) != nullptr) return;
  // What is sure holds without them: then nothing is lacking.
  std::vector<Offer> offers, sure;
  prerequisite_offers(supply, root, offers);
  for (const Offer& offer : offers)
    if (supply.passes(offer.credential, offer.source, offer.node) == Passes::yes) sure.push_back(offer);
  std::vector<Tally> tallies;
  tally_prerequisites(supply, book, root, sure, tallies);
  if (tallies[0].holds) return;
  for (const Offer& offer : offers)
    if (!tallies[offer.node - root].holds) supply.lacking(offer.credential, offer.source, offer.node, out);
}

void tidy(std::vector<Missing>& statements) {
  const auto key = [](const Missing& one) { return std::tie(one.credential, one.what); };
  std::sort(statements.begin(), statements.end(), [&](const Missing& a, const Missing& b) { return key(a) < key(b); });
  statements.erase(std::unique(statements.begin(), statements.end(), [&](const Missing& a, const Missing& b) { return key(a) == key(b); }),
                   statements.end());
}

}  // namespace rung::queries
