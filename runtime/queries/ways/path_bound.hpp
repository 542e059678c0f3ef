// What an award must still cost at the least: its requirements read from the leaves up, with all that makes them hard left out.
//
// Two numbers for each part. `alone`: what this part costs in credentials that no other part of the same rule can count, since each is counted once; so the parts of
// a rule add up. `whole`: all that it takes to get there, prerequisites included; these may be shared between parts, so of them only the
// largest counts. Caps and the order of parts are left out; a share is taken of the least that the rule asks for; sums of indivisible credits are taken as divisible.
// Everything left out could only cost more.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "runtime/queries/ways/prices.hpp"
#include "runtime/queries/fixed_point/trial.hpp"

namespace rung::queries {

enum class Decision : std::uint8_t { open, taken, left_out };

class PathBound {
 public:
  static constexpr Wide never = Wide{1} << 120;   // no way at all; greater than every sum of prices

  // False from `ready` when the work limit stopped it.
  explicit PathBound(const Trial& trial);
  bool ready() const { return ready_; }

  // The least that must be added to what is decided to be taken, or `never`. `decisions`: by place in the Reach; what is no candidate is left out.
  // With prices by weeks: the least time in all.
  Wide least(const Prices& prices, std::span<const Decision> decisions);
  // The same for anything in reach, by place, as the last call of least() found it on the way, and with nothing of what is taken.
  Wide least_of(std::uint32_t place) const { return costs_[place].whole; }

 private:
  static Wide plus(Wide a, Wide b) { return std::min(a + b, never); }

  struct Entry {                           // one credential that may be counted at a part
    std::uint32_t place;
    bool free;                             // as it is held
    Wide amount;                           // covers
  };
  enum class Kind : std::uint8_t { nothing, impossible, members, group, evidence, cover };
  struct Part {
    Kind kind = Kind::nothing;
    bool counts_nothing = false;           // it is in a prerequisite
    bool shared = false;                   // may count what another part counts as well
    bool awards_come_along = false;        // what an award stands on may be counted beside it, and is paid for there
    std::uint32_t need = 0, end = 0;       // end: one past what is under it, as in the table
    Wide target = 0;
    table::Range entries{};
    bool grounded = false;                 // every way to meet it counts a ground credential
  };
  struct Tree { std::uint32_t first = 0, end = 0; };
  struct From {                            // a source of an agreement's line
    std::uint32_t place;
    bool free;                             // it serves as it is held
  };
  struct Given {                           // a line that may apply
    table::Range sources;                  // sources_
    std::uint32_t targets;                 // how many credentials it gives
  };
  struct Needs {
    bool award = false, grounded = false;
    table::Range given{};                  // given_: by what agreements may give it
    Tree rule, covers, prerequisite;       // covers: what the conditions on the whole rule ask for, one part each
  };
  struct Cost { Wide alone = 0, whole = 0; };
  struct Priced { Wide price, amount; };
  struct Evidence {
    std::uint32_t competency, place;
    friend auto operator<=>(const Evidence&, const Evidence&) = default;
  };

  void gather_evidence();
  table::Range add_given(std::uint32_t credential);
  Tree add_tree(std::uint32_t root, bool counts_nothing);
  Tree add_impossible();
  void add_part(std::uint32_t node, bool counts_nothing);
  void add_slots(const table::Node& node);
  void add_entries(std::uint32_t node, Part& part);
  void mark_shared(std::uint32_t root, Tree tree);
  Tree add_covers(std::uint32_t root);
  static void each_once(std::vector<Entry>& entries);
  void count_ground_once(std::vector<Entry>& entries, table::Measure measure, std::uint32_t unit) const;
  bool ground_within(std::uint32_t award, std::vector<std::uint32_t>& out) const;
  Wide most(std::uint32_t credential, table::Measure measure, std::uint32_t unit) const;
  bool is_grounded(const Part& part, std::uint32_t at) const;
  void put_in_order();
  void find_grounded();

  Cost by_agreement(std::uint32_t place, bool longest) const;
  Cost cost_of(Tree tree, bool longest);
  Cost cost_of(std::uint32_t part, bool longest);
  Wide price_alone(const Part& part, const Entry& entry) const;
  Wide cheapest(std::vector<Wide>& costs, std::uint32_t need, bool longest) const;
  Wide cover(const Part& part, bool longest);

  const Trial& trial_;
  const Table& table_;
  Supply supply_;                          // what is held, and nothing else
  bool ready_ = true;
  std::vector<Evidence> evidence_;         // sorted
  std::vector<Needs> needs_;               // by place
  std::vector<Part> parts_;                // trees in pre-order
  std::vector<Entry> entries_;
  std::vector<Given> given_;
  std::vector<From> sources_;
  std::vector<std::uint32_t> order_;       // places, each after what it needs unless they go round in a circle
  std::vector<Cost> costs_;                // by place
  std::vector<Cost> part_costs_;           // by part
  std::vector<Wide> scratch_, scratch_whole_;
  std::vector<Priced> scratch_priced_;
};

}  // namespace rung::queries
