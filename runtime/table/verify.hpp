// Whether bytes are a table that queries may trust. Checked once, when a table is opened, in time and memory linear in its size.
//
// What holds afterwards:
// * Every index, range and text lies within its array, and every enumeration has one of its values.
// * Text is UTF-8; names are not empty, sorted and distinct; the name slots find every credential.
// * The nodes of each tree nest as format.hpp says, no deeper than `greatest_depth`; each belongs to one rule or prerequisite.
// * Amounts are `unknown` or in [0, 10^15), so a thousand of them can be added without a thought; days lie in the years 0 to 9999.
// * No award is, through any chain of rules, a part of itself (evidence of competencies apart); no competency is broader than itself.
// * The ranges into an array together are no longer than it, so that walking all of them is linear as well.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "runtime/result.hpp"
#include "runtime/table/arrays.hpp"

namespace rung::table {

// Errors: "damaged-table", which says what and where; "newer-table", for a version that this library does not know yet.
Result<Arrays> verify(std::span<const std::byte> bytes);

// Only the frame: magic, version, size, checksum, and where the arrays lie. For a table that this very program has made.
Result<Arrays> layout(std::span<const std::byte> bytes);
// The same without reading it through for the checksum. For a file that was verified before and has not changed since.
Result<Arrays> layout_of_verified(std::span<const std::byte> bytes);

}  // namespace rung::table
