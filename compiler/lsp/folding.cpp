// What can be folded away: each pair of braces over several lines, and comments that stand together.
#include "compiler/lsp/features.hpp"

namespace rung::lsp {

Json folding_ranges(const Document& document) {
  const std::string& text = *document.text;
  const Lines& lines = document.lines();
  const grammar::Tree& tree = document.parsed().tree;
  Json out = Json::array();
  const auto line = [&](std::uint32_t offset) { return lines.place(text, offset, Encoding::utf8).line; };
  std::vector<std::uint32_t> open;
  for (const grammar::Token& token : tree.tokens) {
    const std::uint32_t at = line(token.begin);
    if (token.kind == grammar::TokenKind::open) open.push_back(at);
    if (token.kind == grammar::TokenKind::close && !open.empty()) {
      // The line of the closing brace stays to be seen.
      if (at > open.back() + 1) out.push_back({{"startLine", open.back()}, {"endLine", at - 1}});
      open.pop_back();
    }
    if (token.kind == grammar::TokenKind::text && line(token.end) > at) out.push_back({{"startLine", at}, {"endLine", line(token.end)}});
  }
  for (std::size_t first = 0; first < tree.comments.size();) {
    std::size_t last = first;
    while (last + 1 < tree.comments.size() && tree.comments[last + 1].before_token == tree.comments[first].before_token &&
           line(tree.comments[last + 1].begin) == line(tree.comments[last].begin) + 1)
      ++last;
    if (last > first) out.push_back({{"startLine", line(tree.comments[first].begin)}, {"endLine", line(tree.comments[last].begin)}, {"kind", "comment"}});
    first = last + 1;
  }
  return out;
}

}  // namespace rung::lsp
