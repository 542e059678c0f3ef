#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung {

int missing(const AwardOptions& options) {
  const Result<Asked> asked = ask(options);
  if (!asked) return fail(options, asked.error());
  const Result<std::uint32_t> award = asked->table.resolve_credential(options.award);
  if (!award) return fail(options, award.error());
  const MissingAnswer answer = missing(asked->table, asked->holdings, *award, options.limit);
  return show(options.json() ? json_missing(*asked, *award, answer) : text_missing(*asked, *award, answer));
}

}  // namespace rung
