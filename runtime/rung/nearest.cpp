#include "runtime/rung/answers.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung {

std::vector<std::string> credential_types() {
  const EnumNames names = names_of(table::CredentialType{});
  return {names.begin(), names.end()};
}

Result<std::string> answer_nearest(const Asked& asked, const NearestOptions& options) {
  NearestQuestion question{options.by, options.k, !options.no_gates, {}, {}, options.limit};
  for (const std::string& name : options.institutions) {
    const Result<std::uint32_t> institution = find_institution(asked.table, name);
    if (!institution) return institution.error();
    question.institutions.push_back(*institution);
  }
  const EnumNames types = names_of(table::CredentialType{});
  for (std::size_t type = 0; type < types.size(); ++type)
    for (const std::string& name : options.types)
      if (types[type] == name) question.types.push_back(static_cast<table::CredentialType>(type));
  const Nearest answer = nearest(asked.table, asked.holdings, question);
  return options.json() ? json_nearest(asked, question, answer) : text_nearest(asked, question, answer, options.language());
}

int nearest(const NearestOptions& options) { return tell(options, answer_nearest); }

}  // namespace rung
