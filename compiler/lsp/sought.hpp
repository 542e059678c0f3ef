// Names that are looked for, and the declarations in which they may stand: what anything is called is found by looking at the letters first, so that only these need be understood.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/program.hpp"

namespace rung::lsp {

// Whether these letters stand anywhere in a text.
bool occurs_in(std::string_view text, std::string_view letters);
// Whether a word stands in a text by itself, or next to a dot. It may stand in a comment or a quoted text as well, and be no name there.
bool stands_in(std::string_view text, std::string_view word);

// What the name at a byte is made of, "northfield" and "metrology" of northfield.metrology; its end counts. Empty when no word stands there.
std::vector<std::string> words_at(std::string_view text, const grammar::Tree& tree, std::uint32_t offset);

// The declarations with one of the words in them. None when that does not tell where the things are named that are called so: where something has a name that is read as another one, or
// where the word stands in a scenario, which speaks of the parts of other declarations.
std::optional<model::Chosen> choose(const source::Files& files, const model::Program& program, const std::vector<std::string>& words);

}  // namespace rung::lsp
