// Days as people write them (ISO 8601, 2026-10-01), kept as days since 1970-01-01.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rung {

// A day of the calendar from 0000-01-01 to 9999-12-31, written in full; none for anything else, "2026-02-30" included.
std::optional<std::int32_t> read_date(std::string_view written);

// `written`, or where that is "today" the day by this machine's clock, in its time zone. The one place where an answer can depend on when it is asked for; only
// a program whose user wrote it calls this.
std::string day_of_clock_or(const std::string& written);

// The reverse. Not for table::no_date.
std::string written_date(std::int32_t day);

}  // namespace rung
