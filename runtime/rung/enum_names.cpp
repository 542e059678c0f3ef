#include "runtime/rung/enum_names.hpp"

#include "runtime/table/arrays.hpp"

namespace rung {
namespace {

// One name for each value, checked where the enumeration counts its values.
template <class Enum, std::size_t n>
constexpr EnumNames checked(const std::string_view (&names)[n]) {
  static_assert(n == static_cast<std::size_t>(Enum::count_));
  return names;
}

constexpr std::string_view scale_kinds[] = {"percent", "ordinal"};
constexpr std::string_view achievements[] = {"unknown", "participation", "competence", "mastery"};
constexpr std::string_view competency_kinds[] = {"unknown", "skill", "knowledge", "attribute"};
constexpr std::string_view credential_types[] = {"course",      "assessment", "badge",  "microcredential", "certification",
                                                 "certificate", "diploma",    "degree", "licence",         "apprenticeship"};
constexpr std::string_view rule_classes[] = {"taken", "plain", "matching", "search"};
constexpr std::string_view node_kinds[] = {"group", "members", "amount", "competencies", "gate"};
constexpr std::string_view choices[] = {"all", "exactly", "at-least"};
constexpr std::string_view measures[] = {"credits", "hours", "credentials"};
constexpr std::string_view condition_kinds[] = {"total", "residency", "amount-from", "at-most", "at-most-prior-learning", "at-most-transfer", "may-share",
                                                "at-most-ungraded", "at-most-each", "distinct", "average", "last-from", "one-at-a-time",
                                                "shared-with-any",   "shared-with", "new-share",   "new-amount"};
constexpr std::string_view combinations[] = {"alone", "larger", "smaller"};
constexpr std::string_view keys[] = {"none", "institution", "subject", "term", "tag"};
constexpr std::string_view asked_of[] = {"all", "holders", "unless-held", "with-gate", "without-gate"};
constexpr std::string_view agreement_statuses[] = {"unstated", "guaranteed", "indicative", "pending"};
constexpr std::string_view days_in_force[] = {"when-asked", "when-awarded"};
constexpr std::string_view recognition_kinds[] = {"credit", "prerequisite", "exemption", "entry", "refusal"};
constexpr std::string_view statement_kinds[] = {"assessed-by", "pass-mark", "delivery",  "pace",          "learning",       "form",
                                                "purpose",     "audience",  "consulted", "accredited-by", "meets-standard", "entitles-to"};
constexpr std::string_view terms[] = {"none",    "in-person", "online",  "hybrid", "fixed",            "self-paced",          "cohort",          "independent", "both",           "digital",
                                      "paper",   "pathway",   "update",  "technical-skills", "transferable-skills", "recent-graduate", "student",     "employed-adult", "unemployed-adult"};
constexpr std::string_view roundings[] = {"exact", "up", "down", "nearest"};

}  // namespace

EnumNames names_of(table::ScaleKind) { return scale_kinds; }
EnumNames names_of(table::Achievement) { return achievements; }
EnumNames names_of(table::CompetencyKind) { return competency_kinds; }
EnumNames names_of(table::CredentialType) { return checked<table::CredentialType>(credential_types); }
EnumNames names_of(table::RuleClass) { return checked<table::RuleClass>(rule_classes); }
EnumNames names_of(table::NodeKind) { return checked<table::NodeKind>(node_kinds); }
EnumNames names_of(table::Choice) { return checked<table::Choice>(choices); }
EnumNames names_of(table::Measure) { return checked<table::Measure>(measures); }
EnumNames names_of(table::ConditionKind) { return checked<table::ConditionKind>(condition_kinds); }
EnumNames names_of(table::AgreementStatus) { return checked<table::AgreementStatus>(agreement_statuses); }
EnumNames names_of(table::InForce) { return checked<table::InForce>(days_in_force); }
EnumNames names_of(table::RecognitionKind) { return checked<table::RecognitionKind>(recognition_kinds); }
EnumNames names_of(table::Combined) { return checked<table::Combined>(combinations); }
EnumNames names_of(table::Key) { return checked<table::Key>(keys); }
EnumNames names_of(table::Asked) { return checked<table::Asked>(asked_of); }
EnumNames names_of(table::StatementKind) { return checked<table::StatementKind>(statement_kinds); }
EnumNames names_of(table::Term) { return checked<table::Term>(terms); }
EnumNames names_of(table::SectionKind) { return table::section_names(); }
EnumNames names_of(table::Rounding) { return checked<table::Rounding>(roundings); }

}  // namespace rung
