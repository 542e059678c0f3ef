#include "runtime/queries/recognition.hpp"

#include <algorithm>

#include "runtime/queries/calendar.hpp"

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

  Judgement judge() const {
    Judgement out;
    out.basis.verdict = Passes::yes;
    const auto sources = table_.list(recognition_.sources);
    for (const std::uint32_t source : sources) {
      Way way = best_way(source);
      if (way.verdict == Passes::no) {
        out.basis.verdict = Passes::no;
        out.obstacle = way.obstacle;
        out.source = source;
        return out;
      }
      if (way.verdict == Passes::cannot_tell) out.basis.verdict = Passes::cannot_tell;
      add(out.basis, source, way, sources.size() == 1);
    }
    auto& uses = out.basis.uses;
    std::sort(uses.begin(), uses.end());
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    return out;
  }

 private:
  void add(Basis& basis, std::uint32_t source, Way& way, bool alone) const {
    basis.lacking.insert(basis.lacking.end(), way.lacking.begin(), way.lacking.end());
    basis.anew = basis.anew || way.source == from_taking;
    basis.uses.push_back(source);
    const auto ground = supply_.stands_on(source, way.source);
    basis.uses.insert(basis.uses.end(), ground.begin(), ground.end());
    const auto used = supply_.uses(source, way.source);
    basis.uses.insert(basis.uses.end(), used.begin(), used.end());
    if (!is_held(way.source)) return;
    const Held& held = holdings_.held[way.source];
    basis.awarded = basis.dated && (basis.awarded == table::no_date || held.awarded == table::no_date) ? table::no_date
                                                                                                      : std::max(basis.awarded, held.awarded);
    basis.dated = true;
    if (!alone) return;
    basis.grade = held.grade;
    basis.grade_scale = held.grade_scale;
  }

  // What is taken in the path counts before what is held; of holdings the best grade, then the last date.
  Way best_way(std::uint32_t source) const {
    Way best;
    const auto consider = [&](Way way) {
      if (way.verdict > best.verdict || (best.verdict == Passes::no && best.obstacle == Obstacle::absent)) best = std::move(way);
    };
    if (supply_.is_taken(source)) consider(way_of(source, from_taking));
    const table::Range held = supply_.held(source);
    for (std::uint32_t h = held.first + held.count; h-- > held.first;) {
      Way way = way_of(source, h);
      const bool better = best.verdict == way.verdict && is_held(best.source) && way.verdict != Passes::no &&
                          better_grade(holdings_.held[h], holdings_.held[best.source]);
      if (better) best = way;
      else consider(std::move(way));
    }
    if (supply_.derived(source) != nullptr) consider(way_of(source, from_rule));
    return best;
  }

  bool better_grade(const Held& a, const Held& b) const {
    if (a.grade == table::unknown || b.grade == table::unknown || a.grade_scale != b.grade_scale) return false;
    const bool percent = a.grade_scale >= table_.scales().size() || table_.scales()[a.grade_scale].kind == table::ScaleKind::percent;
    return percent ? a.grade > b.grade : a.grade < b.grade;
  }

  Way way_of(std::uint32_t credential, Source source) const {
    Way way{Passes::yes, Obstacle::none, source, {}};
    const Held* const held = is_held(source) ? &holdings_.held[source] : nullptr;
    const bool anew = held == nullptr && supply_.terms().path;
    const auto lacks = [&](const char* what) {
      if (way.verdict == Passes::no) return;
      way.verdict = Passes::cannot_tell;
      way.lacking.push_back({credential, what});
    };
    const auto fails = [&](Obstacle why) {
      if (way.verdict != Passes::no) way.obstacle = why;
      way.verdict = Passes::no;
    };
    if (recognition_.achievement_floor != Achievement::unknown) {
      const Achievement shown = held != nullptr ? held->achievement : table_.credentials()[credential].awarded_for;
      if (shown == Achievement::unknown) {
        if (!anew) lacks("achievement");
      } else if (shown < recognition_.achievement_floor) {
        fails(Obstacle::below_floor);
      }
    }
    if (recognition_.grade_floor != table::unknown && !anew) {
      if (held == nullptr || held->grade == table::unknown || held->grade_scale != recognition_.grade_scale) {
        lacks("grade");
      } else {
        const bool percent = table_.scales()[recognition_.grade_scale].kind == table::ScaleKind::percent;
        if (percent ? held->grade < recognition_.grade_floor : held->grade > recognition_.grade_floor) fails(Obstacle::below_floor);
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

Judgement judge(const Supply& supply, std::uint32_t recognition) { return Judge(supply, recognition).judge(); }

}  // namespace rung::queries
