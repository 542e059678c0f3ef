// What fits at a place, found by trying: the grammar is asked whether it would take a word there, and the compiler what it looks for under a name there. So
// completion knows every rule of the language without repeating one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung::lsp {

struct Fitting {
  std::vector<std::string> words;            // that may stand there next, as they are to be inserted
  bool name = false;                         // whether a name may
  std::string category;                      // of which things: "credential", "tag", "policy" …; empty: of a new thing, or it could not be told
};

// `before`: the text up to the place, in that language; `typed`: the beginning of a word that stands right before the place. Nothing fits inside a comment or a text.
Fitting fitting(std::string_view before, std::string_view typed, std::string_view language = "en");

// Whether a word begins with what was typed, accents or not: a keyboard may have none.
bool begins_with(std::string_view word, std::string_view typed);

// The beginning of the word that ends the text.
std::string_view typed_at_end(std::string_view text);

}  // namespace rung::lsp
