#include "tests/oracle/choices.hpp"

#include <algorithm>

#include "tests/oracle/judge.hpp"

namespace oracle {
namespace {

void number(const Requirement& what, int parent, std::vector<Tree::Node>& nodes) {
  const int at = static_cast<int>(nodes.size());
  nodes.push_back({&what, parent, 0});
  for (const Requirement& part : what.parts) number(part, at, nodes);
  nodes[at].end = static_cast<int>(nodes.size());
}

bool contains(const std::vector<int>& all, int one) { return std::find(all.begin(), all.end(), one) != all.end(); }

bool may_be_counted_at(const World& world, const Tree& tree, int node, int credential, Source source) {
  const Requirement& what = *tree.nodes[node].what;
  const auto evidence = [&](int competency) { return shows(world, credential, stated_by(world, source), competency, what.to); };
  const bool named = what.form == Form::competencies ? credential != tree.owner && std::any_of(what.of.begin(), what.of.end(), evidence)
                                                     : (what.form == Form::members || what.form == Form::amount) && contains(what.of, credential);
  if (is_recognised(source)) {
    const Recognised as = world.framework.lines[line_of(source)].as;
    if (as == Recognised::prerequisite || (as == Recognised::exemption && what.form != Form::members)) return false;
  }
  return named && passes(world, tree, node, credential, source);
}

bool may_share(const Rule& rule, const Tree& tree, int one, int other) {
  for (const Condition& condition : *rule.conditions)
    for (const std::string& a : condition.parts)
      for (const std::string& b : condition.parts)
        if (a != b && tree.under(tree.named(a), one) && tree.under(tree.named(b), other)) return true;
  return false;
}

std::set<int> ground_of(const Counted& counted, const Framework& framework) {
  std::set<int> out;
  if (!framework.credentials[counted.credential].rule) out = {counted.credential};
  for (const auto& [credential, level] : counted.brings) out.insert(credential);
  return out;
}

bool compete(const Framework& framework, const Counted& a, const Counted& b) {
  const auto one = ground_of(a, framework), other = ground_of(b, framework);
  return std::any_of(one.begin(), one.end(), [&](int x) { return std::any_of(other.begin(), other.end(), [&](int y) { return in_the_way(x, y); }); });
}

// By the record, and what has begun since.
bool asked_by_itself(const World& world, const Requirement& what) {
  const auto held = [&](int credential) { return world.held(credential); };
  switch (what.asked_of) {
    case Asked::of_holders:   // whoever may hold it is asked, to be sure
      return std::any_of(what.whom.begin(), what.whom.end(), [&](int credential) {
        return world.begun.contains(credential) || std::any_of(world.learner.holdings.begin(), world.learner.holdings.end(),
                           [&](const Holding& one) { return one.credential == credential && may_be_valid(world.framework, world.learner, one); });
      });
    case Asked::unless_held: return std::none_of(what.whom.begin(), what.whom.end(), held);
    case Asked::with_gate: return world.learner.gates.contains(what.whom[0]);
    case Asked::without_gate: return !world.learner.gates.contains(what.whom[0]);
    default: return true;
  }
}

}  // namespace

Tree::Tree(const Requirement& root, int owner_of) : owner(owner_of) { number(root, -1, nodes); }

int Tree::named(const std::string& part) const {
  for (int at = 0; at < static_cast<int>(nodes.size()); ++at)
    if (nodes[at].what->name == part) return at;
  throw std::logic_error("no part is named " + part);
}

bool World::held(int credential) const {
  return std::any_of(learner.holdings.begin(), learner.holdings.end(),
                     [&](const Holding& one) { return one.credential == credential && is_valid(framework, learner, one); });
}

namespace {

// Judges the last valid month by `unknown` where somebody stated too little.
bool valid(const Framework& framework, const Learner& learner, const Holding& holding, bool unknown) {
  const int months = framework.credentials[holding.credential].valid_months;
  if (holding.expires < 0 && months == 0) return true;
  if (learner.today < 0 || (holding.expires < 0 && holding.month < 0)) return unknown;
  return learner.today <= (holding.expires >= 0 ? holding.expires : holding.month + months);
}

}  // namespace

bool is_valid(const Framework& framework, const Learner& learner, const Holding& holding) { return valid(framework, learner, holding, false); }
bool may_be_valid(const Framework& framework, const Learner& learner, const Holding& holding) { return valid(framework, learner, holding, true); }

Rule rule_of(const World& world, int award) {
  const Credential& what = world.framework.credentials[award];
  if (what.versions.empty()) return {&*what.rule, &what.conditions};
  const auto entered = world.learner.entered.find(award);
  const int month = what.when_entered && entered != world.learner.entered.end() ? entered->second : world.learner.today;
  if (month < 0) return {};
  for (const Version& version : what.versions)
    if ((version.first < 0 || version.first <= month) && (version.last < 0 || month <= version.last)) return {&version.rule, &version.conditions};
  return {};
}

bool is_asked(const World& world, const Tree& tree, int node) {
  for (; node >= 0; node = tree.nodes[node].parent)
    if (!asked_by_itself(world, *tree.nodes[node].what)) return false;
  return true;
}

Level stated_by(const World& world, Source source) { return source >= 0 ? world.learner.holdings[source].achievement : Level::unstated; }

std::vector<Source> sources(const World& world, int credential) {
  std::vector<Source> out;
  for (int i = 0; i < static_cast<int>(world.learner.holdings.size()); ++i)
    if (world.learner.holdings[i].credential == credential && is_valid(world.framework, world.learner, world.learner.holdings[i])) out.push_back(i);
  if (world.earned.contains(credential)) out.push_back(by_rule);
  if (world.taken.contains(credential)) out.push_back(by_taking);
  for (int line = 0; line < static_cast<int>(world.framework.lines.size()); ++line) {
    const auto& targets = world.framework.lines[line].targets;
    if (std::find(targets.begin(), targets.end(), credential) == targets.end()) continue;
    for (int way = 0; way < static_cast<int>(ways_of(world, line).size()); ++way) out.push_back(recognised_by(line, way));
  }
  return out;
}

std::vector<Basis> ways_of(const World& world, int number) {
  const Line& line = world.framework.lines[number];
  std::vector<Basis> out = {{}};
  for (const int source : line.sources) {
    std::vector<Basis> mine;
    if (world.taken.contains(source)) mine.push_back({true, false, -1, -1, {source}});
    for (const Holding& one : world.learner.holdings) {
      const int months = world.framework.line_months;
      if (one.credential != source || one.grade < line.grade || !is_valid(world.framework, world.learner, one)) continue;
      if (months > 0 && (one.month < 0 || world.learner.today < 0 || world.learner.today - one.month > months)) continue;
      mine.push_back({false, true, one.month, one.grade});
    }
    std::vector<Basis> wider;
    for (const Basis& so_far : out)
      for (const Basis& more : mine) {
        Basis both = so_far;
        both.anew = so_far.anew || more.anew;
        both.taken.insert(more.taken.begin(), more.taken.end());
        const bool first = source == line.sources.front();
        both.dated = more.dated && (first || so_far.dated);   // what is taken is the last of all
        both.month = !both.dated ? -1 : first ? more.month : so_far.month < 0 || more.month < 0 ? -1 : std::max(so_far.month, more.month);
        both.grade = line.sources.size() == 1 ? more.grade : -1;
        wider.push_back(both);
      }
    out = wider;
  }
  return out;
}

bool shows(const World& world, int credential, Level stated, int competency, Level to) {
  const Credential& what = world.framework.credentials[credential];
  for (const auto& [develops, says] : what.develops) {
    if (develops != competency) continue;
    const Level otherwise = says != Level::unstated ? says : what.awarded_for != Level::unstated ? what.awarded_for : Level::competence;
    if ((stated != Level::unstated ? stated : otherwise) >= to) return true;
  }
  return false;
}

bool passes(const World& world, const Tree& tree, int node, int credential, Source source) {
  const Holding* const holding = source >= 0 ? &world.learner.holdings[source] : nullptr;
  const Basis basis = is_recognised(source) ? ways_of(world, line_of(source))[(-source - 10) % 1000] : Basis{};
  // What is taken is passed at whatever floor is asked for; of what is recognised for it alone that goes for the grade.
  const bool as_asked = source == by_taking, any_grade = as_asked || (basis.anew && world.framework.lines[line_of(source)].sources.size() == 1);
  const bool dated = holding != nullptr || basis.dated;
  const int grade = holding != nullptr ? holding->grade : basis.grade, month = holding != nullptr ? holding->month : basis.month;
  // What is recognised expires as it would if it had been awarded on the day that it has.
  const int months = is_recognised(source) ? world.framework.credentials[credential].valid_months : 0;
  if (months > 0 && dated && (month < 0 || world.learner.today < 0 || world.learner.today - month > months)) return false;
  const Level stated = stated_by(world, source);
  const Level level = stated != Level::unstated ? stated : world.framework.credentials[credential].awarded_for;
  for (; node >= 0; node = tree.nodes[node].parent) {
    const Requirement& floor = *tree.nodes[node].what;
    if (floor.floor != Level::unstated && level < floor.floor && !(level == Level::unstated && (as_asked || source == by_rule))) return false;
    if (floor.grade >= 0 && !any_grade && source != by_rule && grade < floor.grade) return false;
    if (floor.months > 0 && dated) {
      if (month < 0 || world.learner.today < 0) return false;
      if (world.learner.today - month > floor.months) return false;
    }
  }
  return true;
}

std::set<Standing> brings(const World& world, int credential, Source source, const std::set<int>& within) {
  if (source == by_rule) {
    const auto before = world.earned_before.find(credential);
    return standings(before == world.earned_before.end() ? world : *before->second, credential, within);
  }
  Standing named;
  if (is_recognised(source)) {
    named.insert({given_by(line_of(source), credential), Level::unstated});
    named.insert({credential, Level::unstated});   // also an award: what an agreement gives is a ground credential
    if (world.framework.lines[line_of(source)].as == Recognised::exemption) named.insert({exempted(credential), Level::unstated});
  }
  if (is_recognised(source))
    for (const int used : world.framework.lines[line_of(source)].sources) named.insert({used_by(line_of(source), used), Level::unstated});
  if (source >= 0)
    for (const int ground : world.learner.holdings[source].counted) {
      // The record tells of it, also of what has expired since.
      const auto& all = world.learner.holdings;
      const bool recorded = std::any_of(all.begin(), all.end(), [&](const Holding& one) { return one.credential == ground; });
      if (!recorded || world.taken.contains(ground)) named.insert({ground, Level::unstated});
      for (const Holding& one : world.learner.holdings)
        if (one.credential == ground) named.insert({ground, one.achievement});
    }
  return {named};
}

std::set<int> taken_for(const World& world, const Counted& counted) {
  std::set<int> out;
  if (world.turns.empty()) return out;
  if (counted.source == by_taking) out.insert(counted.credential);
  if (is_recognised(counted.source)) out = ways_of(world, line_of(counted.source))[(-counted.source - 10) % 1000].taken;
  for (const auto& [mark, level] : counted.brings)
    if (mark >= newly(0)) out.insert(mark - newly(0));
  return out;
}

std::set<Standing> standings(const World& world, int award, const std::set<int>& within) {
  std::set<Standing> out;
  if (within.contains(award)) return out;
  each_choice(world, award, within, [&](const Choice& choice) {
    if (!holds(world, award, choice)) return false;
    Standing standing;
    for (const Counted& counted : choice) {
      standing.insert(counted.brings.begin(), counted.brings.end());
      for (const int one : taken_for(world, counted)) standing.insert({newly(one), Level::unstated});
      if (world.framework.credentials[counted.credential].rule) standing.insert({on_the_way(counted.credential), Level::unstated});
      if (!world.framework.credentials[counted.credential].rule) standing.insert({counted.credential, stated_by(world, counted.source)});
    }
    out.insert(standing);
    return false;
  });
  return out;
}

bool each_choice(const World& world, int award, const std::set<int>& within, const std::function<bool(const Choice&)>& visit) {
  const Rule rule = rule_of(world, award);
  if (rule.tree == nullptr) return false;
  const Tree tree(*rule.tree, award);
  std::set<int> inner = within;
  inner.insert(award);

  // How each credential can be counted: at one node, or at several that may share.
  std::vector<std::vector<Choice>> ways;
  for (int credential = 0; credential < static_cast<int>(world.framework.credentials.size()); ++credential) {
    std::vector<Choice> mine;
    for (const Source source : sources(world, credential)) {
      std::set<Standing> all;
      for (int node = 0, known = 0; node < static_cast<int>(tree.nodes.size()); ++node) {
        if (inner.contains(credential) || !may_be_counted_at(world, tree, node, credential, source)) continue;
        if (!known++) all = brings(world, credential, source, inner);
        for (const Standing& standing : all) mine.push_back({{credential, source, node, standing}});
      }
    }
    const std::size_t single = mine.size();
    for (std::size_t w = 0; w < mine.size(); ++w) {
      for (std::size_t next = 0; next < single; ++next) {
        const Counted& more = mine[next][0];
        const auto fits = [&](const Counted& one) {
          const bool taken = !world.framework.credentials[credential].rule && !is_recognised(one.source) && !is_recognised(more.source);
          const bool same = (one.source == more.source && one.brings == more.brings) || taken;
          return one.node < more.node && same && may_share(rule, tree, one.node, more.node);
        };
        if (!std::all_of(mine[w].begin(), mine[w].end(), fits)) continue;
        Choice wider = mine[w];
        wider.push_back(more);
        mine.push_back(wider);
      }
    }
    if (!mine.empty()) ways.push_back(mine);
  }

  const std::function<bool(std::size_t, const Choice&)> go_on = [&](std::size_t at, const Choice& so_far) {
    if (--steps_left < 0) throw TooMuch();
    if (at == ways.size()) return visit(so_far);
    if (go_on(at + 1, so_far)) return true;
    for (const Choice& way : ways[at]) {
      const auto in_the_way = [&](const Counted& before) {
        return std::any_of(way.begin(), way.end(), [&](const Counted& one) {
          return compete(world.framework, before, one) && !may_share(rule, tree, before.node, one.node);
        });
      };
      if (std::any_of(so_far.begin(), so_far.end(), in_the_way)) continue;
      Choice more = so_far;
      more.insert(more.end(), way.begin(), way.end());
      if (go_on(at + 1, more)) return true;
    }
    return false;
  };
  return go_on(0, {});
}

}  // namespace oracle
