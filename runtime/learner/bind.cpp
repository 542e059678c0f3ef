#include <algorithm>

#include "runtime/learner/awarded_for.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/learner/grades.hpp"
#include "runtime/learner/learner.hpp"
#include "runtime/learner/record_names.hpp"
#include "runtime/table/quoted.hpp"

namespace rung {
namespace {

using table::Achievement;
using table::quoted;
using table::SectionKind;

class Binder {
 public:
  Binder(const Table& table, const Learner& learner)
      : table_(table),
        learner_(learner),
        credentials_(table, SectionKind::credentials),
        competencies_(table, SectionKind::competencies),
        gates_(table, SectionKind::gates) {}

  Holdings bind(std::int32_t on) {
    out_.on = on;
    look_up_names();
    for (at_ = 0; at_ < learner_.holdings.size(); ++at_) holding(learner_.holdings[at_]);
    for (at_ = 0; at_ < learner_.gates.size(); ++at_) gate(learner_.gates[at_]);
    for (at_ = 0; at_ < learner_.exceptions.size(); ++at_) exception(learner_.exceptions[at_]);
    tidy();
    surrender();
    find_what_awards_may_have_counted(table_, out_.held);
    return std::move(out_);
  }

 private:
  void look_up_names() {
    for (const Holding& holding : learner_.holdings) {
      (holding.is_competency ? competencies_ : credentials_).add(holding.name);
      for (const std::string& name : holding.counted) credentials_.add(name);
    }
    for (const std::string& name : learner_.gates) gates_.add(name);
    for (const Exception& one : learner_.exceptions) credentials_.add(one.award);
    credentials_.look_up();
    competencies_.look_up();
    gates_.look_up();
  }

  void set_aside(std::string reason, std::string message, bool is_gate = false) {
    out_.set_aside.push_back({static_cast<std::uint32_t>(at_), is_gate, std::move(reason), std::move(message)});
  }
  void set_aside(const Error& error, bool is_gate = false) {
    set_aside(error.code, error.message + (error.remedy.starts_with("rung ") ? "" : "; " + error.remedy), is_gate);
  }

  void not_excused(std::string message) {
    out_.set_aside.push_back({static_cast<std::uint32_t>(at_), false, "bad-exception", std::move(message), true});
  }

  // The day of a holding, no_date when none is stated; none when the holding was set aside for it.
  std::optional<std::int32_t> day_of(const Holding& holding) {
    if (holding.awarded.empty()) return table::no_date;
    const auto day = read_date(holding.awarded);
    if (!day) {
      set_aside("bad-date", quoted(holding.awarded) + " is no date; write it as 2026-10-01");
      return std::nullopt;
    }
    if (out_.on != table::no_date && *day > out_.on) {
      set_aside("not-yet-awarded", "it is dated " + holding.awarded + ", after the day of the question, " + written_date(out_.on));
      return std::nullopt;
    }
    return day;
  }

  // What the holding states, else `otherwise`; none when the holding was set aside for it.
  std::optional<Achievement> achievement_of(const Holding& holding, Achievement otherwise) {
    if (holding.achievement.empty()) return otherwise;
    const auto achievement = read_achievement(holding.achievement);
    if (!achievement) set_aside("bad-achievement", quoted(holding.achievement) + " is none of participation, competence, mastery");
    return achievement;
  }

  void holding(const Holding& holding) {
    const auto id = (holding.is_competency ? competencies_ : credentials_).find(holding.name);
    if (!id) return set_aside(id.error());
    if (!holding.by.empty() && holding.by != "prior-learning") return set_aside("bad-by", quoted(holding.by) + " is not prior-learning");
    const auto day = day_of(holding);
    if (!day) return;
    if (holding.is_competency) recognised(holding, *id);
    else held(holding, *id, *day);
  }

  void recognised(const Holding& holding, std::uint32_t competency) {
    if (const auto to = achievement_of(holding, Achievement::competence)) out_.recognised.push_back({competency, *to, {}});
  }

  void held(const Holding& holding, std::uint32_t id, std::int32_t day) {
    const table::Credential& credential = table_.credentials()[id];
    const auto achievement = achievement_of(holding, credential.awarded_for);
    if (!achievement) return;
    Grade grade;
    if (!holding.grade.empty()) {
      const table::Framework& framework = table_.frameworks()[credential.framework];
      const auto read = read_grade(table_, framework, holding.grade);
      if (!read) return set_aside("bad-grade", quoted(holding.grade) + " is not a grade of " + std::string(table_.text(framework.name)));
      grade = *read;
    }
    out_.held.push_back({id, static_cast<std::uint32_t>(at_), day, grade.value, grade.scale, *achievement, !holding.by.empty(), counted(holding),
                         !holding.achievement.empty()});
  }

  // A name that cannot be used is said; the award itself is held all the same.
  std::vector<std::uint32_t> counted(const Holding& holding) {
    std::vector<std::uint32_t> out;
    for (const std::string& name : holding.counted) {
      const auto id = credentials_.find(name);
      if (id) out.push_back(*id);
      else set_aside(id.error());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void gate(const std::string& name) {
    const auto id = gates_.find(name);
    if (id) out_.gates.push_back(*id);
    else set_aside(id.error(), true);
  }

  void exception(const Exception& exception) {
    const auto award = credentials_.find(exception.award);
    if (!award) return not_excused(award.error().message + (award.error().remedy.starts_with("rung ") ? "" : "; " + award.error().remedy));
    if (exception.by.empty() || exception.because.empty())
      return not_excused("it does not say " + std::string(exception.by.empty() ? "who approved it; write \"by\"" : "why; write \"because\""));
    if (exception.prerequisite == !exception.part.empty())
      return not_excused("it excuses from one part of the rule, or from the prerequisites; write \"part\" or \"prerequisite\": true");
    if (!exception.on.empty()) {
      const auto day = read_date(exception.on);
      if (!day) return not_excused(quoted(exception.on) + " is no date; write it as 2026-10-01");
      if (out_.on != table::no_date && *day > out_.on)
        return not_excused("it is dated " + exception.on + ", after the day of the question, " + written_date(out_.on));
    }
    const table::Credential& credential = table_.credentials()[*award];
    if (exception.prerequisite) {
      if (credential.prerequisite == table::none) return not_excused(quoted(exception.award) + " has no prerequisites; leave the exception out");
      out_.excused.push_back({*award, table::none, static_cast<std::uint32_t>(at_)});
      return;
    }
    std::string parts;
    for (std::uint32_t at = credential.rule; credential.rule != table::none && at < table_.nodes()[credential.rule].end; ++at) {
      const std::string_view part = table_.text(table_.nodes()[at].part);
      if (part == exception.part) {
        out_.excused.push_back({*award, at, static_cast<std::uint32_t>(at_)});
        return;
      }
      if (!part.empty()) parts += (parts.empty() ? "" : ", ") + std::string(part);
    }
    not_excused("no part of the rule of " + quoted(exception.award) + " is named " + quoted(exception.part) +
                (parts.empty() ? "; its parts have no names" : "; its parts are named " + parts));
  }

  // What somebody holds takes away what it surrenders, all at once: what is itself taken away has taken away before.
  void surrender() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> taken;   // what, and by what
    for (const Held& held : out_.held)
      for (const std::uint32_t one : table_.list(table_.credentials()[held.credential].surrenders))
        if (one != held.credential) taken.emplace_back(one, held.credential);
    if (taken.empty()) return;
    std::sort(taken.begin(), taken.end());
    const auto taker = [&](std::uint32_t credential) {
      const auto at = std::lower_bound(taken.begin(), taken.end(), std::pair(credential, std::uint32_t{0}));
      return at == taken.end() || at->first != credential ? table::none : at->second;
    };
    const auto title = [&](std::uint32_t credential) {
      const table::Credential& one = table_.credentials()[credential];
      return std::string(table_.text(one.title.length > 0 ? one.title : one.name));
    };
    std::erase_if(out_.held, [&](const Held& held) {
      const std::uint32_t by = taker(held.credential);
      if (by == table::none) return false;
      out_.set_aside.push_back({held.holding, false, "surrendered", title(held.credential) + " was surrendered for " + title(by) + ", which is held"});
      return true;
    });
    const auto order = [](const SetAside& one) { return std::tuple(one.is_exception, one.is_gate, one.holding); };
    std::stable_sort(out_.set_aside.begin(), out_.set_aside.end(), [&](const SetAside& a, const SetAside& b) { return order(a) < order(b); });
  }

  void tidy() {
    std::sort(out_.excused.begin(), out_.excused.end(),
              [](const Excused& a, const Excused& b) { return std::tie(a.award, a.node, a.exception) < std::tie(b.award, b.node, b.exception); });
    const auto alike = [](const Excused& a, const Excused& b) { return a.award == b.award && a.node == b.node; };
    out_.excused.erase(std::unique(out_.excused.begin(), out_.excused.end(), alike), out_.excused.end());
    // By what they say, so that the order of the record decides nothing.
    const auto key = [](const Held& one) {
      return std::tie(one.credential, one.awarded, one.grade_scale, one.grade, one.achievement, one.by_prior_learning, one.achievement_stated, one.counted,
                      one.holding);
    };
    std::sort(out_.held.begin(), out_.held.end(), [&](const Held& a, const Held& b) { return key(a) < key(b); });
    auto& recognised = out_.recognised;
    std::sort(recognised.begin(), recognised.end(), [](const auto& a, const auto& b) {
      return a.competency != b.competency ? a.competency < b.competency : a.to > b.to;
    });
    const auto same = [](const auto& a, const auto& b) { return a.competency == b.competency; };
    recognised.erase(std::unique(recognised.begin(), recognised.end(), same), recognised.end());
    std::sort(out_.gates.begin(), out_.gates.end());
    out_.gates.erase(std::unique(out_.gates.begin(), out_.gates.end()), out_.gates.end());
  }

  const Table& table_;
  const Learner& learner_;
  RecordNames credentials_, competencies_, gates_;
  Holdings out_;
  std::size_t at_ = 0;                     // the holding or gate at hand
};

}  // namespace

Result<Holdings> bind(const Table& table, const Learner& learner, const std::string& on) {
  const std::string& asked = on.empty() ? learner.on : on;
  std::int32_t day = table::no_date;
  if (!asked.empty()) {
    const auto read = read_date(asked);
    if (!read) return Error{"bad-date", quoted(asked) + " is no date", "write the day of the question as 2026-10-01"};
    day = *read;
  }
  return Binder(table, learner).bind(day);
}

}  // namespace rung
