// Minutes as sections of entries: what text and Markdown both show, each in its own way.
#pragma once

#include "compiler/minutes/minutes.hpp"
#include "compiler/minutes/told.hpp"

namespace rung::minutes {

struct Entry {
  std::string of;                          // what has changed: "Kitchen Manager (elmwood.kitchen-manager)"
  std::string effect;                      // "harder", "new"; empty where there is nothing to say in a word
  std::vector<std::string> says;           // sentences, without an end of line
};

struct Section {
  std::string heading;                     // empty: it needs none
  std::array<std::string, 3> columns;      // of what, effect, says
  std::vector<Entry> entries;
  bool always = false;                     // its table stands there even when it is empty
};

// Both sides, told in a language.
struct Teller {
  Teller(const Minutes& of, std::string_view language) : minutes(of), before(of.tables.before, language), after(of.tables.after, language), words(words_in(language)) {}

  const Minutes& minutes;
  const Told before, after;
  const Words& words;

  // A thing by the side that has it, the new one first.
  std::string called(const change::Thing& thing) const;
  // Which fate it had, where it was not simply kept.
  std::string fate(const change::Thing& thing) const;
  // "Fee: 240 CAD → 260 CAD", "Learning, no longer: Turns parts".
  std::vector<std::string> facts(const change::Thing& thing) const;
  // What has become another, or has come and gone.
  std::string became(const std::string& was, const std::string& is) const;
};

std::vector<Section> learner_sections(const Teller& telling);
std::vector<Section> table_sections(const Teller& telling);
std::vector<Section> text_sections(const Teller& telling);

}  // namespace rung::minutes
