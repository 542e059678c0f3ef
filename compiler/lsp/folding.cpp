// What can be folded away: each pair of braces over several lines, and comments that stand together.
#include "compiler/lsp/features.hpp"

namespace rung::lsp {

std::string folding_ranges(const Document& document) {
  const std::string& text = *document.text;
  const grammar::Tree& tree = document.parsed().tree();
  std::string out = "[";
  const auto fold = [&](std::uint32_t first, std::uint32_t last, const char* kind) {
    if (out.size() > 1) out += ',';
    out += R"({"endLine":)";
    out += std::to_string(last);
    out += kind;
    out += R"(,"startLine":)";
    out += std::to_string(first);
    out += '}';
  };
  Walk walk(document.lines(), text, Encoding::utf8);
  const auto line = [&](std::uint32_t offset) { return walk.line(offset); };
  std::vector<std::uint32_t> open;
  for (const grammar::Token& token : tree.tokens) {
    const bool matters = token.kind == grammar::TokenKind::open || token.kind == grammar::TokenKind::close || token.kind == grammar::TokenKind::text;
    if (!matters) continue;
    const std::uint32_t at = line(token.begin);
    if (token.kind == grammar::TokenKind::open) open.push_back(at);
    if (token.kind == grammar::TokenKind::close && !open.empty()) {
      // The line of the closing brace stays to be seen.
      if (at > open.back() + 1) fold(open.back(), at - 1, "");
      open.pop_back();
    }
    if (token.kind == grammar::TokenKind::text && line(token.end) > at) fold(at, line(token.end), "");
  }
  for (std::size_t first = 0; first < tree.comments.size();) {
    std::size_t last = first;
    while (last + 1 < tree.comments.size() && tree.comments[last + 1].before_token == tree.comments[first].before_token &&
           line(tree.comments[last + 1].begin) == line(tree.comments[last].begin) + 1)
      ++last;
    if (last > first) {
      const std::uint32_t begin = line(tree.comments[first].begin);
      fold(begin, line(tree.comments[last].begin), R"(,"kind":"comment")");
    }
    first = last + 1;
  }
  return out += ']';
}

}  // namespace rung::lsp
