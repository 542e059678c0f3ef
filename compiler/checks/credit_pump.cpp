// Agreements that lead round in a circle and give more than went in. Circles are legal; nothing is recognised onward by itself, but offices do it in turn.
//
// Each line is an arrow from each of its sources to each of its targets, weighed by what all its targets are worth against all its sources, or by what its agreement allows to be
// counted, where that is less. A negative circle in logarithms proposes; exact arithmetic decides. A chain need not end at the credential where it began: a credential or a
// block of credit that comes back to the same institution and is worth more is as good.
#include <fmt/format.h>

// g++ 12 takes the empty optional in Boost's edge iterator for one that is read.
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/bellman_ford_shortest_paths.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <map>
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
constexpr std::size_t most_lines = 6;      // of a chain that ends at another credential
constexpr std::size_t most_arrows = 2'000'000;   // that are followed for such chains

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

// What a line gives: its targets, and no more than its agreement lets be counted.
std::optional<Worth> given(const model::Model& model, const model::Recognition& line) {
  std::optional<Worth> out = worth(model, line.targets);
  const model::Agreement& agreement = model.agreements[line.agreement];
  if (!out || agreement.at_most == table::unknown || agreement.at_most_measure != model::Measure::credits) return out;
  const model::Amount hours = model.units[agreement.at_most_unit].hours;
  if ((hours == table::unknown ? agreement.at_most_unit : model::none) != out->unit) return out;
  out->amount = std::min<cpp_int>(out->amount, cpp_int(agreement.at_most) * (hours == table::unknown ? 1 : hours));
  return out;
}

class Pumps {
 public:
  Pumps(const Facts& facts, Sink& sink) : model_(facts.model), sink_(sink), lines_(model_.credentials.size()) {
    for (std::uint32_t i = 0; i < model_.recognitions.size(); ++i) add(i);
  }

  void report() {
    while (reported_ < most_reports) {
      const std::vector<Edge> circle = negative_circle();
      if (circle.empty()) break;
      tell(from_the_least(circle));
    }
    for (std::size_t start = 0; start < boost::num_vertices(lines_) && reported_ < most_reports; ++start)
      if (boost::out_degree(start, lines_) > 0) report_chain_from(start);
  }

 private:
  void add(std::uint32_t line) {
    const model::Recognition& one = model_.recognitions[line];
    if (one.kind != table::RecognitionKind::credit) return;
    const auto in = worth(model_, one.sources), out = given(model_, one);
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

  // Chains that come back to the institution where they began: of those to one credential the one that gives most.
  void report_chain_from(std::size_t start) {
    struct Reached { double gain; std::vector<Edge> by; };
    std::map<std::size_t, Reached> ends = {{start, {0, {}}}};
    for (std::size_t length = 1; length <= most_lines; ++length) {
      std::map<std::size_t, Reached> further;
      for (const auto& [at, reached] : ends) {
        for (const Edge& edge : boost::make_iterator_range(boost::out_edges(at, lines_))) {
          if (++followed_ > most_arrows) return;
          const std::size_t to = boost::target(edge, lines_);
          const double gain = reached.gain - lines_[edge].weight;
          if (to == start) continue;       // a circle
          const auto known = further.find(to);
          if (known != further.end() && known->second.gain >= gain) continue;
          std::vector<Edge> by = reached.by;
          by.push_back(edge);
          if (length > 1 && gain > 0 && agreement(by.front()).from == agreement(edge).to && tell(by)) return;
          further.insert_or_assign(to, Reached{gain, std::move(by)});
        }
      }
      ends = std::move(further);
    }
  }

  const model::Agreement& agreement(const Edge& edge) const { return model_.agreements[model_.recognitions[lines_[edge].line].agreement]; }

  std::string name(std::size_t credential) const {
    const model::Credential& one = model_.credentials[credential];
    return one.block ? one.title : one.name;
  }

  std::string amount_of(const std::vector<model::Reference>& credentials) const {
    model::Amount sum = 0;
    for (const model::Reference& one : credentials) sum += model_.credentials[one.id].credits->value;
    return fmt::format("{} {}", model::decimal(sum), model_.units[model_.credentials[credentials[0].id].credit_unit].name);
  }

  std::vector<Edge> from_the_least(std::vector<Edge> circle) const {
    const auto least = std::min_element(circle.begin(), circle.end(),
                                        [&](const Edge& a, const Edge& b) { return boost::source(a, lines_) < boost::source(b, lines_); });
    std::rotate(circle.begin(), least, circle.end());
    return circle;
  }

  // False when exact arithmetic says that it is none. Each line is in one report.
  bool tell(const std::vector<Edge>& circle) {
    for (const Edge& edge : circle) lines_[edge].weight = 1e6;
    cpp_int in = 1, out = 1;
    std::string chain = name(boost::source(circle.front(), lines_));
    for (const Edge& edge : circle) {
      const model::Recognition& line = model_.recognitions[lines_[edge].line];
      in *= worth(model_, line.sources)->amount;
      out *= given(model_, line)->amount;
      chain += " → " + name(boost::target(edge, lines_));
    }
    if (out <= in) return false;
    ++reported_;
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
  std::size_t reported_ = 0, followed_ = 0;
};

}  // namespace

void credit_pump(const Facts& facts, Sink& sink) {
  if (!facts.model.recognitions.empty()) Pumps(facts, sink).report();
}

}  // namespace rung::checks
