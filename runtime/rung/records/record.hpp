// A learner's record as JSON: docs/offices.md shows one.
//
//   {"learner": "A-1029", "on": "2026-10-01",
//    "holdings": [{"credential": "northfield.metrology", "awarded": "2025-05-01", "grade": "91%", "achievement": "mastery"},
//                 {"competency": "northfield.writes-clearly", "to": "competence", "by": "prior-learning", "on": "2026-02-01"}],
//    "gates": ["northfield.hired"]}
//
// Only `holdings` is required. Keys that are not known are passed over; null is as good as leaving a key out. A grade may be a number and is
// then a percentage. In a holding `on` and `awarded` mean the same, and `to` and `achievement`.
#pragma once

#include <cstddef>
#include <string_view>

#include "runtime/learner/learner.hpp"

namespace rung {

inline constexpr std::size_t longest_record = 16u << 20;   // bytes; some 100,000 holdings and more
inline constexpr std::size_t deepest_record = 64;          // arrays and objects within each other

// Errors, with their place: "malformed-record" for what is not JSON, or is of another shape than the above; "record-too-long". The memory
// it takes is bounded by the record's length, and no nesting can exhaust the stack. Lines are counted from `first_line`: of a record that is a line of many, its number.
Result<Learner> read_record(std::string_view json, std::size_t first_line = 1);

}  // namespace rung
