// A small map from table indices to numbers. It grows with what a query touches, never with the table, and is never iterated, so no answer
// depends on its order.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/table/format.hpp"

namespace rung::queries {

class IndexMap {
 public:
  // The number kept for `key`, or table::none.
  std::uint32_t find(std::uint32_t key) const {
    if (slots_.empty()) return table::none;
    for (std::size_t at = start(key);; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].key == key) return slots_[at].value;
      if (slots_[at].key == table::none) return table::none;
    }
  }
  bool contains(std::uint32_t key) const { return find(key) != table::none; }

  // Keeps `value` for `key` (neither is table::none) and replaces what was there.
  void set(std::uint32_t key, std::uint32_t value) {
    if (2 * (used_ + 1) > slots_.size()) grow();
    std::size_t at = start(key);
    while (slots_[at].key != key && slots_[at].key != table::none) at = (at + 1) & (slots_.size() - 1);
    if (slots_[at].key == table::none) ++used_;
    slots_[at] = {key, value};
  }

 private:
  struct Slot {
    std::uint32_t key = table::none, value = table::none;
  };

  std::size_t start(std::uint32_t key) const { return (key * 0x9E3779B1u >> 7) & (slots_.size() - 1); }

  void grow() {
    std::vector<Slot> old(slots_.empty() ? 16 : 2 * slots_.size());
    old.swap(slots_);
    used_ = 0;
    for (const Slot& slot : old)
      if (slot.key != table::none) set(slot.key, slot.value);
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace rung::queries
