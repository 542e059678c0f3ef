#include "runtime/queries/fixed_point/recognition.hpp"

#include <algorithm>

#include "runtime/learner/calendar.hpp"
#include "runtime/queries/floors.hpp"

namespace rung::queries {
namespace {

using table::Achievement;

// One way in which a source is there.
struct Way {
  Passes verdict = Passes::no;
  Obstacle obstacle = Obstacle::absent;
  Source source = from_taking;
  std::vector<Missing> lacking;
};

class Judge {
 public:
  Judge(const Supply& supply, std::uint32_t recognition)
      : supply_(supply),
        table_(supply.table()),
        holdings_(supply.holdings()),
        recognition_(table_.recognitions()[recognition]),
        agreement_(table_.agreements()[recognition_.agreement]) {}

  Serves serves(std::uint32_t source) const {
    const auto will_do = [&](const Way& way) { return way.verdict == Passes::yes || (way.verdict == Passes::cannot_tell && supply_.terms().optimistic); };
    Serves out{false, will_do(way_of(source, from_taking))};
    const table::Range held = supply_.held(source);
    for (std::uint32_t h = held.first; h < held.first + held.count; ++h) out.held = out.held || will_do(way_of(source, h));
    return out;
  }

  Judgement judge() const {
    Judgement out;
    out.basis.verdict = Passes::yes;
    const auto sources = table_.list(recognition_.sources);
    Shown together;
    bool all_dated = true;
    for (const std::uint32_t source : sources) {
      const std::vector<Way> ways = best_ways(source);
      if (ways.front().verdict == Passes::no) {
        out.basis.verdict = Passes::no;
        out.obstacle = ways.front().obstacle;
        out.source = source;
        return out;
      }
      if (ways.front().verdict == Passes::cannot_tell) out.basis.verdict = Passes::cannot_tell;
      for (const Way& way : ways) out.basis.ways.push_back(shown(way.source));
      use(out.basis, source, ways.front());
      all_dated = add(together, ways) && all_dated;
    }
    together.dated = all_dated;            // what is taken is the last of all
    if (!all_dated) together.awarded = table::no_date;
    if (sources.size() > 1) out.basis.ways = {together};
    auto& uses = out.basis.uses;
    std::sort(uses.begin(), uses.end());
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    return out;
  }

 private:
  Shown shown(Source source) const {
    const bool anew = supply_.terms().path && source == from_taking;
    if (!is_held(source)) return {.anew = anew, .at_any_grade = anew};
    const Held& held = holdings_.held[source];
    return {false, false, true, held.awarded, held.grade, held.grade_scale};
  }

  void use(Basis& basis, std::uint32_t source, const Way& way) const {
    basis.lacking.insert(basis.lacking.end(), way.lacking.begin(), way.lacking.end());
    basis.uses.push_back(source);
    for (const auto brought : {supply_.stands_on(source, way.source), supply_.uses(source, way.source)})
      basis.uses.insert(basis.uses.end(), brought.begin(), brought.end());
  }

  // One source more of several: of its attempts the one with the last date serves best, since only the date is looked at. False when that one is new.
  bool add(Shown& together, const std::vector<Way>& ways) const {
    Shown best = shown(ways.front().source);
    for (const Way& way : ways) {
      const Shown one = shown(way.source);
      if (!one.dated || one.awarded > best.awarded) best = one;
      if (!best.dated) break;
    }
    together.anew = together.anew || best.anew;
    if (!best.dated) return false;
    together.awarded = together.dated && (together.awarded == table::no_date || best.awarded == table::no_date) ? table::no_date
                                                                                                                 : std::max(together.awarded, best.awarded);
    together.dated = true;
    return true;
  }

  // Every way in which a source is there and that is as good as any; or the one that comes nearest.
  std::vector<Way> best_ways(std::uint32_t source) const {
    std::vector<Way> best;
    const auto consider = [&](Way way) {
      if (best.empty() || way.verdict > best.front().verdict) best = {std::move(way)};
      else if (way.verdict == best.front().verdict && way.verdict != Passes::no) best.push_back(std::move(way));
    };
    if (supply_.is_taken(source)) consider(way_of(source, from_taking));
    const table::Range held = supply_.held(source);
    for (std::uint32_t h = held.first; h < held.first + held.count; ++h) consider(way_of(source, h));
    if (supply_.derived(source) != nullptr) consider(way_of(source, from_rule));
    if (best.empty()) best.push_back({});
    return best;
  }

  Way way_of(std::uint32_t credential, Source source) const {
    Way way{Passes::yes, Obstacle::none, source, {}};
    const Held* const held = is_held(source) ? &holdings_.held[source] : nullptr;
    const bool anew = source == from_taking && supply_.terms().path;
    const auto lacks = [&](const char* what) {
      if (way.verdict == Passes::no) return;
      way.verdict = Passes::cannot_tell;
      way.lacking.push_back({credential, what});
    };
    const auto fails = [&](Obstacle why) {
      if (way.verdict != Passes::no) way.obstacle = why;
      way.verdict = Passes::no;
    };
    if (held != nullptr && held->lacks_date) lacks("date");
    if (held != nullptr && held->lacks_day) lacks("the day of the question");
    if (recognition_.achievement_floor != Achievement::unknown) {
      const Achievement shown = held != nullptr ? held->achievement : table_.credentials()[credential].awarded_for;
      if (shown == Achievement::unknown) {
        if (!anew) lacks("achievement");
      } else if (shown < recognition_.achievement_floor) {
        fails(Obstacle::below_floor);
      }
    }
    if (recognition_.grade_floor != table::unknown && !anew) {
      if (held == nullptr || !comparable(table_, held->grade, held->grade_scale, recognition_.grade_scale)) {
        lacks("grade");
      } else if (below(table_, held->grade, recognition_.grade_floor, recognition_.grade_scale)) {
        fails(Obstacle::below_floor);
      }
    }
    if (agreement_.oldest_months != 0 && held != nullptr) {
      if (held->awarded == table::no_date) lacks("date");
      else if (holdings_.on == table::no_date) lacks("the day of the question");
      else if (!fresh(held->awarded, agreement_.oldest_months, holdings_.on)) fails(Obstacle::too_old);
    }
    if (agreement_.effective_from == table::no_date && agreement_.effective_to == table::no_date) return way;
    const bool by_award = agreement_.in_force == table::InForce::when_awarded && held != nullptr;
    const std::int32_t day = by_award ? held->awarded : holdings_.on;
    if (day == table::no_date) lacks(by_award ? "date" : "the day of the question");
    else if (day < agreement_.effective_from || (agreement_.effective_to != table::no_date && day > agreement_.effective_to)) fails(Obstacle::not_in_force);
    return way;
  }

  const Supply& supply_;
  const Table& table_;
  const Holdings& holdings_;
  const table::Recognition& recognition_;
  const table::Agreement& agreement_;
};

}  // namespace

std::vector<std::uint32_t> Supply::taken_for(std::uint32_t credential, Source source) const {
  if (source == from_taking) return {credential};
  const Choice* const choice = source == from_rule ? derived(credential) : nullptr;
  if (choice != nullptr) return choice->taken;
  std::vector<std::uint32_t> anew, all;
  if (!is_recognised(source)) return anew;
  for (const std::uint32_t one : table_.list(table_.recognitions()[recognition_of(source)].sources)) {
    if (!is_taken(one)) continue;
    all.push_back(one);
    if (!queries::serves(*this, recognition_of(source), one).held) anew.push_back(one);
  }
  return anew.empty() ? all : anew;
}

Serves serves(const Supply& supply, std::uint32_t recognition, std::uint32_t source) { return Judge(supply, recognition).serves(source); }
Judgement judge(const Supply& supply, std::uint32_t recognition) { return Judge(supply, recognition).judge(); }

}  // namespace rung::queries
