#include "runtime/label/label.hpp"

#include "runtime/rung/answers.hpp"

namespace rung {

Result<std::string> answer_label(const Table& table, const LabelOptions& options) {
  const Result<std::uint32_t> credential = table.resolve_credential(options.name);
  if (!credential) return credential.error();
  return label::shown(table, *credential, options.format, options.locale);
}

int show_label(const LabelOptions& options) { return tell(options, answer_label); }

}  // namespace rung
