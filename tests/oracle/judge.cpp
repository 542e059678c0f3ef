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

}  // namespace

Added amount_of(const World& world, int credential, const Standing& brings, Measure measure) {
  const Credential& what = world.framework.credentials[credential];
  if (measure == Measure::credentials) return {100, false};
  const Amount stated = measure == Measure::hours ? what.hours : what.credits;
  if (stated) return {*stated, false};
  if (!what.rule) return {0, true};
  std::set<int> ground;
  for (const auto& [one, level] : brings)
    if (!is_used(one) && !brings.contains({exempted(one), Level::unstated})) ground.insert(one);
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
  if (!is_asked(world, tree, node)) return within_limits(tree, node, choice);
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

namespace {

// "In a path, what is taken for `capstone` comes after what is taken for `core`", and what is taken for both is taken for both at once.
bool in_turn(const World& world, const Tree& tree, const Choice& choice) {
  const auto taken_under = [&](int part) {
    std::set<int> out;
    for (const Counted& one : choice)
      if (tree.under(part, one.node)) out.merge(taken_for(world, one));
    return out;
  };
  for (int node = 0; node < static_cast<int>(tree.nodes.size()); ++node)
    for (const std::string& name : tree.nodes[node].what->after) {
      const std::set<int> later = taken_under(node), earlier = taken_under(tree.named(name));
      for (const int second : later)
        for (const int first : earlier) {
          if (first == second) continue;
          const bool for_both = later.contains(first) && earlier.contains(second);
          const World::Turn one = world.turns.at(first), other = world.turns.at(second);
          if (for_both ? one.begun != other.begun : one.ended > other.begun) return false;
        }
      // An award that is refused by now was conferred on some day after it was earned and before it was refused.
      for (const Counted& award : choice) {
        if (award.source != by_rule || !world.refused_in.contains(award.credential)) continue;
        const int earned = world.earned_in.at(award.credential), refused = world.refused_in.at(award.credential);
        if (tree.under(node, award.node)) {
          if (std::any_of(earlier.begin(), earlier.end(), [&](int first) { return world.turns.at(first).ended > refused; })) return false;
          for (const Counted& other : choice)
            if (tree.under(tree.named(name), other.node) && other.source == by_rule && other.credential != award.credential && world.refused_in.contains(other.credential) &&
                world.earned_in.at(other.credential) > refused)
              return false;
        }
        if (tree.under(tree.named(name), award.node) && std::any_of(later.begin(), later.end(), [&](int second) { return earned > world.turns.at(second).begun; })) return false;
      }
    }
  return true;
}

}  // namespace

bool in_order(const World& world, const Tree& tree, const Choice& choice) {
  // What is taken in a path is taken later than all that is held; what has no date cannot show a wrong order.
  const auto month = [&](const Counted& one) {
    if (is_recognised(one.source)) {
      const Basis basis = ways_of(world, line_of(one.source))[(-one.source - 10) % 1000];
      return basis.dated ? basis.month : basis.anew ? INT_MAX : -1;
    }
    if (one.source == by_rule && world.refused_in.contains(one.credential)) return INT_MAX;   // conferred on the way
    return one.source == by_taking ? INT_MAX : one.source >= 0 ? world.learner.holdings[one.source].month : -1;
  };
  for (int node = 0; node < static_cast<int>(tree.nodes.size()); ++node)
    for (const std::string& name : tree.nodes[node].what->after)
      for (const Counted& later : choice)
        for (const Counted& earlier : choice)
          if (tree.under(node, later.node) && tree.under(tree.named(name), earlier.node) && month(later) >= 0 && month(earlier) >= 0 &&
              month(later) < month(earlier))
            return false;
  return world.turns.empty() || in_turn(world, tree, choice);
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
  const Rule rule = rule_of(world, award);
  const Tree tree(*rule.tree, award);
  const auto condition = [&](const Condition& one) { return condition_holds(world, tree, one, choice); };
  return node_holds(world, tree, 0, choice) && std::all_of(rule.conditions->begin(), rule.conditions->end(), condition) &&
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
  if (!is_asked(world, tree, node)) return true;
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
