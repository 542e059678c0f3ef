#include "tests/oracle/answers.hpp"

#include <algorithm>

namespace oracle {

void earn(World& world, const std::set<int>* only) {
  const auto& credentials = world.framework.credentials;
  for (bool more = true; more;) {
    more = false;
    for (int award = 0; award < static_cast<int>(credentials.size()); ++award) {
      const Credential& what = credentials[award];
      if (!what.rule || world.earned.contains(award) || (only != nullptr && !only->contains(award))) continue;
      // What may still be valid bars.
      const auto bars = [&](const Holding& one) {
        const auto& barred = what.withheld_from;
        return std::find(barred.begin(), barred.end(), one.credential) != barred.end() && may_be_valid(world.framework, world.learner, one);
      };
      if (std::any_of(world.learner.holdings.begin(), world.learner.holdings.end(), bars)) continue;
      if (std::any_of(what.withheld_from.begin(), what.withheld_from.end(), [&](int one) { return world.begun.contains(one); })) continue;
      if (!prerequisites_hold(world, award)) continue;
      if (!each_choice(world, award, {}, [&](const Choice& choice) { return holds(world, award, choice); })) continue;
      world.earned.insert(award);
      more = true;
    }
  }
}

std::set<int> earned_by_rule(const Framework& framework, const Learner& learner) {
  World world{framework, learner};
  earn(world);
  return world.earned;
}

Places places_of(const Choice& choice) {
  Places out;
  for (const Counted& one : choice) out[one.credential].insert(one.node);
  return out;
}

std::vector<int> parts_of(const Tree& tree) {
  std::vector<int> out;
  for (int at = 0; at < static_cast<int>(tree.nodes.size());) {
    const Requirement& what = *tree.nodes[at].what;
    const bool chain = what.form == Form::group && what.many == Many::all;
    if (!chain) out.push_back(at);
    at = chain ? at + 1 : tree.nodes[at].end;
  }
  return out;
}

std::optional<Shortfall> shortfall(const World& world, int award, const Choice& choice) {
  const Rule rule = rule_of(world, award);
  const Tree tree(*rule.tree, award);
  Shortfall out{0, 0, static_cast<int>(places_of(choice).size())};
  if (!in_order(world, tree, choice) || !within_agreement(world, choice) || !within_most_awards(world, award, choice)) return std::nullopt;
  for (const int part : parts_of(tree)) {
    if (node_holds(world, tree, part, choice)) continue;
    if (!within_limits(tree, part, choice)) return std::nullopt;
    ++out.unmet_parts;
  }
  for (const Condition& condition : *rule.conditions) {
    if (condition_holds(world, tree, condition, choice)) continue;
    if (is_limit(condition)) return std::nullopt;
    ++out.unmet_conditions;
  }
  return out;
}

Best best_choice(const World& world, int award) {
  std::optional<Best> best;
  const auto rank = [](const Shortfall& one) { return std::tuple(one.unmet_parts, one.unmet_conditions, -one.counted); };
  each_choice(world, award, {}, [&](const Choice& choice) {
    const auto here = shortfall(world, award, choice);
    if (!here || (best && rank(*here) > rank(best->shortfall))) return false;
    if (!best || rank(*here) < rank(best->shortfall)) best = Best{*here, {}};
    best->choices.insert(places_of(choice));
    return false;
  });
  return *best;   // counting nothing breaks no limit
}

std::map<int, int> leads_to(const Framework& framework, int from, int today) {
  std::map<int, int> steps;
  const auto counts_by = [&](const Requirement& rule, int award, int credential) {
    const Tree tree(rule, award);
    return std::any_of(tree.nodes.begin(), tree.nodes.end(), [&](const Tree::Node& node) {
      const auto& of = node.what->of;
      if (node.what->form == Form::members || node.what->form == Form::amount) return std::find(of.begin(), of.end(), credential) != of.end();
      const auto& develops = framework.credentials[credential].develops;
      return node.what->form == Form::competencies && credential != award && std::any_of(develops.begin(), develops.end(), [&](const auto& one) {
               return std::find(of.begin(), of.end(), one.first) != of.end();
             });
    });
  };
  const auto may_count = [&](int award, int credential) {
    const Credential& what = framework.credentials[award];
    if (what.versions.empty()) return counts_by(*what.rule, award, credential);
    return std::any_of(what.versions.begin(), what.versions.end(), [&](const Version& one) {
      const bool in_force = today < 0 || ((one.first < 0 || one.first <= today) && (one.last < 0 || today <= one.last));
      return in_force && counts_by(one.rule, award, credential);
    });
  };
  // The credential itself and what the agreement makes of it; nothing is recognised onward.
  const auto also_as = [&](int credential) {
    std::set<int> out = {credential};
    for (const Line& line : framework.lines)
      if (line.as != Recognised::prerequisite && std::find(line.sources.begin(), line.sources.end(), credential) != line.sources.end())
        out.insert(line.targets.begin(), line.targets.end());
    return out;
  };
  std::set<int> reached = {from};
  for (int step = 1; !reached.empty(); ++step) {
    std::set<int> next;
    for (int award = 0; award < static_cast<int>(framework.credentials.size()); ++award)
      if (framework.credentials[award].rule && !steps.contains(award))
        for (const int credential : reached)
          for (const int as : also_as(credential))
            if (may_count(award, as)) next.insert(award);
    for (const int award : next) steps[award] = step;
    reached = next;
  }
  return steps;
}

}  // namespace oracle
