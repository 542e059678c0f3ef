#include "compiler/checks/beneath.hpp"

#include <algorithm>
#include <unordered_set>

namespace rung::checks {
namespace {

// Visits whatever may count one of `some`, itself or through others; each once, and no further where `visit` says false.
template <class Visit>
void upwards(const Facts& facts, std::vector<std::uint32_t> some, Visit visit) {
  while (!some.empty()) {
    const std::uint32_t from = some.back();
    some.pop_back();
    for (const graph::Edge edge : graph::arrows(facts.counted_by, from))
      if (const auto award = graph::to(facts.counted_by, edge); visit(award)) some.push_back(award);
  }
}

}  // namespace

Beneath::Beneath(const Facts& facts) : facts_(facts), developers_(facts.model.competencies.size(), 0), unread_(facts.model.credentials.size(), 0), level_(facts.model.credentials.size()) {
  const auto& all = facts.model.credentials;
  std::vector<std::uint32_t> unread, leveled;
  for (std::uint32_t id = 0; id < all.size(); ++id) {
    for (const model::Developed& one : all[id].develops) ++developers_[one.competency];
    if (all[id].broken) unread.push_back(id);
    if (all[id].level) leveled.push_back(id);
  }
  upwards(facts, unread, [&](std::uint32_t award) { return unread_[award] == 0 && (unread_[award] = 1) != 0; });
  // The highest first: what has one already has no lower one.
  std::stable_sort(leveled.begin(), leveled.end(), [&](std::uint32_t a, std::uint32_t b) { return all[a].level->value > all[b].level->value; });
  for (const std::uint32_t id : leveled)
    upwards(facts, {id}, [&](std::uint32_t award) {
      if (level_[award]) return false;
      level_[award] = all[id].level->value;
      return true;
    });
}

// The walk ends when all is found, which is mostly soon; what only the award develops is not looked for.
std::vector<char> Beneath::developed(std::uint32_t award) const {
  const auto& own = facts_.model.credentials[award].develops;
  std::vector<char> out(own.size(), 0);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < own.size(); ++i)
    if (developers_[own[i].competency] > 1) open.push_back(i);
  std::unordered_set<std::uint32_t> seen{award};
  std::vector<std::uint32_t> parts{award};
  for (std::size_t at = 0; at < parts.size() && !open.empty(); ++at)
    for (const graph::Edge edge : graph::arrows(facts_.stacking, parts[at])) {
      const auto part = graph::to(facts_.stacking, edge);
      if (!seen.insert(part).second) continue;
      parts.push_back(part);
      for (const model::Developed& one : facts_.model.credentials[part].develops)
        std::erase_if(open, [&](std::size_t i) { return own[i].competency == one.competency && one.to >= own[i].to && (out[i] = 1) != 0; });
    }
  return out;
}

}  // namespace rung::checks
