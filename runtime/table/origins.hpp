// Where each element of a joined table comes from, and where each element of the tables goes. Internal to this folder.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/table/join.hpp"

namespace rung::table {

struct Origin {
  std::uint32_t table, index;
};

// One section's elements, in the order of the joined table.
class Order {
 public:
  // How many elements each table has; before all else.
  template <class Records>
  void reserve(std::span<const Joinable> tables, Records records) {
    begin_.assign(1, 0);
    for (const Joinable& table : tables) begin_.push_back(begin_.back() + records(table.arrays).size());
    place_.assign(begin_.back(), none);
  }
  void add(Origin origin) {
    at(origin) = static_cast<std::uint32_t>(origins_.size());
    origins_.push_back(origin);
  }
  // This element is what stands at `place` already.
  void same_as(Origin origin, std::uint32_t place) { at(origin) = place; }

  std::uint32_t of(std::uint32_t table, std::uint32_t index) const { return place_[begin_[table] + index]; }
  std::span<const Origin> origins() const { return origins_; }
  std::size_t size() const { return origins_.size(); }

 private:
  std::uint32_t& at(Origin origin) { return place_[begin_[origin.table] + origin.index]; }
  std::vector<std::size_t> begin_;       // by table: where its elements are in place_
  std::vector<std::uint32_t> place_;
  std::vector<Origin> origins_;
};

struct Origins {
  // Throws Damaged (checking.hpp) with the error that `join` returns.
  explicit Origins(std::span<const Joinable> tables);

  const Order& of(SectionKind kind) const { return orders[static_cast<std::size_t>(kind)]; }
  Order& of(SectionKind kind) { return orders[static_cast<std::size_t>(kind)]; }

  Order orders[static_cast<std::size_t>(SectionKind::count_)];

 private:
  void frameworks();
  void units();
  void scales();
  void currencies();
  void institutions();
  template <class Records>
  void belonging(SectionKind kind, Records records);
  void nodes();
  void conditions();
  void recognitions();
  std::span<const Joinable> tables_;
};

// By unit: the framework whose credits it is, or empty: credits of which nobody says how many hours they are differ from framework to framework, and nothing else does.
std::vector<std::string_view> owners_of_units(const Arrays& arrays);
// By scale: the framework that declares it, or empty; percentages are one scale for all.
std::vector<std::string_view> owners_of_scales(const Arrays& arrays);
}  // namespace rung::table
