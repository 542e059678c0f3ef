#include "compiler/minutes/sections.hpp"

#include "runtime/rung/plain.hpp"

namespace rung::minutes {

using change::Fact;
using change::Fate;
using change::Thing;

std::string Teller::called(const Thing& thing) const { return thing.after != table::none ? after.called(thing.kind, thing.after) : before.called(thing.kind, thing.before); }

std::string Teller::fate(const Thing& thing) const {
  if (thing.fate == Fate::removed) return std::string(words.removed);
  if (thing.fate == Fate::added) return std::string(words.added);
  return thing.fate == Fate::renamed ? filled(words.renamed, {plain(thing.was)}) : std::string();
}

std::string Teller::became(const std::string& was, const std::string& is) const {
  const auto stated = [&](const std::string& one) { return one.empty() ? std::string(words.not_stated) : one; };
  return filled(words.becomes, {stated(was), stated(is)});
}

std::vector<std::string> Teller::facts(const Thing& thing) const {
  const change::Speaker was_meant(before.side), is_meant(after.side);
  std::vector<std::string> out;
  for (const Fact fact : thing.differ) {
    const std::string_view name = words.facts[static_cast<std::size_t>(fact)];
    const auto was = pieces(before, thing.kind, thing.before, fact), is = pieces(after, thing.kind, thing.after, fact);
    if (!change::is_list(fact)) {
      out.push_back(pair_of(after.in, name, became(was.empty() ? std::string() : was.front(), is.empty() ? std::string() : is.front())));
      continue;
    }
    const auto meant_before = pieces(was_meant, thing.kind, thing.before, fact), meant_after = pieces(is_meant, thing.kind, thing.after, fact);
    for (const std::size_t at : change::without_equals(meant_before, meant_after)) out.push_back(filled(words.no_longer, {name, was[at]}));
    for (const std::size_t at : change::without_equals(meant_after, meant_before)) out.push_back(filled(words.now, {name, is[at]}));
  }
  return out;
}

}  // namespace rung::minutes
