// Quantities, percentages and dates as written, made exact. Each reader reports what it cannot read and then gives nothing, so that a field
// with a mistake is a field that states nothing.
#pragma once

#include <optional>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace rung::model {

// Greater quantities are refused: sums of many of them must stay far from the end of 64 bits.
inline constexpr Amount greatest_amount = 1'000'000'000 * table::millionths;

// "4.5" → 4500000. Reports bad-quantity for a negative, more than six decimal places, or 1,000,000,000 and more.
std::optional<Amount> read_decimal(std::string_view written, Span span, diagnostics::Sink& sink);
// "70%" → 70000000.
std::optional<Amount> read_percent(std::string_view written, Span span, diagnostics::Sink& sink);
// "3" → 3. Reports bad-quantity for what is no whole number.
std::optional<std::uint32_t> read_count(std::string_view written, Span span, diagnostics::Sink& sink);

// "2026-09-01" is a day; "2026-09" its first day, or its last when a period ends with it. Reports bad-date.
enum class MonthMeans { first_day, last_day };
std::optional<Day> read_date(std::string_view written, MonthMeans month, Span span, diagnostics::Sink& sink);
std::string written_date(Day day);           // "2026-09-01"

}  // namespace rung::model
