// What to write instead, where the grammar stopped at a mistake that people make often.
#pragma once

#include <optional>

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/tree.hpp"

namespace rung::grammar {

struct Remedy {
  diagnostics::Phrase phrase;
  diagnostics::Arguments arguments;
};

// Where the grammar stopped. `in_list`: where an item of a list, or a field, had ended.
struct Stop {
  std::string_view text;                   // of the file
  const Vocabulary& words;
  const Token *first, *where, *last;       // of the file; `last` is its end, and `where` comes before it
  bool in_list = false;
  const Token* declaration = nullptr;      // in which it stopped; null when in none
};
std::optional<Remedy> remedy(const Stop& stop);

// Whether a character that has a message of its own (stray_character) stands where the grammar stopped: "$195", "all of ( a )".
bool has_its_message(const Stop& stop);

// The amount beside a currency's sign, as it is written in the language: "$1,195.50" → 1195.50; empty when there is none. `sign`: where it stands; one byte.
std::string amount_beside(std::string_view text, std::size_t sign);

}  // namespace rung::grammar
