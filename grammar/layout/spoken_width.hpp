// How wide words are, measured by their English spellings whatever the file's language is: where a line ends is then the same in every language, and a file that is put into
// another language and back has the layout that it had.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "grammar/tree.hpp"

namespace rung::grammar {

// Columns of each token: those of a word of the language stand with its first token, and the others have none, nor a blank before them.
struct Widths {
  std::vector<std::size_t> columns;
  std::vector<char> goes_on;               // the second and further tokens of a word
};

Widths widths_of(std::string_view text, const Tree& tree);

// The spelling in which another language says what is said at that token.
std::string_view said_in(const Vocabulary& language, std::string_view text, const Tree& tree, std::uint32_t token);

}  // namespace rung::grammar
