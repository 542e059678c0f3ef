// The rule of one award, node by node, as the best choice for it stands.
#include <algorithm>
#include <optional>

#include "runtime/queries/best_choice.hpp"
#include "runtime/queries/blemishes.hpp"
#include "runtime/queries/counting/counted_for.hpp"
#include "runtime/queries/doubt.hpp"
#include "runtime/queries/counting/other_awards.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/queries/statements.hpp"
#include "runtime/queries/counting/tally.hpp"

namespace rung {
namespace {

using namespace queries;

Verdict verdict_of(const Tally& at, const Tally* if_trusted) {
  if (at.holds) return Verdict::met;
  if (if_trusted != nullptr && if_trusted->holds) return Verdict::cannot_tell;
  return at.have > 0 || at.amount.known > 0 ? Verdict::partly : Verdict::unmet;
}

// `if_trusted`: the same tree when missing statements are taken to be good enough, or empty.
template <class AnOffer>
std::vector<NodeState> states(const Supply& supply, std::uint32_t root, std::span<const AnOffer> counted, std::span<const Tally> tallies,
                              std::span<const Tally> if_trusted) {
  const Table& table = supply.table();
  std::vector<NodeState> out;
  auto next = counted.begin();
  for (std::uint32_t i = 0; i < tallies.size(); ++i) {
    const table::Node& node = table.nodes()[root + i];
    NodeState state{root + i, verdict_of(tallies[i], if_trusted.empty() ? nullptr : &if_trusted[i]), tallies[i].have, 0, {}, {}, table::none};
    if (node.kind == table::NodeKind::amount) state.have_amount = shown(table, tallies[i].amount.known, node.measure, node.unit);
    for (; next != counted.end() && next->node == root + i; ++next) {
      if (state.counted.empty() || state.counted.back() != next->credential) state.counted.push_back(next->credential);
      if (is_recognised(next->source)) state.recognised.push_back(recognition_of(next->source));
    }
    std::sort(state.recognised.begin(), state.recognised.end());
    if (node.kind == table::NodeKind::amount) state.have = static_cast<std::uint32_t>(state.counted.size());
    out.push_back(std::move(state));
  }
  return out;
}

ConditionState between_awards(const Supply& supply, std::uint32_t award, std::uint32_t number, const queries::Choice& choice) {
  const Table& table = supply.table();
  const table::Condition& condition = table.conditions()[number];
  const RuleCounted rule = rule_counted(award, choice);
  const auto in_unit = [&](Wide amount) { return shown(table, amount, condition.measure, condition.unit); };
  if (table::limits_sharing(condition.kind)) {
    const Sum said = shared_with_others(supply, rule, condition, false), most = shared_with_others(supply, rule, condition, true);
    const Wide limit = target_of(table, condition.amount, condition.measure, condition.unit);
    const Verdict verdict = said.known > limit ? Verdict::unmet : most.known > limit || most.unknown > 0 ? Verdict::cannot_tell : Verdict::met;
    return {number, verdict, in_unit(said.known), in_unit(limit)};
  }
  const NewShare sure = new_share_of(supply, rule, condition, choice.counted, true), most = new_share_of(supply, rule, condition, choice.counted, false);
  const bool open = most.met(table, condition, true);
  const Verdict verdict = sure.met(table, condition, false) ? Verdict::met : open ? Verdict::cannot_tell : sure.fresh.known > 0 ? Verdict::partly : Verdict::unmet;
  return {number, verdict, in_unit(sure.fresh.known), in_unit(sure.need(table, condition))};
}

ConditionState state_of(const Supply& supply, std::uint32_t award, std::uint32_t number, const queries::Choice& choice) {
  const table::Condition& condition = supply.table().conditions()[number];
  if (table::bounds_nothing_counted(condition.kind)) return {number, Verdict::met, 0, 0};
  if (table::looks_at_other_awards(condition.kind)) return between_awards(supply, award, number, choice);
  Standing standing(supply, condition);
  each_counted(std::span<const CountedOffer>(choice.counted), [&](const CountedOffer& one, std::span<const Way> ways) {
    const Sum sum = supply.adds(one.credential, one.source, one.adding, condition.measure, condition.unit);
    standing.add(one.credential, ways, {sum, sum}, false);
  });
  const bool met = standing.can_hold(false), open = !met && standing.can_hold(true);
  const std::int64_t have = standing.have();
  const bool partly = !table::is_limit(condition.kind) && have > 0;
  return {number, met ? Verdict::met : open ? Verdict::cannot_tell : partly ? Verdict::partly : Verdict::unmet, have, standing.need()};
}

// Which nodes hold only because the learner is excused from them.
void mark_excused(const Supply& supply, std::uint32_t award, const queries::Choice& choice, std::vector<NodeState>& nodes) {
  const auto excused = supply.excused(award);
  if (excused.empty()) return;
  const std::uint32_t root = supply.shown_root_of(award);
  if (root == table::none) return;
  std::vector<Tally> by_itself;
  tally(supply, root, std::span<const CountedOffer>(choice.counted), std::span<const Excused>(), by_itself);
  for (const Excused& one : excused) {
    if (one.node == table::none || one.node < root || one.node >= supply.table().nodes()[root].end) continue;   // of another version
    for (std::uint32_t at = one.node; at < supply.table().nodes()[one.node].end; ++at)
      if (!by_itself[at - root].holds && nodes[at - root].exception == table::none) nodes[at - root].exception = one.exception;
  }
}

void judge_prerequisites(const Closure& sure, const Closure* hopeful, std::uint32_t root, MissingAnswer& answer) {
  std::vector<Offer> offers, hoped;
  prerequisite_offers(sure.supply(), root, offers);
  std::vector<Tally> tallies, trusted;
  tally_prerequisites(sure.supply(), sure, root, offers, tallies);
  if (hopeful != nullptr) {
    prerequisite_offers(hopeful->supply(), root, hoped);
    tally_prerequisites(hopeful->supply(), *hopeful, root, hoped, trusted);
  }
  answer.prerequisites = states(sure.supply(), root, std::span<const Offer>(offers), tallies, trusted);
  const Excused* const excused = sure.supply().excused_from_prerequisites(sure.supply().table().nodes()[root].owner);
  if (excused == nullptr || answer.prerequisites.front().verdict == Verdict::met) return;
  answer.prerequisites.front().verdict = Verdict::met;
  answer.prerequisites.front().exception = excused->exception;
}

void judge_rule(const Closure& sure, const Closure* hopeful, std::uint32_t award, Work& work, MissingAnswer& answer) {
  const Table& table = sure.supply().table();
  const std::uint32_t root = sure.supply().shown_root_of(award);
  if (root == table::none) return;         // no version is in force
  const BestChoice best = best_choice(sure, award, work);
  std::vector<Tally> tallies, trusted;
  tally(sure.supply(), root, std::span<const CountedOffer>(best.choice.counted), tallies);
  if (hopeful != nullptr && hopeful->supply().root_of(award) == root) {
    std::vector<Offer> hoped;
    hopeful->offers(award, wants_every_holding(table, root), hoped);
    tally(hopeful->supply(), root, std::span<const Offer>(hoped), trusted);
  }
  answer.nodes = states(sure.supply(), root, std::span<const CountedOffer>(best.choice.counted), tallies, trusted);
  mark_excused(sure.supply(), award, best.choice, answer.nodes);
  const table::Range conditions = table.nodes()[root].conditions;
  for (std::uint32_t c = conditions.first; c < conditions.first + conditions.count; ++c)
    answer.conditions.push_back(state_of(sure.supply(), award, c, best.choice));
  answer.proven = best.proven;
}

// Of parts that do not hold: what nobody stated of what the learner has, and would let it serve there.
void lacking_in_parts(const Supply& supply, const std::vector<NodeState>& states, std::span<const Offer> offers, std::vector<Missing>& out) {
  const auto nodes = supply.table().nodes();
  for (std::size_t i = 0; i < states.size();) {
    const NodeState& state = states[i];
    const table::Node& node = nodes[state.node];
    if (state.verdict == Verdict::met || !supply.is_asked(state.node)) {
      i += node.end - state.node;
      continue;
    }
    ++i;
    if (node.kind == table::NodeKind::group) continue;
    for (const Blemish& one : blemishes(supply, state.node, offers)) out.insert(out.end(), one.statements.begin(), one.statements.end());
  }
}

void lacking_in_parts(const Closure& sure, std::uint32_t award, MissingAnswer& answer) {
  const Table& table = sure.supply().table();
  std::vector<Offer> offers;
  if (!answer.nodes.empty()) {
    sure.offers(award, wants_every_holding(table, answer.nodes.front().node), offers);
    lacking_in_parts(sure.supply(), answer.nodes, offers, answer.statements);
  }
  if (!answer.prerequisites.empty()) {
    offers.clear();
    prerequisite_offers(sure.supply(), answer.prerequisites.front().node, offers);
    lacking_in_parts(sure.supply(), answer.prerequisites, offers, answer.statements);
  }
  tidy(answer.statements);
}

// What the rule lacks with what is held and with `taken`; `in_order` gets what could be taken.
MissingAnswer judged(const Table& table, const Holdings& holdings, std::uint32_t award, Terms terms, std::span<const std::uint32_t> taken, WorkLimit limit,
                     std::vector<std::uint32_t>& in_order) {
  Work work{limit.steps};
  MissingAnswer answer{};
  answer.proven = true;
  const table::Credential& credential = table.credentials()[award];
  Bounds bounds;
  bounds.take = taken;
  Closure sure(table, holdings, terms, work, bounds);
  sure.run();
  in_order = sure.taken();
  answer.earned = sure.has(award);
  answer.undecided = !answer.earned && work.stopped;
  answer.rule = rule_of(table, holdings, award);
  std::optional<Closure> hopeful;
  Holdings trusted;
  if (!answer.earned && sure.supply().met_unknown()) {
    terms.optimistic = true;
    trusted = trusting(holdings);
    hopeful.emplace(table, trusted, terms, work, bounds);
    hopeful->run();
    for (auto& [doubtful, statements] : awards_in_doubt(sure, *hopeful, work)) {
      if (doubtful != award) continue;
      answer.cannot_tell = true;
      answer.statements = std::move(statements);
    }
  }
  if (!answer.earned && credential.rule == table::none && sure.supply().is_unsure(award)) {
    answer.cannot_tell = true;
    for (const Held& held : holdings.unsure)
      if (held.credential == award) lacking_of(held, answer.statements);
    tidy(answer.statements);
  }
  const Closure* const hoped = answer.cannot_tell && hopeful ? &*hopeful : nullptr;
  if (credential.rule != table::none) judge_rule(sure, hoped, award, work, answer);
  if (credential.prerequisite != table::none) judge_prerequisites(sure, hoped, credential.prerequisite, answer);
  if (!answer.earned && !answer.cannot_tell) lacking_in_parts(sure, award, answer);
  answer.proven = answer.proven && !work.stopped;
  return answer;
}

}  // namespace

MissingAnswer missing(const Table& table, const Holdings& holdings, std::uint32_t award, WorkLimit limit) {
  std::vector<std::uint32_t> nothing_taken;
  return judged(table, holdings, award, {}, {}, limit, nothing_taken);
}

MissingAfter missing_after(const Table& table, const Holdings& holdings, std::uint32_t award, std::span<const std::uint32_t> taken, WorkLimit limit) {
  std::vector<std::uint32_t> in_order;
  MissingAfter out{judged(table, holdings, award, {.path = true}, taken, limit, in_order), {}};
  std::sort(in_order.begin(), in_order.end());
  for (const std::uint32_t credential : taken)
    if (!std::binary_search(in_order.begin(), in_order.end(), credential)) out.not_taken.push_back(credential);
  std::sort(out.not_taken.begin(), out.not_taken.end());
  return out;
}

}  // namespace rung
