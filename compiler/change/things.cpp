#include "compiler/change/things.hpp"

#include <algorithm>

#include "compiler/change/records.hpp"

namespace rung::change {
namespace {

using table::SectionKind;

bool is_block(const Table& table, SectionKind kind, std::uint32_t id) { return kind == SectionKind::credentials && table.credentials()[id].block != 0; }

}  // namespace

std::string own_name(const Side& side, SectionKind kind, std::uint32_t id) { return std::string(side.table().text(name_text(side.table(), kind, id))); }

std::vector<std::size_t> without_equals(const std::vector<std::string>& pieces, std::vector<std::string> others) {
  std::sort(others.begin(), others.end());
  std::vector<bool> used(others.size());
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    auto at = static_cast<std::size_t>(std::lower_bound(others.begin(), others.end(), pieces[i]) - others.begin());
    while (at < others.size() && others[at] == pieces[i] && used[at]) ++at;
    if (at < others.size() && others[at] == pieces[i]) used[at] = true;
    else out.push_back(i);
  }
  return out;
}

std::vector<Thing> things(const Tables& tables, SectionKind kind, std::span<const Fact> facts) {
  std::map<std::string, Thing> all;
  for (const Side* side : {&tables.before, &tables.after}) {
    const bool is_after = side == &tables.after;
    for (std::uint32_t id = 0; id < how_many(side->table(), kind); ++id) {
      if (is_block(side->table(), kind, id)) continue;
      const std::string own = own_name(*side, kind, id);
      const std::string name = kind == SectionKind::frameworks ? own : side->name_of(name_text(side->table(), kind, id));   // an institution of the same name may have been renamed
      Thing& thing = all.try_emplace(name, Thing{kind, {}, {}, Fate::kept, table::none, table::none, {}}).first->second;
      (is_after ? thing.name : thing.was) = own;
      (is_after ? thing.after : thing.before) = id;
    }
  }
  const Speaker before(tables.before), after(tables.after);
  std::vector<Thing> out;
  for (auto& [name, thing] : all) {
    thing.fate = fate_of(thing.before != table::none, thing.after != table::none, thing.name == thing.was);
    if (thing.before != table::none && thing.after != table::none)
      for (const Fact fact : facts) {
        auto was = pieces(before, kind, thing.before, fact), is = pieces(after, kind, thing.after, fact);
        std::sort(was.begin(), was.end());
        std::sort(is.begin(), is.end());
        if (was != is) thing.differ.push_back(fact);
      }
    out.push_back(std::move(thing));
  }
  return out;
}

}  // namespace rung::change
