#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {

int earned(const LearnerOptions& options) {
  const Result<Asked> asked = ask(options);
  if (!asked) return fail(options, asked.error());
  const Earned answer = earned(asked->table, asked->holdings, options.limit);
  return show(options.json() ? json_earned(*asked, answer) : text_earned(*asked, answer));
}

}  // namespace rung
