// Independent value, `outlives-the-stack`: a credential is not valid for less time than the fastest way through an award that cannot be earned without it takes; else whoever
// begins with it may have to take it again before the award is reached.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/checks/fastest.hpp"
#include "compiler/checks/list.hpp"

namespace rung::checks {
namespace {

using model::Amount;

// 52 weeks are counted as 12 months.
constexpr Amount weeks_in_a_year = 52, months_in_a_year = 12;
constexpr std::size_t most_looked_at = 2'000'000;   // credentials, for all questions of one framework together; past it less is found, never more
constexpr std::size_t most_shown = 5;

class ShortLived {
 public:
  ShortLived(const Facts& facts, Sink& sink)
      : facts_(facts), model_(facts.model), sink_(sink), weeks_(fastest_ways(facts)), given_(model_.credentials.size(), 0), exempt_(given_), barred_(given_) {
    for (const model::Recognition& line : model_.recognitions) {
      const bool exempts = line.kind == table::RecognitionKind::exemption;
      if (!exempts && line.kind != table::RecognitionKind::credit && line.kind != table::RecognitionKind::prerequisite) continue;
      for (const model::Reference& target : line.targets) (exempts ? exempt_ : given_)[target.id] = 1;
    }
    std::vector<graph::NewEdge> edges = graph::stacking_edges(model_);
    const std::vector<graph::NewEdge> prerequisites = graph::prerequisite_edges(model_);
    edges.insert(edges.end(), prerequisites.begin(), prerequisites.end());
    for (graph::NewEdge& edge : edges) std::swap(edge.from, edge.to);
    needed_by_ = graph::make_graph(model_.credentials.size(), std::move(edges));
  }

  void run() {
    for (std::uint32_t id = 0; id < model_.credentials.size(); ++id)
      if (model_.credentials[id].valid_months != 0 && facts_.in_stacking_cycle[id] == 0) of(id);
  }

 private:
  bool outlasts(std::uint32_t award, std::uint32_t months) const {
    return weeks_[award] * months_in_a_year > Amount{months} * weeks_in_a_year * table::millionths;
  }

  void of(std::uint32_t id) {
    const std::uint32_t months = model_.credentials[id].valid_months;
    const std::vector<std::uint32_t> above = reachable(needed_by_, id);
    std::vector<std::uint32_t> awards;
    for (const std::uint32_t award : above)
      if (model_.credentials[award].rule != model::none && award != id && outlasts(award, months) && !rule_is_incomplete(model_, award)) awards.push_back(award);
    std::stable_sort(awards.begin(), awards.end(), [&](std::uint32_t a, std::uint32_t b) { return weeks_[a] < weeks_[b]; });
    std::vector<std::uint32_t> found;
    for (const std::uint32_t award : awards)
      if (found.size() < most_shown && is_needed(id, award, above)) found.push_back(award);
    if (found.empty()) return;
    const Amount weeks = weeks_[found.front()];
    const Amount enough = (weeks * months_in_a_year + weeks_in_a_year * table::millionths - 1) / (weeks_in_a_year * table::millionths);
    auto report = sink_.report(Kind::short_lived, model_.credentials[id].valid_span,
                               {facts_.name(id), facts_.name(found.front()),
                                fmt::format("it is valid for {}, which is {} full weeks at 52 weeks to 12 months, and the fastest way through {} takes {} weeks",
                                            so_many(months), months * weeks_in_a_year / months_in_a_year, facts_.name(found.front()), model::decimal(weeks))});
    for (const std::uint32_t award : found) report.also(model_.credentials[award].span, Phrase::needed_for, {facts_.name(award)});
    report.help(Phrase::let_it_live, {so_many(static_cast<std::uint32_t>(enough))});
  }

  static std::string so_many(std::uint32_t months) { return months == 1 ? "1 month" : fmt::format("{} months", months); }

  // Whether nobody earns the award without it; no, where an agreement may lead past it.
  bool is_needed(std::uint32_t id, std::uint32_t award, const std::vector<std::uint32_t>& above) {
    std::vector<std::uint32_t> scope = reachable(facts_.needs, award);
    if (!std::binary_search(scope.begin(), scope.end(), award)) scope.insert(std::lower_bound(scope.begin(), scope.end(), award), award);
    looked_at_ += scope.size();
    if (looked_at_ > most_looked_at || exempt_[id] != 0) return false;
    for (const std::uint32_t one : scope)
      if (one != id && (given_[one] != 0 || exempt_[one] != 0) && std::binary_search(above.begin(), above.end(), one)) return false;
    if (!facts_.attainment.without(award, scope, barred_)) return false;   // nobody can earn it at all, which has its message
    barred_[id] = 1;
    const bool needed = !facts_.attainment.without(award, scope, barred_);
    barred_[id] = 0;
    return needed;
  }

  const Facts& facts_;
  const model::Model& model_;
  Sink& sink_;
  std::vector<Amount> weeks_;
  std::vector<char> given_, exempt_, barred_;
  graph::Graph needed_by_;
  std::size_t looked_at_ = 0;
};

}  // namespace

void short_lived(const Facts& facts, Sink& sink) {
  const auto& all = facts.model.credentials;
  const bool any = std::any_of(all.begin(), all.end(), [](const model::Credential& one) { return one.valid_months != 0; });
  if (any) ShortLived(facts, sink).run();
}

}  // namespace rung::checks
