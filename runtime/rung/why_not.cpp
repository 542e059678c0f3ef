#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {

int why_not(const AwardOptions& options) {
  const Result<Asked> asked = ask(options);
  if (!asked) return fail(options, asked.error());
  const Result<std::uint32_t> award = asked->table.resolve_credential(options.award);
  if (!award) return fail(options, award.error());
  const WhyNot answer = why_not(asked->table, asked->holdings, *award, options.limit);
  const MissingAnswer so_far = missing(asked->table, asked->holdings, *award, options.limit);   // how much of each condition is there
  return show(options.json() ? json_why_not(*asked, *award, answer, so_far) : text_why_not(*asked, *award, answer, so_far));
}

}  // namespace rung
