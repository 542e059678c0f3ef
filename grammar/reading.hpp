// A text that is read again and again while somebody types: what was found out about it, declaration by declaration, so that after a change only those are read anew that the change can touch.
//
// The result is that of reading the whole text, whatever was changed (tests/property/reading_property_test.cpp compares them).
#pragma once

#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/lexer.hpp"
#include "grammar/tree.hpp"

namespace rung::grammar {

inline constexpr std::uint32_t longest_phrase = 8;    // tokens of a word of the language, and some to spare

// From where one declaration was read, and what else begins there. Behind a brace too many a second one is read with it.
struct Stretch {
  std::uint32_t token, node, declaration;
  std::uint32_t depth;                       // braces that are open before it
  std::uint32_t reach;                       // tokens beyond this one were not looked at, but for the few that a word of the language may have
};

// A mistake of the syntax, and the stretch that was read when it was found.
struct Mistake {
  std::uint32_t stretch;
  diagnostics::Diagnostic said;
};

struct Reading {
  Tree tree;                                          // of file 0
  std::vector<std::uint32_t> too_deep, unclosed;      // as in Lexed
  std::vector<diagnostics::Diagnostic> of_tokens;     // by place
  std::vector<diagnostics::Diagnostic> of_head;
  std::vector<Stretch> stretches;
  std::vector<Mistake> mistakes;                      // by stretch
  std::uint32_t anew = 0;                             // of the stretches: read this time, and not kept from before

  // All of them, as if the text were that file.
  void report(source::FileId file, diagnostics::Sink& sink) const;
  bool clean() const { return of_tokens.empty() && of_head.empty() && mistakes.empty(); }
};

// The text is UTF-8 without zero bytes. These are in parser.cpp.
Reading read(std::string_view text);
Reading read_again(const Reading& before, std::string_view old_text, std::string_view text);

// Where two texts differ: they are the same before, and behind.
Change change_between(std::string_view old_text, std::string_view text);

// How what is behind a change has moved.
struct Moved {
  Change change;
  std::uint32_t tokens = 0, nodes = 0, declarations = 0, stretches = 0;   // to be added, modulo 2³²

  Token of(Token token) const;
  Comment of(Comment comment) const;
  Node of(Node node) const;
  Stretch of(Stretch stretch) const;
  diagnostics::Diagnostic of(diagnostics::Diagnostic said) const;
};

// The stretch from which to begin again, or 0: from the beginning of the text.
std::uint32_t stretch_before(const Reading& reading, std::uint32_t changed);
// The stretch that begins with that token, or the number of them.
std::uint32_t stretch_at(const Reading& reading, std::uint32_t token);
// Of `out` all but the tree's nodes and declarations: those of the old text before stretch `from`, those read anew, and those of the old text behind.
// Returns how many tokens of `out` were read anew or are old ones before them, and whether any old ones are behind.
struct Joined { std::uint32_t known_from = 0; bool met = false; Moved moved; };
Joined join_tokens(const Reading& before, std::uint32_t from, std::string_view text, Change change, const Vocabulary& words, Reading& out);

}  // namespace rung::grammar
