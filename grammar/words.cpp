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
static_assert(english.size() == static_cast<std::size_t>(Word::count_));

// Cuts the first piece off `rest`, up to `mark`.
std::string_view cut(std::string_view& rest, char mark) {
  const std::size_t at = rest.find(mark);
  const std::string_view piece = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return piece;
}

}  // namespace

Vocabulary::Vocabulary(std::span<const std::string_view> table) : slots_(1024) {
  for (std::size_t word = 1; word < table.size(); ++word) {
    runs_[word].first = static_cast<std::uint16_t>(phrases_.size());
    for (std::string_view rest = table[word]; !rest.empty();) {
      const std::string_view spelling = cut(rest, '|');
      if (runs_[word].count == 0) printed_[word] = spelling;
      spellings_.push_back(spelling);
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
  return language == "en" ? &in_english : nullptr;
}

std::vector<std::string_view> Vocabulary::languages() { return {"en"}; }

}  // namespace rung::grammar
