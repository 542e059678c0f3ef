#include "compiler/lsp/view.hpp"

namespace rung::lsp {

Json View::range(source::Span span) const {
  if (span.file >= analysis_.compiled.files_read && span.file >= analysis_.lines.size()) return nullptr;
  if (span.file == 0) {
    const auto begin = to_new(span.begin), end = to_new(span.end);
    if (!begin || !end) return nullptr;
    return as_json(document_.lines().place(*document_.text, *begin, encoding_), document_.lines().place(*document_.text, *end, encoding_));
  }
  const std::string_view text = analysis_.compiled.files.text(span.file);
  const Lines& lines = analysis_.lines[span.file];
  return as_json(lines.place(text, span.begin, encoding_), lines.place(text, span.end, encoding_));
}

Json View::location(source::Span span) const {
  if (span.file >= analysis_.program.trees.size()) return nullptr;
  Json where = range(span);
  if (where.is_null()) return nullptr;
  return {{"uri", uri(span.file)}, {"range", std::move(where)}};
}

}  // namespace rung::lsp
