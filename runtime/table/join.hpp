// Several tables as one: a region of institutions each of which publishes its own, or a registry that was compiled in parts.
//
// The joined table has every framework once, in the order of names, as if the compiler had been given all their files together: byte for byte, when no two tables have a framework in
// common. A table holds the frameworks that its own uses, so two neighbours may both hold a third; it has to say the same in both (sameness.hpp). Who an institution is may be said by
// several; the one who says most is taken, whatever the order of the tables.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runtime/result.hpp"
#include "runtime/table/arrays.hpp"
#include "runtime/table/image.hpp"

namespace rung::table {

struct Joinable {
  Arrays arrays;                // of a verified table; they outlive the call
  std::string_view name;        // what messages call it
};

// The bytes of the joined table, to be opened as any other. Errors: "conflicting-tables" (a framework that two of them have is not the same in both), "too-large" (it would not fit the
// format), "damaged-table" (the rules of one are not in the order of their awards).
Result<std::string> join(std::span<const Joinable> tables);
// The same before it is bytes: then the tables are no longer needed.
Result<Image> joined(std::span<const Joinable> tables);

}  // namespace rung::table
