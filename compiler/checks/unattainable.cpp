// What nobody can ever hold, starting from nothing: a circle of prerequisites and parts together, and all that depends on a circle. Circles of one kind have a message of
// their own; here one message names all that hang on the same cause.
#include <algorithm>

#include "compiler/checks/chain.hpp"
#include "compiler/checks/list.hpp"
#include "compiler/checks/within.hpp"

namespace rung::checks {
namespace {

// The first cause that each credential comes to: the index of a circle. Those of the circle itself come to it at once.
constexpr std::uint32_t no_cause = UINT32_MAX;

class Blame {
 public:
  Blame(const Facts& facts, Sink& sink) : facts_(facts), sink_(sink), cause_(facts.model.credentials.size(), no_cause), in_circle_(cause_.size(), 0) {}

  void run() {
    const auto unattained = [&](std::uint32_t id) { return facts_.attainable[id] == 0; };
    const auto stacking = graph::stacking_edges(facts_.model), prerequisites = graph::prerequisite_edges(facts_.model);
    add_circles(within(facts_, stacking, unattained), false);
    add_circles(within(facts_, prerequisites, unattained), false);
    auto both = stacking;
    both.insert(both.end(), prerequisites.begin(), prerequisites.end());
    const auto enrolments = graph::enrolment_edges(facts_.model);
    both.insert(both.end(), enrolments.begin(), enrolments.end());
    needs_ = within(facts_, both, unattained);
    add_circles(needs_, true);
    spread(both);
    report_dependents();
  }

 private:
  // Circles of both kinds together are reported here; those of one kind are only remembered as causes.
  void add_circles(const graph::Graph& graph, bool report) {
    for (const graph::Cycle& cycle : graph::cycles(graph)) {
      const bool known = std::any_of(cycle.knot.begin(), cycle.knot.end(), [&](graph::Vertex v) { return in_circle_[v] != 0; });
      if (known) continue;
      for (const graph::Vertex v : cycle.knot) {
        in_circle_[v] = 1;
        cause_[v] = static_cast<std::uint32_t>(causes_.size());
      }
      causes_.push_back({chain(graph, cycle, name_), graph::from(graph, cycle.edges.front())});
      if (report) report_circle(graph, cycle);
    }
  }

  void report_circle(const graph::Graph& graph, const graph::Cycle& cycle) {
    std::vector<std::string> names;
    for (const graph::Edge& edge : cycle.edges) names.push_back(name_(graph::from(graph, edge)));
    auto report = sink_.report(Kind::unattainable, graph[cycle.edges.front()].span,
                               {listed(names), "each needs the next before it can be had: " + causes_.back().circle});
    for (const graph::Edge& edge : cycle.edges) {
      const model::Node& node = facts_.model.nodes[graph[edge].node];
      const std::string from = name_(graph::from(graph, edge)), to = name_(graph::to(graph, edge));
      if (node.kind == model::NodeKind::gate) report.also(graph[edge].span, Phrase::enrolled_here, {to});
      else report.also(graph[edge].span, node.in_prerequisite ? Phrase::needs_here : Phrase::counts_here, {from, to});
    }
    report.help(Phrase::break_the_circle);
  }

  // Backwards along the arrows, from every circle to what depends on it.
  void spread(std::vector<graph::NewEdge> edges) {
    for (graph::NewEdge& edge : edges) std::swap(edge.from, edge.to);
    const graph::Graph needed_by = within(facts_, edges, [&](std::uint32_t id) { return facts_.attainable[id] == 0; });
    std::vector<std::uint32_t> queue;
    for (std::uint32_t id = 0; id < cause_.size(); ++id)
      if (cause_[id] != no_cause) queue.push_back(id);
    for (std::size_t at = 0; at < queue.size(); ++at) {
      for (const graph::Edge edge : graph::arrows(needed_by, queue[at])) {
        const auto dependent = graph::to(needed_by, edge);
        if (cause_[dependent] != no_cause) continue;
        cause_[dependent] = cause_[queue[at]];
        queue.push_back(dependent);
      }
    }
  }

  void report_dependents() {
    std::vector<std::vector<std::uint32_t>> dependents(causes_.size());
    for (std::uint32_t id = 0; id < cause_.size(); ++id)
      if (cause_[id] != no_cause && in_circle_[id] == 0) dependents[cause_[id]].push_back(id);
    for (std::size_t cause = 0; cause < dependents.size(); ++cause) {
      if (dependents[cause].empty()) continue;
      std::vector<std::string> names;
      for (const std::uint32_t id : dependents[cause]) names.push_back(name_(id));
      auto report = sink_.report(Kind::unattainable, facts_.model.credentials[dependents[cause].front()].span,
                                 {listed(names), "the way there leads through a circle that nobody can enter: " + causes_[cause].circle});
      report.also(facts_.model.credentials[causes_[cause].credential].span, Phrase::declared_here, {name_(causes_[cause].credential)});
    }
  }

  struct Cause {
    std::string circle;
    std::uint32_t credential;
  };

  const Facts& facts_;
  Sink& sink_;
  NameOf name_ = [this](std::uint32_t id) { return facts_.name(id); };
  graph::Graph needs_;
  std::vector<std::uint32_t> cause_;
  std::vector<char> in_circle_;
  std::vector<Cause> causes_;
};

}  // namespace

void unattainable(const Facts& facts, Sink& sink) { Blame(facts, sink).run(); }

}  // namespace rung::checks
