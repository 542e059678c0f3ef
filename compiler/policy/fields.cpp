#include "compiler/policy/fields.hpp"

#include <algorithm>

namespace rung::policy {
namespace {

bool of_anything(Word asked) {
  switch (asked) {
    case Word::title:
    case Word::titled_with:
    case Word::description:
    case Word::code:
    case Word::id:
    case Word::url: return true;
    default: return false;
  }
}

bool states(const model::Named& named, Word field) {
  switch (field) {
    case Word::title: return !named.title.empty() || !named.titles.empty();
    case Word::description: return !named.descriptions.empty();
    case Word::code: return !named.code.empty();
    case Word::id: return !named.id.empty();
    case Word::url: return !named.url.empty();
    default: return false;
  }
}

// Every issuer states it, and there is one.
bool issuers_state(const model::Model& model, const model::Credential& credential, std::string model::Institution::* what) {
  return !credential.issuers.empty() &&
         std::all_of(credential.issuers.begin(), credential.issuers.end(), [&](const model::Reference& issuer) { return !(model.institutions[issuer.id].*what).empty(); });
}

// Every competency that it develops states it, and there is one.
template <class States>
bool competencies_state(const model::Model& model, const model::Credential& credential, States has) {
  return !credential.develops.empty() &&
         std::all_of(credential.develops.begin(), credential.develops.end(), [&](const model::Developed& one) { return has(model.competencies[one.competency]); });
}

}  // namespace

bool of_credentials(Word asked) {
  switch (asked) {
    case Word::version:
    case Word::publisher:
    case Word::conforms_to:
    case Word::effective:
    case Word::status: return false;
    default: return true;
  }
}

bool of_agreements(Word asked) { return asked == Word::effective || asked == Word::status || of_anything(asked); }

bool of_frameworks(Word asked) {
  switch (asked) {
    case Word::version:
    case Word::publisher:
    case Word::credits:
    case Word::conforms_to: return true;
    default: return of_anything(asked);
  }
}

bool states(const model::Model& model, const model::Credential& credential, Word field) {
  const auto word = [](Word stated) { return stated != Word::none; };
  switch (field) {
    case Word::issued_by: return !credential.issuers.empty();
    case Word::country: return issuers_state(model, credential, &model::Institution::country);
    case Word::region: return issuers_state(model, credential, &model::Institution::region);
    case Word::issuer_type: return issuers_state(model, credential, &model::Institution::type);
    case Word::develops: return !credential.develops.empty() || credential.develops_incomplete;
    case Word::kind: return competencies_state(model, credential, [](const model::Competency& one) { return one.kind != table::CompetencyKind::unknown; });
    case Word::aligns_with: return competencies_state(model, credential, [](const model::Competency& one) { return !one.alignments.empty(); });
    case Word::workload: return credential.hours || credential.weeks;
    case Word::hours: return credential.hours.has_value();
    case Word::weeks: return credential.weeks.has_value();
    case Word::credits: return credential.credits.has_value();
    case Word::fee: return credential.fee.has_value();
    case Word::level: return credential.level.has_value();
    case Word::assessed_by: return !credential.assessed_by.empty() || credential.pass_mark != table::unknown;
    case Word::pass_mark: return credential.pass_mark != table::unknown;
    case Word::awarded_for: return credential.awarded_for != table::Achievement::unknown;
    case Word::delivery: return word(credential.delivery);
    case Word::pace: return word(credential.pace);
    case Word::learning: return word(credential.learning);
    case Word::form: return !credential.form.empty();
    case Word::purpose: return !credential.purpose.empty();
    case Word::audience: return !credential.audience.empty();
    case Word::consulted: return !credential.consulted.empty() || credential.nobody_consulted;
    case Word::accredited_by: return !credential.accredited_by.empty() || credential.not_accredited;
    case Word::meets_standard: return !credential.meets_standard.empty() || credential.no_standard;
    case Word::entitles_to: return !credential.entitles_to.empty();
    case Word::valid_for: return credential.valid_months != 0;
    case Word::offered: return credential.offered_from || credential.offered_to;
    case Word::review_by: return credential.review_by.has_value();
    case Word::prerequisite: return credential.prerequisite != model::none;
    case Word::stacks: return credential.stacks_span.file != source::no_file;
    case Word::requires_: return credential.rule != model::none;
    case Word::tags: return !credential.tags.empty();
    case Word::subject: return !credential.subjects.empty();
    default: return states(static_cast<const model::Named&>(credential), field);
  }
}

bool states(const model::Agreement& agreement, Word field) {
  if (field == Word::effective) return agreement.effective_from || agreement.effective_to;
  if (field == Word::status) return agreement.status != table::AgreementStatus::unstated;
  return states(static_cast<const model::Named&>(agreement), field);
}

bool states(const model::Model& model, const model::Framework& framework, Word field) {
  switch (field) {
    case Word::version: return !framework.version.empty();
    case Word::publisher: return framework.publisher != model::none;
    case Word::credits: return model.units[framework.credit_unit].hours != table::unknown;   // what a credit is worth
    case Word::conforms_to: return !framework.conforms_to.empty();
    default: return states(static_cast<const model::Named&>(framework), field);
  }
}

}  // namespace rung::policy
