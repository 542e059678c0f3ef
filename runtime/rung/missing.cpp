#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung {

Result<std::string> answer_missing(const Asked& asked, const MissingOptions& options) {
  const Result<std::uint32_t> award = asked.table.resolve_credential(options.award);
  if (!award) return award.error();
  const MissingAnswer answer = missing(asked.table, asked.holdings, *award, options.limit);
  PathsQuestion question{*award, options.by.front(), 1, true, options.limit};
  question.then.assign(options.by.begin() + 1, options.by.end());
  const Paths ways = paths(asked.table, asked.holdings, question);
  const BestWay best{question, ways};
  return options.json() ? json_missing(asked, *award, answer, best) : text_missing(asked, *award, answer, options.language(), &best);
}

int missing(const MissingOptions& options) { return tell(options, answer_missing); }

}  // namespace rung
