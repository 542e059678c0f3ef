// What the steps of `verify` share. Internal to this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "runtime/result.hpp"
#include "runtime/table/arrays.hpp"

namespace rung::table {

// Thrown where the damage is seen and caught in `verify`; it never leaves the library.
struct Damaged {
  Error error;
};

// "the table is damaged: <what>"
[[noreturn]] void damaged(const std::string& what);

// One record of a table: which one a message is about.
struct Place {
  const Arrays& arrays;
  SectionKind section;
  std::size_t index;

  [[noreturn]] void damaged(const char* what) const;   // "… credentials[3] at byte 4096: <what>"
  void require(bool holds, const char* what) const {
    if (!holds) damaged(what);
  }
};

inline constexpr std::int64_t amount_limit = 1'000'000'000'000'000;    // 10^9 units: what the language can write
inline constexpr std::uint32_t longest_months = 12'000;                // a thousand years
inline constexpr std::int32_t first_day = -719'528;                   // 0000-01-01
inline constexpr std::int32_t last_day = 2'932'896;                   // 9999-12-31

inline bool is_amount(std::int64_t value) { return value >= 0 && value < amount_limit; }
inline bool is_amount_or_unknown(std::int64_t value) { return value == unknown || is_amount(value); }
inline bool is_day_or_none(std::int32_t day) { return day == no_date || (day >= first_day && day <= last_day); }
inline bool is_achievement(Achievement value) { return value <= Achievement::mastery; }

// Ranges are checked through one of these an array: together they may not be longer than the array, so that no small table can make
// a long walk out of the same elements again and again.
class RangeBudget {
 public:
  explicit RangeBudget(std::size_t size) : size_(size) {}
  void check(const Place& place, Range range) {
    place.require(range.first <= size_ && range.count <= size_ - range.first, "a list lies outside its array");
    used_ += range.count;
    place.require(used_ <= size_, "its lists overlap those of others");
  }

 private:
  std::uint64_t size_;
  std::uint64_t used_ = 0;
};

// The elements are ascending and distinct, and each below `bound`.
void check_sorted(const Place& place, std::span<const std::uint32_t> elements, std::size_t bound, const char* what);

// The steps, in this order: each trusts those before it.
enum class Checksum : bool { believed, checked };
Arrays verify_layout(std::span<const std::byte> bytes, Checksum checksum = Checksum::checked);
void verify_records(const Arrays& arrays);      // texts, ranges, enumerations, amounts, references
void verify_names(const Arrays& arrays);        // order, and the name slots
void verify_trees(const Arrays& arrays);        // the shape of rules and prerequisites, what their nodes hold
void verify_uses(const Arrays& arrays);
void verify_agreements(const Arrays& arrays);         // each credential's, competency's and gate's list of the nodes that ask for it
void verify_no_circles(const Arrays& arrays);   // of stacking and of broader competencies

}  // namespace rung::table
