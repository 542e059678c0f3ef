#include "runtime/queries/statements.hpp"

#include <algorithm>
#include <tuple>

#include "runtime/queries/amounts.hpp"
#include "runtime/queries/counted_for.hpp"
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
    if (table::bounds_nothing_counted(condition.kind)) continue;
    Standing standing(supply, condition);
    Addends addends(supply, condition.measure, condition.unit);
    std::vector<Missing> lacking;
    each_counted(choice.counted, [&](const CountedOffer& counted, std::span<const Way> ways) {
      const Sum sum = supply.adds(counted.credential, counted.source, counted.stands_on, condition.measure, condition.unit);
      standing.add(counted.credential, ways, {sum, sum}, false);
      if (standing.bounds(counted.credential, ways) || condition.percent != table::unknown) addends.add(counted);
      standing.lacking(counted.credential, ways, lacking);
    });
    if (standing.can_hold(false)) continue;
    if (condition.kind != ConditionKind::distinct) addends.report(out);
    out.insert(out.end(), lacking.begin(), lacking.end());
  }
}

}  // namespace

void lacking_in_choice(const Supply& supply, std::uint32_t award, const Choice& choice, std::vector<Missing>& out) {
  const Table& table = supply.table();
  const std::uint32_t root = supply.root_of(award);
  if (rule_of(table, supply.holdings(), award).day_unknown) out.push_back({award, "the day of the question"});
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
}

void lacking_in_prerequisites(const Supply& supply, const OfferBook& book, std::uint32_t award, std::vector<Missing>& out) {
  const Table& table = supply.table();
  const std::uint32_t root = table.credentials()[award].prerequisite;
  if (root == table::none) return;
  // What is sure holds without them: then nothing is lacking.
  std::vector<Offer> offers, sure;
  prerequisite_offers(supply, root, offers);
  for (const Offer& offer : offers)
    if (supply.passes(offer.credential, offer.source, offer.node) == Passes::yes) sure.push_back(offer);
  std::vector<Tally> tallies;
  tally_prerequisites(supply, book, root, sure, tallies);
  // What the record of a conferred award names shows a competency too, and the award itself may be in doubt.
  const auto& held = supply.holdings().held;
  for (std::uint32_t at = root; at < table.nodes()[root].end; ++at)
    for (std::uint32_t h = 0; table.nodes()[at].kind == NodeKind::competencies && h < held.size(); ++h)
      if (!held[h].counted.empty() && supply.passes(held[h].credential, h, at) == Passes::cannot_tell) supply.lacking(held[h].credential, h, at, out);
  if (tallies[0].holds) return;
  for (const Offer& offer : offers)
    if (!tallies[offer.node - root].holds) supply.lacking(offer.credential, offer.source, offer.node, out);
}

void lacking_of(const Held& held, std::vector<Missing>& out) {
  if (held.lacks_date) out.push_back({held.credential, "date"});
  if (held.lacks_day) out.push_back({held.credential, "the day of the question"});
}

void tidy(std::vector<Missing>& statements) {
  const auto key = [](const Missing& one) { return std::tie(one.credential, one.what); };
  std::sort(statements.begin(), statements.end(), [&](const Missing& a, const Missing& b) { return key(a) < key(b); });
  statements.erase(std::unique(statements.begin(), statements.end(), [&](const Missing& a, const Missing& b) { return key(a) == key(b); }),
                   statements.end());
}

}  // namespace rung::queries
