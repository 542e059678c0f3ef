#include <algorithm>
#include <iterator>

#include "runtime/rung/plain.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

using words::Word;

class WhyNotText {
 public:
  WhyNotText(const Telling& in, const Asked& asked, const MissingAnswer& missing) : in_(in), words_(in.words), asked_(asked), table_(in.table), missing_(missing) {}

  // `number`: "1. ", or empty.
  std::string obstruction(const Obstruction& facts, const std::string& number) const {
    const std::string indent(number.empty() ? 4 : 2 + number.size(), ' ');
    if (facts.size() == 1) return "  " + number + fact(facts.front()) + "\n" + blemishes(facts.front(), indent);
    std::string out = "  " + number + std::string(interplay(facts) ? words_.these_together : words_.one_is_enough) + "\n";
    for (const Fact& one : facts) out += indent + "- " + fact(one) + "\n" + blemishes(one, indent + "  ");
    return out;
  }

 private:
  // Parts and conditions that hold by themselves; the others are parts of a group of which too few hold.
  bool interplay(const Obstruction& facts) const {
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& one) {
      if (one.kind == FactKind::condition) return true;
      return std::any_of(one.blemishes.begin(), one.blemishes.end(), [](const Blemish& blemish) { return blemish.reason == Reason::counted_elsewhere; });
    });
  }

  std::string fact(const Fact& one) const {
    switch (one.kind) {
      case FactKind::bar: return filled(words_.holds_a_bar, {called(in_, one.index)});
      case FactKind::no_version: return std::string(words_.no_version_now);
      case FactKind::condition: return filled(words_.on_the_whole, {condition(one.index)});
      case FactKind::prerequisite: return filled(words_.before_enrolling, {node(one)});
      default: return node(one);
    }
  }

  std::string node(const Fact& one) const {
    const table::Node& at = table_.nodes()[one.index];
    const std::string_view part = table_.part_of(one.index);
    std::string out = node_asks(in_, one.index);
    if (!part.empty()) out = pair_of(in_, part, out);
    for (const std::string& floor : floors_of(in_, at)) out += ", " + floor;
    out = asked_of(in_, std::move(out), at);
    if (at.kind == table::NodeKind::gate) return out;
    out += ", " + filled(words_.so_far, {at.kind == table::NodeKind::amount ? number_in(in_.locale, one.have_amount) : std::to_string(one.have)});
    const std::vector<std::uint32_t> open = still_open(one);
    return open.empty() ? out : out + std::string(in_.locale.semicolon) + " " + pair_of(in_, words_.open, titles(in_, open));
  }

  // The members that are not counted yet, of a part that does not hold by itself.
  std::vector<std::uint32_t> still_open(const Fact& one) const {
    const table::Node& at = table_.nodes()[one.index];
    const bool amount = at.kind == table::NodeKind::amount;
    const bool holds = amount ? one.have_amount >= at.amount : one.have >= (at.choice == table::Choice::all ? at.members.count : at.need);
    std::vector<std::uint32_t> open;
    if (holds || (!amount && at.kind != table::NodeKind::members)) return open;
    const auto members = table_.list(at.members);
    const std::vector<NodeState>& states = one.kind == FactKind::prerequisite ? missing_.prerequisites : missing_.nodes;
    const auto state = std::find_if(states.begin(), states.end(), [&](const NodeState& known) { return known.node == one.index; });
    const std::vector<std::uint32_t> counted = state == states.end() ? std::vector<std::uint32_t>{} : state->counted;
    std::set_difference(members.begin(), members.end(), counted.begin(), counted.end(), std::back_inserter(open));
    return open;
  }

  std::string condition(std::uint32_t index) const {
    const auto state = std::find_if(missing_.conditions.begin(), missing_.conditions.end(), [&](const ConditionState& known) { return known.condition == index; });
    const table::Condition& one = table_.conditions()[index];
    return said_of(in_, one, state == missing_.conditions.end() ? one.amount : state->need);
  }

  std::string blemishes(const Fact& one, const std::string& indent) const {
    std::string out;
    for (const Blemish& each : one.blemishes) out += indent + blemish(each) + "\n";
    return out;
  }

  std::string achievement(table::Achievement one) const { return std::string(words_.achievements[static_cast<std::size_t>(one)]); }

  std::string blemish(const Blemish& one) const {
    const std::string name = called(in_, one.credential);
    switch (one.reason) {
      case Reason::below_grade: {
        const table::Node& floor = table_.nodes()[one.floor];
        return filled(words_.held_at_grade, {name, grade_text(in_, one.grade, floor.grade_scale), grade_text(in_, floor.grade_floor, floor.grade_scale)});
      }
      case Reason::below_achievement: return filled(words_.held_for_achievement, {name, achievement(held_for(one.credential)), achievement(table_.nodes()[one.floor].achievement_floor)});
      case Reason::too_old: return filled(words_.older_than, {name, months_of(in_, table_.nodes()[one.floor].oldest_months)});
      case Reason::expired: return filled(words_.expired, {name});
      case Reason::cannot_tell: return filled(words_.cannot_tell_whether, {name, joined(statements(in_, one.statements))});
      case Reason::counted_elsewhere: return filled(words_.serves_elsewhere, {name});
      case Reason::not_evidence: return filled(words_.shows_nothing_asked, {name});
      case Reason::not_recognised: break;
    }
    return filled(words_.not_recognised, {name, refusal(one), agreement_of(in_, one.recognition)});
  }

  table::Achievement held_for(std::uint32_t credential) const {
    for (const Held& held : asked_.holdings.held)
      if (held.credential == credential) return held.achievement;
    return table::Achievement::unknown;
  }

  std::string refusal(const Blemish& one) const {
    switch (one.transfer) {
      case TransferVerdict::refused: return plain(table_.text(table_.recognitions()[one.recognition].reason));
      case TransferVerdict::below_floor: return filled(words_.below_floor, {words_.it, floor_of(in_, one.recognition)});
      case TransferVerdict::too_old: return filled(words_.too_old, {words_.it});
      case TransferVerdict::not_in_force: return std::string(words_.not_in_force);
      default: return filled(words_.cannot_tell_not_stated, {joined(statements(in_, one.statements))});
    }
  }

  const Telling& in_;
  const words::Words& words_;
  const Asked& asked_;
  const Table& table_;
  const MissingAnswer& missing_;
};

}  // namespace

std::string text_why_not(const Asked& asked, std::uint32_t award, const WhyNot& answer, const MissingAnswer& missing, std::string_view language) {
  const Telling in(asked.table, language);
  const words::Words& words = in.words;
  const WhyNotText text(in, asked, missing);
  const Word verdict = answer.earned ? words.is_earned : answer.cannot_tell ? words.cannot_tell : missing.undecided ? words.not_decided : words.not_earned;
  const auto apart = [](Word line) { return "\n" + std::string(line) + "\n"; };
  std::string out = head(in, asked) + pair_of(in, called(in, award), verdict) + "\n" + version_line(in, asked, award, false);
  if (answer.earned) return out + apart(words.nothing_in_the_way) + set_aside(in, asked);
  const table::Credential& credential = asked.table.credentials()[award];
  if (credential.rule == table::none) out += apart(words.no_rule);
  const bool several = answer.in_the_way.size() > 1;
  if (!answer.in_the_way.empty()) out += apart(several ? words.each_by_itself : words.in_the_way);
  for (std::size_t i = 0; i < answer.in_the_way.size(); ++i) out += text.obstruction(answer.in_the_way[i], several ? std::to_string(i + 1) + ". " : "");
  if (!answer.opens.empty())
    out += apart(words.what_opens) + "     " + cost_line(in, answer.opens.front().cost, credential.credit_unit) + "\n" + path_lines(in, asked, answer.opens.front(), award);
  else if (answer.proven)
    out += apart(words.nothing_opens);
  if (missing.cannot_tell && !missing.statements.empty()) {   // else each is told of what it would let serve
    out += apart(words.cannot_tell_heading);
    for (const std::string& one : statements(in, missing.statements)) out += "  " + one + "\n";
  }
  if (!answer.proven) out += apart(words.search_stopped);
  return out + set_aside(in, asked);
}

}  // namespace rung
