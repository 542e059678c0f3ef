#include "runtime/queries/fixed_point/supply.hpp"

#include <algorithm>

#include "runtime/learner/calendar.hpp"
#include "runtime/queries/floors.hpp"

namespace rung::queries {

using table::Achievement;
using table::Node;

table::Range Supply::held(std::uint32_t credential) const {
  const auto& all = holdings_.held;
  const auto first = std::lower_bound(all.begin(), all.end(), credential, [](const Held& one, std::uint32_t c) { return one.credential < c; });
  auto last = first;
  while (last != all.end() && last->credential == credential) ++last;
  return {static_cast<std::uint32_t>(first - all.begin()), static_cast<std::uint32_t>(last - first)};
}

bool Supply::is_unsure(std::uint32_t credential) const {
  const auto& all = holdings_.unsure;
  const auto at = std::lower_bound(all.begin(), all.end(), credential, [](const Held& one, std::uint32_t c) { return one.credential < c; });
  return at != all.end() && at->credential == credential;
}

std::uint32_t Supply::root_of(std::uint32_t award) const {
  const RuleOf rule = rule_of(table_, holdings_, award);
  if (!rule.day_unknown || !terms_.optimistic) return rule.root;
  return tried_.contains(award) ? tried_.find(award) : table_.credentials()[award].rule;
}

std::uint32_t Supply::shown_root_of(std::uint32_t award) const {
  const std::uint32_t root = root_of(award);
  return root == table::none && rule_of(table_, holdings_, award).day_unknown ? table_.credentials()[award].rule : root;
}

std::span<const Held* const> Supply::conferred() const {
  if (conferred_known_) return conferred_;
  conferred_known_ = true;
  // What an award was awarded for does not change when the award expires.
  for (const auto* const some : {&holdings_.held, &holdings_.unsure, &holdings_.expired})
    for (const Held& held : *some)
      if (is_award(held.credential) && !(held.counted.empty() && held.may_have_counted.empty())) conferred_.push_back(&held);
  std::sort(conferred_.begin(), conferred_.end(), [](const Held* a, const Held* b) { return std::pair(a->credential, a->holding) < std::pair(b->credential, b->holding); });
  return conferred_;
}

std::span<const Excused> Supply::excused(std::uint32_t award) const {
  const auto& all = holdings_.excused;
  const auto first = std::lower_bound(all.begin(), all.end(), award, [](const Excused& one, std::uint32_t of) { return one.award < of; });
  auto last = first;
  while (last != all.end() && last->award == award) ++last;
  return {first, last};
}

bool Supply::is_excused(std::uint32_t node) const {
  if (holdings_.excused.empty()) return false;
  const auto nodes = table_.nodes();
  for (const Excused& one : excused(nodes[node].owner))
    if (one.node != table::none && one.node <= node && node < nodes[one.node].end) return true;
  return false;
}

const Excused* Supply::excused_from_prerequisites(std::uint32_t credential) const {
  if (holdings_.excused.empty()) return nullptr;
  for (const Excused& one : excused(credential))
    if (one.node == table::none) return &one;
  return nullptr;
}

void Supply::derive(std::uint32_t award, Choice choice) {
  derived_at_.set(award, static_cast<std::uint32_t>(derived_.size()));
  derived_.push_back(award);
  derived_in_turn_.push_back(turn_);
  choices_.push_back(std::move(choice));
}

std::uint32_t Supply::turn_refused(std::uint32_t award) const {
  std::uint32_t first = table::none;
  for (const std::uint32_t barring : table_.list(table_.credentials()[award].withheld_from)) first = std::min(first, turn_begun(barring));
  return first;
}

bool Supply::was_there(std::uint32_t credential, Source source, std::uint32_t turn) const {
  if (source == from_taking) return turn_ended(credential) <= turn;
  if (source == from_rule) return turn_earned(credential) <= turn;
  const auto used = uses(credential, source);
  return std::all_of(used.begin(), used.end(), [&](std::uint32_t one) { return !is_taken(one) || is_held(one) || turn_ended(one) <= turn; });
}

const Choice* Supply::derived(std::uint32_t award) const {
  const std::uint32_t at = derived_at_.find(award);
  return at == table::none ? nullptr : &choices_[at];
}

void Supply::recognise(std::uint32_t recognition, Basis basis) {
  const std::uint32_t known = recognised_at_.find(recognition);
  if (known != table::none) {
    bases_[known] = std::move(basis);
    return;
  }
  recognised_at_.set(recognition, static_cast<std::uint32_t>(bases_.size()));
  bases_.push_back(std::move(basis));
}

const Basis* Supply::recognised(std::uint32_t recognition) const {
  const std::uint32_t at = recognised_at_.find(recognition);
  return at == table::none ? nullptr : &bases_[at];
}

std::span<const std::uint32_t> Supply::uses(std::uint32_t credential, Source source) const {
  if (is_recognised(source)) return recognised(recognition_of(source))->uses;
  const Choice* const choice = source == from_rule ? derived(credential) : nullptr;
  if (choice == nullptr) return {};
  return choice->uses;
}

// Of several attempts none is the date: in the order of parts any of them may serve, and what has no date passes.
std::int32_t Supply::awarded(Source source) const {
  if (rung::queries::is_held(source)) return holdings_.held[source].awarded;
  if (!is_recognised(source)) return table::no_date;
  const auto& ways = recognised(recognition_of(source))->ways;
  const auto day = [](const Shown& way) { return way.dated ? way.awarded : way.anew ? INT32_MAX : table::no_date; };   // of the last source; what is taken is later than all that is held
  const bool same = std::all_of(ways.begin(), ways.end(), [&](const Shown& way) { return day(way) == day(ways.front()); });
  return same && !ways.empty() ? day(ways.front()) : table::no_date;
}

std::vector<std::int32_t> Supply::days(std::uint32_t credential, Source source, std::span<const std::uint32_t> nodes) const {
  if (source == from_taking) return {INT32_MAX};
  if (!is_recognised(source)) return awarded(source) == table::no_date ? std::vector<std::int32_t>{} : std::vector<std::int32_t>{awarded(source)};
  const table::Credential& stated = table_.credentials()[credential];
  std::vector<std::int32_t> out;
  for (const Shown& way : recognised(recognition_of(source))->ways) {
    const auto serves_at = [&](std::uint32_t node) {
      const Passes verdict = judge(way, stated.awarded_for, true, stated.valid_months, node, [](const char*) {});
      return verdict == Passes::yes || (verdict == Passes::cannot_tell && terms_.optimistic);
    };
    if (!std::all_of(nodes.begin(), nodes.end(), serves_at)) continue;
    if (way.dated ? way.awarded == table::no_date : !way.anew) return {};
    out.push_back(way.dated ? way.awarded : INT32_MAX);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// Credit counts anywhere; an exemption fills a place and adds nothing to a sum; what serves prerequisites only counts there.
bool Supply::serves(std::uint32_t recognition, std::uint32_t node) const {
  const auto nodes = table_.nodes();
  const table::RecognitionKind kind = table_.recognitions()[recognition].kind;
  if (kind == table::RecognitionKind::credit) return true;
  if (kind == table::RecognitionKind::exemption && nodes[node].kind == table::NodeKind::members) return true;
  std::uint32_t root = node;
  while (nodes[root].parent != table::none) root = nodes[root].parent;
  const bool in_prerequisite = table_.credentials()[nodes[node].owner].prerequisite == root;
  return in_prerequisite && (kind == table::RecognitionKind::prerequisite || kind == table::RecognitionKind::exemption);
}

bool Supply::has_gate(std::uint32_t gate) const {
  return terms_.all_gates || std::binary_search(holdings_.gates.begin(), holdings_.gates.end(), gate);
}

bool Supply::is_asked(std::uint32_t node) const { return is_meant_for_learner(node) && !is_excused(node); }

bool Supply::is_meant_for_learner(std::uint32_t node) const {
  for (std::uint32_t at = node; at != table::none; at = table_.nodes()[at].parent) {
    const Node& one = table_.nodes()[at];
    if (one.asked_of == table::Asked::of_all) continue;
    const auto whom = table_.list(one.whom);
    const bool gate = one.asked_of == table::Asked::with_gate || one.asked_of == table::Asked::without_gate;
    const bool wanted = one.asked_of == table::Asked::of_holders || one.asked_of == table::Asked::with_gate;
    if (gate) {
      if (std::binary_search(holdings_.declared.begin(), holdings_.declared.end(), whom[0]) != wanted) return false;
      continue;
    }
    const auto surely = [&](std::uint32_t credential) {
      const table::Range all = held(credential);
      for (std::uint32_t h = all.first; h < all.first + all.count; ++h)
        if (!holdings_.held[h].is_unsure()) return true;
      return false;
    };
    // What may have expired is taken for whatever is harder, and for whatever is easier under optimistic terms.
    const bool sure = std::any_of(whom.begin(), whom.end(), surely) || (wanted && std::any_of(whom.begin(), whom.end(), [&](std::uint32_t credential) { return has_begun(credential); }));
    const bool perhaps = sure || std::any_of(whom.begin(), whom.end(), [&](std::uint32_t credential) { return is_held(credential) || is_unsure(credential); });
    if (perhaps && !sure) note_unknown();
    if ((wanted != terms_.optimistic ? perhaps : sure) != wanted) return false;
  }
  return true;
}

bool Supply::recognised(const table::Developed& asked) const {
  const auto& all = holdings_.recognised;
  auto at = std::lower_bound(all.begin(), all.end(), asked.competency,
                             [](const table::Developed& one, std::uint32_t competency) { return one.competency < competency; });
  for (; at != all.end() && at->competency == asked.competency; ++at)
    if (at->to >= asked.to) return true;
  return false;
}

template <class Note>
Passes Supply::judge(std::uint32_t credential, Source source, std::uint32_t node, Note note) const {
  const Achievement stated = table_.credentials()[credential].awarded_for;
  if (rung::queries::is_held(source)) {
    const Held& held = holdings_.held[source];
    const Passes verdict = judge({false, false, true, held.awarded, held.grade, held.grade_scale}, held.achievement, true, 0, node, note);
    if (!held.is_unsure() || verdict == Passes::no) return verdict;
    if (held.lacks_date) note("date");
    if (held.lacks_day) note("the day of the question");
    return Passes::cannot_tell;
  }
  // An award earned by its rule has no grade, and none is asked of it; nor has it an age.
  if (source == from_rule) return judge({}, stated, false, 0, node, note);
  // What is taken shows what its credential states, and where that states nothing whatever is asked for.
  if (source == from_taking) return judge({.anew = true, .at_any_grade = true}, stated == Achievement::unknown ? Achievement::mastery : stated, true, 0, node, note);
  // What is recognised is valid as long as it would be if it had been awarded when it was earned elsewhere.
  const std::uint32_t valid_months = table_.credentials()[credential].valid_months;
  const Shown* nearest = nullptr;
  for (const Shown& way : recognised(recognition_of(source))->ways) {
    const Passes verdict = judge(way, stated, true, valid_months, node, [](const char*) {});
    if (verdict == Passes::yes) return verdict;
    if (verdict == Passes::cannot_tell && nearest == nullptr) nearest = &way;
  }
  return nearest == nullptr ? Passes::no : judge(*nearest, stated, true, valid_months, node, note);
}

template <class Note>
Passes Supply::judge(const Shown& shown, Achievement achievement, bool graded, std::uint32_t valid_months, std::uint32_t node, Note note) const {
  const auto nodes = table_.nodes();
  Passes verdict = Passes::yes;
  const auto unknown = [&](const char* what) {
    verdict = Passes::cannot_tell;
    note(what);
  };
  const auto too_old = [&](std::uint32_t months) {
    if (months == 0 || !shown.dated) return false;
    if (shown.awarded == table::no_date) unknown("date");
    else if (holdings_.on == table::no_date) unknown("the day of the question");
    else return !fresh(shown.awarded, months, holdings_.on);
    return false;
  };
  if (too_old(valid_months)) return Passes::no;
  for (std::uint32_t at = node; at != table::none; at = nodes[at].parent) {
    const Node& floor = nodes[at];
    if (too_old(floor.oldest_months)) return Passes::no;
    // What is not graded is an award earned by its rule: no record could state an achievement that it does not.
    if (floor.achievement_floor != Achievement::unknown && (graded || achievement != Achievement::unknown)) {
      if (achievement == Achievement::unknown) {
        unknown("achievement");
      } else if (achievement < floor.achievement_floor) {
        return Passes::no;
      }
    }
    if (floor.grade_floor != table::unknown && graded && !shown.at_any_grade) {
      if (!comparable(table_, shown.grade, shown.grade_scale, floor.grade_scale)) {
        unknown("grade");
      } else if (below(table_, shown.grade, floor.grade_floor, floor.grade_scale)) {
        return Passes::no;
      }
    }
  }
  return verdict;
}

Passes Supply::passes(std::uint32_t credential, Source source, std::uint32_t node) const {
  return judge(credential, source, node, [](const char*) {});
}

void Supply::lacking(std::uint32_t credential, Source source, std::uint32_t node, std::vector<Missing>& out) const {
  if (is_recognised(source)) {
    const auto& trusted = recognised(recognition_of(source))->lacking;
    out.insert(out.end(), trusted.begin(), trusted.end());
  }
  judge(credential, source, node, [&](const char* what) { out.push_back({credential, what}); });
}

bool Supply::admits(std::uint32_t credential, Source source, std::uint32_t node) const {
  switch (passes(credential, source, node)) {
    case Passes::yes: return true;
    case Passes::no: return false;
    case Passes::cannot_tell: note_unknown();
  }
  return terms_.optimistic;
}

bool Supply::fits(std::uint32_t credential, Source source, std::uint32_t node) const {
  const Node& at = table_.nodes()[node];
  const auto asked = table_.developed(at.asked);
  const auto shows = [&](const table::Developed& one) { return evidences(credential, source, one); };
  if (at.kind == table::NodeKind::competencies && std::none_of(asked.begin(), asked.end(), shows)) return false;
  return admits(credential, source, node);
}

void Supply::offer(std::uint32_t node, std::uint32_t credential, bool every_holding, std::vector<Offer>& out) const {
  const table::Range holdings = held(credential);
  for (std::uint32_t i = holdings.first; i < holdings.first + holdings.count; ++i) {
    if (!fits(credential, i, node)) continue;
    out.push_back({node, credential, i});
    // Holdings of one award may stand on different credentials.
    if (!every_holding && !is_award(credential)) break;
  }
  if (is_taken(credential) && fits(credential, from_taking, node)) out.push_back({node, credential, from_taking});
  for (const std::uint32_t recognition : table_.list(table_.credentials()[credential].given_by)) {
    if (!recognised_at_.contains(recognition) || !serves(recognition, node)) continue;
    if (fits(credential, first_recognised + recognition, node)) out.push_back({node, credential, first_recognised + recognition});
  }
  if (derived_at_.contains(credential) && fits(credential, from_rule, node)) out.push_back({node, credential, from_rule});
}

bool Supply::evidences(std::uint32_t credential, Source source, const table::Developed& asked) const {
  return shows(credential, rung::queries::is_held(source) ? &holdings_.held[source] : nullptr, asked);
}

bool Supply::shows(std::uint32_t credential, const Held* holding, const table::Developed& asked) const {
  for (const table::Developed& developed : table_.developed(table_.credentials()[credential].develops)) {
    if (developed.competency != asked.competency) continue;
    const Achievement to = holding != nullptr && holding->achievement_stated ? holding->achievement : developed.to;
    if (to >= asked.to) return true;
  }
  return false;
}

bool Supply::evidences_brought_along(std::uint32_t ground, Source by, const table::Developed& asked, bool surely) const {
  if (surely) {
    const table::Range holdings = held(ground);
    for (std::uint32_t i = holdings.first; i < holdings.first + holdings.count; ++i)
      if (!evidences(ground, i, asked)) return false;
    return (holdings.count > 0 && !is_taken(ground)) || evidences(ground, from_taking, asked);
  }
  bool in_the_record = false;
  const auto any_shows = [&](const std::vector<Held>& all) {
    auto at = std::lower_bound(all.begin(), all.end(), ground, [](const Held& one, std::uint32_t c) { return one.credential < c; });
    for (; at != all.end() && at->credential == ground; ++at) {
      in_the_record = true;
      if (shows(ground, &*at, asked)) return true;
    }
    return false;
  };
  if (any_shows(holdings_.held)) return true;
  if (rung::queries::is_held(by) && (any_shows(holdings_.unsure) || any_shows(holdings_.expired))) return true;
  return (!in_the_record || is_taken(ground)) && evidences(ground, from_taking, asked);
}

std::span<const std::uint32_t> Supply::stands_on(std::uint32_t credential, Source source) const {
  if (rung::queries::is_held(source)) {
    if (is_award(credential)) return holdings_.held[source].counted;
    return {};
  }
  const Choice* const choice = source == from_rule ? derived(credential) : nullptr;
  if (choice == nullptr) return {};
  return choice->stands_on;
}

std::span<const std::uint32_t> Supply::adding(std::uint32_t credential, Source source) const {
  const Choice* const choice = source == from_rule ? derived(credential) : nullptr;
  return choice == nullptr ? stands_on(credential, source) : std::span(choice->adding);
}

}  // namespace rung::queries
