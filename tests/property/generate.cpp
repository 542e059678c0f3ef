#include "tests/property/generate.hpp"

#include <algorithm>

#include "tests/property/written.hpp"

namespace property {
namespace {

using namespace oracle;

constexpr int today = 240;

int draw(int least, int most) { return *rc::gen::inRange(least, most + 1); }
// In so many of a hundred cases; shrinks to no.
bool chance(int percent) { return draw(0, 99) >= 100 - percent; }
template <class T>
T one_of(const std::vector<T>& all) { return all[static_cast<std::size_t>(draw(0, static_cast<int>(all.size()) - 1))]; }

std::vector<int> some_of(std::vector<int> pool, int most) {
  std::vector<int> out;
  const int count = draw(1, std::min(most, static_cast<int>(pool.size())));
  for (int i = 0; i < count; ++i) {
    const int at = draw(0, static_cast<int>(pool.size()) - 1);
    out.push_back(pool[at]);
    pool.erase(pool.begin() + at);
  }
  std::sort(out.begin(), out.end());
  return out;
}

Level a_level() { return one_of<Level>({Level::participation, Level::competence, Level::mastery}); }
Level perhaps_a_level(int percent) { return chance(percent) ? a_level() : Level::unstated; }

class FrameworkMaker {
 public:
  explicit FrameworkMaker(const Taste& taste) : taste_(taste) {}

  Framework make() {
    out_.competencies = 3;
    out_.gates = 2;
    const int count = draw(taste_.fewest_credentials, taste_.most_credentials);
    out_.credentials.resize(count);
    // An award is made of what ranks below it, whatever their names.
    std::vector<int> ranked, pool;
    for (int i = 0; i < count; ++i) ranked.insert(ranked.begin() + draw(0, i), i);
    int taken = 0;
    for (int rank = 0; rank < count; ++rank) {
      const bool award = rank > 0 && (rank == count - 1 || taken == taste_.most_taken || chance(taste_.awards));
      taken += award ? 0 : 1;
      credential(out_.credentials[ranked[rank]], award ? pool : std::vector<int>{});
      pool.push_back(ranked[rank]);
    }
    for (int i = 0; i < count; ++i) {
      const std::vector<int> others = others_than(i);
      Credential& one = out_.credentials[i];
      if (chance(one.rule ? 20 : 30)) one.prerequisite = requirement(others, 1, {});
      if (one.prerequisite && taste_.composition && chance(10)) ask_of_some(*one.prerequisite, others);
      if (one.rule && taste_.composition)
        for (std::size_t part = 1; part < one.rule->parts.size(); ++part)
          if (chance(taste_.in_order * 3 / 5)) ask_of_some(one.rule->parts[part], others);
      if (one.rule && taste_.bars && chance(taste_.in_order / 2)) one.withheld_from = some_of(others, 2);
    }
    if (taste_.between_awards && chance(50)) between_awards();
    if (taste_.agreements && chance(40)) agreement();
    return out_;
  }

 private:
  void between_awards() {
    std::vector<int> awards;
    for (int i = 0; i < static_cast<int>(out_.credentials.size()); ++i)
      if (out_.credentials[i].rule) awards.push_back(i);
    for (int i = 0; i < static_cast<int>(out_.credentials.size()); ++i) {
      Credential& one = out_.credentials[i];
      if (!one.rule) {
        if (chance(15)) one.most_awards = draw(1, 2);
        continue;
      }
      std::vector<int> others;
      for (const int award : awards)
        if (award != i) others.push_back(award);
      if (chance(35)) {
        Condition condition{Limit::shared};
        if (chance(40)) condition.measure = Measure::credentials;   // nothing
        else condition.amount = one_of<long>({100, 200, 300});
        if (!others.empty() && chance(40)) condition.of = some_of(others, 2);
        one.conditions.push_back(condition);
      }
      if (chance(25)) {
        Condition condition{chance(50) ? Limit::new_share : Limit::new_amount};
        condition.measure = chance(20) ? Measure::credentials : Measure::credits;
        condition.amount = condition.limit == Limit::new_share ? one_of<long>({25, 33, 50, 75}) : one_of<long>({100, 200, 300});
        if (condition.limit == Limit::new_share) condition.rounding = one_of<Rounding>({Rounding::exact, Rounding::up, Rounding::down, Rounding::nearest});
        one.conditions.push_back(condition);
      }
      if (chance(10)) one.surrenders = some_of(others_than(i), 2);
    }
  }

  std::vector<int> others_than(int one) const {
    std::vector<int> out;
    for (int other = 0; other < static_cast<int>(out_.credentials.size()); ++other)
      if (other != one) out.push_back(other);
    return out;
  }

  // From the first issuer to the second; what they issue decides what can be named.
  void agreement() {
    std::vector<int> sources, targets;
    for (int i = 0; i < static_cast<int>(out_.credentials.size()); ++i) {
      const Credential& one = out_.credentials[i];
      if (one.issuer == 1) targets.push_back(i);
      else if (!one.rule) sources.push_back(i);
    }
    if (sources.empty() || targets.empty()) return;
    const int count = draw(1, 3);
    for (int i = 0; i < count; ++i) {
      Line line;
      line.sources = some_of(sources, 2);
      line.targets = some_of(targets, 2);
      line.as = one_of<Recognised>({Recognised::credit, Recognised::credit, Recognised::credit, Recognised::prerequisite, Recognised::exemption});
      if (chance(25)) line.grade = one_of<int>({50, 70});
      out_.lines.push_back(line);
    }
    if (chance(25)) out_.line_months = one_of<int>({12, 24});
    if (chance(25)) out_.line_limit = one_of<long>({100, 200, 300});
  }

  void credential(Credential& to, const std::vector<int>& pool) {
    const bool award = !pool.empty();
    if (chance(award ? 35 : 85)) to.credits = one_of<long>({100, 200, 300, 150, 50});
    to.in_ects = to.credits && chance(15);
    if (chance(award ? 20 : 70)) to.hours = one_of<long>({1000, 2000, 3000});
    if (chance(award ? 20 : 75)) to.weeks = one_of<long>({100, 200, 500});
    if (chance(award ? 30 : 75)) to.fee = one_of<long>({1000, 2000, 5000});
    to.awarded_for = perhaps_a_level(35);
    for (int competency = 0; competency < out_.competencies; ++competency)
      if (chance(award ? 12 : 30)) to.develops.emplace_back(competency, perhaps_a_level(40));
    to.issuer = draw(0, 1);
    if (taste_.composition) {
      if (chance(75)) to.subjects = some_of({0, 1, 2}, 2);
      if (chance(60)) to.tags = some_of({0, 1, 2}, 2);
    }
    if (taste_.time && chance(award ? 12 : 25)) to.valid_months = one_of<int>({6, 12, 24});
    if (!award) return;
    rule(to, pool);
    if (taste_.time && chance(18)) versions(to, pool);
  }

  // An older rule before it, or with a gap between; from which month on is drawn around the months that learners know of.
  void versions(Credential& to, const std::vector<int>& pool) {
    Version newest{*to.rule, to.conditions}, older;
    Credential other;
    rule(other, pool);
    older = {*other.rule, other.conditions};
    newest.first = today + one_of<int>({-18, -6, 0, 6});
    older.last = newest.first - one_of<int>({1, 1, 1, 7});
    if (chance(40)) older.first = older.last - 18;
    if (chance(20)) newest.last = newest.first + 12;
    to.versions = {older, newest};
    if (chance(15)) to.versions.erase(to.versions.begin());
    to.when_entered = chance(50);
  }

  void rule(Credential& to, const std::vector<int>& pool) {
    Requirement root;
    const int parts = draw(1, 3);
    for (int i = 0; i < parts; ++i) root.parts.push_back(requirement(pool, 2, "p" + std::to_string(i)));
    if (taste_.order && parts > 1 && chance(taste_.in_order)) {
      const int later = draw(0, parts - 1), earlier = (later + draw(1, parts - 1)) % parts;
      root.parts[later].after.push_back(root.parts[earlier].name);
    }
    if (chance(10)) root.grade = one_of<int>({50, 70});
    if (chance(8)) root.floor = a_level();
    if (chance(12)) root.months = one_of<int>({12, 24});
    to.rule = root;
    conditions(to, pool);
  }

  void conditions(Credential& award, const std::vector<int>& pool) {
    const auto add = [&](int percent, Limit limit) {
      if (!chance(percent)) return;
      Condition condition{limit};
      condition.measure = chance(20) ? one_of<Measure>({Measure::hours, Measure::credentials}) : Measure::credits;
      const std::vector<long> amounts = condition.measure == Measure::hours ? std::vector<long>{1000, 3000} : std::vector<long>{100, 200, 300, 400};
      condition.amount = limit == Limit::share ? one_of<long>({25, 33, 50, 75}) : one_of(amounts);
      if (limit == Limit::share || limit == Limit::amount_from) condition.issuer = draw(0, 1);
      if (limit == Limit::at_most_from) condition.of = some_of(pool, 3);
      if (limit == Limit::share) condition.rounding = one_of<Rounding>({Rounding::exact, Rounding::up, Rounding::down, Rounding::nearest});
      award.conditions.push_back(condition);
    };
    add(15, Limit::total);
    add(15, Limit::share);
    add(10, Limit::amount_from);
    add(15, Limit::at_most_from);
    add(10, Limit::at_most_prior);
    const auto parts = static_cast<int>(award.rule->parts.size());
    if (taste_.composition) {
      for (const Limit limit : {Limit::at_most_transfer, Limit::at_most_ungraded, Limit::at_most_each, Limit::distinct, Limit::average, Limit::last_from}) {
        const std::size_t before = award.conditions.size();
        add(limit == Limit::at_most_transfer || limit == Limit::at_most_ungraded ? 5 : 9, limit);
        if (award.conditions.size() > before) compose(award.conditions.back());
      }
      for (Condition& condition : award.conditions) {
        if (chance(15)) condition.in = "p" + std::to_string(draw(0, parts - 1));
        if (condition.limit == Limit::last_from) condition.in.clear();
        widen(condition);
      }
    }
    if (parts > 1 && chance(15)) {
      const int one = draw(0, parts - 2), other = draw(one + 1, parts - 1);
      Condition share{Limit::may_share};
      share.parts = {"p" + std::to_string(one), "p" + std::to_string(other)};
      award.conditions.push_back(share);
    }
  }

  void compose(Condition& condition) {
    condition.key = one_of<Key>({Key::issuer, Key::subject, Key::term, Key::tag});
    if (condition.limit == Limit::distinct) condition.amount = draw(1, 3);
    if (condition.limit == Limit::distinct && condition.key == Key::tag && chance(50)) condition.tags = some_of({0, 1, 2}, 2);
    if (condition.limit == Limit::distinct) condition.measure = Measure::credentials;
    if (condition.limit == Limit::average) {
      condition.amount = one_of<long>({50, 60, 70});
      condition.measure = chance(50) ? Measure::credits : Measure::credentials;
    }
    if (condition.limit == Limit::last_from) condition.issuer = draw(0, 1);
  }

  // Shares where amounts stood, fractions, and the larger or the smaller of two.
  void widen(Condition& condition) {
    const bool limit = condition.limit == Limit::at_most_from || condition.limit == Limit::at_most_prior || condition.limit == Limit::at_most_transfer ||
                       condition.limit == Limit::at_most_ungraded;
    if (limit && chance(30)) {
      condition.of_share = true;
      condition.amount = one_of<long>({25, 50, 75});
      condition.rounding = one_of<Rounding>({Rounding::exact, Rounding::exact, Rounding::up, Rounding::down});
    }
    if (condition.limit != Limit::share && !condition.of_share) return;
    if (chance(20)) {
      condition.divisor = draw(2, 3);
      condition.amount = 100;
    }
    if (!chance(30)) return;
    condition.both = chance(50) ? Both::larger : Both::smaller;
    condition.other = condition.measure == Measure::hours ? 2000 : one_of<long>({100, 200});
  }

  // A part that is asked of some learners only.
  void ask_of_some(Requirement& part, const std::vector<int>& others) {
    part.asked_of = one_of<Asked>(taste_.bars ? std::vector<Asked>{Asked::of_holders, Asked::unless_held, Asked::with_gate, Asked::without_gate}
                                              : std::vector<Asked>{Asked::unless_held, Asked::without_gate});
    const bool gate = part.asked_of == Asked::with_gate || part.asked_of == Asked::without_gate;
    part.whom = gate ? std::vector<int>{draw(0, out_.gates - 1)} : some_of(others, 2);
  }

  Requirement requirement(const std::vector<int>& pool, int depth, const std::string& name) {
    Requirement out;
    out.name = name;
    const int kind = draw(0, 99);
    out.form = kind < 45 ? Form::members : kind < 65 ? Form::amount : kind < 78 ? Form::competencies : kind < 83 ? Form::gate : Form::group;
    if (out.form == Form::group && depth == 0) out.form = Form::members;
    switch (out.form) {
      case Form::members:
        out.of = some_of(pool, 4);
        choose(out, static_cast<int>(out.of.size()), true);
        break;
      case Form::amount:
        out.of = some_of(pool, 4);
        out.measure = chance(20) ? one_of<Measure>({Measure::hours, Measure::credentials}) : Measure::credits;
        out.many = Many::at_least;
        out.amount = out.measure == Measure::hours ? one_of<long>({1000, 2000, 4000}) : one_of<long>({100, 200, 300, 400});
        break;
      case Form::competencies:
        out.of = some_of({0, 1, 2}, 2);
        out.to = perhaps_a_level(40);
        choose(out, static_cast<int>(out.of.size()), false);
        break;
      case Form::gate: out.of = {draw(0, out_.gates - 1)}; break;
      case Form::group: {
        const int parts = draw(2, 3);
        for (int i = 0; i < parts; ++i) out.parts.push_back(requirement(pool, depth - 1, {}));
        choose(out, parts, true);
        break;
      }
    }
    if (out.form == Form::competencies || out.form == Form::gate) return out;
    if (chance(10)) out.grade = one_of<int>({50, 70});
    if (chance(10)) out.floor = a_level();
    if (taste_.time && chance(10)) out.months = one_of<int>({6, 12, 24});
    return out;
  }

  void choose(Requirement& out, int of, bool may_be_exact) {
    out.many = one_of<Many>({Many::all, Many::at_least, may_be_exact ? Many::exactly : Many::at_least});
    if (out.many != Many::all) out.need = draw(1, std::min(of, 2));
  }

  const Taste& taste_;
  Framework out_;
};

Holding a_holding(const Framework& framework, int credential) {
  Holding out{credential};
  if (chance(70)) out.grade = one_of<int>({80, 60, 40});
  if (chance(75)) out.month = today - one_of<int>({0, 6, 12, 18, 24, 36});
  out.achievement = perhaps_a_level(25);
  out.prior_learning = chance(15);
  if (!out.prior_learning) out.transferred = chance(10);
  if (!out.prior_learning && !out.transferred) out.ungraded = chance(10);
  if (chance(75)) out.term = draw(0, 2);
  if (chance(10)) out.expires = today + one_of<int>({6, 0, -1});
  if (framework.credentials[credential].rule)
    for (int ground = 0; ground < static_cast<int>(framework.credentials.size()); ++ground)
      if (!framework.credentials[ground].rule && chance(25)) out.counted.push_back(ground);
  return out;
}

Learner a_learner(const Framework& framework) {
  Learner out;
  if (!chance(6)) out.today = today;
  for (int credential = 0; credential < static_cast<int>(framework.credentials.size()); ++credential) {
    if (!chance(framework.credentials[credential].rule ? 25 : 65)) continue;
    out.holdings.push_back(a_holding(framework, credential));
    if (chance(15)) out.holdings.push_back(a_holding(framework, credential));
  }
  for (int award = 0; award < static_cast<int>(framework.credentials.size()); ++award)
    if (!framework.credentials[award].versions.empty() && chance(50)) out.entered[award] = today - one_of<int>({0, 6, 12, 30});
  for (int competency = 0; competency < framework.competencies; ++competency)
    if (chance(12)) out.recognised.emplace_back(competency, a_level());
  for (int gate = 0; gate < framework.gates; ++gate)
    if (chance(40)) out.gates.insert(gate);
  for (int credential = 0; credential < static_cast<int>(framework.credentials.size()); ++credential) {
    const Credential& one = framework.credentials[credential];
    if (one.prerequisite && chance(10)) out.exceptions.insert({credential, ""});
    if (one.rule && chance(15)) out.exceptions.insert({credential, one.rule->parts[static_cast<std::size_t>(draw(0, static_cast<int>(one.rule->parts.size()) - 1))].name});
  }
  return out;
}

}  // namespace

rc::Gen<Case> cases(Taste taste) {
  return rc::gen::exec([taste] {
    Case out;
    out.framework = FrameworkMaker(taste).make();
    out.learner = a_learner(out.framework);
    return out;
  });
}

bool limits_between_awards(const Framework& framework) {
  const auto looks = [](const Condition& one) { return one.limit == Limit::shared || one.limit == Limit::new_share || one.limit == Limit::new_amount; };
  return std::any_of(framework.credentials.begin(), framework.credentials.end(), [&](const Credential& one) {
    return one.most_awards > 0 || !one.surrenders.empty() || std::any_of(one.conditions.begin(), one.conditions.end(), looks);
  });
}

rc::Gen<Learner> more_than(const Framework& framework, const Learner& learner, bool conferrals) {
  return rc::gen::exec([framework, learner, conferrals] {
    std::vector<int> holdable;
    for (int i = 0; i < static_cast<int>(framework.credentials.size()); ++i)
      if (conferrals || !framework.credentials[i].rule) holdable.push_back(i);
    Learner more = learner;
    const int times = draw(1, 2);
    for (int i = 0; i < times; ++i) {
      const int way = draw(0, 3);
      if (way == 0 || more.holdings.empty()) {
        more.holdings.push_back(a_holding(framework, one_of(holdable)));
      } else if (way == 1) {
        more.gates.insert(draw(0, framework.gates - 1));
      } else if (way == 2) {
        more.recognised.emplace_back(draw(0, framework.competencies - 1), a_level());
      } else {
        Holding& better = more.holdings[static_cast<std::size_t>(draw(0, static_cast<int>(more.holdings.size()) - 1))];
        // What has no grade for a good reason is not averaged; a poor grade in its place would be worse.
        const bool not_averaged = better.grade < 0 && (better.prior_learning || better.transferred || better.ungraded || framework.credentials[better.credential].rule);
        const int grade = one_of<int>({60, 90});
        if (not_averaged) continue;
        better.grade = std::max(better.grade, grade);
        if (better.achievement != Level::unstated) better.achievement = Level::mastery;
        better.prior_learning = better.transferred = better.ungraded = false;
      }
    }
    return more;
  });
}

void showValue(const Case& one, std::ostream& out) { out << written(one.framework) << shown(one.learner); }

}  // namespace property
