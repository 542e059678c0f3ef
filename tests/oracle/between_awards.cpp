// Limits between awards, read from docs/meaning.md: what other awards were conferred for.
#include <algorithm>

#include "tests/oracle/judge.hpp"

namespace oracle {
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
  std::vector<const Requirement*> rules;   // whichever version was in force
  for (const Version& version : what.versions) rules.push_back(&version.rule);
  if (rules.empty()) rules.push_back(&*what.rule);
  for (const Requirement* const rule : rules)
    for (const Tree::Node& node : Tree(*rule, credential).nodes) {
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
  Added fresh, rest;
  for (const Counted& one : choice) {
    if (!distinct.insert(one.credential).second) continue;
    const Added all = adds(world, one, condition.measure);
    if (world.framework.credentials[one.credential].rule && world.held(one.credential)) {
      rest.add(all);
      continue;
    }
    Added old;
    bool new_unknown = false;
    for (const Piece& ground : grounds_of(world, one)) {
      std::set<int> others = awards_for(world, ground);
      others.erase(award);
      const Added more = amount_of(world, ground.ground, {}, condition.measure);
      if (others.empty()) new_unknown = new_unknown || more.unknown;
      else old.add(more);
    }
    // Of an award that states an amount, what is not new may be all of it where it is not stated.
    const long new_part = old.unknown && !all.unknown ? 0 : std::max(0L, all.known - old.known);
    fresh.add({new_part, all.unknown && new_unknown});
    rest.add({all.known - new_part, all.unknown && old.unknown});
  }
  return kept(condition, fresh, rest);
}

}  // namespace

bool between_awards_holds(const World& world, int award, const Condition& condition, const Choice& choice) {
  return condition.limit == Limit::shared ? shared_holds(world, award, condition, choice) : new_holds(world, award, condition, choice);
}

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

}  // namespace oracle
