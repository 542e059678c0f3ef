// Sums over credits that no basis lets be added, where an award that states no credits stands on them: it has the sum of what it stands on. What a rule counts itself is
// compared where the rule is read (compiler/model/conditions.cpp).
#include <algorithm>
#include <map>

#include "compiler/checks/list.hpp"
#include "compiler/model/units.hpp"

namespace rung::checks {
namespace {

using model::Measure;
using model::Model;

// For an award that states no credits, what it may stand on: of each unit one credential, and the award that counts it.
struct Ground { std::uint32_t credential, counted_by; };
using Units = std::map<std::uint32_t, Ground>;

// Whether credits are stated or asked for in units that cannot be added.
bool of_several_kinds(const Model& model) {
  std::uint32_t first = model::none;
  const auto differs = [&](Measure measure, std::uint32_t unit) {
    if (measure != Measure::credits || unit == model::none) return false;
    if (first == model::none) first = unit;
    return !model::can_be_added(model, first, unit);
  };
  const auto asks = [&](const auto& one) { return differs(one.measure, one.unit); };
  return std::any_of(model.credentials.begin(), model.credentials.end(), [&](const auto& one) { return one.credits && differs(Measure::credits, one.credit_unit); }) ||
         std::any_of(model.nodes.begin(), model.nodes.end(), [&](const auto& one) { return one.kind == model::NodeKind::amount && asks(one); }) ||
         std::any_of(model.conditions.begin(), model.conditions.end(), asks) || std::any_of(model.title_conditions.begin(), model.title_conditions.end(), asks);
}

// From what states credits upwards, through awards that state none.
std::map<std::uint32_t, Units> units_stood_on(const Facts& facts) {
  const Model& model = facts.model;
  std::map<std::uint32_t, Units> out;
  struct News { std::uint32_t credential, unit; Ground ground; };
  std::vector<News> queue;
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id)
    if (model.credentials[id].credits) queue.push_back({id, model.credentials[id].credit_unit, {id, model::none}});
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const News news = queue[next];
    for (const graph::Edge edge : graph::arrows(facts.counted_by, news.credential)) {
      const std::uint32_t award = graph::to(facts.counted_by, edge);
      if (model.credentials[award].credits) continue;
      const Ground ground{news.ground.credential, news.ground.counted_by == model::none ? award : news.ground.counted_by};
      if (out[award].try_emplace(news.unit, ground).second) queue.push_back({award, news.unit, ground});
    }
  }
  return out;
}

class Sums {
 public:
  Sums(const Facts& facts, Sink& sink) : facts_(facts), model_(facts.model), sink_(sink), stood_on_(units_stood_on(facts)) {}

  void run() {
    for (const model::Node& node : model_.nodes)
      if (node.kind == model::NodeKind::amount && !node.incomplete) sum(node.members, node.measure, node.unit, node.need_span);
    for (const model::Condition& one : model_.conditions) condition(one);
    for (const model::Condition& one : model_.title_conditions) condition(one);
  }

 private:
  void condition(const model::Condition& one) {
    if (one.incomplete || one.measure != Measure::credits || one.unit == model::none) return;
    const bool of_its_set = one.kind == table::ConditionKind::amount_from || one.kind == table::ConditionKind::at_most_from || one.kind == table::ConditionKind::last_from;
    if (of_its_set) {
      sum(one.members, one.measure, one.unit, one.span);
      return;
    }
    for (std::uint32_t at = one.root; at < model_.nodes[one.root].end; ++at)
      if (model_.nodes[at].kind != model::NodeKind::gate && sum(model_.nodes[at].members, one.measure, one.unit, one.span)) return;
  }

  // Whether something was reported.
  bool sum(const std::vector<std::uint32_t>& members, Measure measure, std::uint32_t unit, model::Span span) {
    if (measure != Measure::credits || unit == model::none) return false;
    for (const std::uint32_t member : members) {
      const auto found = stood_on_.find(member);
      if (found == stood_on_.end()) continue;
      for (const auto& [other, ground] : found->second) {
        if (model::can_be_added(model_, other, unit)) continue;
        const model::Credential& stated = model_.credentials[ground.credential];
        sink_.report(Kind::unit_mismatch, span, {unit_name(unit), unit_name(other)})
            .also(stated.credits->span, Phrase::stated_here, {model::decimal(stated.credits->value) + ' ' + model_.units[other].name})
            .also(model_.credentials[ground.counted_by].span, Phrase::counted_by, {facts_.name(ground.counted_by)})
            .help(Phrase::declare_the_basis);
        return true;
      }
    }
    return false;
  }

  std::string unit_name(std::uint32_t unit) const { return model::unit_name(model_.units[unit]); }

  const Facts& facts_;
  const Model& model_;
  Sink& sink_;
  std::map<std::uint32_t, Units> stood_on_;
};

}  // namespace

void unit_mismatch(const Facts& facts, Sink& sink) {
  if (of_several_kinds(facts.model)) Sums(facts, sink).run();
}

}  // namespace rung::checks
