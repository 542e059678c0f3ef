#include <algorithm>
#include <iterator>
#include <optional>

#include "runtime/queries/ways/taken_for.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

using table::ConditionKind;
using table::NodeKind;
using words::Word;

constexpr std::string_view marks[] = {"[ ]", "[ ]", "[x]", "[?]"};   // by Verdict

class MissingText {
 public:
  MissingText(const Telling& in, const Asked& asked, const TakenFor* best) : in_(in), asked_(asked), table_(in.table), best_(best) {
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
    return "  " + mark(state.verdict) + " " + condition_asks(condition, state) + "\n";
  }

 private:
  static std::string mark(Verdict verdict) { return std::string(marks[static_cast<std::size_t>(verdict)]); }
  std::string apart() const { return std::string(in_.locale.semicolon) + " "; }

  std::string node(const NodeState& state, bool before) {
    const table::Node& node = table_.nodes()[state.node];
    const std::string_view part = table_.text(node.part);
    std::string out = node_asks(in_, state.node);
    if (!part.empty()) out = pair_of(in_, part, out);
    for (const std::string& floor : floors_of(in_, node)) out += ", " + floor;
    out = mark(state.verdict) + " " + asked_of(in_, std::move(out), node);
    if (state.verdict != Verdict::met && node.kind != NodeKind::gate) out += ", " + so_far(node, state);
    if (!state.counted.empty()) out += apart() + under_agreements(in_, pair_of(in_, in_.words.counted, titles(in_, state.counted)), state.recognised);
    if (state.verdict != Verdict::met) out += still_open(node, state);
    out += best_of(node, state, before);
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

  // What the best way takes here: said where it is taken, not again of the groups around it.
  std::string best_of(const table::Node& node, const NodeState& state, bool before) const {
    if (best_ == nullptr || node.kind == NodeKind::group || (before && state.verdict == Verdict::met)) return {};
    std::vector<std::uint32_t> best = before ? best_->before_enrolling(state.node) : best_->part(state.node);
    const auto again = std::stable_partition(best.begin(), best.end(), [&](std::uint32_t credential) { return !has_had(credential); });
    const std::vector<std::uint32_t> once_more(again, best.end());
    best.erase(again, best.end());
    std::string out;
    if (!best.empty()) out += apart() + pair_of(in_, in_.words.best, titles(in_, best));
    if (!once_more.empty()) out += apart() + pair_of(in_, in_.words.best_again, titles(in_, once_more));
    return out;
  }

  bool has_had(std::uint32_t credential) const { return std::binary_search(had_.begin(), had_.end(), credential); }

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
  const TakenFor* best_;                   // none: no way is known, or none was asked for
  std::vector<std::uint32_t> had_;         // sorted: valid or not
};

// Whether one of these is taken, or earned, on the way: what else is recognised is said of the part where it is counted.
bool is_on(const Path& way, std::span<const std::uint32_t> credentials) {
  return std::any_of(credentials.begin(), credentials.end(), [&](std::uint32_t one) {
    return std::binary_search(way.earns.begin(), way.earns.end(), one) || std::any_of(way.steps.begin(), way.steps.end(), [&](const Step& step) { return step.credential == one; });
  });
}

// What the best way costs, what it rests on, and what it takes or needs beside what is said of each part.
std::string best_way(const Telling& in, const BestWay& best, const TakenFor* taken) {
  const Table& table = in.table;
  if (taken == nullptr) return std::string(best.answer.proven ? in.words.no_way : in.words.no_way_found);
  const Path& way = *best.way();
  const std::string cost = way.steps.empty() ? std::string(in.words.nothing_to_take) : cost_line(in, way.cost, table.credentials()[best.question.award].credit_unit);
  std::string out = filled(in.words.best_way, {costs_in(in, best.question, in.words.then), cost});
  const auto add = [&](const std::string& more) { (out += in.locale.semicolon) += " " + more; };
  std::vector<std::uint32_t> besides = taken->besides();
  std::erase(besides, best.question.award);
  if (!besides.empty()) add(filled(in.words.takes_besides, {titles(in, besides)}));
  std::vector<std::string> gates;
  for (const std::uint32_t gate : way.gates) gates.push_back(gate_title(in, gate));
  if (!gates.empty()) add(filled(in.words.also_needs, {joined(gates)}));
  for (const std::uint32_t recognition : way.recognised)
    if (is_on(way, table.list(table.recognitions()[recognition].sources))) out += "\n  " + rests_on(in, recognition);
  return best.answer.proven ? out : out + "\n" + filled(in.words.not_proven, {bound_of(in, best.question, best.answer)});
}

}  // namespace

std::string text_missing(const Asked& asked, std::uint32_t award, const MissingAnswer& answer, std::string_view language, const BestWay* best) {
  const Telling in(asked.table, language);
  const Table& table = asked.table;
  std::optional<TakenFor> taken;
  if (best != nullptr && best->way() != nullptr) taken.emplace(table, *best->way());
  const TakenFor* const taken_for = taken ? &*taken : nullptr;
  MissingText text(in, asked, taken_for);
  const auto titled = [&](Word heading) { return "\n" + std::string(heading) + "\n"; };
  const Word verdict = answer.earned ? in.words.is_earned : answer.cannot_tell ? in.words.cannot_tell : answer.undecided ? in.words.not_decided : in.words.not_earned;
  std::string out = head(in, asked) + pair_of(in, called(in, award), verdict) + "\n";
  out += version_line(in, asked, award, true) + "\n";
  if (table.credentials()[award].rule == table::none) out += "  " + std::string(in.words.no_rule) + "\n";
  out += text.tree(answer.nodes);
  if (!answer.conditions.empty()) out += titled(in.words.conditions_heading);
  for (const ConditionState& state : answer.conditions) out += text.condition(state);
  if (!answer.prerequisites.empty()) out += titled(in.words.prerequisites_heading) + text.tree(answer.prerequisites, true);
  if (const auto barred = bars(table, asked.holdings, award); !barred.empty()) out += "\n" + filled(in.words.withheld_by, {titles(in, barred)}) + "\n";
  if (!answer.statements.empty()) out += titled(answer.cannot_tell ? in.words.cannot_tell_heading : in.words.left_out_heading);
  for (const std::string& one : statements(in, answer.statements)) out += "  " + one + "\n";
  if (!answer.earned) {
    std::string last;
    if (const auto parts = missing_parts(table, asked.holdings, award, answer, lack_names(in)); !parts.empty()) last += filled(in.words.still_missing, {joined(parts)}) + "\n";
    if (best != nullptr) last += best_way(in, *best, taken_for) + "\n";
    if (!last.empty()) out += "\n" + last;
  }
  if (!answer.proven) out += titled(in.words.search_stopped);
  return out + set_aside(in, asked);
}

}  // namespace rung
