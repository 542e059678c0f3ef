// Sums of credits and hours, exact over frameworks whose units differ.
//
// A sum is measured against a target in one unit. Where that unit has a basis in hours, both sides are multiplied by their units' hours, so that
// nothing is ever divided; where it has none, only credentials of the same unit can be added, and any other adds an unknown amount.
#pragma once

#include <cstdint>
#include <span>

#include "runtime/table/table.hpp"

namespace rung::queries {

__extension__ typedef __int128 Wide;   // 64 bits hold no product of two amounts

struct Sum {
  Wide known = 0;
  std::uint32_t unknown = 0;           // how many of the things added did not state theirs

  void add(const Sum& other) { known += other.known, unknown += other.unknown; }
  void subtract(const Sum& other) { known -= other.known, unknown -= other.unknown; }
};

// What `credential` adds to a sum in `unit`. One with a rule that states no amount of its own adds what the ground credentials in `adding` state; an award among these that states none
// adds none.
Sum amount_of(const Table& table, std::uint32_t credential, std::span<const std::uint32_t> adding, table::Measure measure, std::uint32_t unit);
// An amount in `unit`, on the same footing as amount_of.
Wide target_of(const Table& table, std::int64_t amount, table::Measure measure, std::uint32_t unit);
// Back from that footing to millionths of `unit`, to the nearest millionth.
std::int64_t shown(const Table& table, Wide amount, table::Measure measure, std::uint32_t unit);
// What a condition asks for or allows when `whole` is counted: its amount, its share of that, rounded as stated (or as `rounding` says), or the larger or the
// smaller of both.
Wide bound_of(const Table& table, Wide whole, const table::Condition& condition, table::Rounding rounding);
inline Wide bound_of(const Table& table, Wide whole, const table::Condition& condition) { return bound_of(table, whole, condition, condition.rounding); }
// Whether what is counted, `outside` beside `inside`, is as much `inside` as a condition asks for, or no more than it allows: whatever nobody stated comes to,
// or (`optimistic`) if it comes to what is best for that. What is not stated may be nothing, and may be any amount.
bool is_enough(const Table& table, const table::Condition& condition, const Sum& inside, const Sum& outside, bool optimistic);
bool is_within(const Table& table, const table::Condition& condition, const Sum& inside, const Sum& outside, bool optimistic);
// Whether counting more elsewhere always asks for more in the end, or allows more.
bool grows_with_the_whole(const table::Condition& condition);

// What `credential` states in its own unit, or the sum of what adds to it; table::unknown when that is not stated.
std::int64_t own_credits(const Table& table, std::uint32_t credential, std::span<const std::uint32_t> adding);

}  // namespace rung::queries
