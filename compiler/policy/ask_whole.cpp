// A part and what it counts towards: its size, what it develops, its assessments. Asked of every award whose rule counts it; of none, it holds.
#include <algorithm>
#include <set>
#include <utility>

#include "compiler/checks/facts.hpp"
#include "compiler/policy/asks.hpp"

namespace rung::policy {
namespace {

using model::Wide;

// An amount of hours, or of credits of one unit; the whole's may be known from below only.
struct Size {
  Wide value = 0;
  std::uint32_t unit = model::none;          // units; none: hours
  std::string told;
  bool at_least = false;
};

std::optional<Size> hours_of(const Context& context, const model::Credential& credential) {
  if (credential.hours) return Size{static_cast<Wide>(credential.hours->value) * table::millionths, model::none, model::decimal(credential.hours->value) + " hours", false};
  if (!credential.credits) return std::nullopt;
  const model::Unit& unit = context.model.units[credential.credit_unit];
  if (unit.hours == table::unknown) return std::nullopt;
  return Size{static_cast<Wide>(credential.credits->value) * unit.hours, model::none, model::decimal(credential.credits->value) + ' ' + unit.name, false};
}

std::optional<Size> credits_of(const Context& context, const model::Credential& credential, bool whole) {
  if (credential.credits)
    return Size{credential.credits->value, credential.credit_unit, model::decimal(credential.credits->value) + ' ' + context.model.units[credential.credit_unit].name, false};
  if (!whole || credential.rule == model::none) return std::nullopt;
  // `requires 30 credits { … }`: it is no smaller than that.
  for (const model::Condition& condition : context.model.conditions_of(credential.rule))
    if (condition.kind == table::ConditionKind::total && condition.measure == model::Measure::credits && condition.within == model::none && condition.unit != model::none &&
        condition.amount != table::unknown)
      return Size{condition.amount, condition.unit, model::decimal(condition.amount) + ' ' + context.model.units[condition.unit].name, true};
  return std::nullopt;
}

// Whether the part is smaller; none when it cannot be told.
std::optional<bool> smaller(const Size& part, const Size& whole) {
  if (part.unit != whole.unit) return std::nullopt;
  if (part.value < whole.value) return true;
  return whole.at_least ? std::nullopt : std::optional(false);
}

template <class Each>
Found of_each_whole(const Context& context, std::uint32_t id, const Each& each) {
  Found out;
  for (const graph::Edge edge : graph::arrows(context.counted_by, id)) {
    const std::uint32_t whole = graph::to(context.counted_by, edge);
    Found one = each(context.model.credentials[whole], whole);
    out.answer = value::worse(out.answer, one.answer);
    out.evidence.insert(out.evidence.end(), one.evidence.begin(), one.evidence.end());
  }
  if (out.evidence.empty()) out.evidence.push_back({Phrase::counts_towards_no_award, {}, context.model.credentials[id].span});
  return out;
}

// What an award develops itself, and through whatever its rule can count.
std::set<std::uint32_t> developed_by(const Context& context, std::uint32_t id) {
  std::set<std::uint32_t> out;
  const auto add = [&](const model::Credential& credential) {
    for (const model::Developed& one : credential.develops) out.insert(one.competency);
  };
  std::vector<char> seen(context.model.credentials.size(), 0);
  std::vector<std::uint32_t> open{id};
  seen[id] = 1;
  while (!open.empty()) {
    const model::Credential& credential = context.model.credentials[open.back()];
    open.pop_back();
    add(credential);
    for (const std::uint32_t root : credential.rules())
      for (std::uint32_t node = root; node < context.model.nodes[root].end; ++node) {
        if (context.model.nodes[node].kind == model::NodeKind::gate) continue;
        for (const std::uint32_t member : context.model.nodes[node].members)
          if (!std::exchange(seen[member], 1)) open.push_back(member);
      }
  }
  return out;
}

// The declared assessments that a credential's rules count or that it says it is assessed by, by name.
std::set<std::string> assessments_of(const Context& context, const model::Credential& credential) {
  std::set<std::string> out;
  for (const std::uint32_t root : credential.rules())
    for (std::uint32_t node = root; node < context.model.nodes[root].end; ++node) {
      if (context.model.nodes[node].kind == model::NodeKind::gate) continue;
      for (const std::uint32_t member : context.model.nodes[node].members)
        if (context.model.credentials[member].type == model::CredentialType::assessment) out.insert(context.model.credentials[member].name);
    }
  for (const std::string& how : credential.assessed_by)
    for (const model::Credential& other : context.model.credentials)
      if (other.type == model::CredentialType::assessment && (other.name == how || model::short_name(other.name) == how || (!other.title.empty() && other.title == how))) out.insert(other.name);
  return out;
}

}  // namespace

Found ask_size(const Context& context, std::uint32_t id) {
  const model::Credential& part = context.model.credentials[id];
  return of_each_whole(context, id, [&](const model::Credential& whole, std::uint32_t) {
    const auto part_hours = hours_of(context, part), whole_hours = hours_of(context, whole);
    const bool in_hours = part_hours && whole_hours;
    const auto own = in_hours ? part_hours : credits_of(context, part, false), its = in_hours ? whole_hours : credits_of(context, whole, true);
    const std::string name = context.name(whole.name);
    if (!own) return mended(told(Answer::cannot_tell, part.span, Phrase::field_not_stated, {"size"}), Phrase::state_it, {"'workload' or 'credits'"});
    const auto answer = its ? smaller(*own, *its) : std::nullopt;
    if (!answer) return told(Answer::cannot_tell, whole.span, Phrase::size_of_whole_unknown, {name});
    return *answer ? told(Answer::holds, part.span, Phrase::is_smaller_than, {name}) : told(Answer::fails, part.span, Phrase::not_smaller_than, {own->told, name, its->told});
  });
}

Found ask_fewer(const Context& context, std::uint32_t id) {
  const model::Credential& part = context.model.credentials[id];
  return of_each_whole(context, id, [&](const model::Credential& award, std::uint32_t whole) {
    const std::size_t own = part.develops.size(), all = developed_by(context, whole).size();
    const std::string name = context.name(award.name);
    return own < all ? told(Answer::holds, part.span, Phrase::develops_fewer, {name})
                     : told(Answer::fails, part.span, Phrase::develops_no_fewer, {std::to_string(own), name, std::to_string(all)});
  });
}

// What the award itself says it develops; what it only develops by counting this part would make every part a part.
Found ask_subset(const Context& context, std::uint32_t id) {
  const model::Credential& part = context.model.credentials[id];
  return of_each_whole(context, id, [&](const model::Credential& award, std::uint32_t) {
    const std::string name = context.name(award.name);
    for (const model::Developed& own : part.develops) {
      const bool known = std::any_of(award.develops.begin(), award.develops.end(), [&](const model::Developed& one) { return one.competency == own.competency; });
      if (!known) return told(Answer::fails, own.span, Phrase::beyond_whole, {context.name(context.model.competencies[own.competency].name), name});
    }
    return told(Answer::holds, part.span, Phrase::all_in_whole, {name});
  });
}

Found ask_assessments(const Context& context, std::uint32_t id) {
  const model::Credential& part = context.model.credentials[id];
  const std::set<std::string> own = assessments_of(context, part);
  Found out = told(Answer::fails, part.span, Phrase::no_assessment_shared);
  for (const graph::Edge edge : graph::arrows(context.counted_by, id)) {
    const model::Credential& award = context.model.credentials[graph::to(context.counted_by, edge)];
    for (const std::string& one : assessments_of(context, award)) {
      if (!own.contains(one)) continue;
      if (out.answer == Answer::fails) out = mended({Answer::holds, {}, {}}, Phrase::assess_apart);
      out.evidence.push_back({Phrase::assessment_shared, {context.name(one), context.name(award.name)}, award.span});
    }
  }
  return out;
}

}  // namespace rung::policy
