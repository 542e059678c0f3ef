// A row as the fields of a credential.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/spreadsheet/columns.hpp"

namespace rung::spreadsheet {

// What stands in the cells of a row, without what keeps it from being a formula; empty where there is no such column.
struct Cells {
  std::array<std::string, static_cast<std::size_t>(Column::count_)> own;
  std::vector<std::pair<Heading, std::string>> in_languages;
  std::array<bool, static_cast<std::size_t>(Column::count_)> headed{};   // whether there is such a column
  const std::string& operator[](Column column) const { return own[static_cast<std::size_t>(column)]; }
  bool has(Column column) const { return headed[static_cast<std::size_t>(column)]; }
};

struct Problem {
  Column column;
  std::string text;
};

struct Fields {
  std::string type = "course";
  std::string text;                                  // the fields, a line each, but the prerequisite, which needs the other rows
  std::vector<std::string> issuers, competencies;    // that they mention, as written
  std::vector<Problem> problems;                     // what is wrong, one a cell; when there is any, the rest cannot be relied upon
  std::vector<Problem> left_out;                     // what cannot be said in this file, and is no mistake
};
// `currency` is that of a fee that names none.
Fields read_fields(const Cells& cells, const std::string& currency);

// A competency or an institution in a cell: "reads-drawings", "Reads drawings" or, where neither leads to the other, "Reads engineering drawings [reads-drawings]".
struct Thing {
  std::string name;                                  // empty when none can be made from the title
  std::string title;
};
Thing read_thing(std::string_view written);
// The shortest that is read as both again; the name when there is none.
std::string written_thing(const Thing& thing);
// "reads-drawings to mastery", "lit-un-plan au niveau maîtrise" in two: what is developed, and " to mastery" or nothing.
std::pair<std::string, std::string> with_achievement(const std::string& thing);

}  // namespace rung::spreadsheet
