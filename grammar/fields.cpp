#include "grammar/fields.hpp"

#include <algorithm>
#include <initializer_list>

namespace rung::grammar {
namespace {

enum class Owner { everybody, framework, institution, competency, gate, credential, institution_or_credential, competency_or_credential, framework_or_credential, nobody };

Owner owner_of(Word field) {
  using enum Word;
  const auto one_of = [&](std::initializer_list<Word> list) { return std::find(list.begin(), list.end(), field) != list.end(); };
  if (one_of({title, description, code, id, url, note, renamed_from})) return Owner::everybody;
  if (one_of({version, publisher, conforms_to, grades})) return Owner::framework;
  if (one_of({country, region})) return Owner::institution;
  if (one_of({kind, broader, aligns_with, precedes, related_to, replaced_by})) return Owner::competency;
  if (field == enrolled_in) return Owner::gate;
  if (field == type) return Owner::institution_or_credential;
  if (field == level) return Owner::competency_or_credential;
  if (field == credits) return Owner::framework_or_credential;   // of a framework: what a credit is worth
  if (one_of({issued_by, develops, workload, fee, assessed_by, awarded_for, tags, subject, delivery, pace, learning, form, purpose, audience})) return Owner::credential;
  if (one_of({consulted, accredited_by, meets_standard, entitles_to, valid_for, offered, review_by})) return Owner::credential;
  if (one_of({requires_, prerequisite, stacks, withheld_from, surrenders, in_force, counts_towards})) return Owner::credential;
  return Owner::nobody;
}

}  // namespace

std::string_view owner(Word field) {
  switch (owner_of(field)) {
    case Owner::framework: return "a framework";
    case Owner::institution: return "an institution";
    case Owner::competency: return "a competency";
    case Owner::gate: return "a gate";
    case Owner::credential:
    case Owner::framework_or_credential: return "a credential, such as a course";
    case Owner::institution_or_credential: return "an institution or of a credential, such as a course";
    case Owner::competency_or_credential: return "a competency or of a credential, such as a course";
    case Owner::everybody:
    case Owner::nobody: break;
  }
  return {};
}

bool has_field(Word declaration, Word field) {
  const Owner owner = owner_of(field);
  const auto is = [&](std::initializer_list<Owner> any) { return owner == Owner::everybody || std::find(any.begin(), any.end(), owner) != any.end(); };
  switch (declaration) {
    case Word::framework: return is({Owner::framework, Owner::framework_or_credential});
    case Word::institution: return is({Owner::institution, Owner::institution_or_credential});
    case Word::competency: return is({Owner::competency, Owner::competency_or_credential});
    case Word::gate: return is({Owner::gate});
    case Word::use:
    case Word::agreement:
    case Word::policy:
    case Word::scenario: return false;
    default: return is({Owner::credential, Owner::institution_or_credential, Owner::competency_or_credential, Owner::framework_or_credential});
  }
}

}  // namespace rung::grammar
