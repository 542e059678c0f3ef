// Judging a complete choice: `after`, by the days on which things were awarded and, in an order of taking, by turns.
#include <algorithm>

#include "runtime/queries/counting/assignment.hpp"

namespace rung::queries {
namespace {

constexpr std::int32_t taken_later = INT32_MAX;   // Supply::days, of what is taken

}  // namespace

// Of what is taken, sorted: what this item, counted as `source`, cannot be had without.
std::vector<std::uint32_t> Assignment::taken_for(const Item& item, Source source) const {
  if (item.inner_scope == table::none) return supply_.taken_for(item.credential, source);
  std::vector<std::uint32_t> out;
  std::vector<std::uint32_t> scopes = {item.inner_scope};
  for (std::size_t at = 0; at < scopes.size(); ++at)
    for (const Item& inner : problem_.items) {
      if (inner.scope != scopes[at] || value_of(inner).empty()) continue;
      if (inner.inner_scope != table::none) {
        scopes.push_back(inner.inner_scope);
        continue;
      }
      for (const std::uint32_t o : value_of(inner)) {
        const auto more = taken_for(inner, problem_.options[o].source);
        out.insert(out.end(), more.begin(), more.end());
      }
    }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Everything counted at a later place was awarded on or after the last day of what is counted at the earlier one. Of the days that something may have had, the first is taken that is late
// enough for all that comes before it: if that is no order, there is none.
bool Assignment::in_order(const Scope& scope, std::uint32_t number) const {
  const auto nodes = table_.nodes();
  std::vector<InTime> all;
  const bool by_turns = supply_.terms().in_order;
  const auto add = [&](const Item& item, Source source, std::vector<std::uint32_t> at) {
    std::vector<std::int32_t> days = supply_.days(item.credential, source, at);
    std::vector<std::uint32_t> taken = by_turns ? taken_for(item, source) : std::vector<std::uint32_t>{};
    InTime one{std::move(at), std::move(days), std::move(taken)};
    if (source == from_rule && by_turns && supply_.turn_refused(item.credential) != table::none) {
      one.days = {taken_later};            // of its conferral
      one.earned = supply_.turn_earned(item.credential);
      one.refused = supply_.turn_refused(item.credential);
    }
    // Else what a rule gives has no date, and what is taken for it comes in its turn.
    if (!one.days.empty() || (source == from_rule && !one.taken.empty())) all.push_back(std::move(one));
  };
  for (const Item& item : problem_.items) {
    const auto value = value_of(item);
    if (item.scope != number || value.empty()) continue;
    std::vector<std::uint32_t> at;
    for (const std::uint32_t o : value) at.push_back(problem_.places[problem_.options[o].place].node);
    if (const Source source = problem_.options[value[0]].source; is_recognised(source)) {
      add(item, source, std::move(at));    // by one line wherever it is counted
      continue;
    }
    for (std::size_t i = 0; i < value.size(); ++i) add(item, problem_.options[value[i]].source, {at[i]});
  }
  for (bool moved = true; moved;) {
    moved = false;
    for (std::uint32_t later = scope.root; later < nodes[scope.root].end; ++later)
      for (const std::uint32_t earlier : table_.list(nodes[later].after))
        for (InTime& second : all) {
          if (second.days.empty() || !is_under(second, later)) continue;
          for (const InTime& first : all)
            while (!first.days.empty() && is_under(first, earlier) && second.days[second.day] < first.days[first.day]) {
              if (++second.day == second.days.size()) return false;
              moved = true;
            }
        }
  }
  return !by_turns || in_turn(scope, all);
}

bool Assignment::is_under(const InTime& one, std::uint32_t part) const {
  const std::uint32_t end = table_.nodes()[part].end;
  return std::any_of(one.at.begin(), one.at.end(), [&](std::uint32_t node) { return part <= node && node < end; });
}

// What is taken for a later place begins when what is taken for the earlier one has ended; what is taken for both of them is taken at once.
bool Assignment::in_turn(const Scope& scope, const std::vector<InTime>& all) const {
  const auto nodes = table_.nodes();
  const auto taken_under = [&](std::uint32_t part) {
    std::vector<std::uint32_t> out;
    for (const InTime& one : all)
      if (is_under(one, part) && (one.days.empty() || one.days[one.day] == taken_later)) out.insert(out.end(), one.taken.begin(), one.taken.end());
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  };
  const auto conferred_under = [&](std::uint32_t part, auto is_wrong) {
    return std::any_of(all.begin(), all.end(), [&](const InTime& one) { return one.refused != table::none && is_under(one, part) && is_wrong(one); });
  };
  for (std::uint32_t later = scope.root; later < nodes[scope.root].end; ++later)
    for (const std::uint32_t earlier : table_.list(nodes[later].after)) {
      const auto first = taken_under(earlier), second = taken_under(later);
      for (const std::uint32_t a : first)
        for (const std::uint32_t b : second) {
          if (a == b) continue;
          const bool at_once = std::ranges::binary_search(second, a) && std::ranges::binary_search(first, b);
          if (at_once ? supply_.turn_begun(a) != supply_.turn_begun(b) : supply_.turn_ended(a) > supply_.turn_begun(b)) return false;
        }
      const auto is_too_early = [&](const InTime& one) {
        return std::any_of(first.begin(), first.end(), [&](std::uint32_t a) { return supply_.turn_ended(a) > one.refused; }) ||
               conferred_under(earlier, [&](const InTime& other) { return &other != &one && other.earned > one.refused; });
      };
      const auto is_too_late = [&](const InTime& one) { return std::any_of(second.begin(), second.end(), [&](std::uint32_t b) { return one.earned > supply_.turn_begun(b); }); };
      if (conferred_under(later, is_too_early) || conferred_under(earlier, is_too_late)) return false;
    }
  return true;
}

}  // namespace rung::queries
