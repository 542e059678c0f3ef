#include <algorithm>
#include <iterator>
#include <optional>

#include "runtime/queries/taken_for.hpp"
#include "runtime/rung/text_support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

using table::ConditionKind;
using table::NodeKind;
using words::Word;

std::string_view mark(Verdict verdict) { return words::marks[static_cast<std::size_t>(verdict)]; }

class MissingText {
 public:
  MissingText(const Asked& asked, const TakenFor* best) : asked_(asked), table_(asked.table), best_(best) {
    for (const std::vector<Held>* const all : {&asked.holdings.held, &asked.holdings.unsure, &asked.holdings.expired})
      for (const Held& held : *all) had_.push_back(held.credential);
    std::sort(had_.begin(), had_.end());
  }

  // `before`: of the prerequisites.
  std::string tree(const std::vector<NodeState>& states, bool before = false) {
    std::string out;
    std::vector<std::uint32_t> ends;       // of the groups that the node lies in
    for (const NodeState& state : states) {
      while (!ends.empty() && ends.back() <= state.node) ends.pop_back();
      out += std::string(2 * ends.size() + 2, ' ') + node(state, before);
      ends.push_back(table_.nodes()[state.node].end);
    }
    return out;
  }

  std::string condition(const ConditionState& state) {
    const table::Condition& condition = table_.conditions()[state.condition];
    return "  " + std::string(mark(state.verdict)) + " " + condition_asks(condition, state) + "\n";
  }

 private:
  std::string node(const NodeState& state, bool before) {
    const table::Node& node = table_.nodes()[state.node];
    const std::string_view part = table_.text(node.part);
    std::string out = std::string(mark(state.verdict)) + " " + std::string(part) + (part.empty() ? "" : ": ") + node_asks(table_, state.node);
    out += asked_of(table_, node);
    if (state.verdict != Verdict::met) out += so_far(node, state);
    if (!state.counted.empty()) out += "; " + std::string(words::counted) + titles(table_, state.counted) + under_agreements(table_, state.recognised);
    if (state.verdict != Verdict::met) out += still_open(node, state);
    out += best_of(node, state, before);
    if (state.exception != table::none) {
      const bool told = told_ == state.exception && state.node < told_end_;   // of the part that it lies in
      out += "; " + (told ? std::string(words::excused) : exception_line(asked_, state.exception));
      if (!told) told_ = state.exception, told_end_ = node.end;
    }
    return out + "\n";
  }

  static std::string so_far(const table::Node& node, const NodeState& state) {
    if (node.kind == NodeKind::gate) return {};
    return ", " + (node.kind == NodeKind::amount ? table::decimal(state.have_amount) : std::to_string(state.have)) + std::string(words::so_far);
  }

  // The members that are not counted yet.
  std::string still_open(const table::Node& node, const NodeState& state) {
    if (node.kind != NodeKind::members && node.kind != NodeKind::amount) return {};
    std::vector<std::uint32_t> open;
    const auto members = table_.list(node.members);
    std::set_difference(members.begin(), members.end(), state.counted.begin(), state.counted.end(), std::back_inserter(open));
    return open.empty() ? std::string() : "; " + std::string(words::open) + titles(table_, open);
  }

  // What the best way takes here: said where it is taken, not again of the groups around it.
  std::string best_of(const table::Node& node, const NodeState& state, bool before) const {
    if (best_ == nullptr || node.kind == NodeKind::group || (before && state.verdict == Verdict::met)) return {};
    std::vector<std::uint32_t> best = before ? best_->before_enrolling(state.node) : best_->part(state.node);
    const auto again = std::stable_partition(best.begin(), best.end(), [&](std::uint32_t credential) { return !has_had(credential); });
    const std::vector<std::uint32_t> once_more(again, best.end());
    best.erase(again, best.end());
    return (best.empty() ? "" : "; " + std::string(words::best) + titles(table_, best)) + (once_more.empty() ? "" : "; " + std::string(words::best_again) + titles(table_, once_more));
  }

  bool has_had(std::uint32_t credential) const { return std::binary_search(had_.begin(), had_.end(), credential); }

  std::string condition_asks(const table::Condition& condition, const ConditionState& state) {
    if (condition.kind == ConditionKind::may_share) return std::string(words::may_share);
    if (condition.kind == ConditionKind::one_at_a_time) return std::string(words::one_at_a_time);
    return said_of(table_, condition, state.need) + ", " + so_far(condition, state.have);
  }

  std::string so_far(const table::Condition& condition, std::int64_t have) {
    if (condition.kind != ConditionKind::average) return table::decimal(have) + std::string(words::so_far);
    if (have == table::unknown) return std::string(words::no_grade_so_far);
    const bool percent = table_.scales()[condition.grade_scale].kind == table::ScaleKind::percent;
    return table::decimal(have / 10'000 * 10'000) + (percent ? "%" : "") + std::string(words::so_far);
  }

  std::uint32_t told_ = table::none, told_end_ = 0;   // the exception told last, and how far it reaches
  const Asked& asked_;
  const Table& table_;
  const TakenFor* best_;                   // none: no way is known, or none was asked for
  std::vector<std::uint32_t> had_;         // sorted: valid or not
};

// What the best way costs, and what it takes or needs beside what is said of each part.
std::string best_way(const Asked& asked, const BestWay& best, const TakenFor* taken) {
  const Table& table = asked.table;
  if (taken == nullptr) return std::string(best.answer.proven ? words::no_way : words::no_way_found);
  const Path& way = *best.way();
  std::string out = std::string(words::best_way) + by_costs(best.question) + ": " + (way.steps.empty() ? std::string(words::nothing_to_take) : cost_line(table, way.cost, table.credentials()[best.question.award].credit_unit));
  std::vector<std::uint32_t> besides = taken->besides();
  std::erase(besides, best.question.award);
  if (!besides.empty()) out += std::string(words::takes_besides) + titles(table, besides);
  std::vector<std::string> gates;
  for (const std::uint32_t gate : way.gates) gates.push_back(gate_title(table, gate));
  if (!gates.empty()) out += std::string(words::also_needs) + joined(gates);
  return best.answer.proven ? out : out + "\n" + std::string(words::not_proven) + bound_of(table, best.question, best.answer) + ".";
}

}  // namespace

std::string text_missing(const Asked& asked, std::uint32_t award, const MissingAnswer& answer, const BestWay* best) {
  const Table& table = asked.table;
  std::optional<TakenFor> taken;
  if (best != nullptr && best->way() != nullptr) taken.emplace(table, *best->way());
  const TakenFor* const taken_for = taken ? &*taken : nullptr;
  MissingText text(asked, taken_for);
  const Word verdict = answer.earned ? words::is_earned : answer.cannot_tell ? words::cannot_tell : answer.undecided ? words::not_decided : words::not_earned;
  std::string out = head(asked) + called(table, award) + ": " + std::string(verdict) + "\n";
  out += version_line(asked, award, true) + "\n";
  if (table.credentials()[award].rule == table::none) out += "  " + std::string(words::no_rule) + "\n";
  out += text.tree(answer.nodes);
  if (!answer.conditions.empty()) out += "\n" + std::string(words::conditions_heading) + "\n";
  for (const ConditionState& state : answer.conditions) out += text.condition(state);
  if (!answer.prerequisites.empty()) out += "\n" + std::string(words::prerequisites_heading) + "\n" + text.tree(answer.prerequisites, true);
  if (const auto barred = bars(table, asked.holdings, award); !barred.empty())
    out += "\n" + std::string(words::withheld_by) + titles(table, barred) + ".\n";
  if (!answer.statements.empty()) out += "\n" + std::string(words::cannot_tell_heading) + "\n";
  for (const std::string& one : statements(table, answer.statements)) out += "  " + one + "\n";
  if (!answer.earned) {
    std::string last;
    if (const auto parts = missing_parts(table, asked.holdings, award, answer); !parts.empty()) last += std::string(words::still_missing) + joined(parts) + "\n";
    if (best != nullptr) last += best_way(asked, *best, taken_for) + "\n";
    if (!last.empty()) out += "\n" + last;
  }
  if (!answer.proven) out += "\n" + std::string(words::search_stopped) + "\n";
  return out + set_aside(asked.holdings);
}

}  // namespace rung
