// The hardest question about paths, by itself: which credentials to take, for the least, so that every part of a rule is filled when each credential is counted once.
//
// Parts want so many credentials, or so much, of lists that overlap; taking a credential may need others. It is NP-hard as soon as amounts differ in size. A rule of this shape
// is laid out in whole numbers (filling_of.cpp), bounded from below by rents (rents.hpp) and searched (branches.hpp, best_fillings.hpp).
//
// Credentials are numbered in the order of their names; parts, entries and needs from 0.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "runtime/table/format.hpp"

namespace rung::queries::filling {

inline constexpr std::uint32_t nobody = table::none;

struct Entry {
  std::uint32_t credential, part;
  std::int32_t amount;                     // 1 in a part that counts
};

struct Part {
  table::Range entries;                    // of Filling::entries
  std::int32_t target;                     // at least so much is to be counted here
  bool counts;                             // every amount is 1
};

// `owner` can be taken only when at least `least` of the members are taken too; or, with nobody as the owner, that must hold in any case.
struct Need {
  std::uint32_t owner;
  std::int32_t least;
  table::Range members;                    // of Filling::members
};

struct Filling {
  std::vector<std::int64_t> cost;          // of taking a credential: 0 when it is held, else more than 0. All together at most greatest_cost
  std::vector<char> held;
  std::vector<Part> parts;
  std::vector<Entry> entries;              // by part
  std::vector<Need> needs;                 // go in no circle
  std::vector<std::uint32_t> members;

  // By credential, made by index(): its entries, the needs that it owns, and those that it is a member of.
  std::vector<table::Range> entries_of, needs_of, helps;
  std::vector<std::uint32_t> entry_lists, need_lists, help_lists;

  void index();
  std::uint32_t size() const { return static_cast<std::uint32_t>(cost.size()); }
  std::span<const std::uint32_t> entries_for(std::uint32_t credential) const { return list(entry_lists, entries_of[credential]); }
  std::span<const std::uint32_t> needs_for(std::uint32_t credential) const { return list(need_lists, needs_of[credential]); }
  std::span<const std::uint32_t> helped_by(std::uint32_t credential) const { return list(help_lists, helps[credential]); }
  std::span<const std::uint32_t> members_of(const Need& need) const { return list(members, need.members); }

 private:
  static std::span<const std::uint32_t> list(const std::vector<std::uint32_t>& all, table::Range range) {
    return std::span(all).subspan(range.first, range.count);
  }
};

inline constexpr std::int64_t greatest_cost = std::int64_t{1} << 40;   // what is derived from costs stays far from the ends of 64 bits
inline constexpr std::size_t greatest_entries = 1 << 13;               // and so many members of needs
inline constexpr std::int64_t greatest_work = 1 << 18;                 // of filling one part by amount: its entries times its target
inline constexpr std::int64_t no_cost = std::numeric_limits<std::int64_t>::max();

// A set that fills everything, and how.
struct Filled {
  std::int64_t cost = no_cost;
  std::vector<char> taken;                 // by credential; what is held is not taken
  std::vector<std::uint32_t> counted_at;   // by credential: a part, or nobody

  bool exists() const { return cost != no_cost; }
};

// Whether `a` comes before `b` by name: it takes the first credential in which they differ.
inline bool first_by_name(const std::vector<char>& a, const std::vector<char>& b) { return a > b; }

}  // namespace rung::queries::filling
