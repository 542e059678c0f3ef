// Words of the language among tokens.
#pragma once

#include <cstddef>
#include <cstdint>

#include "grammar/tree.hpp"

namespace rung::grammar {

// How many tokens from `first` spell `word`; 0 when they don't. `place`, when it is wanted, tells which of its spellings they are.
inline std::ptrdiff_t matched(const Vocabulary& words, Word word, const Token* first, const Token* last, std::uint8_t* place = nullptr) {
  const auto phrases = words.phrases(word);
  for (const Vocabulary::Phrase& phrase : phrases) {
    std::ptrdiff_t length = 0;
    const auto size = static_cast<std::ptrdiff_t>(phrase.size());
    while (length < size && phrase[static_cast<std::size_t>(length)] != 0 && first + length < last &&
           first[length].atom == phrase[static_cast<std::size_t>(length)])
      ++length;
    if (length != size && phrase[static_cast<std::size_t>(length)] != 0) continue;
    if (place != nullptr) *place = static_cast<std::uint8_t>(&phrase - phrases.data());
    return length;
  }
  return 0;
}

}  // namespace rung::grammar
