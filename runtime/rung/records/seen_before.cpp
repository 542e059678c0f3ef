#include "runtime/rung/records/seen_before.hpp"

#include <algorithm>

#include "runtime/table/xxh64.hpp"

namespace rung {
namespace {

constexpr std::string_view begins = "{\"learner\":\"";   // of an answer too

bool is_plain(char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

}  // namespace

std::optional<SeenBefore::Line> SeenBefore::split(std::string_view line) {
  constexpr std::string_view spaced = "{\"learner\": \"";
  std::string_view rest = line;
  if (line.starts_with(begins)) rest.remove_prefix(begins.size());
  else if (line.starts_with(spaced)) rest.remove_prefix(spaced.size());
  else return std::nullopt;
  const std::string_view learner = rest.substr(0, rest.find('"'));
  if (learner.empty() || learner.size() > 200 || learner.size() == rest.size() || !std::all_of(learner.begin(), learner.end(), is_plain)) return std::nullopt;
  rest.remove_prefix(learner.size() + 1);
  if (rest.size() > longest) return std::nullopt;
  return Line{learner, rest, table::xxh64(rest)};
}

bool SeenBefore::answer(const Line& line, std::string& out) const {
  const Slot& slot = slots_[line.hash % how_many];
  if (slot.hash != line.hash || slot.rest != line.rest) return false;
  out += begins;
  out += line.learner;
  out += slot.answer;
  return true;
}

void SeenBefore::remember(const Line& line, std::string_view answer) {
  Slot& slot = slots_[line.hash % how_many];
  const std::size_t number = begins.size() + line.learner.size();
  if (slot.hash != line.hash) {
    slot.hash = line.hash;
    slot.rest.clear();
  } else if (answer.size() - number <= longest) {
    slot.rest = line.rest;
    slot.answer = answer.substr(number);
  }
}

}  // namespace rung
