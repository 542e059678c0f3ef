// Text into tokens and comments. Spaces, tabs, line ends of any kind, byte-order marks and non-breaking spaces only separate.
//
// What is no token (a stray character, a quote that never closes) costs one message and is passed over or closed at the end of its line,
// so that the rest of the file is still read.
#pragma once

#include <cstdint>
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

// What a `text` token says: without its quotes, with \" and \\ resolved.
std::string unquoted(std::string_view token);

}  // namespace rung::grammar
