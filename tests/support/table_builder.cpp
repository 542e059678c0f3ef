#include "tests/support/table_builder.hpp"

namespace rung::testing {
namespace {

using table::NodeKind;
using Ids = std::map<std::string, std::uint32_t>;

std::uint32_t id_in(const Ids& ids, const std::string& name) {
  const auto at = ids.find(name);
  if (at == ids.end()) throw std::logic_error("the test never made " + name);
  return at->second;
}

// Lays out requirement trees in pre-order.
class Trees {
 public:
  Trees(table::Image& image, const Ids& credentials, const Ids& gates, const Ids& competencies, const Ids& units, Ids& parts)
      : image_(image), credentials_(credentials), gates_(gates), competencies_(competencies), units_(units), parts_(parts) {}

  std::uint32_t add(const std::string& award, const Requirement& from, std::uint32_t parent) {
    const auto at = static_cast<std::uint32_t>(image_.nodes.size());
    image_.nodes.push_back({});
    table::Node node{};
    node.part = image_.intern(from.part);
    node.members = members(from);
    node.asked = asked(from);
    if (!from.after_part.empty()) node.after = image_.list({id_in(parts_, award + "/" + from.after_part)});
    node.amount = from.kind == NodeKind::amount ? millionths(from.amount) : 0;
    node.grade_floor = from.grade < 0 ? table::unknown : millionths(from.grade);
    node.grade_scale = from.grade < 0 ? table::none : 0;
    node.unit = from.kind == NodeKind::amount && from.measure == table::Measure::credits ? id_in(units_, from.unit) : table::none;
    node.need = from.need;
    node.parent = parent;
    node.owner = id_in(credentials_, award);
    node.oldest_months = from.months;
    node.kind = from.kind;
    node.choice = from.choice;
    node.measure = from.measure;
    node.achievement_floor = from.achievement;
    if (!from.part.empty()) parts_[award + "/" + from.part] = at;
    for (const Requirement& child : from.children) add(award, child, at);
    node.end = static_cast<std::uint32_t>(image_.nodes.size());
    image_.nodes[at] = node;
    return at;
  }

 private:
  table::Range members(const Requirement& from) {
    std::vector<std::uint32_t> ids;
    for (const std::string& name : from.members) ids.push_back(id_in(from.kind == NodeKind::gate ? gates_ : credentials_, name));
    if (from.kind == NodeKind::competencies) ids = evidence(from);
    std::sort(ids.begin(), ids.end());
    return image_.list(ids);
  }

  // The credentials that develop one of the competencies far enough.
  std::vector<std::uint32_t> evidence(const Requirement& from) const {
    std::vector<std::uint32_t> ids;
    for (std::uint32_t id = 0; id < image_.credentials.size(); ++id) {
      const table::Range range = image_.credentials[id].develops;
      for (std::uint32_t d = range.first; d < range.first + range.count; ++d)
        for (const auto& [competency, to] : from.asked)
          if (image_.developed[d].competency == id_in(competencies_, competency) && image_.developed[d].to >= to &&
              (ids.empty() || ids.back() != id))
            ids.push_back(id);
    }
    return ids;
  }

  table::Range asked(const Requirement& from) {
    std::vector<std::pair<std::uint32_t, Achievement>> all;
    for (const auto& [competency, to] : from.asked) all.emplace_back(id_in(competencies_, competency), to);
    std::sort(all.begin(), all.end());
    const auto first = static_cast<std::uint32_t>(image_.developed.size());
    for (const auto& [competency, to] : all) image_.developed.push_back({competency, to, {}});
    return {first, static_cast<std::uint32_t>(all.size())};
  }

  table::Image& image_;
  const Ids &credentials_, &gates_, &competencies_, &units_;
  Ids& parts_;
};

void collect(const Requirement& from, Ids& gates, Ids& competencies) {
  if (from.kind == NodeKind::gate) gates[from.members.at(0)] = 0;
  for (const auto& [competency, to] : from.asked) competencies[competency] = 0;
  for (const Requirement& child : from.children) collect(child, gates, competencies);
}

void number(Ids& ids) {
  std::uint32_t next = 0;
  for (auto& [name, id] : ids) id = next++;
}

// Which nodes of stacking rules count each credential and ask for each gate and competency.
void add_uses(table::Image& image) {
  std::vector<std::vector<std::uint32_t>> credentials(image.credentials.size()), gates(image.gates.size()),
      competencies(image.competencies.size());
  for (const table::Credential& award : image.credentials) {
    if (award.rule == table::none) continue;
    for (std::uint32_t at = award.rule; at < image.nodes[award.rule].end; ++at) {
      const table::Node& node = image.nodes[at];
      for (std::uint32_t m = node.members.first; m < node.members.first + node.members.count; ++m)
        (node.kind == NodeKind::gate ? gates : credentials)[image.lists[m]].push_back(at);
      for (std::uint32_t d = node.asked.first; d < node.asked.first + node.asked.count; ++d)
        competencies[image.developed[d].competency].push_back(at);
    }
  }
  const auto keep = [&](auto& things, const auto& uses) {
    for (std::size_t i = 0; i < things.size(); ++i) things[i].uses = image.list(uses[i]);
  };
  keep(image.credentials, credentials);
  keep(image.gates, gates);
  keep(image.competencies, competencies);
}

}  // namespace

BuiltTable TableBuilder::build() const {
  Ids credentials, gates, competencies, units, currencies, parts;
  for (const auto& [name, one] : made_) {
    credentials[name] = 0;
    if (!one.currency.empty()) currencies[one.currency] = 0;
    for (const auto& [competency, to] : one.develops_) competencies[competency] = 0;
    for (const auto* trees : {&one.rule, &one.prerequisite})
      for (const Requirement& tree : *trees) collect(tree, gates, competencies);
  }
  for (const auto& [name, hours] : units_) units[name] = 0;
  for (Ids* ids : {&credentials, &gates, &competencies, &units, &currencies}) number(*ids);

  table::Image image;
  for (const auto& [name, hours] : units_) image.units.push_back({image.intern(name), hours});
  for (const auto& [name, id] : currencies) image.currencies.push_back(image.intern(name));
  image.scales.push_back({table::ScaleKind::percent, 0, {}, {}});
  image.frameworks.push_back({image.intern("f"), {}, {}, id_in(units, "credits"), 0});
  for (const auto& [name, id] : competencies) {
    table::Competency competency{};
    competency.name = image.intern(name);
    competency.level = table::unknown;
    image.competencies.push_back(competency);
  }
  for (const auto& [name, id] : gates) {
    table::Gate one{};
    one.name = image.intern(name);
    image.gates.push_back(one);
  }
  for (const auto& [name, from] : made_) {
    table::Credential to{};
    to.name = image.intern(name);
    auto develops = from.develops_;
    std::sort(develops.begin(), develops.end());
    to.develops.first = static_cast<std::uint32_t>(image.developed.size());
    for (const auto& [competency, level] : develops) image.developed.push_back({id_in(competencies, competency), level, {}});
    to.develops.count = static_cast<std::uint32_t>(develops.size());
    to.credits = from.credits_;
    to.hours = from.hours_;
    to.weeks = from.weeks_;
    to.fee = from.fee_;
    to.level = table::unknown;
    to.credit_unit = id_in(units, from.unit);
    to.currency = from.currency.empty() ? table::none : id_in(currencies, from.currency);
    to.rule = to.prerequisite = table::none;
    to.offered_from = to.offered_to = to.review_by = table::no_date;
    to.awarded_for = from.awarded_for_;
    to.rule_class = from.rule.empty() ? table::RuleClass::taken : table::RuleClass::search;
    std::vector<std::uint32_t> withheld;
    for (const std::string& holder : from.withheld) withheld.push_back(id_in(credentials, holder));
    std::sort(withheld.begin(), withheld.end());
    to.withheld_from = image.list(withheld);
    image.credentials.push_back(to);
  }
  Trees trees(image, credentials, gates, competencies, units, parts);
  for (const auto& [name, from] : made_) {
    table::Credential& to = image.credentials[id_in(credentials, name)];
    if (!from.rule.empty()) {
      to.rule = trees.add(name, from.rule[0], table::none);
      table::Range conditions{static_cast<std::uint32_t>(image.conditions.size()), 0};
      for (const Limit& limit : from.limits) {
        std::vector<std::uint32_t> members;
        const bool shares = limit.kind == table::ConditionKind::may_share;
        for (const std::string& member : limit.members)
          members.push_back(shares ? id_in(parts, name + "/" + member) : id_in(credentials, member));
        std::sort(members.begin(), members.end());
        table::Condition condition{};
        condition.members = image.list(members);
        condition.amount = condition.percent = table::unknown;
        condition.divisor = 1;
        condition.unit = condition.within = condition.grade_scale = table::none;
        condition.kind = limit.kind;
        condition.rounding = limit.rounding;
        if (!shares) {
          (limit.kind == table::ConditionKind::share ? condition.percent : condition.amount) = millionths(limit.amount);
          condition.unit = id_in(units, "credits");
        }
        image.conditions.push_back(condition);
        ++conditions.count;
      }
      image.nodes[to.rule].conditions = conditions;
    }
    if (!from.prerequisite.empty()) to.prerequisite = trees.add(name, from.prerequisite[0], table::none);
  }
  add_uses(image);

  const std::string bytes = table::serialize(image);
  auto aligned = std::make_shared<std::vector<std::uint64_t>>((bytes.size() + 7) / 8);
  std::memcpy(aligned->data(), bytes.data(), bytes.size());
  auto table = Table::view(std::as_bytes(std::span(*aligned)).first(bytes.size()));
  if (!table) throw std::logic_error(table.error().message);
  return {std::move(aligned), std::move(*table), std::move(credentials), std::move(gates), std::move(competencies), std::move(parts)};
}

}  // namespace rung::testing
