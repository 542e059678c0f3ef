// Independent value, `outlives-the-stack`: it is not valid for less time than the fastest way through an award that cannot be earned without it takes; else whoever
// begins with it may have to take it again before the award is reached.
#include <fmt/format.h>

#include "compiler/checks/independent_value.hpp"
#include "compiler/checks/validity.hpp"

namespace rung::checks {
namespace {

using model::Amount;

constexpr Amount weeks_in_a_year = 52, months_in_a_year = 12;

std::string so_many(std::uint32_t months) { return months == 1 ? "1 month" : fmt::format("{} months", months); }

}  // namespace

Verdict outlives_the_stack(const Worth& worth, std::uint32_t id) {
  const Facts& facts = worth.facts;
  const model::Credential& credential = worth.model.credentials[id];
  const std::uint32_t months = credential.valid_months;
  if (months == 0) return because(Answer::holds, credential.span, Phrase::states_no_validity);
  if (facts.in_stacking_cycle[id] != 0) return because(Answer::cannot_tell, credential.span, Phrase::is_part_of_itself);
  const auto& found = worth.validity().outlasting(id);
  if (!found) return because(Answer::cannot_tell, credential.span, Phrase::work_ran_out);
  if (found->empty()) return because(Answer::holds, credential.valid_span, Phrase::outlives_all, {so_many(months)});
  const std::uint32_t award = found->front();
  const Amount weeks = worth.validity().weeks(award);
  const Amount enough = (weeks * months_in_a_year + weeks_in_a_year * table::millionths - 1) / (weeks_in_a_year * table::millionths);
  diagnostics::Diagnostic finding{Kind::short_lived,
                                  {facts.name(id), facts.name(award),
                                   fmt::format("it is valid for {}, which is {} full weeks at 52 weeks to 12 months, and the fastest way through {} takes {} weeks",
                                               so_many(months), months * weeks_in_a_year / months_in_a_year, facts.name(award), model::decimal(weeks))},
                                  credential.valid_span, {}, {{Phrase::let_it_live, {so_many(static_cast<std::uint32_t>(enough))}}}};
  for (const std::uint32_t one : *found) finding.related.push_back({Phrase::needed_for, {facts.name(one)}, worth.model.credentials[one].span});
  Verdict out{Answer::fails, {{Phrase::expires_before, {so_many(months), facts.name(award), model::decimal(weeks)}, credential.valid_span}}, {}};
  out.evidence.insert(out.evidence.end(), finding.related.begin(), finding.related.end());
  out.findings.push_back(std::move(finding));
  return out;
}

}  // namespace rung::checks
