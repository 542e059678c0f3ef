#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung {

Result<std::string> answer_paths(const Asked& asked, const PathsOptions& options) {
  const Result<std::uint32_t> award = asked.table.resolve_credential(options.award);
  if (!award) return award.error();
  PathsQuestion question{*award, options.by.front(), options.k, !options.no_gates, options.limit};
  question.then.assign(options.by.begin() + 1, options.by.end());
  question.compromises = options.compromises;
  const Paths answer = paths(asked.table, asked.holdings, question);
  return options.json() ? json_paths(asked, question, answer) : text_paths(asked, question, answer, options.language());
}

int paths(const PathsOptions& options) { return tell(options, answer_paths); }

}  // namespace rung
