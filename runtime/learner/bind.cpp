#include <algorithm>

#include "runtime/learner/awarded_for.hpp"
#include "runtime/learner/calendar.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/learner/grades.hpp"
#include "runtime/learner/learner.hpp"
#include "runtime/learner/record_names.hpp"
#include "runtime/table/quoted.hpp"

namespace rung {
namespace {

using table::Achievement;
using table::shortened;
using table::SectionKind;

// By what they say, so that the order of the record decides nothing.
void tidy_held(std::vector<Held>& held) {
  const auto key = [](const Held& one) {
    return std::tie(one.credential, one.awarded, one.grade_scale, one.grade, one.achievement, one.by_prior_learning, one.achievement_stated, one.counted,
                    one.by_transfer, one.ungraded, one.term, one.holding);
  };
  std::sort(held.begin(), held.end(), [&](const Held& a, const Held& b) { return a.credential != b.credential ? a.credential < b.credential : key(a) < key(b); });
}

// By competency, the best of each.
void tidy_recognised(std::vector<table::Developed>& recognised) {
  std::sort(recognised.begin(), recognised.end(), [](const auto& a, const auto& b) {
    return a.competency != b.competency ? a.competency < b.competency : a.to > b.to;
  });
  const auto same = [](const auto& a, const auto& b) { return a.competency == b.competency; };
  recognised.erase(std::unique(recognised.begin(), recognised.end(), same), recognised.end());
}

class Binder {
 public:
  Binder(const Table& table, const Learner& learner, BindingMemory* memory)
      : table_(table),
        learner_(learner),
        memory_(memory),
        credentials_(table, SectionKind::credentials, memory),
        competencies_(table, SectionKind::competencies, memory),
        gates_(table, SectionKind::gates, memory) {}

  Holdings bind(std::int32_t on) {
    out_.on = on;
    out_.held.reserve(learner_.holdings.size());
    look_up_names();
    for (const Holding& holding : learner_.holdings)
      if (!holding.term.empty()) out_.terms.push_back(holding.term);
    std::sort(out_.terms.begin(), out_.terms.end());
    out_.terms.erase(std::unique(out_.terms.begin(), out_.terms.end()), out_.terms.end());
    for (at_ = 0; at_ < learner_.holdings.size(); ++at_) holding(learner_.holdings[at_]);
    for (at_ = 0; at_ < learner_.gates.size(); ++at_) gate(learner_.gates[at_]);
    for (at_ = 0; at_ < learner_.entered.size(); ++at_) entered(learner_.entered[at_].first, learner_.entered[at_].second);
    for (at_ = 0; at_ < learner_.exceptions.size(); ++at_) exception(learner_.exceptions[at_]);
    tidy();
    surrender();
    find_what_awards_may_have_counted();
    return std::move(out_);
  }

 private:
  void look_up_names() {
    for (const Holding& holding : learner_.holdings) {
      (holding.is_competency ? competencies_ : credentials_).add(holding.name);
      for (const std::string& name : holding.counted) credentials_.add(name);
    }
    for (const std::string& name : learner_.gates) gates_.add(name);
    for (const auto& [award, day] : learner_.entered) credentials_.add(award);
    for (const Exception& one : learner_.exceptions) credentials_.add(one.award);
    credentials_.look_up();
    competencies_.look_up();
    gates_.look_up();
  }

  SetAside& set_aside(std::string reason, std::vector<Saying> sayings) {
    std::string message;
    for (const Saying& one : sayings) message += (message.empty() ? "" : "; ") + in_english(one);
    return out_.set_aside.emplace_back(SetAside{static_cast<std::uint32_t>(at_), false, std::move(reason), std::move(message), false, false, std::move(sayings)});
  }
  SetAside& set_aside(const Error& error) { return set_aside(error.code, sayings_of(error)); }

  // Without the remedies that are no help with a record.
  static std::vector<Saying> sayings_of(const Error& error) {
    std::vector<Saying> out{error.said};
    if (!error.remedy.starts_with("rung ")) out.push_back(error.to_do);
    return out;
  }
  static std::vector<Saying> no_date(const std::string& written) { return {{Remark::no_date, {shortened(written)}}, {Remark::write_the_date}}; }

  // A day that is stated; none when the holding was set aside for it.
  std::optional<std::int32_t> read_day(const std::string& written) {
    const auto day = read_date(written);
    if (!day) set_aside("bad-date", no_date(written));
    return day;
  }

  void not_excused(std::vector<Saying> sayings) { set_aside("bad-exception", std::move(sayings)).is_exception = true; }

  // The day of a holding, no_date when none is stated; none when the holding was set aside for it.
  std::optional<std::int32_t> day_of(const Holding& holding) {
    if (holding.awarded.empty()) return table::no_date;
    const auto day = read_day(holding.awarded);
    if (day && out_.on != table::no_date && *day > out_.on) {
      set_aside("not-yet-awarded", {{Remark::dated_after, {holding.awarded, written_date(out_.on)}}});
      return std::nullopt;
    }
    return day;
  }

  // What the holding states, else `otherwise`; none when the holding was set aside for it.
  std::optional<Achievement> achievement_of(const Holding& holding, Achievement otherwise) {
    if (holding.achievement.empty()) return otherwise;
    const auto achievement = read_achievement(holding.achievement);
    if (!achievement) set_aside("bad-achievement", {{Remark::no_achievement, {shortened(holding.achievement)}}});
    return achievement;
  }

  void holding(const Holding& holding) {
    const auto id = (holding.is_competency ? competencies_ : credentials_).find(holding.name);
    if (!id) return set_aside(id.error()), void();
    if (!holding.by.empty() && holding.by != "prior-learning" && holding.by != "transfer" && holding.by != "ungraded")
      return set_aside("bad-by", {{Remark::no_manner, {shortened(holding.by)}}}), void();
    const auto day = day_of(holding);
    if (!day) return;
    std::int32_t expires = table::no_date;
    if (!holding.expires.empty()) {
      const auto last = read_day(holding.expires);
      if (!last) return;
      expires = *last;
    }
    if (holding.is_competency) recognised(holding, *id, expires);
    else held(holding, *id, *day, expires);
  }

  void expired(std::int32_t last) {
    set_aside("expired", {{Remark::expired, {written_date(last), written_date(out_.on)}}});
  }

  void recognised(const Holding& holding, std::uint32_t competency, std::int32_t expires) {
    const auto to = achievement_of(holding, Achievement::competence);
    if (!to) return;
    const bool unsure = expires != table::no_date && out_.on == table::no_date;
    if (expires != table::no_date && !unsure && out_.on > expires) return expired(expires);
    (unsure ? out_.recognised_unsure : out_.recognised).push_back({competency, *to, {}});
  }

  // Keeps a holding among the valid, the unsure or the expired ones. What the holding states goes before what its credential does.
  void keep(Held held, std::int32_t expires) {
    const std::uint32_t months = table_.credentials()[held.credential].valid_months;
    const bool from_award = expires == table::no_date && months != 0 && months <= longest_span;
    held.lacks_date = from_award && held.awarded == table::no_date;
    held.lacks_day = (from_award || expires != table::no_date) && out_.on == table::no_date;
    if (held.is_unsure()) return out_.unsure.push_back(std::move(held));
    if (from_award) expires = months_after(held.awarded, months);
    if (expires == table::no_date || out_.on <= expires) return out_.held.push_back(std::move(held));
    expired(expires);
    out_.expired.push_back(std::move(held));
  }

  void held(const Holding& holding, std::uint32_t id, std::int32_t day, std::int32_t expires) {
    const table::Credential& credential = table_.credentials()[id];
    const auto achievement = achievement_of(holding, credential.awarded_for);
    if (!achievement) return;
    Grade grade;
    if (!holding.grade.empty()) {
      const table::Framework& framework = table_.frameworks()[credential.framework];
      if (const auto percent = fraction_as_percent(table_, framework, holding.grade))
        return set_aside("bad-grade", {{Remark::may_be_a_fraction, {shortened(holding.grade)}}, {Remark::write_percent, {*percent}}}), void();
      const auto read = read_grade(table_, framework, holding.grade);
      if (!read) return set_aside("bad-grade", {{Remark::no_grade, {shortened(holding.grade), std::string(table_.text(framework.name))}}}), void();
      grade = *read;
    }
    Held one{id, static_cast<std::uint32_t>(at_), day, grade.value, grade.scale, *achievement, !holding.by.empty() && holding.by == "prior-learning", counted(holding),
             !holding.achievement.empty()};
    if (!holding.by.empty()) {
      one.by_transfer = holding.by == "transfer";
      one.ungraded = holding.by == "ungraded";
    }
    if (!holding.term.empty())   // the names of terms are sorted already
      one.term = static_cast<std::uint32_t>(std::lower_bound(out_.terms.begin(), out_.terms.end(), holding.term) - out_.terms.begin());
    keep(std::move(one), expires);
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
    else set_aside(id.error()).is_gate = true;
  }

  void entered(const std::string& award, const std::string& written) {
    const std::size_t before = out_.set_aside.size();
    const auto id = credentials_.find(award);
    if (!id) {
      set_aside(id.error());
    } else if (table_.credentials()[*id].rule == table::none) {
      set_aside("no-award", {{Remark::not_entered, {shortened(award)}}});
    } else if (const auto day = read_day(written); day && out_.on != table::no_date && *day > out_.on) {
      set_aside("not-yet-entered", {{Remark::entered_after, {written, written_date(out_.on)}}});
    } else if (day) {
      out_.entered.emplace_back(*id, *day);
    }
    for (std::size_t i = before; i < out_.set_aside.size(); ++i) out_.set_aside[i].is_entry = true;
  }

  void exception(const Exception& exception) {
    const auto award = credentials_.find(exception.award);
    if (!award) return not_excused(sayings_of(award.error()));
    if (exception.by.empty()) return not_excused({{Remark::says_not_who}, {Remark::write_by}});
    if (exception.because.empty()) return not_excused({{Remark::says_not_why}, {Remark::write_because}});
    if (exception.prerequisite == !exception.part.empty()) return not_excused({{Remark::excuses_from_one}, {Remark::write_part}});
    if (!exception.on.empty()) {
      const auto day = read_date(exception.on);
      if (!day) return not_excused(no_date(exception.on));
      if (out_.on != table::no_date && *day > out_.on) return not_excused({{Remark::dated_after, {exception.on, written_date(out_.on)}}});
    }
    const table::Credential& credential = table_.credentials()[*award];
    if (exception.prerequisite) {
      if (credential.prerequisite == table::none) return not_excused({{Remark::no_prerequisites, {shortened(exception.award)}}, {Remark::leave_it_out}});
      out_.excused.push_back({*award, table::none, static_cast<std::uint32_t>(at_)});
      return;
    }
    // Of each version of the rule: which of them applies is not known here.
    std::string parts;
    bool found = false;
    for (const std::uint32_t root : table_.rules_of(credential))
      for (std::uint32_t at = root; at < table_.nodes()[root].end; ++at) {
        const std::string_view part = table_.text(table_.nodes()[at].part);
        if (part == exception.part) {
          out_.excused.push_back({*award, at, static_cast<std::uint32_t>(at_)});
          found = true;
          break;
        }
        if (!part.empty()) parts += (parts.empty() ? "" : ", ") + std::string(part);
      }
    if (found) return;
    not_excused({{Remark::no_part, {shortened(exception.award), shortened(exception.part)}}, parts.empty() ? Saying{Remark::parts_have_no_names} : Saying{Remark::parts_are_named, {parts}}});
  }

  bool some_rule_looks_at_other_awards() const {
    if (memory_ == nullptr) return rung::some_rule_looks_at_other_awards(table_);
    if (!memory_->looks_at_other_awards) memory_->looks_at_other_awards = rung::some_rule_looks_at_other_awards(table_);
    return *memory_->looks_at_other_awards;
  }

  // What has expired, or may have, may have been counted all the same.
  void find_what_awards_may_have_counted() {
    const auto has_silent_award = [&](const std::vector<Held>& some) { return std::any_of(some.begin(), some.end(), [&](const Held& one) { return is_silent_award(table_, one); }); };
    if (!has_silent_award(out_.held) && !has_silent_award(out_.unsure) && !has_silent_award(out_.expired)) return;
    if (!some_rule_looks_at_other_awards()) return;
    std::vector<Held> all = out_.held;
    all.insert(all.end(), out_.unsure.begin(), out_.unsure.end());
    all.insert(all.end(), out_.expired.begin(), out_.expired.end());
    tidy_held(all);
    rung::find_what_awards_may_have_counted(table_, all);
    const auto take_back = [&](std::vector<Held>& some) {
      for (Held& one : some) {
        const auto same = std::find_if(all.begin(), all.end(), [&](const Held& other) { return other.holding == one.holding; });
        one.may_have_counted = same->may_have_counted;
      }
    };
    if (std::none_of(all.begin(), all.end(), [](const Held& one) { return !one.may_have_counted.empty(); })) return;
    take_back(out_.held);
    take_back(out_.unsure);
    take_back(out_.expired);
  }

  // What somebody holds takes away what it surrenders, all at once: what is itself taken away has taken away before.
  void surrender() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> taken;   // what, and by what
    for (const auto* const some : {&out_.held, &out_.unsure, &out_.expired})   // what was given up does not come back when the award expires
      for (const Held& held : *some)
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
    const auto surrendered = [&](const Held& held) {
      const std::uint32_t by = taker(held.credential);
      if (by == table::none) return false;
      const auto name = [&](std::uint32_t credential) { return std::string(table_.text(table_.credentials()[credential].name)); };
      out_.set_aside.push_back({held.holding, false, "surrendered", in_english({Remark::surrendered, {title(held.credential), title(by)}}), false, false, {{Remark::surrendered, {name(held.credential), name(by)}}}});
      return true;
    };
    std::erase_if(out_.held, surrendered);
    std::erase_if(out_.unsure, surrendered);
    std::erase_if(out_.expired, [&](const Held& held) { return taker(held.credential) != table::none; });   // it has been set aside before
    const auto order = [](const SetAside& one) { return std::tuple(one.is_exception, one.is_entry, one.is_gate, one.holding); };
    std::stable_sort(out_.set_aside.begin(), out_.set_aside.end(), [&](const SetAside& a, const SetAside& b) { return order(a) < order(b); });
  }

  void tidy() {
    tidy_held(out_.held);
    tidy_held(out_.unsure);
    tidy_held(out_.expired);
    tidy_recognised(out_.recognised);
    tidy_recognised(out_.recognised_unsure);
    // Of one award that is named in two ways the first day.
    std::sort(out_.entered.begin(), out_.entered.end());
    const auto same_award = [](const auto& a, const auto& b) { return a.first == b.first; };
    out_.entered.erase(std::unique(out_.entered.begin(), out_.entered.end(), same_award), out_.entered.end());
    std::sort(out_.excused.begin(), out_.excused.end(),
              [](const Excused& a, const Excused& b) { return std::tie(a.award, a.node, a.exception) < std::tie(b.award, b.node, b.exception); });
    const auto alike = [](const Excused& a, const Excused& b) { return a.award == b.award && a.node == b.node; };
    out_.excused.erase(std::unique(out_.excused.begin(), out_.excused.end(), alike), out_.excused.end());
    std::sort(out_.gates.begin(), out_.gates.end());
    out_.gates.erase(std::unique(out_.gates.begin(), out_.gates.end()), out_.gates.end());
    out_.declared = out_.gates;
  }

  const Table& table_;
  const Learner& learner_;
  BindingMemory* memory_;
  RecordNames credentials_, competencies_, gates_;
  Holdings out_;
  std::size_t at_ = 0;                     // the holding or gate at hand
};

}  // namespace

Holdings trusting(const Holdings& holdings) {
  Holdings out = holdings;
  out.held.insert(out.held.end(), out.unsure.begin(), out.unsure.end());
  tidy_held(out.held);
  out.unsure.clear();
  out.recognised.insert(out.recognised.end(), out.recognised_unsure.begin(), out.recognised_unsure.end());
  tidy_recognised(out.recognised);
  return out;
}

Result<Holdings> bind(const Table& table, const Learner& learner, const std::string& on, BindingMemory* memory) {
  const std::string& asked = on.empty() ? learner.on : on;
  std::int32_t day = table::no_date;
  if (!asked.empty()) {
    const auto read = read_date(asked);
    if (!read) return remarked("bad-date", {Remark::no_date, {shortened(asked)}}, {Remark::write_the_day});
    day = *read;
  }
  return Binder(table, learner, memory).bind(day);
}

}  // namespace rung
