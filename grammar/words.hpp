// The words of the language, in each language that authors may write. They are data (words/en.def and its siblings); the
// grammar names a Word and never spells one.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rung::grammar {

enum class Word : std::uint16_t {
  none,
#define WORD(id, spelling) id,
#include "grammar/words/en.def"
#undef WORD
  count_
};

// The words that a declaration begins with.
inline constexpr Word declaring[] = {
    Word::use,         Word::framework,     Word::institution, Word::competency, Word::gate,   Word::course,
    Word::assessment,  Word::badge,         Word::microcredential, Word::certification, Word::certificate, Word::diploma,
    Word::degree,      Word::licence,       Word::apprenticeship,  Word::agreement,     Word::policy,      Word::scenario};

// A single written word gets a small number, its atom; 0 is every word that the language does not know. A phrase is a few atoms.
using Atom = std::uint16_t;

// The words of one language. Made once and never changed, so that any number of threads may read it.
class Vocabulary {
 public:
  // Null when there are no words for that language ("en", …).
  static const Vocabulary* of(std::string_view language);
  // The languages there are words for, by code.
  static std::vector<std::string_view> languages();

  Atom atom(std::string_view written) const {
    std::size_t slot = hash(written) & (slots_.size() - 1);
    while (slots_[slot].atom != 0 && slots_[slot].spelling != written) slot = (slot + 1) & (slots_.size() - 1);
    return slots_[slot].atom;
  }

  using Phrase = std::array<Atom, 4>;   // zero-terminated when shorter
  // The ways to write a word, the one that is printed first.
  std::span<const Phrase> phrases(Word word) const {
    const auto& run = runs_[static_cast<std::size_t>(word)];
    return {phrases_.data() + run.first, run.count};
  }
  std::string_view printed(Word word) const { return printed_[static_cast<std::size_t>(word)]; }
  // The spelling at that place in the list of a word's spellings, as an author writes it; the one that is printed when there is none.
  std::string_view spelling(Word word, std::size_t place) const;
  // Whether words may have an apostrophe in them ("l'admission").
  bool elides() const { return elides_; }
  // Every single spelling ("credits", "credit", "issued by"), for "did you mean".
  const std::vector<std::string_view>& spellings() const { return spellings_; }

 private:
  struct Slot { std::string_view spelling; Atom atom = 0; };
  struct Run { std::uint16_t first = 0, count = 0; };
  explicit Vocabulary(std::span<const std::string_view> table);
  static std::size_t hash(std::string_view written) {
    if (written.empty()) return 0;
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(written[i])); };
    return byte(0) * 31 + byte(written.size() - 1) * 7 + byte(written.size() / 2) * 131 + written.size() * 17;
  }
  Atom add_atom(std::string_view written);

  std::vector<Slot> slots_;
  std::vector<Phrase> phrases_;
  std::array<Run, static_cast<std::size_t>(Word::count_)> runs_{};
  std::array<std::string_view, static_cast<std::size_t>(Word::count_)> printed_{};
  std::vector<std::string_view> spellings_;
  Atom atoms_ = 0;
  bool elides_ = false;
};

}  // namespace rung::grammar
