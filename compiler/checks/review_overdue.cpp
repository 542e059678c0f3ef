// `review by`: what should have been reviewed before the day of the check. The only check that depends on a day, and it is run only when one is given.
#include "compiler/checks/list.hpp"
#include "compiler/model/values.hpp"

namespace rung::checks {

void review_overdue(const Facts& facts, Sink& sink, model::Day on) {
  for (std::uint32_t id = 0; id < facts.model.credentials.size(); ++id) {
    const auto& review = facts.model.credentials[id].review_by;
    if (!review || review->value >= on) continue;
    sink.report(Kind::review_overdue, review->span, {facts.name(id), model::written_date(review->value), model::written_date(on)})
        .also(facts.model.credentials[id].span, Phrase::declared_here, {facts.name(id)})
        .help(Phrase::review_it);
  }
}

}  // namespace rung::checks
