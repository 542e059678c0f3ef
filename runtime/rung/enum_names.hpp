// What each enumeration's values are called in JSON, in the order of the values.
#pragma once

#include <span>
#include <string_view>

#include "runtime/table/format.hpp"

namespace rung {

using EnumNames = std::span<const std::string_view>;

// The argument says which enumeration; its value does not matter.
EnumNames names_of(table::ScaleKind);         // percent, ordinal
EnumNames names_of(table::Achievement);       // unknown, participation, competence, mastery
EnumNames names_of(table::CompetencyKind);    // unknown, skill, knowledge, attribute
EnumNames names_of(table::CredentialType);    // course … apprenticeship
EnumNames names_of(table::RuleClass);         // taken, plain, matching, search
EnumNames names_of(table::NodeKind);          // group, members, amount, competencies, gate
EnumNames names_of(table::Choice);            // all, exactly, at-least
EnumNames names_of(table::Measure);           // credits, hours, credentials
EnumNames names_of(table::ConditionKind);     // total, residency, amount-from, at-most, at-most-prior-learning, …
EnumNames names_of(table::Combined);          // alone, larger, smaller
EnumNames names_of(table::Key);               // none, institution, subject, term, tag
EnumNames names_of(table::Asked);             // all, holders, unless-held, with-gate, without-gate
EnumNames names_of(table::Rounding);          // exact, up, down, nearest
EnumNames names_of(table::AgreementStatus);
EnumNames names_of(table::InForce);
EnumNames names_of(table::RecognitionKind);
EnumNames names_of(table::StatementKind);     // assessed-by, pass-mark, delivery, …
EnumNames names_of(table::Term);              // none, in-person, online, …: as the language writes them
EnumNames names_of(table::SectionKind);

template <class Enum>
std::string_view enum_name(Enum value) {
  return names_of(value)[static_cast<std::size_t>(value)];
}

}  // namespace rung
