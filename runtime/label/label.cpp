#include "runtime/label/label.hpp"

#include <algorithm>

namespace rung::label {
namespace {

using table::CredentialType;
using table::StatementKind;
using table::Term;

// The marker that a statement is evidence for; count_ when it is for none.
Marker marker_of(const table::Statement& statement) {
  switch (statement.kind) {
    case StatementKind::consulted: return Marker::relevant;
    case StatementKind::accredited_by: return Marker::accredited;
    case StatementKind::meets_standard: return Marker::standardized;
    case StatementKind::assessed_by:
    case StatementKind::pass_mark: return Marker::assessed;
    case StatementKind::pace: return statement.term == Term::fixed ? Marker::count_ : Marker::flexible;
    case StatementKind::delivery: return statement.term == Term::in_person ? Marker::count_ : Marker::flexible;
    default: return Marker::count_;
  }
}

bool is_formal(CredentialType type) {
  return type == CredentialType::diploma || type == CredentialType::degree || type == CredentialType::licence || type == CredentialType::apprenticeship;
}

std::vector<Limit> limits_of(const Table& table, const Label& label) {
  const table::Credential& credential = table.credentials()[label.credential];
  const auto statements = table.statements_of(label.credential);
  const bool entitles = std::any_of(statements.begin(), statements.end(), [](const table::Statement& one) { return one.kind == StatementKind::entitles_to; });
  const bool participation = credential.awarded_for == table::Achievement::participation;
  std::vector<Limit> out;
  const auto add = [&](bool holds, Limit limit) {
    if (holds) out.push_back(limit);
  };
  add(!is_formal(credential.type), Limit::no_formal_qualification);
  add(credential.credits == table::unknown && credential.rule == table::none, Limit::no_credits);
  add(!entitles && credential.type != CredentialType::licence, Limit::no_entitlement);
  add(!label.markers[static_cast<std::size_t>(Marker::assessed)].shown && !participation, Limit::no_assessment);
  add(participation, Limit::for_participation);
  add(credential.valid_months > 0, Limit::not_for_ever);
  add(label.counts_towards.empty(), Limit::counts_towards_nothing);
  return out;
}

}  // namespace

Label label_of(const Table& table, std::uint32_t credential) {
  Label out{credential, {}, leads_to(table, std::span(&credential, 1)), {}, {}, {}, {}};
  const auto statements = table.statements_of(credential);
  for (const table::Statement& one : statements) {
    const Marker marker = marker_of(one);
    if (marker == Marker::count_) continue;
    Marked& marked = out.markers[static_cast<std::size_t>(marker)];
    marked.shown = true;
    marked.evidence.push_back(static_cast<std::uint32_t>(&one - table.statements().data()));
  }
  out.markers[static_cast<std::size_t>(Marker::stackable)].shown = !out.counts_towards.empty();
  for (const std::uint32_t recognition : table.list(table.credentials()[credential].recognised_in)) {
    const bool refusal = table.recognitions()[recognition].kind == table::RecognitionKind::refusal;
    (refusal ? out.refused : out.recognised).push_back(recognition);
  }
  const auto given_by = table.list(table.credentials()[credential].given_by);
  out.counts_as_it.assign(given_by.begin(), given_by.end());
  out.limits = limits_of(table, out);
  return out;
}

std::string shown(const Table& table, std::uint32_t credential, std::string_view format, std::string_view language) {
  const Label label = label_of(table, credential);
  if (format == "json") return as_json(table, label, language);
  if (format == "html") return as_html(table, label, language);
  return format == "svg" ? as_svg(table, label, language) : as_text(table, label, language);
}

}  // namespace rung::label
