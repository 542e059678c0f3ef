#include "tests/oracle/judge.hpp"

#include <algorithm>
#include <climits>

namespace oracle {
namespace {

// Every credential that is counted under `node`, once.
std::set<int> counted_under(const Tree& tree, int node, const Choice& choice) {
  std::set<int> out;
  for (const Counted& one : choice)
    if (tree.under(node, one.node)) out.insert(one.credential);
  return out;
}

bool recognised(const World& world, int competency, Level to) {
  const auto& all = world.learner.recognised;
  return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.first == competency && one.second >= to; });
}

bool is_evidence(const World& world, const Counted& counted, int competency, Level to) {
  if (shows(world, counted.credential, stated_by(world, counted.source), competency, to)) return true;
  return std::any_of(counted.brings.begin(), counted.brings.end(),
                     [&](const Ground& ground) { return !is_used(ground.first) && shows(world, ground.first, ground.second, competency, to); });
}

bool meets_gate(const World& world, int gate) { return world.all_gates || world.learner.gates.contains(gate); }

int asked(const Requirement& what) {
  if (what.many != Many::all) return what.need;
  return static_cast<int>(what.form == Form::group ? what.parts.size() : what.of.size());
}

long rounded(long hundredths_of_whole, Rounding rounding) {   // of a percentage of hundredths: in ten-thousandths; to whole units
  constexpr long unit = 100 * 100;
  switch (rounding) {
    case Rounding::up: return (hundredths_of_whole + unit - 1) / unit * unit;
    case Rounding::down: return hundredths_of_whole / unit * unit;
    case Rounding::nearest: return (hundredths_of_whole + unit / 2) / unit * unit;
    default: return hundredths_of_whole;
  }
}

}  // namespace

Added amount_of(const World& world, int credential, const Standing& brings, Measure measure) {
  const Credential& what = world.framework.credentials[credential];
  if (measure == Measure::credentials) return {100, false};
  const Amount stated = measure == Measure::hours ? what.hours : what.credits;
  if (stated) return {*stated, false};
  if (!what.rule) return {0, true};
  std::set<int> ground;
  for (const auto& [one, level] : brings)
    if (!is_used(one)) ground.insert(one);
  Added sum;
  for (const int one : ground) {
    const Added part = amount_of(world, one, {}, measure);
    sum = {sum.known + part.known, sum.unknown || part.unknown};
  }
  return sum;
}

Added adds(const World& world, const Counted& one, Measure measure) {
  const bool exempt = is_recognised(one.source) && world.framework.lines[line_of(one.source)].as == Recognised::exemption;
  return exempt ? Added{} : amount_of(world, one.credential, one.brings, measure);
}

namespace {

bool is_excused(const World& world, const Tree& tree, int node) {
  for (; node >= 0; node = tree.nodes[node].parent)
    if (!tree.nodes[node].what->name.empty() && world.learner.exceptions.contains({tree.owner, tree.nodes[node].what->name})) return true;
  return false;
}

}  // namespace

bool node_holds(const World& world, const Tree& tree, int node, const Choice& choice) {
  const Requirement& what = *tree.nodes[node].what;
  if (is_excused(world, tree, node)) return within_limits(tree, node, choice);
  const int have = static_cast<int>(counted_under(tree, node, choice).size());
  switch (what.form) {
    case Form::members: return what.many == Many::exactly ? have == what.need : have >= asked(what);
    case Form::amount: {
      long sum = 0;
      for (const Counted& one : choice)
        if (one.node == node) sum += adds(world, one, what.measure).known;
      return sum >= what.amount;
    }
    case Form::competencies: {
      int shown = 0;
      for (const int competency : what.of) {
        const auto shows_it = [&](const Counted& one) { return is_evidence(world, one, competency, what.to); };
        if (recognised(world, competency, what.to) || std::any_of(choice.begin(), choice.end(), shows_it)) ++shown;
      }
      return shown >= asked(what);
    }
    case Form::gate: return meets_gate(world, what.of[0]);
    case Form::group: break;
  }
  int hold = 0, used = 0;
  for (int part = node + 1; part < tree.nodes[node].end; part = tree.nodes[part].end) {
    const bool it_holds = node_holds(world, tree, part, choice), counts = !counted_under(tree, part, choice).empty();
    if (counts && !it_holds) return false;   // what is not chosen counts nothing
    hold += it_holds, used += counts;
  }
  return hold >= asked(what) && (what.many != Many::exactly || used <= what.need);
}

bool within_limits(const Tree& tree, int node, const Choice& choice) {
  const Requirement& what = *tree.nodes[node].what;
  int used = 0;
  for (int part = node + 1; part < tree.nodes[node].end; part = tree.nodes[part].end) {
    if (!within_limits(tree, part, choice)) return false;
    used += !counted_under(tree, part, choice).empty();
  }
  if (what.form == Form::members) used = static_cast<int>(counted_under(tree, node, choice).size());
  return what.many != Many::exactly || what.form == Form::competencies || used <= what.need;
}

bool is_limit(const Condition& condition) {
  return condition.limit == Limit::at_most_from || condition.limit == Limit::at_most_prior || condition.limit == Limit::may_share ||
         condition.limit == Limit::shared;
}

namespace {

// A ground credential that a choice counts or brings along, and all of whatever name that it is: itself, and what it was recognised from.
struct Piece {
  int ground;
  std::set<int> names;
};

std::vector<Piece> grounds_of(const World& world, const Counted& one) {
  std::vector<Piece> out;
  const auto add = [&](int ground, const auto& given) {   // given(line): it was counted by that line
    Piece more{ground, {ground}};
    for (int line = 0; line < static_cast<int>(world.framework.lines.size()); ++line) {
      if (!given(line)) continue;
      const Line& by = world.framework.lines[line];
      if (by.as == Recognised::exemption) return;   // it adds nothing that could be shared
      more.names.insert(by.sources.begin(), by.sources.end());
    }
    out.push_back(more);
  };
  if (is_recognised(one.source)) {
    add(one.credential, [&](int line) { return line == line_of(one.source); });
  } else if (!world.framework.credentials[one.credential].rule) {
    add(one.credential, [](int) { return false; });
  } else {
    std::set<int> marks, grounds;
    for (const auto& [id, level] : one.brings) (is_used(id) ? marks : grounds).insert(id);
    for (const int ground : grounds) add(ground, [&](int line) { return marks.contains(given_by(line, ground)); });
  }
  return out;
}

// What a rule can count, in the end.
void reach(const Framework& framework, int credential, std::set<int>& out) {
  if (!out.insert(credential).second) return;
  for (const Line& line : framework.lines)
    if (std::find(line.targets.begin(), line.targets.end(), credential) != line.targets.end())
      for (const int source : line.sources) reach(framework, source, out);
  const Credential& what = framework.credentials[credential];
  if (!what.rule) return;
  for (const Tree::Node& node : Tree(*what.rule, credential).nodes) {
    const auto& of = node.what->of;
    if (node.what->form == Form::members || node.what->form == Form::amount)
      for (const int member : of) reach(framework, member, out);
    if (node.what->form != Form::competencies) continue;
    for (int other = 0; other < static_cast<int>(framework.credentials.size()); ++other)
      for (const auto& [competency, level] : framework.credentials[other].develops)
        if (other != credential && std::find(of.begin(), of.end(), competency) != of.end()) reach(framework, other, out);
  }
}

// The conferred awards that were awarded for it, or may have been.
std::set<int> awards_for(const World& world, const Piece& one) {
  std::set<int> out;
  for (const Holding& award : world.learner.holdings) {
    if (!world.framework.credentials[award.credential].rule) continue;
    if (!award.counted.empty()) {
      for (const int ground : award.counted)
        if (one.names.contains(ground)) out.insert(award.credential);
      continue;
    }
    std::set<int> countable;
    reach(world.framework, award.credential, countable);
    for (const Holding& ground : world.learner.holdings) {
      const bool later = award.month >= 0 && ground.month > award.month;
      if (!world.framework.credentials[ground.credential].rule && countable.contains(ground.credential) && one.names.contains(ground.credential) && !later)
        out.insert(award.credential);
    }
  }
  return out;
}

std::set<int> counted_awards(const World& world, const Choice& choice) {
  std::set<int> out;
  for (const Counted& one : choice) {
    if (world.framework.credentials[one.credential].rule) out.insert(one.credential);
    for (const auto& [id, level] : one.brings)
      if (id >= on_the_way(0)) out.insert(id - on_the_way(0));
  }
  return out;
}

bool shared_holds(const World& world, int award, const Condition& condition, const Choice& choice) {
  const std::set<int> inside = counted_awards(world, choice);
  std::set<int> shared;
  for (const Counted& one : choice)
    for (const Piece& ground : grounds_of(world, one))
      for (const int other : awards_for(world, ground)) {
        const bool meant = condition.of.empty() || std::find(condition.of.begin(), condition.of.end(), other) != condition.of.end();
        if (meant && other != award && !inside.contains(other)) shared.insert(ground.ground);
      }
  long sum = 0;
  for (const int ground : shared) {
    const Added more = amount_of(world, ground, {}, condition.measure);
    if (more.unknown) return false;
    sum += more.known;
  }
  return sum <= condition.amount;
}

bool new_holds(const World& world, int award, const Condition& condition, const Choice& choice) {
  std::set<int> distinct;
  long whole = 0, fresh = 0;
  bool unknown = false;
  for (const Counted& one : choice) {
    if (!distinct.insert(one.credential).second) continue;
    const Added all = adds(world, one, condition.measure);
    whole += all.known;
    unknown = unknown || all.unknown;
    if (world.framework.credentials[one.credential].rule && world.held(one.credential)) continue;
    long old = 0;
    bool old_unknown = false;
    for (const Piece& ground : grounds_of(world, one)) {
      std::set<int> others = awards_for(world, ground);
      others.erase(award);
      if (others.empty()) continue;
      const Added more = amount_of(world, ground.ground, {}, condition.measure);
      old += more.known;
      old_unknown = old_unknown || more.unknown;
    }
    unknown = unknown || old_unknown;
    if (!old_unknown) fresh += std::max(0L, all.known - old);
  }
  if (condition.limit == Limit::new_amount) return fresh >= condition.amount;
  return !unknown && fresh * 100 >= rounded(whole * condition.amount, condition.rounding);
}

}  // namespace

bool within_most_awards(const World& world, int award, const Choice& choice) {
  const std::set<int> inside = counted_awards(world, choice);
  for (const Counted& one : choice) {
    const int most = world.framework.credentials[one.credential].most_awards;
    if (most == 0) continue;
    Piece ground{one.credential, {one.credential}};
    if (is_recognised(one.source)) ground.names.insert(world.framework.lines[line_of(one.source)].sources.begin(), world.framework.lines[line_of(one.source)].sources.end());
    int others = 0;
    for (const int other : awards_for(world, ground)) others += other != award && !inside.contains(other);
    if (others >= most) return false;
  }
  return true;
}

bool condition_holds(const World& world, int award, const Condition& condition, const Choice& choice) {
  if (condition.limit == Limit::may_share) return true;
  if (condition.limit == Limit::shared) return shared_holds(world, award, condition, choice);
  if (condition.limit == Limit::new_share || condition.limit == Limit::new_amount) return new_holds(world, award, condition, choice);
  std::set<int> distinct;
  long inside = 0, whole = 0;
  bool unknown_inside = false, unknown = false;
  for (const Counted& one : choice) {
    if (!distinct.insert(one.credential).second) continue;
    bool is_inside = condition.limit == Limit::total;
    if (condition.limit == Limit::at_most_prior)
      for (const Counted& same : choice)
        if (same.credential == one.credential && same.source >= 0 && world.learner.holdings[same.source].prior_learning) is_inside = true;
    if (condition.limit == Limit::at_most_from)
      is_inside = std::find(condition.of.begin(), condition.of.end(), one.credential) != condition.of.end();
    if (condition.limit == Limit::share || condition.limit == Limit::amount_from)
      is_inside = world.framework.credentials[one.credential].issuer == condition.issuer;
    const Added amount = adds(world, one, condition.measure);
    whole += amount.known;
    if (is_inside) inside += amount.known;
    unknown = unknown || amount.unknown;
    unknown_inside = unknown_inside || (is_inside && amount.unknown);
  }
  switch (condition.limit) {
    case Limit::total:
    case Limit::amount_from: return inside >= condition.amount;
    case Limit::share: return !unknown && inside * 100 >= rounded(whole * condition.amount, condition.rounding);
    default: return !unknown_inside && inside <= condition.amount;
  }
}

bool in_order(const World& world, const Tree& tree, const Choice& choice) {
  // What is taken in a path is taken later than all that is held; what has no date cannot show a wrong order.
  const auto month = [&](const Counted& one) {
    if (is_recognised(one.source)) {
      const auto ways = ways_of(world, line_of(one.source));
      const auto same = [&](const Basis& way) { return way.month == ways[0].month; };
      return std::all_of(ways.begin(), ways.end(), same) ? ways[0].month : -1;   // any of them may serve
    }
    return one.source == by_taking ? INT_MAX : one.source >= 0 ? world.learner.holdings[one.source].month : -1;
  };
  for (int node = 0; node < static_cast<int>(tree.nodes.size()); ++node)
    for (const std::string& name : tree.nodes[node].what->after)
      for (const Counted& later : choice)
        for (const Counted& earlier : choice)
          if (tree.under(node, later.node) && tree.under(tree.named(name), earlier.node) && month(later) >= 0 && month(earlier) >= 0 &&
              month(later) < month(earlier))
            return false;
  return true;
}

bool within_agreement(const World& world, const Choice& choice) {
  if (!world.framework.line_limit) return true;
  std::set<int> distinct;
  Added sum;
  for (const Counted& one : choice) {
    if (!is_recognised(one.source) || !distinct.insert(one.credential).second) continue;
    const Added more = adds(world, one, Measure::credits);
    sum = {sum.known + more.known, sum.unknown || more.unknown};
  }
  return !sum.unknown && sum.known <= *world.framework.line_limit;
}

bool holds(const World& world, int award, const Choice& choice) {
  const Credential& what = world.framework.credentials[award];
  const Tree tree(*what.rule, award);
  const auto condition = [&](const Condition& one) { return condition_holds(world, award, one, choice); };
  return node_holds(world, tree, 0, choice) && std::all_of(what.conditions.begin(), what.conditions.end(), condition) &&
         in_order(world, tree, choice) && within_agreement(world, choice) && within_most_awards(world, award, choice);
}

Learner left(const Framework& framework, const Learner& learner) {
  std::set<int> surrendered;
  for (const Holding& one : learner.holdings)
    for (const int other : framework.credentials[one.credential].surrenders)
      if (other != one.credential) surrendered.insert(other);
  Learner out = learner;
  std::erase_if(out.holdings, [&](const Holding& one) { return surrendered.contains(one.credential); });
  return out;
}

namespace {

// The most that a credential can be said to add where nothing is counted.
long most(const World& world, const Tree& tree, int node, int credential, Measure measure) {
  long out = 0;
  for (const Source source : sources(world, credential))
    if (passes(world, tree, node, credential, source))
      for (const Standing& standing : brings(world, credential, source, {}))
        out = std::max(out, adds(world, {credential, source, node, standing}, measure).known);
  return out;
}

bool prerequisite_holds(const World& world, const Tree& tree, int node) {
  const Requirement& what = *tree.nodes[node].what;
  const auto there = [&](int credential, auto and_also) {
    const auto all = sources(world, credential);
    return std::any_of(all.begin(), all.end(), [&](Source one) { return passes(world, tree, node, credential, one) && and_also(one); });
  };
  int have = 0;
  long sum = 0;
  switch (what.form) {
    case Form::members:
      for (const int credential : what.of) have += there(credential, [](Source) { return true; });
      return have >= asked(what);
    case Form::amount:
      for (const int credential : what.of) sum += most(world, tree, node, credential, what.measure);
      return sum >= what.amount;
    case Form::competencies:
      for (const int competency : what.of) {
        bool shown = recognised(world, competency, what.to);
        for (int credential = 0; credential < static_cast<int>(world.framework.credentials.size()); ++credential)
          shown = shown || (credential != tree.owner && there(credential, [&](Source one) {
                              if (shows(world, credential, stated_by(world, one), competency, what.to)) return true;
                              if (one < 0) return false;   // what a rule stands on is there itself
                              for (const Standing& standing : brings(world, credential, one, {}))
                                for (const auto& [ground, stated] : standing)
                                  if (!is_used(ground) && shows(world, ground, stated, competency, what.to)) return true;
                              return false;
                            }));
        have += shown;
      }
      return have >= asked(what);
    case Form::gate: return meets_gate(world, what.of[0]);
    case Form::group: break;
  }
  for (int part = node + 1; part < tree.nodes[node].end; part = tree.nodes[part].end) have += prerequisite_holds(world, tree, part);
  return have >= asked(what);
}

}  // namespace

bool prerequisites_hold(const World& world, int credential) {
  const auto& prerequisite = world.framework.credentials[credential].prerequisite;
  if (world.learner.exceptions.contains({credential, ""})) return true;
  return !prerequisite || prerequisite_holds(world, Tree(*prerequisite, credential), 0);
}

}  // namespace oracle
