// Grades and achievements as a record writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/table/table.hpp"

namespace rung {

struct Grade {
  std::int64_t value = table::unknown;          // as Held::grade
  std::uint32_t scale = table::none;            // as Held::grade_scale
};

// `written` (not empty) on the scale of a framework. On a scale of percentages "91%", "91 %" (with any blank), "91" and "91.5%" are read. On a scale of its own grades
// it must be one of them, letter for letter. A framework that declares no grades: "91%" is read as a percentage, any other
// grade is kept as unknown. None: the grade is not one of the scale.
std::optional<Grade> read_grade(const Table& table, const table::Framework& framework, std::string_view written);

// "90%" of "0.9": a number between 0 and 1, both excluded, and without a percent sign may be meant as a fraction, so nobody should take it for less than one percent. None for everything else, and on a scale of
// the framework's own grades.
std::optional<std::string> fraction_as_percent(const Table& table, const table::Framework& framework, std::string_view written);

// "participation", "competence", "mastery".
std::optional<table::Achievement> read_achievement(std::string_view written);
std::string_view written_achievement(table::Achievement achievement);   // "unknown" as well

}  // namespace rung
