// An alternative that can never be the one that decides: it asks for all that another asks and more, or it needs the award itself.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/checks/list.hpp"
#include "compiler/checks/offers.hpp"

namespace rung::checks {
namespace {

using model::Choice;
using model::Node;
using model::NodeKind;

// What an option asks in any case, when that is all it asks: the credentials, each with the floors that bind it there.
struct Asked {
  std::uint32_t credential;
  model::Achievement achievement;
  model::Amount grade;   // table::unknown: none
  std::uint32_t scale;
};

bool operator<(const Asked& a, const Asked& b) { return a.credential < b.credential; }

bool as_strict(const Asked& one, const Asked& other, const model::Model& model) {
  if (one.credential != other.credential || one.achievement < other.achievement) return false;
  if (other.grade == table::unknown) return true;
  if (one.grade == table::unknown || one.scale != other.scale) return false;
  return model.scales[one.scale].percent ? one.grade >= other.grade : one.grade <= other.grade;
}

// Nothing when the option is more than a plain list of credentials.
std::optional<std::vector<Asked>> all_that(const model::Model& model, std::uint32_t option) {
  std::vector<Asked> out;
  for (std::uint32_t at = option; at < model.nodes[option].end; ++at) {
    const Node& node = model.nodes[at];
    if (node.incomplete || node.choice != Choice::all || !node.after.empty() || node.oldest_months != 0) return std::nullopt;
    if (node.kind == NodeKind::group) {
      if (node.grade_floor != table::unknown || node.achievement_floor != model::Achievement::unknown) return std::nullopt;
    } else if (node.kind == NodeKind::members) {
      for (const std::uint32_t member : node.members) out.push_back({member, node.achievement_floor, node.grade_floor, node.grade_scale});
    } else {
      return std::nullopt;
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool asks_for_all_of(const std::vector<Asked>& one, const std::vector<Asked>& other, const model::Model& model) {
  return std::all_of(other.begin(), other.end(), [&](const Asked& wanted) {
    const auto [first, last] = std::equal_range(one.begin(), one.end(), wanted);
    return std::any_of(first, last, [&](const Asked& asked) { return as_strict(asked, wanted, model); });
  });
}

std::string name_of(const Facts& facts, std::uint32_t option, const std::vector<Asked>& asked) {
  if (!facts.model.nodes[option].part.empty()) return facts.model.nodes[option].part;
  std::vector<std::string> names;
  for (const Asked& one : asked) names.push_back(facts.name(one.credential));
  return listed(names);
}

void supersets(const Facts& facts, Sink& sink, std::uint32_t at) {
  const model::Model& model = facts.model;
  const Node& group = model.nodes[at];
  struct Option { std::uint32_t node; std::vector<Asked> asked; };
  std::vector<Option> options;
  for (std::uint32_t child = at + 1; child < group.end; child = model.nodes[child].end)
    if (auto asked = all_that(model, child)) options.push_back({child, std::move(*asked)});
  if (options.size() > 500) return;   // pairs are compared; a list as long as this is no list of alternatives
  for (const Option& option : options) {
    for (const Option& other : options) {
      if (option.node == other.node || !asks_for_all_of(option.asked, other.asked, model)) continue;
      // Of two that ask the same, the one written later is idle.
      if (asks_for_all_of(other.asked, option.asked, model) && option.node < other.node) continue;
      sink.report(Kind::dead_option, model.nodes[option.node].span,
                  {name_of(facts, option.node, option.asked), fmt::format("who meets it also meets {}, which asks no more", name_of(facts, other.node, other.asked))})
          .also(model.nodes[other.node].span, Phrase::stated_here, {name_of(facts, other.node, other.asked)})
          .help(Phrase::leave_option_out);
      break;
    }
  }
}

// Members of a choice that cannot be had without the very credential whose rule this is.
void needing_itself(const Facts& facts, Sink& sink, std::uint32_t at, const std::vector<std::uint32_t>& needed, std::vector<char>& barred) {
  const model::Model& model = facts.model;
  const Node& node = model.nodes[at];
  for (const std::uint32_t member : node.members) {
    if (member == node.owner || !std::binary_search(needed.begin(), needed.end(), member) || facts.attainable[member] == 0) continue;
    if (node.in_prerequisite) {
      const auto before = reachable(facts.prerequisites, member);
      if (std::binary_search(before.begin(), before.end(), node.owner)) continue;   // prerequisite-loop says so
    }
    auto scope = reachable(facts.needs, member);
    if (!std::binary_search(scope.begin(), scope.end(), node.owner)) continue;
    if (!std::binary_search(scope.begin(), scope.end(), member)) scope.insert(std::lower_bound(scope.begin(), scope.end(), member), member);
    barred[node.owner] = 1;
    if (!facts.attainment.without(member, scope, barred)) {
      sink.report(Kind::dead_option, node.span, {facts.name(member), fmt::format("it cannot be had without {} itself", facts.name(node.owner))})
          .also(model.credentials[member].span, Phrase::declared_here, {facts.name(member)})
          .help(Phrase::leave_option_out);
    }
    barred[node.owner] = 0;
  }
}

// Whether a walk from `start` along the arrows, which comes to all that is `reached`, comes back to it.
bool comes_back(const graph::Graph& graph, std::uint32_t start, const std::vector<std::uint32_t>& reached) {
  const auto leads_to_start = [&](std::uint32_t from) {
    const auto arrows = graph::arrows(graph, from);
    return std::any_of(arrows.begin(), arrows.end(), [&](const graph::Edge& edge) { return graph::to(graph, edge) == start; });
  };
  return std::any_of(reached.begin(), reached.end(), leads_to_start);
}

}  // namespace

void dead_option(const Facts& facts, Sink& sink) {
  const model::Model& model = facts.model;
  std::vector<char> barred(model.credentials.size(), 0);
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const model::Credential& credential = model.credentials[id];
    if (credential.rule == model::none && credential.prerequisite == model::none) continue;
    // Whether the credential may come to need itself, looked up when a choice is met.
    std::optional<std::vector<std::uint32_t>> needed;
    bool needs_itself = false;
    std::vector<std::uint32_t> roots = credential.rules();
    if (credential.prerequisite != model::none) roots.push_back(credential.prerequisite);
    for (const std::uint32_t root : roots) {
      for (std::uint32_t at = root; at < model.nodes[root].end; ++at) {
        const Node& node = model.nodes[at];
        if (node.incomplete) continue;
        if (node.kind == NodeKind::group && node.choice != Choice::all) supersets(facts, sink, at);
        if (node.kind != NodeKind::members || (is_forced(model, at) && node.choice == Choice::all)) continue;
        if (facts.in_stacking_cycle[id] != 0) continue;
        if (!needed) {
          needed = reachable(facts.needs, id);
          needs_itself = comes_back(facts.needs, id, *needed);
        }
        if (needs_itself) needing_itself(facts, sink, at, *needed, barred);
      }
    }
  }
}

}  // namespace rung::checks
