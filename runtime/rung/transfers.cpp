#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {

int transfers(const TransfersOptions& options) {
  const Result<Asked> asked = ask(options);
  if (!asked) return fail(options, asked.error());
  const Result<std::uint32_t> institution = find_institution(asked->table, options.institution);
  if (!institution) return fail(options, institution.error());
  const Transfers answer = transfers(asked->table, asked->holdings, *institution, options.limit);
  return show(options.json() ? json_transfers(*asked, *institution, answer) : text_transfers(*asked, *institution, answer));
}

}  // namespace rung
