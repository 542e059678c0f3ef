#include "compiler/losses/learners.hpp"

#include <algorithm>

#include "compiler/emit/table_of.hpp"

namespace rung::losses {
namespace {

constexpr WorkLimit each{100'000};
constexpr std::uint32_t most_questions = 4'000;       // of one framework
constexpr const char* day = "2000-01-01";             // of everything: as fresh as can be

void merge(std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

}  // namespace

Someone together(const Someone& one, const Someone& other) {
  Someone out = one;
  merge(out.taken, other.taken);
  merge(out.gates, other.gates);
  out.conferred.insert(out.conferred.end(), other.conferred.begin(), other.conferred.end());
  return out;
}

Learners::Learners(const model::Model& model, const model::Model& asked) : model_(model), table_(emit::table_of(asked)) {}

bool Learners::may_ask() { return ++questions_ <= most_questions; }

Holdings Learners::holdings_of(const Someone& who) const {
  Learner learner;
  learner.on = day;
  const auto add = [&](std::uint32_t id, const std::vector<std::uint32_t>& counted) {
    const model::Credential& credential = model_.credentials[id];
    const std::uint32_t scale = model_.frameworks[credential.framework].scale;
    Holding holding;
    holding.name = credential.name;
    holding.awarded = day;
    holding.grade = scale == model::none || model_.scales[scale].percent || model_.scales[scale].grades.empty() ? "100%" : model_.scales[scale].grades.front();
    for (const std::uint32_t one : counted) holding.counted.push_back(model_.credentials[one].name);
    learner.holdings.push_back(std::move(holding));
  };
  for (const std::uint32_t id : who.taken) add(id, {});
  for (const Someone::Conferred& one : who.conferred) add(one.award, one.counted);
  for (const std::uint32_t gate : who.gates) learner.gates.push_back(model_.gates[gate].name);
  return std::move(*bind(table_, learner));
}

std::vector<Someone> Learners::on_the_way_to(std::uint32_t award, std::uint32_t how_many, bool* proven, const Someone* from) {
  std::vector<Someone> out;
  if (proven != nullptr) *proven = false;
  if (!may_ask()) return out;
  PathsQuestion question{};
  question.award = award;
  question.by = Cost::count;
  question.k = how_many;
  question.limit = each;
  const Paths answer = paths(table_, from == nullptr ? Holdings{} : holdings_of(*from), question);
  if (proven != nullptr) *proven = answer.proven;
  for (const Path& path : answer.paths) {
    Someone who;
    for (const Step& step : path.steps) who.taken.push_back(step.credential);
    std::sort(who.taken.begin(), who.taken.end());
    who.gates = path.gates;
    out.push_back(from == nullptr ? std::move(who) : together(*from, who));
  }
  return out;
}

std::optional<bool> Learners::earns(const Someone& who, std::uint32_t award) {
  if (!may_ask()) return std::nullopt;
  const MissingAnswer answer = missing(table_, holdings_of(who), award, each);
  if (!answer.earned && (answer.cannot_tell || answer.undecided || !answer.proven)) return std::nullopt;
  return answer.earned;
}

std::vector<std::uint32_t> Learners::counted_for(const Someone& who, std::uint32_t award) {
  std::vector<std::uint32_t> ground, awards = {award};
  for (std::size_t next = 0; next < awards.size() && may_ask(); ++next) {
    std::vector<std::uint32_t> counted;
    for (const NodeState& node : missing(table_, holdings_of(who), awards[next], each).nodes) merge(counted, node.counted);
    for (const std::uint32_t one : counted) {
      if (model_.credentials[one].rule == model::none) ground.push_back(one);
      else if (std::find(awards.begin(), awards.end(), one) == awards.end()) awards.push_back(one);
    }
  }
  merge(ground, {});
  return ground;
}

std::vector<std::uint32_t> Learners::countable(std::uint32_t award) const {
  std::vector<std::uint32_t> open = {award}, ground;
  std::vector<char> seen(model_.credentials.size());
  seen[award] = 1;
  for (std::size_t next = 0; next < open.size(); ++next) {
    const std::uint32_t rule = model_.credentials[open[next]].rule;
    if (rule == model::none) {
      ground.push_back(open[next]);
      continue;
    }
    for (std::uint32_t at = rule; at < model_.nodes[rule].end; ++at) {
      if (model_.nodes[at].kind == model::NodeKind::gate) continue;
      for (const std::uint32_t member : model_.nodes[at].members)
        if (!seen[member]) seen[member] = 1, open.push_back(member);
    }
  }
  std::sort(ground.begin(), ground.end());
  return ground;
}

}  // namespace rung::losses
