// Who waits for prerequisites in a fixed point: looked at again when something that the prerequisites name has come, and not round by round, so that a chain of prerequisites takes no
// round for each of its links times all that wait.
//
// The order is that of going over all of them, round by round: in the order of their places, and what comes up for somebody earlier has its turn in the next round.
#pragma once

#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

#include "runtime/queries/index_map.hpp"
#include "runtime/table/table.hpp"

namespace rung::queries {

class Waiting {
 public:
  explicit Waiting(const Table& table) : table_(table) {}

  // One more that waits, with the next place, counted from 0; due in the next round when it is not known yet to wait in vain.
  std::uint32_t add(std::uint32_t credential, bool due);
  std::uint32_t credential(std::uint32_t place) const { return who_[place].credential; }
  // Its prerequisites do not hold as things are. What they ask of sums and competencies can change without anything named having come; such are due in each round.
  void still_waits(std::uint32_t place);
  // It is there in a new way.
  void came(std::uint32_t credential);
  // In this round when its turn is still to come, else in the next.
  void make_due(std::uint32_t place);

  std::size_t begin_round();               // how many are due so far
  bool next(std::uint32_t& place);         // false when the round is over
  void end_round() { current_ = table::none; }   // before that; who had no turn is due in the next

 private:
  struct Who {
    std::uint32_t credential;
    bool due, watches;
  };
  struct Watch {                           // of what is named; one of a list
    std::uint32_t place, next;
  };

  const Table& table_;
  std::vector<Who> who_;
  std::vector<Watch> watches_;
  IndexMap watched_;                       // what is named: the last of its list
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> now_;
  std::vector<std::uint32_t> later_;
  std::uint32_t current_ = table::none;    // the place that has its turn; none: between rounds
};

}  // namespace rung::queries
