// How a condition stands over what is counted and, while a search is under way, over what may still be counted beside it.
//
// Sums that only grow with what is counted are kept by the search as it goes (Bound); everything else a condition can ask for is judged here, by going over all that
// is counted: shares with two bounds, what lies in one part of the rule, caps for each key, distinct keys, averages, and the last credits awarded. The answers use it for all of them.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "runtime/queries/counting/keys.hpp"
#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

// What an item adds to a sum: exact, or, while the choice inside an award that states nothing is open, at most `most`.
struct Weight {
  Sum sure, most;
};

struct Way {                    // where it is counted, and how it is there
  std::uint32_t node;
  Source source;
};

class Standing {
 public:
  Standing(const Supply& supply, const table::Condition& condition);

  void clear();
  // One distinct credential. `ways`: where and how it is counted (several under shared parts), or, when it is `open`, where and how it may still be.
  // `weight`: in the condition's measure and unit.
  void add(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool open);

  // Whether it holds when the best is made of what is open; without anything open, whether it holds.
  // `optimistic`: what nobody stated is as good as could be.
  bool can_hold(bool optimistic) const;
  // Something that it would need of what is counted was not stated.
  bool unstated() const { return unknown_ + nameless_ > 0; }
  // What is counted of what it bounds, and the bound, in millionths of its unit; an average in millionths of a percent or a point, table::unknown when nothing is averaged.
  std::int64_t have() const;
  std::int64_t need() const;

  // What nobody stated and it would need of a credential counted so: appends "grade", "term" …, or the amounts in which it is measured.
  void lacking(std::uint32_t credential, std::span<const Way> ways, std::vector<Missing>& out) const;
  // Whether it bounds this credential counted so, as far as that depends on what is known.
  bool bounds(std::uint32_t credential, std::span<const Way> ways) const;

 private:
  enum class Graded : std::uint8_t { no, unknown, yes };
  struct Dated {
    std::int32_t day;           // no_date: not stated
    Sum amount;
    bool inside, counted;
  };

  bool relevant(const Way& way) const;
  bool had_so(const Way& way) const;
  Graded grade_of(std::uint32_t credential, const Way& way, std::int64_t& grade) const;
  std::int64_t best_of_grades() const;
  std::int32_t day_of(std::uint32_t credential, const Way& way, bool inside) const;
  void add_keys(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool open);
  void add_grade(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool open);
  void add_dated(std::uint32_t credential, std::span<const Way> ways, const Weight& weight, bool inside, bool open);
  static bool enough(const Sum& sum, Wide target, bool optimistic);
  bool share_holds(bool optimistic) const;
  bool limit_holds(bool optimistic) const;
  bool each_holds(bool optimistic) const;
  bool last_holds(bool optimistic) const;
  Wide least_later() const;

  const Supply& supply_;
  const Table& table_;
  const table::Condition& condition_;
  std::span<const std::uint32_t> members_;
  Sum inside_sure_, inside_most_, outside_sure_, outside_most_;
  std::vector<std::pair<KeyId, Wide>> keys_;   // each key and what has it in common
  std::uint32_t nameless_ = 0;                 // things that have a key, and nobody stated which
  Sum nameless_amount_;
  // Average: sums of weight times what a grade is above it, with all that may still raise it; `hoped`: with the best of grades for those that nobody stated.
  Wide above_ = 0, hoped_above_ = 0, graded_weight_ = 0, graded_sum_ = 0;
  bool boundless_ = false;                     // a grade above it weighs an amount that nobody stated
  std::vector<Dated> dated_;
  std::uint32_t unknown_ = 0;
  bool unsure_ = false;                        // something counted could be such that it does not hold
  bool any_open_ = false;
};

}  // namespace rung::queries
