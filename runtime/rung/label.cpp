#include "runtime/label/label.hpp"

#include "runtime/rung/answers.hpp"

namespace rung {

Result<std::string> answer_label(const Table& table, const LabelOptions& options) {
  const Result<std::uint32_t> credential = table.resolve_credential(options.name);
  if (!credential) return credential.error();
  // In JSON the titles are in the language that was asked for, and only then: a program gets the same from every machine.
  const std::string language = options.json() && options.locale.empty() ? "en" : options.language();
  return label::shown(table, *credential, options.format, language);
}

int show_label(const LabelOptions& options) { return tell(options, answer_label); }

}  // namespace rung
