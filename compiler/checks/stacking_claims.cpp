// What a credential says it stacks into, against what the rules count.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/checks/list.hpp"

namespace rung::checks {
namespace {

// What it stacks into, to be written in the place of a claim that is not so. What no rule counts may be claimed of the wrong award, or left out of a rule.
void help(diagnostics::Builder& report, const Facts& facts, std::uint32_t id) {
  std::vector<std::string> names;
  for (const graph::Edge edge : graph::arrows(facts.counted_by, id)) names.push_back(facts.name(graph::to(facts.counted_by, edge)));
  if (names.empty()) report.help(Phrase::correct_the_claim);
  else report.help(Phrase::write_what_counts_it, {in_a_list(std::move(names))});
}

void check_into(const Facts& facts, Sink& sink, std::uint32_t id) {
  const model::Credential& credential = facts.model.credentials[id];
  const std::vector<std::uint32_t> whole = reachable(facts.counted_by, id);
  for (const model::Reference& claimed : credential.stacks_into) {
    if (std::binary_search(whole.begin(), whole.end(), claimed.id) || rule_is_incomplete(facts.model, claimed.id) ||
        facts.model.credentials[claimed.id].broken)
      continue;
    auto report = sink.report(Kind::contradicted_claim, claimed.span,
                              {"stacks into " + facts.name(claimed.id), fmt::format("no rule of {} counts it, directly or through another", facts.name(claimed.id))})
                      .also(facts.model.credentials[claimed.id].span, Phrase::declared_here, {facts.name(claimed.id)});
    help(report, facts, id);
  }
  // An award that counts it is declared when it is named, or leads to one that is.
  for (const graph::Edge edge : graph::arrows(facts.counted_by, id)) {
    const auto award = graph::to(facts.counted_by, edge);
    std::vector<std::uint32_t> reached = reachable(facts.counted_by, award);
    reached.push_back(award);
    const bool declared = std::any_of(credential.stacks_into.begin(), credential.stacks_into.end(), [&](const model::Reference& claimed) {
      return std::find(reached.begin(), reached.end(), claimed.id) != reached.end();
    });
    if (declared) continue;
    sink.report(Kind::undeclared_stacking, credential.stacks_span, {facts.name(id), facts.name(award)})
        .also(facts.counted_by[edge].span, Phrase::counted_by, {facts.name(award)})
        .help(Phrase::name_it_in_stacks, {facts.name(award)});
  }
}

}  // namespace

void stacking_claims(const Facts& facts, Sink& sink) {
  for (std::uint32_t id = 0; id < facts.model.credentials.size(); ++id) {
    const model::Credential& credential = facts.model.credentials[id];
    if (!credential.stacks_none) {
      if (!credential.stacks_into.empty()) check_into(facts, sink, id);
      continue;
    }
    const auto counted_by = graph::arrows(facts.counted_by, id);
    if (counted_by.empty()) continue;
    const std::uint32_t award = graph::to(facts.counted_by, counted_by.front());
    auto report = sink.report(Kind::contradicted_claim, credential.stacks_span, {std::string("stacks none"), fmt::format("{} counts it", facts.name(award))})
                      .also(facts.counted_by[counted_by.front()].span, Phrase::counted_by, {facts.name(award)});
    help(report, facts, id);
  }
}

}  // namespace rung::checks
