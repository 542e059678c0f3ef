// Agreements that lead round in a circle and give more than went in. Circles are legal; nothing is recognised onward by itself, but offices do it in turn.
//
// Each line is an arrow from each of its sources to each of its targets, weighed by what all its targets are worth against all its sources. A negative circle in
// logarithms proposes; exact arithmetic decides.
#include <fmt/format.h>

// g++ 12 takes the empty optional in Boost's edge iterator for one that is read.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <optional>

#include "compiler/checks/list.hpp"

namespace rung::checks {
namespace {

using boost::multiprecision::cpp_int;

struct Arrow {
  std::uint32_t line = 0;                  // recognitions
  double weight = 0;                       // minus the logarithm of what it multiplies by
};
using Lines = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property, Arrow>;
using Edge = Lines::edge_descriptor;

constexpr double noise = 1e-11;            // a circle that gives back just what went in is none, whatever its logarithms say
constexpr std::size_t most_reports = 20;

// What credentials are worth together: millionths of a credit, times the hours of their unit where that has a basis.
struct Worth {
  cpp_int amount;
  std::uint32_t unit;                      // the one unit without a basis, or none
};

std::optional<Worth> worth(const model::Model& model, const std::vector<model::Reference>& credentials) {
  Worth out{0, model::none};
  for (std::size_t i = 0; i < credentials.size(); ++i) {
    const model::Credential& one = model.credentials[credentials[i].id];
    if (!one.credits || one.credits->value <= 0) return std::nullopt;
    const model::Amount hours = model.units[one.credit_unit].hours;
    const std::uint32_t unit = hours == table::unknown ? one.credit_unit : model::none;
    if (i > 0 && unit != out.unit) return std::nullopt;
    out.unit = unit;
    out.amount += cpp_int(one.credits->value) * (hours == table::unknown ? 1 : hours);
  }
  return out;
}

class Pumps {
 public:
  Pumps(const Facts& facts, Sink& sink) : model_(facts.model), sink_(sink), lines_(model_.credentials.size()) {
    for (std::uint32_t i = 0; i < model_.recognitions.size(); ++i) add(i);
  }

  void report() {
    for (std::size_t reported = 0; reported < most_reports;) {
      const std::vector<Edge> circle = negative_circle();
      if (circle.empty()) return;
      if (tell(circle)) ++reported;
      for (const Edge& edge : circle) lines_[edge].weight = 1e6;   // each line is in one report
    }
  }

 private:
  void add(std::uint32_t line) {
    const model::Recognition& one = model_.recognitions[line];
    if (one.kind != table::RecognitionKind::credit) return;
    const auto in = worth(model_, one.sources), out = worth(model_, one.targets);
    if (!in || !out || in->unit != out->unit) return;
    const double weight = noise - std::log(out->amount.convert_to<double>() / in->amount.convert_to<double>());
    for (const model::Reference& source : one.sources)
      for (const model::Reference& target : one.targets) boost::add_edge(source.id, target.id, Arrow{line, weight}, lines_);
  }

  std::vector<Edge> negative_circle() const {
    const std::size_t count = boost::num_vertices(lines_);
    std::vector<double> distance(count, 0);
    std::vector<std::size_t> before(count);
    for (std::size_t v = 0; v < count; ++v) before[v] = v;
    const bool none = boost::bellman_ford_shortest_paths(lines_, static_cast<int>(count), boost::get(&Arrow::weight, lines_), before.data(), distance.data(),
                                                         std::plus<double>(), std::less<double>(), boost::default_bellman_visitor());
    if (none) return {};
    for (const Edge& edge : boost::make_iterator_range(boost::edges(lines_))) {
      if (distance[boost::source(edge, lines_)] + lines_[edge].weight >= distance[boost::target(edge, lines_)]) continue;
      std::size_t at = boost::target(edge, lines_);
      for (std::size_t i = 0; i < count; ++i) at = before[at];   // far enough back to be in the circle
      std::vector<Edge> circle;
      for (std::size_t to = at; circle.size() <= count;) {
        circle.push_back(lightest(before[to], to));
        to = before[to];
        if (to == at) break;
      }
      return {circle.rbegin(), circle.rend()};
    }
    return {};
  }

  Edge lightest(std::size_t from, std::size_t to) const {
    std::optional<Edge> best;
    for (const Edge& edge : boost::make_iterator_range(boost::out_edges(from, lines_)))
      if (boost::target(edge, lines_) == to && (!best || lines_[edge].weight < lines_[*best].weight)) best = edge;
    return *best;
  }

  std::string name(std::size_t credential) const { return model_.credentials[credential].name; }

  std::string amount_of(const std::vector<model::Reference>& credentials) const {
    model::Amount sum = 0;
    for (const model::Reference& one : credentials) sum += model_.credentials[one.id].credits->value;
    return fmt::format("{} {}", model::decimal(sum), model_.units[model_.credentials[credentials[0].id].credit_unit].name);
  }

  // False when exact arithmetic says that it is none.
  bool tell(std::vector<Edge> circle) {
    const auto least = std::min_element(circle.begin(), circle.end(),
                                        [&](const Edge& a, const Edge& b) { return boost::source(a, lines_) < boost::source(b, lines_); });
    std::rotate(circle.begin(), least, circle.end());
    cpp_int in = 1, out = 1;
    std::string chain = name(boost::source(circle.front(), lines_));
    for (const Edge& edge : circle) {
      const model::Recognition& line = model_.recognitions[lines_[edge].line];
      in *= worth(model_, line.sources)->amount;
      out *= worth(model_, line.targets)->amount;
      chain += " → " + name(boost::target(edge, lines_));
    }
    if (out <= in) return false;
    const cpp_int percent = out * 10'000 / in;   // hundredths of a percent, rounded down
    const model::Recognition& first = model_.recognitions[lines_[circle.front()].line];
    auto report = sink_.report(Kind::credit_pump, first.span,
                               {chain, model::decimal(percent > 1'000'000'000 ? table::millionths * 100'000 : percent.convert_to<model::Amount>() * 10'000)});
    for (const Edge& edge : circle) {
      const model::Recognition& line = model_.recognitions[lines_[edge].line];
      report.also(line.span, Phrase::becomes_here, {amount_of(line.sources), amount_of(line.targets)});
    }
    report.help(Phrase::stop_the_pump);
    return true;
  }

  const model::Model& model_;
  Sink& sink_;
  Lines lines_;
};

}  // namespace

void credit_pump(const Facts& facts, Sink& sink) {
  if (!facts.model.recognitions.empty()) Pumps(facts, sink).report();
}

}  // namespace rung::checks
