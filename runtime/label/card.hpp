// A label as sections of lines: what text, page and picture all show, each in its own way.
#pragma once

#include <string>
#include <vector>

#include "runtime/label/words.hpp"

namespace rung::label {

struct Line {
  std::string name;                        // empty: a sentence by itself
  std::vector<std::string> values;         // one at least
  bool stated = true;                      // false: the one value says that nobody stated it
};

struct Section {
  std::string title;
  std::vector<Line> lines;
};

struct Card {
  std::string title, type, issuers, name;  // name: "northfield.metrology"
  std::vector<Section> sections;
  std::string source;                      // the framework and its version
};

// Safe to show: control characters and what turns the direction of writing round are stand-ins.
Card card_of(const Table& table, const Label& label, const Words& words);

}  // namespace rung::label
