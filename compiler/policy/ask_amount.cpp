// Amounts within a bound: workload, credits, fee, level, pass mark, validity. Exact: an amount and its bound are compared as fractions.
#include "compiler/policy/asks.hpp"

namespace rung::policy {
namespace {

using model::Wide;

// A quantity as value / scale, so that nothing is rounded.
struct Measured {
  Wide value, scale;
  std::string told;                          // "12 weeks"
};

std::string plural(Amount amount, std::string_view unit) {
  return model::decimal(amount) + ' ' + std::string(amount == table::millionths && unit.ends_with('s') ? unit.substr(0, unit.size() - 1) : unit);
}

Found judged(const Question& question, const Measured& amount, const char* field, Span span) {
  return told(answer_of(question.rule.bound.holds(amount.value, amount.scale)), span, Phrase::field_is, {field, amount.told});
}

// `state`: the field as the language spells it.
Found not_stated(const model::Credential& credential, const std::string& field, const std::string& state) {
  return mended(told(Answer::cannot_tell, credential.span, Phrase::field_not_stated, {field}), Phrase::state_it, {"'" + state + "'"});
}

Found plain(const Question& question, const model::Credential& credential, const std::optional<model::Stated<Amount>>& stated, const char* field, std::string_view unit) {
  if (!stated) return not_stated(credential, field, question.printed(question.rule.asks));
  return judged(question, {stated->value, 1, unit.empty() ? model::decimal(stated->value) : plural(stated->value, unit)}, field, stated->span);
}

Found fee(const Question& question, const model::Credential& credential) {
  const std::string& currency = question.rule.texts.front();
  if (credential.fee && credential.currency != currency)
    return told(Answer::cannot_tell, credential.fee->span, Phrase::field_in_other_unit, {"fee", credential.currency, currency});
  return plain(question, credential, credential.fee, "fee", currency);
}

// Hours: those that are stated, else what the credits are worth in the framework.
Found hours(const Context& context, const Question& question, const model::Credential& credential) {
  if (credential.hours) return plain(question, credential, credential.hours, "workload", "hours");
  if (!credential.credits) return not_stated(credential, "workload", "workload");
  const model::Unit& unit = context.model.units[credential.credit_unit];
  if (unit.hours == table::unknown)
    return mended(told(Answer::cannot_tell, credential.credits->span, Phrase::field_in_other_unit, {"workload", unit.name, "hours"}), Phrase::declare_a_basis, {unit.name == "ECTS" ? unit.name : "credit"});
  return judged(question, {static_cast<Wide>(credential.credits->value) * unit.hours, table::millionths, plural(credential.credits->value, unit.name)}, "workload", credential.credits->span);
}

// Credits: as they are stated when their unit is the one that the rule means; else what the hours come to at the policy's basis.
Found credits(const Context& context, const Question& question, const model::Credential& credential) {
  const bool ects = question.rule.unit == Word::ects;
  const Amount basis = ects ? question.policy.ects_hours : question.policy.credit_hours;
  const model::Unit* unit = credential.credits ? &context.model.units[credential.credit_unit] : nullptr;
  const bool same = unit != nullptr && (unit->name == "ECTS") == ects && (ects || basis == table::unknown || unit->hours == basis);
  if (same) return judged(question, {credential.credits->value, 1, plural(credential.credits->value, unit->name)}, "size", credential.credits->span);
  if (basis != table::unknown) {
    const std::string at = " (" + plural(basis, "hours") + (ects ? " an ECTS)" : " a credit)");
    if (credential.hours) return judged(question, {static_cast<Wide>(credential.hours->value) * table::millionths, basis, plural(credential.hours->value, "hours") + at}, "size", credential.hours->span);
    if (unit != nullptr && unit->hours != table::unknown)
      return judged(question, {static_cast<Wide>(credential.credits->value) * unit->hours, basis, plural(credential.credits->value, unit->name) + at}, "size", credential.credits->span);
  }
  if (unit == nullptr) return not_stated(credential, "size", basis != table::unknown ? "credits' or 'workload" : "credits");
  return mended(told(Answer::cannot_tell, credential.credits->span, Phrase::field_in_other_unit, {"size", unit->name, ects ? "ECTS" : "the policy's credits"}), Phrase::declare_a_basis,
                {unit->name == "ECTS" ? unit->name : "credit"});
}

Found validity(const Question& question, const model::Credential& credential) {
  if (credential.valid_months == 0) return not_stated(credential, "validity", "valid for");
  const Wide scale = question.rule.unit == Word::years ? 12 : 1;
  const bool whole_years = credential.valid_months % 12 == 0;
  const Amount number = (whole_years ? credential.valid_months / 12 : credential.valid_months) * table::millionths;
  return judged(question, {static_cast<Wide>(credential.valid_months) * table::millionths, scale, plural(number, whole_years ? "years" : "months")}, "validity", credential.valid_span);
}

}  // namespace

Found ask_amount(const Context& context, const Question& question, const model::Credential& credential) {
  switch (question.rule.asks) {
    case Word::workload:
      if (question.rule.unit == Word::weeks) return plain(question, credential, credential.weeks, "length", "weeks");
      return hours(context, question, credential);
    case Word::credits: return credits(context, question, credential);
    case Word::fee: return fee(question, credential);
    case Word::level: return plain(question, credential, credential.level, "level", "");
    case Word::pass_mark:
      if (credential.pass_mark == table::unknown) return not_stated(credential, "pass mark", "pass mark");
      return judged(question, {credential.pass_mark, 1, model::decimal(credential.pass_mark) + " %"}, "pass mark", credential.span);
    default: return validity(question, credential);
  }
}

}  // namespace rung::policy
