#include <algorithm>
#include <iterator>

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
  explicit MissingText(const Asked& asked) : asked_(asked), table_(asked.table) {}

  std::string tree(const std::vector<NodeState>& states) {
    std::string out;
    std::vector<std::uint32_t> ends;       // of the groups that the node lies in
    for (const NodeState& state : states) {
      while (!ends.empty() && ends.back() <= state.node) ends.pop_back();
      out += std::string(2 * ends.size() + 2, ' ') + node(state);
      ends.push_back(table_.nodes()[state.node].end);
    }
    return out;
  }

  std::string condition(const ConditionState& state) {
    const table::Condition& condition = table_.conditions()[state.condition];
    return "  " + std::string(mark(state.verdict)) + " " + condition_asks(condition, state) + "\n";
  }

 private:
  std::string node(const NodeState& state) {
    const table::Node& node = table_.nodes()[state.node];
    const std::string_view part = table_.text(node.part);
    std::string out = std::string(mark(state.verdict)) + " " + std::string(part) + (part.empty() ? "" : ": ") + node_asks(table_, state.node);
    out += asked_of(table_, node);
    if (state.verdict != Verdict::met) out += so_far(node, state);
    if (!state.counted.empty()) out += "; " + std::string(words::counted) + titles(table_, state.counted) + under_agreements(table_, state.recognised);
    if (state.verdict != Verdict::met) out += still_open(node, state);
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
};

}  // namespace

std::string text_missing(const Asked& asked, std::uint32_t award, const MissingAnswer& answer) {
  const Table& table = asked.table;
  MissingText text(asked);
  const Word verdict = answer.earned ? words::is_earned : answer.cannot_tell ? words::cannot_tell : answer.undecided ? words::not_decided : words::not_earned;
  std::string out = head(asked) + called(table, award) + ": " + std::string(verdict) + "\n";
  out += version_line(asked, award, true) + "\n";
  if (table.credentials()[award].rule == table::none) out += "  " + std::string(words::no_rule) + "\n";
  out += text.tree(answer.nodes);
  if (!answer.conditions.empty()) out += "\n" + std::string(words::conditions_heading) + "\n";
  for (const ConditionState& state : answer.conditions) out += text.condition(state);
  if (!answer.prerequisites.empty()) out += "\n" + std::string(words::prerequisites_heading) + "\n" + text.tree(answer.prerequisites);
  if (const auto barred = bars(table, asked.holdings, award); !barred.empty())
    out += "\n" + std::string(words::withheld_by) + titles(table, barred) + ".\n";
  if (!answer.statements.empty()) out += "\n" + std::string(words::cannot_tell_heading) + "\n";
  for (const std::string& one : statements(table, answer.statements)) out += "  " + one + "\n";
  if (const auto parts = missing_parts(table, asked.holdings, award, answer); !answer.earned && !parts.empty())
    out += "\n" + std::string(words::still_missing) + joined(parts) + "\n";
  if (!answer.proven) out += "\n" + std::string(words::search_stopped) + "\n";
  return out + set_aside(asked.holdings);
}

}  // namespace rung
