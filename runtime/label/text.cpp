#include "runtime/label/card.hpp"
#include "runtime/rung/words/locale.hpp"

namespace rung::label {

std::string as_text(const Table& table, const Label& label, std::string_view language) {
  const Words& words = words_in(language);
  const Card card = card_of(table, label, words);
  std::string out = card.title + " (" + card.name + "), " + card.type + "\n";
  if (!card.issuers.empty()) out += std::string(words.issued_by) + " " + card.issuers + "\n";
  for (const Section& section : card.sections) {
    out += "\n" + section.title + "\n";
    for (const Line& line : section.lines) {
      for (std::size_t i = 0; i < line.values.size(); ++i) {
        if (line.name.empty()) out += "  " + line.values[i] + "\n";
        else out += (i == 0 ? "  " + line.name + std::string(locale_of(words.language).colon) + " " : "    ") + line.values[i] + "\n";
      }
    }
  }
  return out + "\n" + card.source + "\n";
}

}  // namespace rung::label
