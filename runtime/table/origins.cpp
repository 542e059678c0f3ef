#include "runtime/table/origins.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "runtime/table/checking.hpp"
#include "runtime/table/sameness.hpp"

namespace rung::table {
namespace {

std::string_view name_at(const Arrays& arrays, Text name) { return arrays.text_of(name); }

// How much an institution's record says.
auto weight(const Arrays& arrays, const Institution& one) {
  const Text said[] = {one.title, one.type, one.country, one.region};
  const auto count = std::count_if(std::begin(said), std::end(said), [](const Text& text) { return text.length > 0; });
  return std::tuple(-count, arrays.text_of(one.title), arrays.text_of(one.type), arrays.text_of(one.country), arrays.text_of(one.region));
}

// Elements that are the same when their keys are, in the order of the keys.
template <class Key>
void merge_by(Order& order, std::vector<std::pair<Key, Origin>> all) {
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i - 1].first < all[i].first) order.add(all[i].second);
    else order.same_as(all[i].second, static_cast<std::uint32_t>(order.size() - 1));
  }
}

[[noreturn]] void conflict(const Joinable& one, const Joinable& other, const std::string& what) {
  throw Damaged{{"conflicting-tables", std::string(one.name) + " and " + std::string(other.name) + " do not say the same of " + what,
                 "build both from the same version of the framework that they share"}};
}

}  // namespace

std::vector<std::string_view> owners_of_units(const Arrays& arrays) {
  std::vector<std::string_view> out(arrays.units.size());
  for (const Framework& framework : arrays.frameworks) {
    const Unit& unit = arrays.units[framework.credit_unit];
    if (unit.hours == unknown && arrays.text_of(unit.name) == "credits" && out[framework.credit_unit].empty()) out[framework.credit_unit] = arrays.text_of(framework.name);
  }
  return out;
}

std::vector<std::string_view> owners_of_scales(const Arrays& arrays) {
  std::vector<std::string_view> out(arrays.scales.size());
  for (const Framework& framework : arrays.frameworks) {
    if (framework.scale == none || arrays.scales[framework.scale].kind == ScaleKind::percent || !out[framework.scale].empty()) continue;
    out[framework.scale] = arrays.text_of(framework.name);
  }
  return out;
}

Origins::Origins(std::span<const Joinable> tables) : tables_(tables) {
  frameworks();
  units();
  scales();
  currencies();
  institutions();
  belonging(SectionKind::competencies, [](const Arrays& arrays) { return arrays.competencies; });
  belonging(SectionKind::gates, [](const Arrays& arrays) { return arrays.gates; });
  belonging(SectionKind::credentials, [](const Arrays& arrays) { return arrays.credentials; });
  belonging(SectionKind::agreements, [](const Arrays& arrays) { return arrays.agreements; });
  nodes();
  conditions();
  recognitions();
}

void Origins::frameworks() {
  Order& order = of(SectionKind::frameworks);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.frameworks; });
  std::vector<std::pair<std::string_view, Origin>> all;
  for (std::uint32_t table = 0; table < tables_.size(); ++table)
    for (std::uint32_t i = 0; i < tables_[table].arrays.frameworks.size(); ++i)
      all.push_back({name_at(tables_[table].arrays, tables_[table].arrays.frameworks[i].name), {table, i}});
  merge_by(order, std::move(all));
  for (std::uint32_t table = 0; table < tables_.size(); ++table) {
    for (std::uint32_t i = 0; i < tables_[table].arrays.frameworks.size(); ++i) {
      const Origin kept = order.origins()[order.of(table, i)];
      if (kept.table == table) continue;
      const std::string difference = first_difference(tables_[kept.table].arrays, kept.index, tables_[table].arrays, i);
      if (!difference.empty()) conflict(tables_[kept.table], tables_[table], difference);
    }
  }
}

void Origins::units() {
  Order& order = of(SectionKind::units);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.units; });
  using Key = std::tuple<std::string_view, std::int64_t, std::string_view>;
  std::vector<std::pair<Key, Origin>> all;
  for (std::uint32_t table = 0; table < tables_.size(); ++table) {
    const Arrays& arrays = tables_[table].arrays;
    const auto owners = owners_of_units(arrays);
    for (std::uint32_t i = 0; i < arrays.units.size(); ++i) all.push_back({{arrays.text_of(arrays.units[i].name), arrays.units[i].hours, owners[i]}, {table, i}});
  }
  merge_by(order, std::move(all));
}

void Origins::scales() {
  Order& order = of(SectionKind::scales);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.scales; });
  // Ordinal ones by framework; one that none declares is its table's own; percentages last.
  using Key = std::tuple<bool, std::string_view, std::uint32_t, std::uint32_t>;
  std::vector<std::pair<Key, Origin>> all;
  for (std::uint32_t table = 0; table < tables_.size(); ++table) {
    const Arrays& arrays = tables_[table].arrays;
    const auto owners = owners_of_scales(arrays);
    for (std::uint32_t i = 0; i < arrays.scales.size(); ++i) {
      const bool percent = arrays.scales[i].kind == ScaleKind::percent;
      const bool own = !percent && owners[i].empty();
      all.push_back({{percent, owners[i], own ? table + 1 : 0, own ? i : 0}, {table, i}});
    }
  }
  merge_by(order, std::move(all));
}

void Origins::currencies() {
  Order& order = of(SectionKind::currencies);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.currencies; });
  std::vector<std::pair<std::string_view, Origin>> all;
  for (std::uint32_t table = 0; table < tables_.size(); ++table)
    for (std::uint32_t i = 0; i < tables_[table].arrays.currencies.size(); ++i) all.push_back({name_at(tables_[table].arrays, tables_[table].arrays.currencies[i]), {table, i}});
  merge_by(order, std::move(all));
}

void Origins::institutions() {
  Order& order = of(SectionKind::institutions);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.institutions; });
  struct Named {
    std::string_view name;
    decltype(weight({}, {})) said;
    Origin origin;
  };
  std::vector<Named> all;
  for (std::uint32_t table = 0; table < tables_.size(); ++table) {
    const Arrays& arrays = tables_[table].arrays;
    for (std::uint32_t i = 0; i < arrays.institutions.size(); ++i) all.push_back({name_at(arrays, arrays.institutions[i].name), weight(arrays, arrays.institutions[i]), {table, i}});
  }
  std::stable_sort(all.begin(), all.end(), [](const Named& a, const Named& b) { return std::tie(a.name, a.said) < std::tie(b.name, b.said); });
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == 0 || all[i - 1].name != all[i].name) order.add(all[i].origin);
    else order.same_as(all[i].origin, static_cast<std::uint32_t>(order.size() - 1));
  }
}

// What is named after its framework: all of a framework lie together, so the frameworks' shares are put in order and not each record.
template <class Records>
void Origins::belonging(SectionKind kind, Records records) {
  Order& order = of(kind);
  order.reserve(tables_, records);
  struct Share {
    std::string_view first_name;
    std::uint32_t table, first, last;
  };
  std::vector<Share> kept, dropped;
  for (std::uint32_t table = 0; table < tables_.size(); ++table) {
    const Arrays& arrays = tables_[table].arrays;
    const auto all = records(arrays);
    for (std::uint32_t first = 0, last; first < all.size(); first = last) {
      for (last = first + 1; last < all.size() && all[last].framework == all[first].framework; ++last) {}
      const Origin framework = of(SectionKind::frameworks).origins()[of(SectionKind::frameworks).of(table, all[first].framework)];
      (framework.table == table ? kept : dropped).push_back({arrays.text_of(all[first].name), table, first, last});
    }
  }
  std::stable_sort(kept.begin(), kept.end(), [](const Share& a, const Share& b) { return a.first_name < b.first_name; });
  for (const Share& share : kept)
    for (std::uint32_t i = share.first; i < share.last; ++i) order.add({share.table, i});
  for (const Share& share : dropped) {
    const auto all = records(tables_[share.table].arrays);
    for (std::uint32_t i = share.first; i < share.last; ++i) {
      const std::string_view name = tables_[share.table].arrays.text_of(all[i].name);
      const std::uint32_t owner = of(SectionKind::frameworks).origins()[of(SectionKind::frameworks).of(share.table, all[i].framework)].table;
      const Arrays& arrays = tables_[owner].arrays;
      const auto candidates = records(arrays);
      const auto at = std::lower_bound(candidates.begin(), candidates.end(), name, [&](const auto& one, std::string_view wanted) { return arrays.text_of(one.name) < wanted; });
      if (at == candidates.end() || arrays.text_of(at->name) != name) conflict(tables_[owner], tables_[share.table], std::string(name));
      order.same_as({share.table, i}, order.of(owner, static_cast<std::uint32_t>(at - candidates.begin())));
    }
  }
}

void Origins::nodes() {
  Order& order = of(SectionKind::nodes);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.nodes; });
  for (const Joinable& table : tables_) {
    const auto later = [](const Node& a, const Node& b) { return a.owner > b.owner; };
    if (std::adjacent_find(table.arrays.nodes.begin(), table.arrays.nodes.end(), later) != table.arrays.nodes.end())
      damaged("the rules of " + std::string(table.name) + " are not in the order of their awards");
  }
  for (const Origin credential : of(SectionKind::credentials).origins()) {
    const auto [first, last] = nodes_of(tables_[credential.table].arrays, credential.index);
    for (std::uint32_t i = first; i < last; ++i) order.add({credential.table, i});
  }
}

// Those of rules, then those of titles.
void Origins::conditions() {
  Order& order = of(SectionKind::conditions);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.conditions; });
  const auto all_of = [&](std::uint32_t table, Range range) {
    for (std::uint32_t i = range.first; i < range.first + range.count; ++i) order.add({table, i});
  };
  for (const Origin node : of(SectionKind::nodes).origins()) all_of(node.table, tables_[node.table].arrays.nodes[node.index].conditions);
  for (const Origin credential : of(SectionKind::credentials).origins()) {
    const Arrays& arrays = tables_[credential.table].arrays;
    const Range titles = arrays.credentials[credential.index].titles;
    for (const Title& title : arrays.titles.subspan(titles.first, titles.count)) all_of(credential.table, title.conditions);
  }
}

void Origins::recognitions() {
  Order& order = of(SectionKind::recognitions);
  order.reserve(tables_, [](const Arrays& arrays) { return arrays.recognitions; });
  for (const Origin agreement : of(SectionKind::agreements).origins()) {
    const Range all = tables_[agreement.table].arrays.agreements[agreement.index].recognitions;
    for (std::uint32_t i = all.first; i < all.first + all.count; ++i) order.add({agreement.table, i});
  }
}

}  // namespace rung::table
