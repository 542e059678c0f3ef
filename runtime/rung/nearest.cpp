#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {

std::vector<std::string> credential_types() {
  const EnumNames names = names_of(table::CredentialType{});
  return {names.begin(), names.end()};
}

int nearest(const NearestOptions& options) {
  const Result<Asked> asked = ask(options);
  if (!asked) return fail(options, asked.error());
  NearestQuestion question{options.by, options.k, !options.no_gates, {}, {}, options.limit};
  for (const std::string& name : options.institutions) {
    const Result<std::uint32_t> institution = find_institution(asked->table, name);
    if (!institution) return fail(options, institution.error());
    question.institutions.push_back(*institution);
  }
  const EnumNames types = names_of(table::CredentialType{});
  for (std::size_t type = 0; type < types.size(); ++type)
    for (const std::string& name : options.types)
      if (types[type] == name) question.types.push_back(static_cast<table::CredentialType>(type));
  const Nearest answer = nearest(asked->table, asked->holdings, question);
  return show(options.json() ? json_nearest(*asked, question, answer) : text_nearest(*asked, question, answer));
}

}  // namespace rung
