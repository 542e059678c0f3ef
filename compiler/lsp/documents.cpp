#include "compiler/lsp/documents.hpp"

namespace rung::lsp {

void Document::apply(const Json& changes, Encoding encoding) {
  if (!changes.is_array()) return;
  for (const Json& change : changes) {
    const std::string written = text_in(change, "text");
    const Json& range = member(change, "range");
    if (!range.is_object()) {
      set(written);
      continue;
    }
    std::uint32_t begin = lines().offset(*text, place_in(member(range, "start")), encoding);
    std::uint32_t end = lines().offset(*text, place_in(member(range, "end")), encoding);
    if (begin > end) std::swap(begin, end);
    std::string changed;
    changed.reserve(text->size() - (end - begin) + written.size());
    changed.append(*text, 0, begin).append(written).append(*text, end);
    set(std::move(changed));
  }
}

}  // namespace rung::lsp
