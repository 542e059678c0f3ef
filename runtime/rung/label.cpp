#include "runtime/label/label.hpp"

#include "runtime/rung/asking.hpp"

namespace rung {

int show_label(const LabelOptions& options) {
  const Result<Table> table = open_table(options.table);
  if (!table) return fail(options, table.error());
  const Result<std::uint32_t> credential = table->resolve_credential(options.name);
  if (!credential) return fail(options, credential.error());
  return show(label::shown(*table, *credential, options.format, options.locale));
}

}  // namespace rung
