#include "compiler/change/recognised.hpp"

#include <algorithm>
#include <set>

#include "compiler/change/lines.hpp"
#include "runtime/learner/calendar.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/learner/grades.hpp"
#include "runtime/table/decimal.hpp"

namespace rung::change {
namespace {

using table::Achievement;
using table::RecognitionKind;

constexpr WorkLimit each{400'000};

// How every source is held.
struct Held {
  std::int32_t on, awarded;
  std::string grade;                       // "70%", "B", or none
  Achievement achievement;                 // unknown: not stated
};

bool is_percent(const Side& side, std::uint32_t scale) { return scale == table::none || side.table().scales()[scale].kind == table::ScaleKind::percent; }

class Search {
 public:
  Search(const Side& has, std::uint32_t agreement, const Side& lacks, std::optional<std::int32_t> day, std::int32_t some_day)
      : has_(has), agreement_(has.table().agreements()[agreement]), lacks_(lacks), day_(day), some_day_(some_day) {
    const std::string institution = has.institution(agreement_.to);
    for (std::uint32_t id = 0; id < lacks.table().institutions().size(); ++id)
      if (lacks.institution(id) == institution) institution_ = id;
  }

  Unrecognised run() {
    std::vector<std::uint32_t> lines(agreement_.recognitions.count);
    for (std::uint32_t i = 0; i < agreement_.recognitions.count; ++i) lines[i] = agreement_.recognitions.first + i;
    const auto sources = [&](std::uint32_t line) { return has_.table().recognitions()[line].sources.count; };
    std::stable_sort(lines.begin(), lines.end(), [&](std::uint32_t a, std::uint32_t b) { return sources(a) < sources(b); });
    Unrecognised out;
    for (const std::uint32_t line : lines) {
      if (has_.table().recognitions()[line].kind == RecognitionKind::refusal) continue;
      out.proven = complete_;              // of the lines before, which ask for fewer sources
      out.learner = of_line(line);
      if (!out.learner) continue;
      out.line = line;
      return out;
    }
    out.proven = complete_;
    return out;
  }

 private:
  // What may stand in for the line on the other side: lines whose sources are among its own and that give what it gives, or a part of it.
  std::vector<std::uint32_t> rivals(const table::Recognition& line) const {
    std::vector<std::uint32_t> out;
    if (!institution_) return out;
    std::vector<std::string> sources;
    for (const std::uint32_t source : has_.table().list(line.sources)) sources.push_back(has_.name(source));
    for (const std::string& name : sources) {
      const auto there = lacks_.find(name);
      if (!there) continue;
      for (const std::uint32_t id : lacks_.table().list(lacks_.table().credentials()[*there].recognised_in)) {
        const table::Recognition& other = lacks_.table().recognitions()[id];
        const auto needed = lacks_.table().list(other.sources);
        const bool met = std::all_of(needed.begin(), needed.end(), [&](std::uint32_t one) { return std::find(sources.begin(), sources.end(), lacks_.name(one)) != sources.end(); });
        const auto targets = has_.table().list(line.targets);
        const bool given = std::any_of(targets.begin(), targets.end(), [&](std::uint32_t target) { return gives(lacks_, other, has_, line, target); });
        if (met && given && lacks_.table().agreements()[other.agreement].to == *institution_ && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
      }
    }
    return out;
  }

  static bool reaches(const Side& side, const table::Recognition& line, const std::string& grade) {
    if (line.grade_floor == table::unknown) return true;
    if (grade.empty()) return false;
    const table::Scale& scale = side.table().scales()[line.grade_scale];
    if (scale.kind == table::ScaleKind::percent) {
      const auto amount = grade.ends_with('%') ? table::read_decimal(std::string_view(grade).substr(0, grade.size() - 1)) : std::nullopt;
      return amount && *amount >= line.grade_floor;
    }
    const auto pairs = side.table().list(scale.grades);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
      if (side.table().text({pairs[i], pairs[i + 1]}) == grade) return static_cast<std::int64_t>(i / 2) <= line.grade_floor;
    return false;
  }

  // As the runtime judges it (queries/recognition.cpp), of one who holds the sources and nothing else. What is found is asked of the runtime all the same.
  static bool serves(const Side& side, const table::Recognition& line, const Held& held) {
    const table::Agreement& terms = side.table().agreements()[line.agreement];
    if (line.achievement_floor != Achievement::unknown && held.achievement < line.achievement_floor) return false;
    if (!reaches(side, line, held.grade)) return false;
    if (terms.oldest_months != 0 && !fresh(held.awarded, terms.oldest_months, held.on)) return false;
    const std::int32_t decides = terms.in_force == table::InForce::when_awarded ? held.awarded : held.on;
    return (terms.effective_from == table::no_date || decides >= terms.effective_from) && (terms.effective_to == table::no_date || decides <= terms.effective_to);
  }

  // ---- whom to try ----------------------------------------------------------------------------------------------------------------
  static void add_ends(const table::Agreement& terms, std::vector<std::int32_t>& out) {
    if (terms.effective_from != table::no_date) out.insert(out.end(), {terms.effective_from, terms.effective_from - 1});
    if (terms.effective_to != table::no_date) out.insert(out.end(), {terms.effective_to, terms.effective_to + 1});
  }

  std::vector<std::int32_t> days_of_question(const std::vector<std::uint32_t>& others) const {
    if (day_) return {*day_};
    std::vector<std::int32_t> out{some_day_};
    add_ends(agreement_, out);
    for (const std::uint32_t other : others) add_ends(lacks_.table().agreements()[lacks_.table().recognitions()[other].agreement], out);
    std::sort(out.begin() + 1, out.end());
    return out;
  }

  // The last first.
  std::vector<std::int32_t> days_of_award(std::int32_t on, const table::Recognition& line, const std::vector<std::uint32_t>& others) const {
    std::vector<std::int32_t> out{on};
    const auto add_age = [&](std::uint32_t months) {
      if (months != 0) out.insert(out.end(), {oldest_fresh(months, on), oldest_fresh(months, on) - 1});
    };
    const auto add = [&](const table::Agreement& terms) {
      add_age(terms.oldest_months);
      if (terms.in_force == table::InForce::when_awarded) add_ends(terms, out);
    };
    add(agreement_);
    for (const std::uint32_t other : others) add(lacks_.table().agreements()[lacks_.table().recognitions()[other].agreement]);
    for (const std::uint32_t source : has_.table().list(line.sources)) add_age(has_.table().credentials()[source].valid_months);
    std::erase_if(out, [&](std::int32_t day) { return day > on; });
    std::sort(out.begin(), out.end(), std::greater<>());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // The best first. Nothing is said of grades where no line asks for any.
  std::vector<std::string> grades(const table::Recognition& line, const std::vector<std::uint32_t>& others) {
    std::set<std::int64_t, std::greater<>> percents;
    std::uint32_t ordinal = table::none;
    const Side* of = nullptr;
    bool any = false;
    const auto look = [&](const Side& side, const table::Recognition& one) {
      if (one.grade_floor == table::unknown) return;
      any = true;
      if (is_percent(side, one.grade_scale)) percents.insert(one.grade_floor);
      else if (of == nullptr) ordinal = one.grade_scale, of = &side;
      else if (scale_of(of->table(), ordinal) != scale_of(side.table(), one.grade_scale)) complete_ = false;
    };
    look(has_, line);
    for (const std::uint32_t other : others) look(lacks_, lacks_.table().recognitions()[other]);
    if (!any) return {""};
    std::vector<std::string> out;
    if (of != nullptr) {
      const auto pairs = of->table().list(of->table().scales()[ordinal].grades);
      for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) out.emplace_back(of->table().text({pairs[i], pairs[i + 1]}));
      if (!percents.empty()) complete_ = false;   // two kinds of grades, which nobody compares
      return out;
    }
    percents.insert({100 * table::millionths, 0});
    for (const std::int64_t percent : percents) out.push_back(table::decimal(percent) + "%");
    return out;
  }

  std::vector<Achievement> achievements(const table::Recognition& line, const std::vector<std::uint32_t>& others) const {
    const auto asks = [](const table::Recognition& one) { return one.achievement_floor != Achievement::unknown; };
    const bool any = asks(line) || std::any_of(others.begin(), others.end(), [&](std::uint32_t other) { return asks(lacks_.table().recognitions()[other]); });
    return any ? std::vector{Achievement::mastery, Achievement::competence, Achievement::participation} : std::vector{Achievement::unknown};
  }

  // What another agreement gives in its place may be counted only so far.
  void note_limits(const std::vector<std::uint32_t>& others) {
    for (const std::uint32_t other : others) {
      const std::uint32_t agreement = lacks_.table().recognitions()[other].agreement;
      const table::Agreement& terms = lacks_.table().agreements()[agreement];
      if (lacks_.agreement(agreement) != has_.name_of(agreement_.name) && (terms.at_most != table::unknown || terms.one_award_only != 0)) complete_ = false;
    }
  }

  std::optional<Learner> of_line(std::uint32_t id) {
    const table::Recognition& line = has_.table().recognitions()[id];
    const std::vector<std::uint32_t> others = rivals(line);
    note_limits(others);
    std::vector<std::uint32_t> surely;     // that recognise whomever it does
    for (const std::uint32_t other : others)
      if (asks_no_more(lacks_, other, has_, id)) surely.push_back(other);
    if (give_all(lacks_, surely, has_, line)) return std::nullopt;
    // Where all sources are held alike, who just meets the line is among those tried; else only when no source differs from another.
    const auto sources = has_.table().list(line.sources);
    const auto by_award = [&](const table::Agreement& terms) { return terms.in_force == table::InForce::when_awarded; };
    if (sources.size() > 1 && (by_award(agreement_) || std::any_of(sources.begin(), sources.end(), [&](std::uint32_t one) { return has_.table().credentials()[one].valid_months != 0; }) ||
                               std::any_of(others.begin(), others.end(), [&](std::uint32_t other) { return by_award(lacks_.table().agreements()[lacks_.table().recognitions()[other].agreement]); })))
      complete_ = false;
    const auto all_grades = grades(line, others);
    const auto all_achievements = achievements(line, others);
    for (const std::int32_t on : days_of_question(others))
      for (const std::int32_t awarded : days_of_award(on, line, others))
        for (const Achievement achievement : all_achievements)
          for (const std::string& grade : all_grades) {
            const Held held{on, awarded, grade, achievement};
            if (!serves(has_, line, held)) continue;
            std::vector<std::uint32_t> serving;
            for (const std::uint32_t other : others)
              if (serves(lacks_, lacks_.table().recognitions()[other], held)) serving.push_back(other);
            if (give_all(lacks_, serving, has_, line)) continue;
            const Learner learner = written(line, held);
            if (recognised(has_, id, learner) && !still_recognised(line, learner)) return learner;
          }
    return std::nullopt;
  }

  Learner written(const table::Recognition& line, const Held& held) const {
    Learner out;
    out.on = written_date(held.on);
    for (const std::uint32_t source : has_.table().list(line.sources)) {
      Holding holding;
      holding.name = has_.name(source);
      holding.awarded = written_date(held.awarded);
      holding.grade = held.grade;
      if (held.achievement != Achievement::unknown) holding.achievement = written_achievement(held.achievement);
      out.holdings.push_back(std::move(holding));
    }
    std::sort(out.holdings.begin(), out.holdings.end(), [](const Holding& a, const Holding& b) { return a.name < b.name; });
    return out;
  }

  // ---- what the runtime says of them ------------------------------------------------------------------------------------------------
  static std::vector<std::uint32_t> recognised_lines(const Side& side, std::uint32_t institution, const Learner& learner) {
    Learner own = learner;
    for (Holding& holding : own.holdings)
      if (const auto id = side.find(holding.name)) holding.name = side.table().text(side.table().credentials()[*id].name);
    std::vector<std::uint32_t> out;
    const auto bound = bind(side.table(), own);
    if (!bound) return out;
    for (const Transfer& one : transfers(side.table(), *bound, institution, each).transfers)
      if (one.verdict == TransferVerdict::recognised) out.push_back(one.recognition);
    return out;
  }
  bool recognised(const Side& side, std::uint32_t line, const Learner& learner) const {
    const auto lines = recognised_lines(side, agreement_.to, learner);
    return std::find(lines.begin(), lines.end(), line) != lines.end();
  }
  bool still_recognised(const table::Recognition& line, const Learner& learner) const { return institution_ && give_all(lacks_, recognised_lines(lacks_, *institution_, learner), has_, line); }

  const Side& has_;
  const table::Agreement& agreement_;
  const Side& lacks_;
  std::optional<std::int32_t> day_;
  std::int32_t some_day_;
  std::optional<std::uint32_t> institution_;   // that recognises, on the other side
  bool complete_ = true;
};

}  // namespace

Unrecognised find_unrecognised(const Side& has, std::uint32_t agreement, const Side& lacks, std::optional<std::int32_t> day, std::int32_t some_day) {
  return Search(has, agreement, lacks, day, some_day).run();
}

}  // namespace rung::change
