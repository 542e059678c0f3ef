#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung {

Result<std::string> answer_why_not(const Asked& asked, const AwardOptions& options) {
  const Result<std::uint32_t> award = asked.table.resolve_credential(options.award);
  if (!award) return award.error();
  const WhyNot answer = why_not(asked.table, asked.holdings, *award, options.limit);
  const MissingAnswer so_far = missing(asked.table, asked.holdings, *award, options.limit);   // how much of each condition is there
  return options.json() ? json_why_not(asked, *award, answer, so_far) : text_why_not(asked, *award, answer, so_far, options.language());
}

int why_not(const AwardOptions& options) { return tell(options, answer_why_not); }

}  // namespace rung
