// Amounts as people write them: decimals of up to six places, kept as integers of millionths.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rung::table {

// "4.5", "-3", "0": without a sign for zero and without zeros that say nothing. Not for `unknown`.
std::string decimal(std::int64_t millionths);

// Digits, and a point with one to six digits more if there is one; less than 10^9. None for anything else, signs and spaces included.
std::optional<std::int64_t> read_decimal(std::string_view written);

}  // namespace rung::table
