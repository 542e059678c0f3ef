// What differs in words only: titles, descriptions, notes, sources, names of parts. Nothing that anybody is judged by.
#pragma once

#include "compiler/change/things.hpp"

namespace rung::change {

enum class Wording : std::uint8_t { title, description, note, source, part_names, award_titles, reasons, language, count_ };

struct WordingChange {
  table::SectionKind kind;
  std::uint32_t before, after;             // of each table
  std::string name;                        // the new name
  Wording what;
  std::string language;                    // of a title or description in a further language: "fr"; else empty
  std::vector<std::string> gone, come;     // several notes may come or go; of a title, one or none of each
};

// Of everything that is in both tables, by kind and name. The models, where there are any, have what no table keeps: descriptions, notes, sources and the language of each file.
std::vector<WordingChange> wording(const Tables& tables, const model::Model* before, const model::Model* after);

}  // namespace rung::change
