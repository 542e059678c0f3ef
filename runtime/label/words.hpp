// Every word of a label, a table a language: another language is another of these. How numbers and days are written, and what stands before a colon, is in runtime/rung/words/locale.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "runtime/label/label.hpp"

namespace rung::label {

using Word = std::string_view;

struct Noun {
  Word one, more;
};

struct Words {
  Word language;                              // "en"
  Word label;                                 // what the whole is called
  Word not_stated, yes, not_shown, none, and_more;
  Noun hour, week, month, year, credit, step;
  // headings
  Word certifies, takes, assessment, quality, taught, meant_for, costs, before, counts_towards, recognition, is_not, dates;
  // lines
  Word issued_by, name, code, learning, level, time, span, credits, awarded_for, assessed_by, pass_mark, delivery, pace, setting, form, audience, purpose, entitles_to, fee, prerequisites, valid, offered,
      review, to_level, part, under, through, for_prerequisites, exempts, admits, refused, from, until, on, consulted, nothing_recognised;
  std::array<Word, 4> counts_as_it;           // by table::RecognitionKind, a refusal left out
  // requirements
  Word all_of, so_many_of, amount_from, gate, competencies;
  std::array<Word, 10> types;                 // by table::CredentialType
  std::array<Word, 4> achievements;           // by table::Achievement
  std::array<Word, 19> terms;                 // by table::Term
  std::array<Word, 6> markers;                // by Marker
  std::array<Word, 7> limits;                 // by Limit
};

// "fr" or else English.
const Words& words_in(std::string_view language);

}  // namespace rung::label
