#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace rung {

int dump(const DumpOptions& options) {
  const Result<Table> table = open_table(options);
  if (!table) return fail(options, table.error());
  return show(options.json() ? json_dump(*table) : text_dump(*table), options.language());
}

}  // namespace rung
