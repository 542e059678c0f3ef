#include "tests/support/every_question.hpp"

#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"

namespace support {
namespace {

constexpr rung::WorkLimit limit{1000};

}  // namespace

rung::Learner somebody_of(const rung::Table& table) {
  rung::Learner learner;
  learner.on = "2026-11-24";
  const char* const grades[] = {"80%", "B", "", "A"};
  const char* const achievements[] = {"", "participation", "competence", "mastery"};
  const char* const ways[] = {"", "prior-learning", "transfer", "ungraded"};
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id) {
    const std::string name(table.text(table.credentials()[id].name));
    const bool is_award = table.credentials()[id].rule != rung::table::none;
    if (is_award) learner.entered.push_back({name, "2025-09-01"});
    if (is_award) {
      rung::Exception exception;
      exception.award = name;
      exception.part = "core";
      exception.by = "Dean";
      exception.because = "experience";
    exception.prerequisite = id % 2 == 1;
    if (exception.prerequisite) exception.part.clear();
    if (id % 4 < 2) exception.on = "2026-02-01";
      learner.exceptions.push_back(exception);
    }
    if (id % 3 == 2 || (is_award && id % 2 == 0)) continue;
    rung::Holding holding;
    holding.name = name;
    holding.awarded = id % 4 == 3 ? "" : "2026-0" + std::to_string(1 + id % 9) + "-01";
    holding.grade = grades[id % 4];
    holding.by = ways[id / 2 % 4];
    holding.term = id % 2 == 0 ? "fall" : "";
    holding.achievement = achievements[id / 3 % 4];
    if (id % 5 == 4) holding.expires = "2027-01-01";
    if (is_award)
      for (std::uint32_t other = 0; other < id && other < 3; ++other) holding.counted.emplace_back(table.text(table.credentials()[other].name));
    learner.holdings.push_back(holding);
  }
  for (const rung::table::Gate& gate : table.gates()) learner.gates.emplace_back(table.text(gate.name));
  rung::Holding recognised;
  recognised.is_competency = true;
  recognised.name = table.competencies().empty() ? "none" : std::string(table.text(table.competencies()[0].name));
  learner.holdings.push_back(recognised);
  return learner;
}

std::size_t ask_everything(const std::shared_ptr<const rung::Table>& table, const rung::Learner& learner, const std::string& format) {
  const rung::Table& of = *table;
  std::size_t said = (format == "json" ? rung::json_dump(of) : rung::text_dump(of)).size();
  const auto heard = [&](const rung::Result<std::string>& answer) { said += answer ? answer->size() : answer.error().message.size(); };
  const auto options = [&](auto wanted) {
    wanted.format = format;
    if constexpr (requires { wanted.limit; }) wanted.limit = limit;
    return wanted;
  };
  auto holdings = rung::bind(of, learner);
  if (!holdings) return said + holdings.error().message.size();
  const rung::Asked asked(table, learner, std::move(*holdings));
  heard(rung::answer_earned(asked, options(rung::LearnerOptions{})));
  heard(rung::answer_nearest(asked, options(rung::NearestOptions{})));
  for (const rung::table::Institution& one : of.institutions()) {
    auto transfers = options(rung::TransfersOptions{});
    transfers.institution = std::string(of.text(one.name));
    heard(rung::answer_transfers(asked, transfers));
  }
  for (const rung::table::Credential& one : of.credentials()) {
    const std::string name(of.text(one.name));
    auto leads = options(rung::LeadsToOptions{});
    leads.names = {name};
    heard(rung::answer_leads_to(of, leads));
    auto label = options(rung::LabelOptions{});
    label.name = name;
    heard(rung::answer_label(of, label));
    auto missing = options(rung::MissingOptions{});
    missing.award = name;
    heard(rung::answer_missing(asked, missing));
    auto why = options(rung::AwardOptions{});
    why.award = name;
    heard(rung::answer_why_not(asked, why));
    auto paths = options(rung::PathsOptions{});
    paths.award = name;
    paths.by = {rung::Cost::weeks, rung::Cost::fee};
    paths.compromises = name.size() % 2 == 0;
    heard(rung::answer_paths(asked, paths));
  }
  return said;
}

}  // namespace support
