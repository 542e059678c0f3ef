#include <algorithm>
#include <iterator>

#include "runtime/rung/text_support.hpp"

namespace rung {
namespace {

using table::ConditionKind;
using table::NodeKind;
using words::Word;

constexpr std::string_view marks[] = {"[ ]", "[ ]", "[x]", "[?]"};   // by Verdict

class MissingText {
 public:
  MissingText(const Telling& in, const Asked& asked) : in_(in), asked_(asked), table_(in.table) {}

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
    return "  " + mark(state.verdict) + " " + condition_asks(condition, state) + "\n";
  }

 private:
  static std::string mark(Verdict verdict) { return std::string(marks[static_cast<std::size_t>(verdict)]); }
  std::string apart() const { return std::string(in_.locale.semicolon) + " "; }

  std::string node(const NodeState& state) {
    const table::Node& node = table_.nodes()[state.node];
    const std::string_view part = table_.text(node.part);
    std::string out = node_asks(in_, state.node);
    if (!part.empty()) out = pair_of(in_, part, out);
    out = mark(state.verdict) + " " + asked_of(in_, std::move(out), node);
    if (state.verdict != Verdict::met && node.kind != NodeKind::gate) out += ", " + so_far(node, state);
    if (!state.counted.empty()) out += apart() + under_agreements(in_, pair_of(in_, in_.words.counted, titles(in_, state.counted)), state.recognised);
    if (state.verdict != Verdict::met) out += still_open(node, state);
    if (state.exception != table::none) {
      const bool told = told_ == state.exception && state.node < told_end_;   // of the part that it lies in
      out += apart() + (told ? std::string(in_.words.excused) : exception_line(in_, asked_, state.exception));
      if (!told) told_ = state.exception, told_end_ = node.end;
    }
    return out + "\n";
  }

  std::string so_far(const table::Node& node, const NodeState& state) const {
    return filled(in_.words.so_far, {node.kind == NodeKind::amount ? number_in(in_.locale, state.have_amount) : std::to_string(state.have)});
  }

  // The members that are not counted yet.
  std::string still_open(const table::Node& node, const NodeState& state) const {
    if (node.kind != NodeKind::members && node.kind != NodeKind::amount) return {};
    std::vector<std::uint32_t> open;
    const auto members = table_.list(node.members);
    std::set_difference(members.begin(), members.end(), state.counted.begin(), state.counted.end(), std::back_inserter(open));
    return open.empty() ? std::string() : apart() + pair_of(in_, in_.words.open, titles(in_, open));
  }

  std::string condition_asks(const table::Condition& condition, const ConditionState& state) const {
    if (condition.kind == ConditionKind::may_share) return std::string(in_.words.may_share);
    if (condition.kind == ConditionKind::one_at_a_time) return std::string(in_.words.one_at_a_time);
    return said_of(in_, condition, state.need) + ", " + so_far(condition, state.have);
  }

  std::string so_far(const table::Condition& condition, std::int64_t have) const {
    if (condition.kind != ConditionKind::average) return filled(in_.words.so_far, {number_in(in_.locale, have)});
    if (have == table::unknown) return std::string(in_.words.no_grade_so_far);
    const bool percent = table_.scales()[condition.grade_scale].kind == table::ScaleKind::percent;
    const std::int64_t shown = have / 10'000 * 10'000;
    return filled(in_.words.so_far, {percent ? percent_in(in_.locale, shown) : number_in(in_.locale, shown)});
  }

  std::uint32_t told_ = table::none, told_end_ = 0;   // the exception told last, and how far it reaches
  const Telling& in_;
  const Asked& asked_;
  const Table& table_;
};

}  // namespace

std::string text_missing(const Asked& asked, std::uint32_t award, const MissingAnswer& answer, std::string_view language) {
  const Telling in(asked.table, language);
  const Table& table = asked.table;
  MissingText text(in, asked);
  const auto titled = [&](Word heading) { return "\n" + std::string(heading) + "\n"; };
  const Word verdict = answer.earned ? in.words.is_earned : answer.cannot_tell ? in.words.cannot_tell : answer.undecided ? in.words.not_decided : in.words.not_earned;
  std::string out = head(in, asked) + pair_of(in, called(in, award), verdict) + "\n";
  out += version_line(in, asked, award, true) + "\n";
  if (table.credentials()[award].rule == table::none) out += "  " + std::string(in.words.no_rule) + "\n";
  out += text.tree(answer.nodes);
  if (!answer.conditions.empty()) out += titled(in.words.conditions_heading);
  for (const ConditionState& state : answer.conditions) out += text.condition(state);
  if (!answer.prerequisites.empty()) out += titled(in.words.prerequisites_heading) + text.tree(answer.prerequisites);
  if (const auto barred = bars(table, asked.holdings, award); !barred.empty()) out += "\n" + filled(in.words.withheld_by, {titles(in, barred)}) + "\n";
  if (!answer.statements.empty()) out += titled(in.words.cannot_tell_heading);
  for (const std::string& one : statements(in, answer.statements)) out += "  " + one + "\n";
  if (const auto parts = missing_parts(table, asked.holdings, award, answer, lack_names(in)); !answer.earned && !parts.empty())
    out += "\n" + filled(in.words.still_missing, {joined(parts)}) + "\n";
  if (!answer.proven) out += titled(in.words.search_stopped);
  return out + set_aside(in, asked.holdings);
}

}  // namespace rung
