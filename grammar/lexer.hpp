// Text into tokens and comments. Spaces, tabs, line ends of any kind, byte-order marks and non-breaking spaces only separate.
//
// What is no token (a stray character, a quote that never closes) costs one message and is passed over or closed at the end of its line,
// so that the rest of the file is still read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/tree.hpp"

namespace rung::grammar {

struct Lexed {
  std::vector<Token> tokens;               // the last is TokenKind::end
  std::vector<Comment> comments;
  std::vector<std::uint32_t> too_deep;     // tokens that open a brace at depth greatest_nesting + 1
  std::vector<std::uint32_t> unclosed;     // texts that are not closed, and may have swallowed a brace
};

inline constexpr std::uint32_t greatest_nesting = 200;

Lexed lex(std::string_view text, source::FileId file, const Vocabulary& words, diagnostics::Sink& sink);

// A text that was changed in one region: [begin, old_end) of the old one became [begin, new_end).
struct Change {
  std::uint32_t begin = 0, old_end = 0, new_end = 0;
  std::uint32_t moved(std::uint32_t behind) const { return behind - old_end + new_end; }   // a place behind the region; modulo 2³²
};

// The tokens of a changed text from `first` on, a token of the old ones that ends before the change, to where the old ones are met again. `depth`: braces that are open before it.
struct Relexed {
  Lexed lexed;                             // without `end`, but for a text that went on to its end; indices count from `first`
  std::uint32_t met = 0;                   // the old token that is the last of these, or the number of them: none was met
};
Relexed lex_again(std::string_view text, const std::vector<Token>& old, std::uint32_t first, std::uint32_t depth, Change change, source::FileId file, const Vocabulary& words, diagnostics::Sink& sink);
// Braces that are open behind a token, when `depth` were before it.
inline std::uint32_t depth_behind(const Token& token, std::uint32_t depth) { return token.kind == TokenKind::open ? depth + 1 : token.kind == TokenKind::close && depth > 0 ? depth - 1 : depth; }

// A `percent` token without the blank that may stand before its sign: "60 %" → 60%. A number stays as it is.
std::string closed_up(std::string_view percent);

// What a `text` token says: without its quotes, with \" and \\ resolved.
std::string unquoted(std::string_view token);

}  // namespace rung::grammar
