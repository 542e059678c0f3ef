#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung {

Result<std::string> answer_transfers(const Asked& asked, const TransfersOptions& options) {
  const Result<std::uint32_t> institution = find_institution(asked.table, options.institution);
  if (!institution) return institution.error();
  const Transfers answer = transfers(asked.table, asked.holdings, *institution, options.limit);
  return options.json() ? json_transfers(asked, *institution, answer) : text_transfers(asked, *institution, answer, options.language());
}

int transfers(const TransfersOptions& options) { return tell(options, answer_transfers); }

}  // namespace rung
