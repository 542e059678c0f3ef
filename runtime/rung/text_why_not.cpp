#include <algorithm>

#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/rung/text_support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

using words::Word;

class WhyNotText {
 public:
  WhyNotText(const Asked& asked, const MissingAnswer& missing) : asked_(asked), table_(asked.table), missing_(missing) {}

  // `number`: "1. ", or empty.
  std::string obstruction(const Obstruction& facts, const std::string& number) const {
    const std::string indent(number.empty() ? 4 : 2 + number.size(), ' ');
    if (facts.size() == 1) return "  " + number + fact(facts.front()) + "\n" + blemishes(facts.front(), indent);
    std::string out = "  " + number + std::string(interplay(facts) ? words::these_together : words::one_of_these_is_enough) + "\n";
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
      case FactKind::bar: return std::string(words::holds_a_bar) + called(table_, one.index);
      case FactKind::no_version: return std::string(words::no_version_now);
      case FactKind::condition: return std::string(words::on_the_whole) + condition(one.index);
      default: return (one.kind == FactKind::prerequisite ? std::string(words::before_enrolling) : std::string()) + node(one);
    }
  }

  std::string node(const Fact& one) const {
    const table::Node& at = table_.nodes()[one.index];
    const std::string_view part = table_.part_of(one.index);
    std::string out = std::string(part) + (part.empty() ? "" : ": ") + node_asks(table_, one.index) + asked_of(table_, at);
    if (at.kind == table::NodeKind::amount) return out + ", " + table::decimal(one.have_amount) + std::string(words::so_far);
    return at.kind == table::NodeKind::gate ? out : out + ", " + std::to_string(one.have) + std::string(words::so_far);
  }

  std::string condition(std::uint32_t index) const {
    const auto state = std::find_if(missing_.conditions.begin(), missing_.conditions.end(), [&](const ConditionState& known) { return known.condition == index; });
    const table::Condition& one = table_.conditions()[index];
    return said_of(table_, one, state == missing_.conditions.end() ? one.amount : state->need);
  }

  std::string blemishes(const Fact& one, const std::string& indent) const {
    std::string out;
    for (const Blemish& each : one.blemishes) out += indent + blemish(each) + "\n";
    return out;
  }

  std::string blemish(const Blemish& one) const {
    const std::string name = called(table_, one.credential);
    switch (one.reason) {
      case Reason::below_grade: {
        const table::Node& floor = table_.nodes()[one.floor];
        return name + std::string(words::is_held_at) + grade_text(table_, one.grade, floor.grade_scale) + "; " + grade_text(table_, floor.grade_floor, floor.grade_scale) + std::string(words::is_asked_for);
      }
      case Reason::below_achievement:
        return name + std::string(words::is_held_for) + std::string(enum_name(held_for(one.credential))) + "; " +
               std::string(enum_name(table_.nodes()[one.floor].achievement_floor)) + std::string(words::is_asked_for);
      case Reason::too_old: {
        const std::uint32_t months = table_.nodes()[one.floor].oldest_months;
        return name + std::string(words::is_older_than) + (months % 12 == 0 ? so_many(months / 12, words::year) : so_many(months, words::month));
      }
      case Reason::expired: return name + std::string(words::has_expired);
      case Reason::cannot_tell: return name + std::string(words::cannot_be_told_of) + joined(statements(table_, one.statements));
      case Reason::counted_elsewhere: return name + std::string(words::serves_elsewhere_too);
      case Reason::not_evidence: return name + std::string(words::shows_nothing_asked);
      case Reason::not_recognised: break;
    }
    return name + std::string(words::not_recognised_as) + std::string(words::why) + refusal(one) + std::string(words::under) + agreement_of(table_, one.recognition);
  }

  table::Achievement held_for(std::uint32_t credential) const {
    for (const Held& held : asked_.holdings.held)
      if (held.credential == credential) return held.achievement;
    return table::Achievement::unknown;
  }

  std::string refusal(const Blemish& one) const {
    switch (one.transfer) {
      case TransferVerdict::refused: return plain(table_.text(table_.recognitions()[one.recognition].reason));
      case TransferVerdict::below_floor: return std::string(words::it) + std::string(words::below_floor);
      case TransferVerdict::too_old: return std::string(words::it) + std::string(words::too_old);
      case TransferVerdict::not_in_force: return std::string(words::not_in_force);
      default: return std::string(words::cannot_tell) + ", " + std::string(words::not_stated) + joined(statements(table_, one.statements));
    }
  }

  const Asked& asked_;
  const Table& table_;
  const MissingAnswer& missing_;
};

}  // namespace

std::string text_why_not(const Asked& asked, std::uint32_t award, const WhyNot& answer, const MissingAnswer& missing) {
  const Table& table = asked.table;
  const WhyNotText text(asked, missing);
  const Word verdict = answer.earned ? words::is_earned : answer.cannot_tell ? words::cannot_tell : missing.undecided ? words::not_decided : words::not_earned;
  std::string out = head(asked) + called(table, award) + ": " + std::string(verdict) + "\n" + version_line(asked, award, false);
  if (answer.earned) return out + "\n" + std::string(words::nothing_in_the_way) + "\n" + set_aside(asked.holdings);
  if (table.credentials()[award].rule == table::none) out += "\n" + std::string(words::no_rule) + "\n";
  if (!answer.in_the_way.empty()) out += "\n" + std::string(answer.in_the_way.size() == 1 ? words::in_the_way : words::each_by_itself) + "\n";
  for (std::size_t i = 0; i < answer.in_the_way.size(); ++i) out += text.obstruction(answer.in_the_way[i], answer.in_the_way.size() == 1 ? "" : std::to_string(i + 1) + ". ");
  if (answer.opens.empty()) {
    if (answer.proven) out += "\n" + std::string(words::nothing_opens) + "\n";
  } else {
    out += "\n" + std::string(words::what_opens) + "\n     " + cost_line(table, answer.opens.front().cost, table.credentials()[award].credit_unit) + "\n" + path_lines(asked, answer.opens.front(), award);
  }
  if (!missing.statements.empty()) out += "\n" + std::string(words::cannot_tell_heading) + "\n";
  for (const std::string& one : statements(table, missing.statements)) out += "  " + one + "\n";
  if (!answer.proven) out += "\n" + std::string(words::search_stopped) + "\n";
  return out + set_aside(asked.holdings);
}

}  // namespace rung
