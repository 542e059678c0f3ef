// A bar: the one construct by which a learner who holds more is entitled to less. It is legal, and always reported with such a learner.
#include <fmt/format.h>

#include "compiler/checks/list.hpp"

namespace rung::checks {

void learning_can_lose(const Facts& facts, Sink& sink) {
  for (std::uint32_t id = 0; id < facts.model.credentials.size(); ++id) {
    const model::Credential& award = facts.model.credentials[id];
    if (award.withheld_from.empty()) continue;
    const model::Reference& first = award.withheld_from.front();
    auto report = sink.report(
        Kind::learning_can_lose, first.span,
        {facts.name(id), fmt::format("a learner who has all that {} asks is refused it once they also hold {}", facts.name(id), facts.name(first.id))});
    for (const model::Reference& barred : award.withheld_from) report.also(barred.span, Phrase::barred_here, {facts.name(barred.id)});
    report.help(Phrase::drop_the_bar);
  }
  for (const model::Node& node : facts.model.nodes) {
    if (node.asked_of != table::Asked::of_holders) continue;
    const std::string held = facts.name(node.whom.front().id), award = facts.name(node.owner);
    sink.report(Kind::learning_can_lose, node.asked_span,
                {award, fmt::format("a learner who has all else that {} asks, and not this, is refused it once they also hold {}", award, held)})
        .help(Phrase::ask_it_of_all);
  }
}

}  // namespace rung::checks
