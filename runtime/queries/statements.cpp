#include "runtime/queries/statements.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "runtime/queries/counting/amounts.hpp"
#include "runtime/queries/counting/counted_for.hpp"
#include "runtime/queries/counting/other_awards.hpp"
#include "runtime/queries/counting/tally.hpp"

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
    const std::span<const std::uint32_t> adding = counted.adding;
    const Sum sum = supply_.adds(credential, counted.source, adding, measure_, unit_);
    sum_.add(sum);
    if (sum.unknown == 0) return;
    const bool award = supply_.is_award(credential) && !adding.empty();
    for (const std::uint32_t one : award ? adding : std::span(&credential, 1))
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
    if (table::bounds_nothing_counted(condition.kind) || table::limits_sharing(condition.kind)) continue;
    const bool asks_for_new = table::asks_for_new(condition.kind);
    if (asks_for_new && new_share_of(supply, rule_counted(table.nodes()[root].owner, choice), condition, choice.counted, true).met(table, condition, false)) continue;
    Standing standing(supply, condition);
    Addends addends(supply, condition.measure, condition.unit);
    std::vector<Missing> lacking;
    each_counted(choice.counted, [&](const CountedOffer& counted, std::span<const Way> ways) {
      const Sum sum = supply.adds(counted.credential, counted.source, counted.adding, condition.measure, condition.unit);
      standing.add(counted.credential, ways, {sum, sum}, false);
      // A share is of everything, and what is from elsewhere comes before the last credits only if it has any.
      const bool of_the_whole = condition.percent != table::unknown || condition.kind == ConditionKind::last_from;
      if (asks_for_new || of_the_whole || standing.bounds(counted.credential, ways)) addends.add(counted);
      standing.lacking(counted.credential, ways, lacking);
    });
    if (!asks_for_new && standing.can_hold(false)) continue;
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
  lacking_in_other_awards(supply, award, choice, out);
}

namespace {

// Each node of a prerequisite, when what nobody stated adds nothing: a supply that trusts takes it for enough.
std::vector<char> hold_surely(const Supply& supply, std::uint32_t root, const std::vector<Tally>& tallies) {
  const Table& table = supply.table();
  const auto nodes = table.nodes();
  std::vector<char> out(tallies.size());
  for (std::size_t i = tallies.size(); i-- > 0;) {
    const auto at = static_cast<std::uint32_t>(root + i);
    const table::Node& node = nodes[at];
    out[i] = tallies[i].holds;
    if (!supply.is_asked(at)) continue;
    if (node.kind == NodeKind::amount) out[i] = tallies[i].amount.known >= target_of(table, node.amount, node.measure, node.unit);
    if (node.kind != NodeKind::group) continue;
    std::uint32_t children = 0, have = 0;
    for (std::uint32_t child = at + 1; child < node.end; child = nodes[child].end) ++children, have += out[child - root] != 0 ? 1 : 0;
    out[i] = have >= (node.choice == table::Choice::all ? children : node.need);
  }
  return out;
}

}  // namespace

void lacking_in_prerequisites(const Supply& supply, const Supply& surely, const OfferBook& book, std::uint32_t award, std::vector<Missing>& out) {
  const Table& table = supply.table();
  const std::uint32_t root = table.credentials()[award].prerequisite;
  if (root == table::none || supply.excused_from_prerequisites(award) != nullptr) return;
  // What is sure holds without them: then nothing is lacking.
  std::vector<Offer> offers, sure;
  prerequisite_offers(supply, root, offers);
  const auto is_sure = [&](const Offer& offer) {
    if (offer.source == from_rule && surely.derived(offer.credential) == nullptr) return false;
    if (is_recognised(offer.source) && supply.recognised(recognition_of(offer.source))->verdict != Passes::yes) return false;
    return supply.passes(offer.credential, offer.source, offer.node) == Passes::yes;
  };
  std::copy_if(offers.begin(), offers.end(), std::back_inserter(sure), is_sure);
  std::vector<Tally> tallies;
  tally_prerequisites(supply, book, root, sure, tallies);
  // What the record of a conferred award names shows a competency too, and the award itself may be in doubt.
  const auto& held = supply.holdings().held;
  for (std::uint32_t at = root; at < table.nodes()[root].end; ++at)
    for (std::uint32_t h = 0; table.nodes()[at].kind == NodeKind::competencies && h < held.size(); ++h)
      if (!held[h].counted.empty() && supply.passes(held[h].credential, h, at) == Passes::cannot_tell) supply.lacking(held[h].credential, h, at, out);
  const std::vector<char> holds = hold_surely(supply, root, tallies);
  if (holds[0]) return;
  for (const Offer& offer : offers) {
    if (holds[offer.node - root]) continue;
    supply.lacking(offer.credential, offer.source, offer.node, out);
    const table::Node& node = table.nodes()[offer.node];
    const bool silent = node.kind == NodeKind::amount && supply.adds(offer.credential, offer.source, supply.adding(offer.credential, offer.source), node.measure, node.unit).unknown > 0;
    if (silent) out.push_back({offer.credential, node.measure == Measure::hours ? "hours" : "credits"});
  }
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
