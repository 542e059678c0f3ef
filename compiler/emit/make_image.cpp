#include "compiler/emit/make_image.hpp"

#include <algorithm>

#include "compiler/emit/classify.hpp"
#include "compiler/emit/statements.hpp"

namespace rung::emit {
namespace {

using model::Model;

std::int32_t day(const std::optional<model::Stated<model::Day>>& date) { return date ? date->value : table::no_date; }

class Maker {
 public:
  explicit Maker(const Model& model) : model_(model) {}

  table::Image make() {
    units();
    scales();
    currencies();
    for (const auto& framework : model_.frameworks)
      image_.frameworks.push_back({text(framework.name), text(framework.title), text(framework.version), framework.credit_unit, framework.scale});
    for (const auto& institution : model_.institutions)
      image_.institutions.push_back(
          {text(institution.name), text(institution.title), text(institution.type), text(institution.country), text(institution.region)});
    for (const auto& competency : model_.competencies) {
      image_.competencies.push_back({text(competency.name), text(competency.title), competency.level, list(competency.broader),
                                     competency.framework, competency.kind, {}, {}});
    }
    for (const auto& gate : model_.gates) image_.gates.push_back({text(gate.name), text(gate.title), gate.framework, 0, {}});
    uses_of_gates_and_competencies();
    credentials();
    nodes();
    for (const auto& condition : model_.conditions) conditions(condition);
    for (const auto& condition : model_.title_conditions) conditions(condition);
    agreements();
    add_statements(model_, image_);
    return std::move(image_);
  }

 private:
  table::Text text(const std::string& words) { return image_.intern(words); }

  table::Range list(const std::vector<model::Reference>& references) {
    std::vector<std::uint32_t> ids;
    for (const model::Reference& reference : references) ids.push_back(reference.id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return image_.list(ids);
  }

  table::Range texts(const std::vector<std::string>& words) {
    std::vector<std::uint32_t> pairs;
    for (const std::string& word : words) {
      const table::Text at = text(word);
      pairs.insert(pairs.end(), {at.offset, at.length});
    }
    return image_.list(pairs);
  }

  template <class T>
  table::Range developed(const std::vector<T>& from) {
    if (from.empty()) return {0, 0};
    const auto first = static_cast<std::uint32_t>(image_.developed.size());
    for (const T& one : from) image_.developed.push_back({one.competency, one.to, {}});
    return {first, static_cast<std::uint32_t>(from.size())};
  }

  void units() {
    for (const model::Unit& unit : model_.units) image_.units.push_back({text(unit.name), unit.hours});
  }

  void scales() {
    for (const model::Scale& scale : model_.scales)
      image_.scales.push_back(
          {scale.percent ? table::ScaleKind::percent : table::ScaleKind::ordinal, 0, texts(scale.grades), image_.list(scale.points)});
  }

  void currencies() {
    for (const auto& credential : model_.credentials)
      if (credential.fee) currencies_.push_back(credential.currency);
    std::sort(currencies_.begin(), currencies_.end());
    currencies_.erase(std::unique(currencies_.begin(), currencies_.end()), currencies_.end());
    for (const std::string& currency : currencies_) image_.currencies.push_back(text(currency));
  }

  std::uint32_t currency(const model::Credential& credential) const {
    if (!credential.fee) return table::none;
    return static_cast<std::uint32_t>(std::lower_bound(currencies_.begin(), currencies_.end(), credential.currency) - currencies_.begin());
  }

  // For each credential the nodes of stacking rules that may count it, ascending.
  std::vector<std::vector<std::uint32_t>> uses() const {
    std::vector<std::vector<std::uint32_t>> out(model_.credentials.size());
    for (std::uint32_t i = 0; i < model_.nodes.size(); ++i) {
      const model::Node& node = model_.nodes[i];
      if (node.in_prerequisite || node.kind == table::NodeKind::gate) continue;
      for (const std::uint32_t member : node.members) out[member].push_back(i);
    }
    return out;
  }

  // The same for gates, and for the competencies that nodes ask for.
  void uses_of_gates_and_competencies() {
    std::vector<std::vector<std::uint32_t>> gates(model_.gates.size()), competencies(model_.competencies.size());
    for (std::uint32_t i = 0; i < model_.nodes.size(); ++i) {
      const model::Node& node = model_.nodes[i];
      if (node.in_prerequisite) continue;
      if (node.kind == table::NodeKind::gate)
        for (const std::uint32_t gate : node.members) gates[gate].push_back(i);
      for (const table::Developed& asked : node.asked) competencies[asked.competency].push_back(i);
    }
    for (std::size_t i = 0; i < gates.size(); ++i) image_.gates[i].uses = image_.list(gates[i]);
    for (std::size_t i = 0; i < competencies.size(); ++i) image_.competencies[i].uses = image_.list(competencies[i]);
  }

  void credentials() {
    const auto classes = classify(model_);
    const auto used = uses();
    std::vector<std::vector<std::uint32_t>> recognised_in(model_.credentials.size()), given_by(model_.credentials.size());
    for (std::uint32_t i = 0; i < model_.recognitions.size(); ++i) {
      for (const model::Reference& source : model_.recognitions[i].sources) recognised_in[source.id].push_back(i);
      for (const model::Reference& target : model_.recognitions[i].targets) given_by[target.id].push_back(i);
    }
    for (std::uint32_t id = 0; id < model_.credentials.size(); ++id) {
      const model::Credential& from = model_.credentials[id];
      table::Credential to{};
      to.name = text(from.name);
      to.title = text(from.title);
      to.code = text(from.code);
      to.issuers = list(from.issuers);
      to.develops = developed(from.develops);
      to.uses = image_.list(used[id]);
      to.withheld_from = list(from.withheld_from);
      to.surrenders = list(from.surrenders);
      to.tags = texts(from.tags);
      to.subjects = texts(from.subjects);
      to.titles = titles(from);
      to.recognised_in = image_.list(recognised_in[id]);
      to.given_by = image_.list(given_by[id]);
      const auto stated = [](const auto& amount) { return amount ? amount->value : table::unknown; };
      to.credits = stated(from.credits);
      to.hours = stated(from.hours);
      to.weeks = stated(from.weeks);
      to.fee = stated(from.fee);
      to.level = stated(from.level);
      to.credit_unit = from.credit_unit;
      to.currency = currency(from);
      to.framework = from.framework;
      to.rule = from.rule;
      to.prerequisite = from.prerequisite;
      to.offered_from = day(from.offered_from);
      to.offered_to = day(from.offered_to);
      to.review_by = day(from.review_by);
      to.valid_months = from.valid_months;
      to.most_awards = from.most_awards ? from.most_awards->value : 0;
      to.type = from.type;
      to.awarded_for = from.awarded_for;
      to.rule_class = classes[id];
      to.block = from.block ? 1 : 0;
      to.versions = versions(from);
      to.when_entered = from.in_force_when_entered ? 1 : 0;
      image_.credentials.push_back(to);
    }
  }

  table::Range versions(const model::Credential& from) {
    if (from.versions.empty()) return {0, 0};
    const table::Range range{static_cast<std::uint32_t>(image_.versions.size()), static_cast<std::uint32_t>(from.versions.size())};
    for (const model::Version& version : from.versions)
      image_.versions.push_back({version.root, version.first.value_or(table::no_date), version.last.value_or(table::no_date), 0});
    return range;
  }

  // The conditions of titles follow those of rules.
  table::Range titles(const model::Credential& award) {
    const auto first = static_cast<std::uint32_t>(image_.titles.size());
    const auto rules = static_cast<std::uint32_t>(model_.conditions.size());
    if (award.titled.empty()) return {0, 0};
    for (const model::Title& title : award.titled) {
      const std::uint32_t conditions = title.conditions.count == 0 ? 0 : title.conditions.first + rules;
      image_.titles.push_back({text(title.title), {conditions, title.conditions.count}, title.root, 0});
    }
    return {first, static_cast<std::uint32_t>(award.titled.size())};
  }

  void conditions(const model::Condition& from) {
    table::Condition to{};
    to.members = image_.list(from.members);
    to.keys = texts(from.keys);
    to.amount = from.amount;
    to.percent = from.percent;
    to.divisor = from.divisor;
    to.unit = from.unit;
    to.within = from.within;
    to.grade_scale = from.grade_scale;
    to.kind = from.kind;
    to.measure = from.measure;
    to.rounding = from.rounding;
    to.combined = from.combined;
    to.key = from.key;
    image_.conditions.push_back(to);
  }

  void nodes() {
    for (std::uint32_t i = 0; i < model_.nodes.size(); ++i) {
      const model::Node& from = model_.nodes[i];
      table::Node to{};
      to.part = text(from.part);
      to.members = image_.list(from.members);
      to.asked = developed(from.asked);
      to.after = image_.list(from.after);
      if (from.parent == model::none && !from.in_prerequisite) to.conditions = conditions_of(i);
      to.amount = from.amount;
      to.grade_floor = from.grade_floor;
      to.grade_scale = from.grade_scale;
      to.unit = from.unit;
      to.need = from.need;
      to.parent = from.parent;
      to.end = from.end;
      to.owner = from.owner;
      to.oldest_months = from.oldest_months;
      to.kind = from.kind;
      to.choice = from.choice;
      to.measure = from.measure;
      to.achievement_floor = from.achievement_floor;
      to.asked_of = from.asked_of;
      to.whom = list(from.whom);
      image_.nodes.push_back(to);
    }
  }

  void agreements() {
    for (const model::Agreement& from : model_.agreements) {
      table::Agreement to{};
      to.name = text(from.name);
      to.title = text(from.title);
      to.at_most = from.at_most;
      to.at_most_unit = from.at_most_unit;
      to.framework = from.framework;
      to.from = from.from;
      to.to = from.to;
      to.effective_from = day(from.effective_from);
      to.effective_to = day(from.effective_to);
      to.oldest_months = from.oldest_months;
      to.status = from.status;
      to.in_force = from.in_force;
      to.at_most_measure = from.at_most_measure;
      to.one_award_only = from.one_award_only ? 1 : 0;
      image_.agreements.push_back(to);
    }
    for (std::uint32_t i = 0; i < model_.recognitions.size(); ++i) {
      const model::Recognition& from = model_.recognitions[i];
      table::Range& all = image_.agreements[from.agreement].recognitions;
      if (all.count++ == 0) all.first = i;
      table::Recognition to{};
      to.sources = list(from.sources);
      to.targets = list(from.targets);
      to.reason = text(from.reason);
      to.grade_floor = from.grade_floor;
      to.year = from.year;
      to.grade_scale = from.grade_scale;
      to.agreement = from.agreement;
      to.kind = from.kind;
      to.achievement_floor = from.achievement_floor;
      image_.recognitions.push_back(to);
    }
  }

  table::Range conditions_of(std::uint32_t root) const {
    const auto conditions = model_.conditions_of(root);
    if (conditions.empty()) return {0, 0};
    return {static_cast<std::uint32_t>(conditions.data() - model_.conditions.data()), static_cast<std::uint32_t>(conditions.size())};
  }

  const Model& model_;
  table::Image image_;
  std::vector<std::string> currencies_;
};

}  // namespace

table::Image make_image(const Model& model) { return Maker(model).make(); }

}  // namespace rung::emit
