// What stands in a cell, read as the language would write it.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "grammar/words.hpp"

namespace rung::spreadsheet {

// What a cell says, or why it cannot be told.
struct Said {
  std::string value, unit;
  std::string problem;
};

// "3", "3.50", "3,5", "1,200.00", "42 hours" → the number as the language writes it, and the word or sign beside it.
Said read_quantity(std::string_view cell);
// Whether that is one of the ways in which the language spells the word, in English or French: in capitals or not, with accents and hyphens or not, one or several.
bool spells(std::string_view written, grammar::Word word);
// "240", "240 CAD", "€ 90", "195,50 $ CA": the currency is the cell's, else `column`'s, else `usual`. Cents keep both their digits.
Said read_fee(std::string_view cell, std::string_view column, std::string_view usual);
// "Micro-credential", "Microattestation" → microcredential.
Said read_type(std::string_view cell);

// "80%", "80", "79,5 %".
Said read_pass_mark(std::string_view cell);
// One of these words, as spells() takes them: "Self paced", "à son rythme" → self-paced. `what` is what the words are for, as a message says it.
Said read_word(std::string_view cell, std::string_view what, std::initializer_list<grammar::Word> words);
// "2026-09-01", "2026-09": as the language writes them.
Said read_date(std::string_view cell);
// "5 years", "18 mois".
Said read_validity(std::string_view cell);

// Whether a thing says that there is nobody or nothing: "none", "aucun".
bool says_none(std::string_view thing);
// "The Gauge Makers' Guild on 2026-02-11", "La Guilde le 2026-02-11".
struct Consulted {
  std::string who, on;                 // on: a date, or empty
  std::string problem;
};
Consulted read_consulted(const std::string& thing);

// A text of the language in its quotes.
std::string quoted(std::string_view text);

}  // namespace rung::spreadsheet
