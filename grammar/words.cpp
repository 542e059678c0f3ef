#include "grammar/words.hpp"

#include <utility>

namespace rung::grammar {
namespace {

constexpr std::array english = std::to_array<std::string_view>({
    "",
#define WORD(id, spelling) spelling,
#include "grammar/words/en.def"
#undef WORD
});
constexpr std::array french = std::to_array<std::string_view>({
    "",
#define WORD(id, spelling) spelling,
#include "grammar/words/fr.def"
#undef WORD
});
static_assert(english.size() == static_cast<std::size_t>(Word::count_) && french.size() == english.size());

// The same words in the same order: a word that is left out or misplaced does not compile.
enum class FrenchWord : std::uint16_t {
  none,
#define WORD(id, spelling) id,
#include "grammar/words/fr.def"
#undef WORD
};
#define WORD(id, spelling) static_assert(static_cast<int>(FrenchWord::id) == static_cast<int>(Word::id), "words/fr.def is not in the order of words/en.def");
#include "grammar/words/en.def"
#undef WORD

// Cuts the first piece off `rest`, up to `mark`.
std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view piece = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return piece;
}

}  // namespace

Vocabulary::Vocabulary(std::span<const std::string_view> table) : slots_(2048) {
  for (std::size_t word = 1; word < table.size(); ++word) {
    runs_[word].first = static_cast<std::uint16_t>(phrases_.size());
    for (std::string_view rest = table[word]; !rest.empty();) {
      const std::string_view spelling = cut(rest, '|');
      if (runs_[word].count == 0) printed_[word] = spelling;
      spellings_.push_back(spelling);
      elides_ = elides_ || spelling.find('\'') != std::string_view::npos;
      Phrase phrase{};
      std::size_t length = 0;
      for (std::string_view words = spelling; !words.empty() && length < phrase.size();) phrase[length++] = add_atom(cut(words, ' '));
      phrases_.push_back(phrase);
      ++runs_[word].count;
    }
  }
}

Atom Vocabulary::add_atom(std::string_view written) {
  std::size_t slot = hash(written) & (slots_.size() - 1);
  while (slots_[slot].atom != 0) {
    if (slots_[slot].spelling == written) return slots_[slot].atom;
    slot = (slot + 1) & (slots_.size() - 1);
  }
  slots_[slot] = {written, ++atoms_};
  return atoms_;
}

const Vocabulary* Vocabulary::of(std::string_view language) {
  static const Vocabulary in_english{english};
  static const Vocabulary in_french{french};
  return language == "en" ? &in_english : language == "fr" ? &in_french : nullptr;
}

std::vector<std::string_view> Vocabulary::languages() { return {"en", "fr"}; }

std::string_view Vocabulary::spelling(Word word, std::size_t place) const {
  const auto& run = runs_[static_cast<std::size_t>(word)];
  return place < run.count ? spellings_[run.first + place] : printed(word);
}

}  // namespace rung::grammar
