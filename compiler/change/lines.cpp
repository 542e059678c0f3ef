#include "compiler/change/lines.hpp"

#include <algorithm>

namespace rung::change {
namespace {

using table::RecognitionKind;

bool same_target(const Side& side, std::uint32_t here, const Side& other_side, std::uint32_t there) {
  const table::Credential &one = side.table().credentials()[here], &other = other_side.table().credentials()[there];
  if (one.block == 0 || other.block == 0) return one.block == other.block && side.name(here) == other_side.name(there);
  return unit_of(side.table(), table::Measure::credits, one.credit_unit) == unit_of(other_side.table(), table::Measure::credits, other.credit_unit) && other.credits >= one.credits &&
         (one.level == table::unknown || one.level == other.level);
}

// Ordinal grades are ranks, the best first.
bool floor_is_no_higher(const Side& other_side, const table::Recognition& other, const Side& side, const table::Recognition& line) {
  if (other.achievement_floor > line.achievement_floor) return false;   // unknown, the least of them, is none
  if (other.grade_floor == table::unknown) return true;
  if (line.grade_floor == table::unknown || scale_of(side.table(), line.grade_scale) != scale_of(other_side.table(), other.grade_scale)) return false;
  const bool percent = side.table().scales()[line.grade_scale].kind == table::ScaleKind::percent;
  return percent ? other.grade_floor <= line.grade_floor : other.grade_floor >= line.grade_floor;
}

bool terms_are_no_stricter(const table::Agreement& other, const table::Agreement& one) {
  if (other.oldest_months != 0 && (one.oldest_months == 0 || other.oldest_months < one.oldest_months)) return false;
  const bool always = other.effective_from == table::no_date && other.effective_to == table::no_date;
  if (!always && other.in_force != one.in_force) return false;
  if (other.effective_from != table::no_date && (one.effective_from == table::no_date || other.effective_from > one.effective_from)) return false;
  return other.effective_to == table::no_date || (one.effective_to != table::no_date && other.effective_to >= one.effective_to);
}

}  // namespace

bool asks_no_more(const Side& other_side, std::uint32_t other_id, const Side& side, std::uint32_t id) {
  const table::Recognition &one = side.table().recognitions()[id], &other = other_side.table().recognitions()[other_id];
  const table::Agreement &terms = side.table().agreements()[one.agreement], &other_terms = other_side.table().agreements()[other.agreement];
  if (side.institution(terms.to) != other_side.institution(other_terms.to)) return false;
  const auto sources = side.table().list(one.sources), needed = other_side.table().list(other.sources);
  const bool met = std::all_of(needed.begin(), needed.end(), [&](std::uint32_t source) {
    return std::any_of(sources.begin(), sources.end(), [&](std::uint32_t held) { return side.name(held) == other_side.name(source) && side.worth(held) == other_side.worth(source); });
  });
  return met && floor_is_no_higher(other_side, other, side, one) && terms_are_no_stricter(other_terms, terms);
}

bool gives(const Side& other_side, const table::Recognition& other, const Side& side, const table::Recognition& line, std::uint32_t target) {
  const bool kind = other.kind == line.kind || (line.kind == RecognitionKind::prerequisite && other.kind == RecognitionKind::credit);
  if (!kind || (line.kind == RecognitionKind::entry && other.year < line.year)) return false;
  const auto targets = other_side.table().list(other.targets);
  return std::any_of(targets.begin(), targets.end(), [&](std::uint32_t one) { return same_target(side, target, other_side, one); });
}

bool give_all(const Side& other_side, const std::vector<std::uint32_t>& others, const Side& side, const table::Recognition& line) {
  const auto targets = side.table().list(line.targets);
  return std::all_of(targets.begin(), targets.end(), [&](std::uint32_t target) {
    return std::any_of(others.begin(), others.end(), [&](std::uint32_t id) { return gives(other_side, other_side.table().recognitions()[id], side, line, target); });
  });
}

bool limits_more(const Side& side, std::uint32_t id, const Side& other_side, std::uint32_t other_id) {
  const table::Agreement &one = side.table().agreements()[id], &other = other_side.table().agreements()[other_id];
  if (one.one_award_only > other.one_award_only) return true;
  if (one.at_most == table::unknown) return false;
  if (other.at_most == table::unknown) return true;
  const bool comparable = unit_of(side.table(), one.at_most_measure, one.at_most_unit) == unit_of(other_side.table(), other.at_most_measure, other.at_most_unit);
  return !comparable || one.at_most < other.at_most;
}

}  // namespace rung::change
