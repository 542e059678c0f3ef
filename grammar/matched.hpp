// Words of the language among tokens.
#pragma once

#include <cstddef>

#include "grammar/tree.hpp"

namespace rung::grammar {

// How many tokens from `first` spell `word`; 0 when they don't.
inline std::ptrdiff_t matched(const Vocabulary& words, Word word, const Token* first, const Token* last) {
  for (const Vocabulary::Phrase& phrase : words.phrases(word)) {
    std::ptrdiff_t length = 0;
    const auto size = static_cast<std::ptrdiff_t>(phrase.size());
    while (length < size && phrase[static_cast<std::size_t>(length)] != 0 && first + length < last &&
           first[length].atom == phrase[static_cast<std::size_t>(length)])
      ++length;
    if (length == size || phrase[static_cast<std::size_t>(length)] == 0) return length;
  }
  return 0;
}

}  // namespace rung::grammar
