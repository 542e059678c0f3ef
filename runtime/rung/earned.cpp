#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung {

Result<std::string> answer_earned(const Asked& asked, const LearnerOptions& options) {
  const Earned answer = earned(asked.table, asked.holdings, options.limit);
  return options.json() ? json_earned(asked, answer) : text_earned(asked, answer, options.language());
}

int earned(const LearnerOptions& options) { return tell(options, answer_earned); }

}  // namespace rung
