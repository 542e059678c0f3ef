#include <algorithm>

#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {

int leads_to(const LeadsToOptions& options) {
  const Result<Table> table = open_table(options.table);
  if (!table) return fail(options, table.error());
  std::vector<std::uint32_t> from;
  for (const std::string& name : options.names) {
    const Result<std::uint32_t> credential = table->resolve_credential(name);
    if (!credential) return fail(options, credential.error());
    from.push_back(*credential);
  }
  std::sort(from.begin(), from.end());
  from.erase(std::unique(from.begin(), from.end()), from.end());
  const std::vector<Lead> answer = leads_to(*table, from);
  return show(options.json() ? json_leads_to(*table, from, answer) : text_leads_to(*table, from, answer));
}

}  // namespace rung
