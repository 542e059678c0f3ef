#include "compiler/change/side.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rung::change {
namespace {

using table::Node;
using table::NodeKind;

std::string sorted(std::vector<std::string> pieces) {
  std::sort(pieces.begin(), pieces.end());
  return fmt::format("[{}]", fmt::join(pieces, " "));
}

// All of them, whether it says so or names their number.
bool asks_for_all(const Node& node, std::size_t parts) {
  if (node.kind == NodeKind::group) return node.choice == table::Choice::all || node.need == parts;
  return node.kind == NodeKind::members && (node.choice == table::Choice::all || node.need == node.members.count);
}

std::string texts(const Table& table, table::Range range) {
  std::vector<std::string> pieces;
  const auto pairs = table.list(range);
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) pieces.emplace_back(table.text({pairs[i], pairs[i + 1]}));
  return sorted(std::move(pieces));
}

}  // namespace

std::string unit_of(const Table& table, table::Measure measure, std::uint32_t unit) {
  if (measure != table::Measure::credits || unit == table::none) return fmt::format("m{}", static_cast<int>(measure));
  const table::Unit& one = table.units()[unit];
  return one.hours == table::unknown ? std::string(table.text(one.name)) : fmt::format("{}={}h", table.text(one.name), one.hours);
}

std::string scale_of(const Table& table, std::uint32_t scale) {
  if (scale == table::none) return "";
  std::string out = table.scales()[scale].kind == table::ScaleKind::percent ? "%" : "scale";
  const auto pairs = table.list(table.scales()[scale].grades);
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) out += " " + std::string(table.text({pairs[i], pairs[i + 1]}));
  for (const std::uint32_t points : table.list(table.scales()[scale].points)) out += fmt::format(" {}", points);
  return out;
}

Side::Side(const Table& table, const Renamed& renamed, Numbers& numbers) : table_(table), renamed_(renamed), numbers_(numbers) {
  for (const table::Credential& one : table.credentials()) names_.push_back(name_of(one.name));
  name_blocks();
  look_at_rules();
  for (std::uint32_t id = 0; id < names_.size(); ++id) by_name_[names_[id]] = id;
}

void Side::look_at_rules() {
  for (const Node& node : table_.nodes()) {
    counts_hours_ |= node.kind == NodeKind::amount && node.measure == table::Measure::hours;
    asks_for_learning_ |= node.kind == NodeKind::competencies;
  }
  for (const table::Condition& one : table_.arrays().conditions) {
    counts_hours_ |= one.measure == table::Measure::hours;
    looks_at_tags_ |= one.key == table::Key::tag;
    looks_at_subjects_ |= one.key == table::Key::subject;
  }
  for (const table::Agreement& one : table_.agreements()) counts_hours_ |= one.at_most != table::unknown && one.at_most_measure == table::Measure::hours;
}

// Blocks of credit have numbers for names, in the order of the lines that give them: another order would rename them all. Here they go by what they are given for.
void Side::name_blocks() {
  std::map<std::string, std::uint32_t> known;
  for (std::uint32_t id = 0; id < names_.size(); ++id) {
    const table::Credential& one = table_.credentials()[id];
    if (one.block == 0 || one.given_by.count == 0) continue;
    const table::Recognition& line = table_.recognitions()[table_.list(one.given_by)[0]];
    const std::string name = agreement(line.agreement) + " for " + members(line.sources);
    names_[id] = fmt::format("{} {}", name, ++known[name]);
  }
}

std::string Side::name_of(table::Text name) const {
  const auto found = renamed_.find(table_.text(name));
  return found == renamed_.end() ? std::string(table_.text(name)) : found->second;
}

std::optional<std::uint32_t> Side::find(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> Side::find_gate(const std::string& name) const {
  for (std::uint32_t one = 0; one < table_.gates().size(); ++one)
    if (gate(one) == name) return one;
  return std::nullopt;
}

std::string Side::members(table::Range range) const {
  std::vector<std::string> names;
  for (const std::uint32_t member : table_.list(range)) names.push_back(names_[member]);
  return sorted(std::move(names));
}

std::string Side::worth(std::uint32_t credential) const {
  const table::Credential& one = table_.credentials()[credential];
  std::vector<std::string> develops, issuers;
  if (asks_for_learning_)
    for (const table::Developed& developed : table_.developed(one.develops)) develops.push_back(fmt::format("{}:{}", competency(developed.competency), static_cast<int>(developed.to)));
  for (const std::uint32_t issuer : table_.list(one.issuers)) issuers.push_back(institution(issuer));
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {} {}", one.credits, unit_of(table_, table::Measure::credits, one.credit_unit), counts_hours_ ? one.hours : 0, one.valid_months, static_cast<int>(one.awarded_for), one.most_awards,
                     one.rule == table::none ? 0 : 1, sorted(std::move(develops)), sorted(std::move(issuers)), looks_at_tags_ ? texts(table_, one.tags) : "",
                     looks_at_subjects_ ? texts(table_, one.subjects) : "", members(one.surrenders));
}

bool Side::refers_to_parts(std::uint32_t root) const {
  const auto nodes = table_.nodes();
  const auto conditions = table_.conditions(nodes[root].conditions);
  return std::any_of(nodes.begin() + root, nodes.begin() + nodes[root].end, [](const Node& one) { return one.after.count > 0; }) ||
         std::any_of(conditions.begin(), conditions.end(), [](const auto& one) { return one.kind == table::ConditionKind::may_share || one.within != table::none; });
}

// From the last node to the first, so that the parts of a group come before it.
std::uint32_t Side::shape(std::uint32_t root) const {
  const auto nodes = table_.nodes();
  const bool with_names = refers_to_parts(root);
  std::vector<std::uint32_t> number(nodes[root].end - root), parts;
  for (std::uint32_t at = nodes[root].end; at-- > root;) {
    parts.clear();
    for (std::uint32_t child = at + 1; child < nodes[at].end; child = nodes[child].end) parts.push_back(number[child - root]);
    // All of one part is that part.
    const bool plain = nodes[at].kind == NodeKind::group && asks_for_all(nodes[at], parts.size()) && nodes[at].asked_of == table::Asked::of_all && !has_floors(nodes[at]) && !with_names;
    number[at - root] = plain && parts.size() == 1 ? parts.front() : numbers_.of(node(at, with_names, parts));
  }
  return number.front();
}

std::string Side::node(std::uint32_t at, bool with_names, std::vector<std::uint32_t> parts) const {
  const Node& one = table_.nodes()[at];
  std::sort(parts.begin(), parts.end());
  std::vector<std::string> asked, after;
  for (const table::Developed& competency_asked : table_.developed(one.asked)) asked.push_back(fmt::format("{}:{}", competency(competency_asked.competency), static_cast<int>(competency_asked.to)));
  for (const std::uint32_t earlier : table_.list(one.after)) after.emplace_back(table_.text(table_.nodes()[earlier].part));
  std::string whom;
  if (one.asked_of != table::Asked::of_all) {
    const bool of_gate = one.asked_of == table::Asked::with_gate || one.asked_of == table::Asked::without_gate;
    whom = fmt::format("{}{}", static_cast<int>(one.asked_of), of_gate ? gate(table_.list(one.whom)[0]) : members(one.whom));
  }
  const std::string inside = one.kind == NodeKind::gate ? gate(table_.list(one.members)[0]) : one.kind == NodeKind::competencies ? sorted(std::move(asked)) : members(one.members);
  const bool all = asks_for_all(one, parts.size());
  const std::uint32_t need = all ? 0 : one.need;
  return fmt::format("({}{} {} {} {}{}{} {} {}{} {} {} {} {})", with_names ? table_.text(one.part) : "", static_cast<int>(one.kind), need, one.choice == table::Choice::exactly && !all ? "=" : "", one.amount,
                     one.kind == NodeKind::amount ? unit_of(table_, one.measure, one.unit) : "", inside, fmt::join(parts, " "), one.grade_floor, scale_of(table_, one.grade_scale), one.oldest_months,
                     static_cast<int>(one.achievement_floor), whom, sorted(std::move(after)));
}

std::string Side::condition(const table::Condition& one) const {
  std::string inside;
  if (one.kind == table::ConditionKind::may_share) {
    std::vector<std::string> parts;
    for (const std::uint32_t part : table_.list(one.members)) parts.emplace_back(table_.text(table_.nodes()[part].part));
    inside = sorted(std::move(parts));
  } else {
    inside = members(one.members);
  }
  return fmt::format("<{} {} {} {} {}/{} {} {} {} {} {} {} {}>", static_cast<int>(one.kind), static_cast<int>(one.key), inside, one.amount, one.percent, one.divisor, unit_of(table_, one.measure, one.unit),
                     one.within == table::none ? "" : table_.text(table_.nodes()[one.within].part), scale_of(table_, one.grade_scale), static_cast<int>(one.measure), static_cast<int>(one.rounding),
                     static_cast<int>(one.combined), texts(table_, one.keys));
}

// By which agreements it may be had.
std::string Side::given(std::uint32_t credential) const {
  std::vector<std::string> pieces;
  for (const std::uint32_t id : table_.list(table_.credentials()[credential].given_by)) {
    const table::Recognition& one = table_.recognitions()[id];
    const table::Agreement& agreement = table_.agreements()[one.agreement];
    std::vector<std::string> sources;
    for (const std::uint32_t source : table_.list(one.sources)) sources.push_back(names_[source] + " " + worth(source));
    pieces.push_back(fmt::format("{{{} {} {} {} {}{} {} {} {}{} {} {} {} {} {} {}}}", static_cast<int>(one.kind), sorted(std::move(sources)), members(one.targets), static_cast<int>(one.achievement_floor), one.grade_floor,
                                 scale_of(table_, one.grade_scale), one.year, name_of(agreement.name), agreement.at_most, unit_of(table_, agreement.at_most_measure, agreement.at_most_unit), agreement.effective_from,
                                 agreement.effective_to, agreement.oldest_months, static_cast<int>(agreement.status), static_cast<int>(agreement.in_force), agreement.one_award_only));
  }
  return sorted(std::move(pieces));
}

// Of one credential, without what it is made of: that is told by its name there.
std::uint32_t Side::own_meaning(std::uint32_t id) const {
  if (const auto known = own_.find(id); known != own_.end()) return known->second;
  const table::Credential& one = table_.credentials()[id];
  std::string out = names_[id] + " " + worth(id) + given(id);
  if (one.rule != table::none) {
    out += " barred " + members(one.withheld_from);
    std::vector<std::pair<std::uint32_t, std::string>> roots;
    for (const table::Version& version : table_.versions(one.versions)) roots.push_back({version.root, fmt::format("from {} to {} {}", version.first, version.last, one.when_entered)});
    if (roots.empty()) roots.push_back({one.rule, "rule"});
    if (one.prerequisite != table::none) roots.push_back({one.prerequisite, "before"});   // of what is taken nobody asks how
    for (const auto& [root, what] : roots) {
      std::vector<std::string> conditions;
      for (const table::Condition& each : table_.conditions(table_.nodes()[root].conditions)) conditions.push_back(condition(each));
      out += fmt::format(" {} {} {}", what, shape(root), sorted(std::move(conditions)));
    }
  }
  return own_[id] = numbers_.of(out);
}

std::uint32_t Side::meaning(std::uint32_t award) const {
  if (const auto known = meanings_.find(award); known != meanings_.end()) return known->second;
  std::vector<std::uint32_t> pieces, open{award};
  std::vector<bool> seen(names_.size());
  seen[award] = true;
  while (!open.empty()) {
    const std::uint32_t id = open.back();
    open.pop_back();
    pieces.push_back(own_meaning(id));
    const table::Credential& one = table_.credentials()[id];
    const auto follow = [&](table::Range range) {
      for (const std::uint32_t member : table_.list(range))
        if (!seen[member]) seen[member] = true, open.push_back(member);
    };
    const auto follow_tree = [&](std::uint32_t root) {
      for (std::uint32_t at = root; at < table_.nodes()[root].end; ++at)
        if (table_.nodes()[at].kind != NodeKind::gate) follow(table_.nodes()[at].members);
    };
    for (const std::uint32_t root : table_.rules_of(one)) follow_tree(root);
    if (one.rule != table::none && one.prerequisite != table::none) follow_tree(one.prerequisite);
    for (const std::uint32_t recognition : table_.list(one.given_by)) follow(table_.recognitions()[recognition].sources);
  }
  std::sort(pieces.begin(), pieces.end());
  return meanings_[award] = numbers_.of(fmt::format("award {}", fmt::join(pieces, " ")));
}

}  // namespace rung::change
