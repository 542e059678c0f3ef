#include "runtime/queries/ways/filling/filling.hpp"

namespace rung::queries::filling {
namespace {

// Lists of `count` things by their key, each in order.
template <class KeyOf>
void by_key(std::uint32_t keys, std::uint32_t count, KeyOf key_of, std::vector<table::Range>& ranges, std::vector<std::uint32_t>& lists) {
  ranges.assign(keys, {});
  for (std::uint32_t i = 0; i < count; ++i)
    if (key_of(i) != nobody) ++ranges[key_of(i)].count;
  std::uint32_t first = 0;
  for (table::Range& range : ranges) {
    range.first = first;
    first += range.count;
    range.count = 0;
  }
  lists.resize(first);
  for (std::uint32_t i = 0; i < count; ++i)
    if (key_of(i) != nobody) lists[ranges[key_of(i)].first + ranges[key_of(i)].count++] = i;
}

}  // namespace

void Filling::index() {
  const auto count = [](const auto& all) { return static_cast<std::uint32_t>(all.size()); };
  by_key(size(), count(entries), [&](std::uint32_t e) { return entries[e].credential; }, entries_of, entry_lists);
  by_key(size(), count(needs), [&](std::uint32_t n) { return needs[n].owner; }, needs_of, need_lists);
  std::vector<std::uint32_t> need_at(members.size());
  for (std::uint32_t n = 0; n < needs.size(); ++n)
    for (std::uint32_t m = 0; m < needs[n].members.count; ++m) need_at[needs[n].members.first + m] = n;
  by_key(size(), count(members), [&](std::uint32_t m) { return members[m]; }, helps, help_lists);
  for (std::uint32_t& help : help_lists) help = need_at[help];
}

}  // namespace rung::queries::filling
