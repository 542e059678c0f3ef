#include "runtime/rung/answers.hpp"
#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {

Result<std::string> answer_missing(const Asked& asked, const AwardOptions& options) {
  const Result<std::uint32_t> award = asked.table.resolve_credential(options.award);
  if (!award) return award.error();
  const MissingAnswer answer = missing(asked.table, asked.holdings, *award, options.limit);
  return options.json() ? json_missing(asked, *award, answer) : text_missing(asked, *award, answer, options.language());
}

int missing(const AwardOptions& options) { return tell(options, answer_missing); }

}  // namespace rung
