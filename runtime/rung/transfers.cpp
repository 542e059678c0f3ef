#include <algorithm>

#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {
namespace {

Result<std::uint32_t> find_institution(const Table& table, const std::string& name) {
  if (const auto found = table.find_institution(name)) return *found;
  const auto all = table.institutions();
  std::string known;
  for (const table::Institution& one : all.first(std::min<std::size_t>(all.size(), 8))) known += (known.empty() ? "" : ", ") + std::string(table.text(one.name));
  return Error{"unknown-institution", "the table has no institution named '" + name + "'", "it knows " + (known.empty() ? "none" : known)};
}

}  // namespace

int transfers(const TransfersOptions& options) {
  const Result<Asked> asked = ask(options);
  if (!asked) return fail(options, asked.error());
  const Result<std::uint32_t> institution = find_institution(asked->table, options.institution);
  if (!institution) return fail(options, institution.error());
  const Transfers answer = transfers(asked->table, asked->holdings, *institution, options.limit);
  return show(options.json() ? json_transfers(*asked, *institution, answer) : text_transfers(*asked, *institution, answer));
}

}  // namespace rung
