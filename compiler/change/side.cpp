#include "compiler/change/side.hpp"

#include <algorithm>
#include <set>

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

std::string scale_of(const Table& table, std::uint32_t scale) {
  if (scale == table::none) return "";
  std::string out = table.scales()[scale].kind == table::ScaleKind::percent ? "%" : "scale";
  const auto pairs = table.list(table.scales()[scale].grades);
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) out += " " + std::string(table.text({pairs[i], pairs[i + 1]}));
  for (const std::uint32_t points : table.list(table.scales()[scale].points)) out += fmt::format(" {}", points);
  return out;
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

Side::Side(const Table& table, const Renamed& renamed) : table_(table), renamed_(renamed) {
  for (const table::Credential& one : table.credentials()) {
    by_name_[name_of(one.name)] = static_cast<std::uint32_t>(names_.size());
    names_.push_back(name_of(one.name));
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

std::string Side::members(table::Range range) const {
  std::vector<std::string> names;
  for (const std::uint32_t member : table_.list(range)) names.push_back(names_[member]);
  return sorted(std::move(names));
}

std::string Side::worth(std::uint32_t credential) const {
  const table::Credential& one = table_.credentials()[credential];
  std::vector<std::string> develops, issuers;
  for (const table::Developed& developed : table_.developed(one.develops)) develops.push_back(fmt::format("{}:{}", competency(developed.competency), static_cast<int>(developed.to)));
  for (const std::uint32_t issuer : table_.list(one.issuers)) issuers.emplace_back(table_.text(table_.institutions()[issuer].name));
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {} {}", one.credits, unit_of(table_, table::Measure::credits, one.credit_unit), one.hours, one.valid_months, static_cast<int>(one.awarded_for), one.most_awards,
                     one.rule == table::none ? 0 : 1, sorted(std::move(develops)), sorted(std::move(issuers)), texts(table_, one.tags), texts(table_, one.subjects), members(one.surrenders));
}

// Parts are told by what they say, and by their names only where something refers to them.
std::string Side::tree(std::uint32_t at, bool with_names) const {
  const Node& node = table_.nodes()[at];
  std::vector<std::string> parts, asked, after;
  for (std::uint32_t child = at + 1; child < node.end; child = table_.nodes()[child].end) parts.push_back(tree(child, with_names));
  // All of one part is that part; all of all of them is all of them.
  const bool plain = node.kind == NodeKind::group && node.choice == table::Choice::all && node.asked_of == table::Asked::of_all && node.after.count == 0 && !has_floors(node) && !with_names;
  if (plain && parts.size() == 1) return parts.front();
  for (const table::Developed& one : table_.developed(node.asked)) asked.push_back(fmt::format("{}:{}", competency(one.competency), static_cast<int>(one.to)));
  for (const std::uint32_t other : table_.list(node.after)) after.push_back(tree(other, false));
  std::string whom;
  if (node.asked_of != table::Asked::of_all) {
    const bool of_gate = node.asked_of == table::Asked::with_gate || node.asked_of == table::Asked::without_gate;
    whom = fmt::format("{}{}", static_cast<int>(node.asked_of), of_gate ? gate(table_.list(node.whom)[0]) : members(node.whom));
  }
  const std::string inside = node.kind == NodeKind::gate ? gate(table_.list(node.members)[0]) : node.kind == NodeKind::competencies ? sorted(std::move(asked)) : members(node.members);
  const std::uint32_t need = node.kind == NodeKind::group && node.choice == table::Choice::all ? 0 : node.need;
  return fmt::format("({}{} {} {} {}{}{} {} {}{} {} {} {} {})", with_names ? table_.text(node.part) : "", static_cast<int>(node.kind), need, node.choice == table::Choice::exactly ? "=" : "", node.amount,
                     node.kind == NodeKind::amount ? unit_of(table_, node.measure, node.unit) : "", inside, sorted(std::move(parts)), node.grade_floor, scale_of(table_, node.grade_scale), node.oldest_months,
                     static_cast<int>(node.achievement_floor), whom, sorted(std::move(after)));
}

std::string Side::condition(const table::Condition& one, std::uint32_t) const {
  std::string inside;
  if (one.kind == table::ConditionKind::may_share) {
    std::vector<std::string> parts;
    for (const std::uint32_t node : table_.list(one.members)) parts.push_back(tree(node, true));
    inside = sorted(std::move(parts));
  } else {
    inside = members(one.members);
  }
  return fmt::format("<{} {} {} {} {}/{} {} {} {} {} {} {} {}>", static_cast<int>(one.kind), static_cast<int>(one.key), inside, one.amount, one.percent, one.divisor, unit_of(table_, one.measure, one.unit),
                     one.within == table::none ? "" : tree(one.within, true), scale_of(table_, one.grade_scale), static_cast<int>(one.measure), static_cast<int>(one.rounding), static_cast<int>(one.combined), texts(table_, one.keys));
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
                                 scale_of(table_, one.grade_scale), one.year, table_.text(agreement.name), agreement.at_most, unit_of(table_, agreement.at_most_measure, agreement.at_most_unit), agreement.effective_from,
                                 agreement.effective_to, agreement.oldest_months, static_cast<int>(agreement.status), static_cast<int>(agreement.in_force), agreement.one_award_only));
  }
  return sorted(std::move(pieces));
}

const std::string& Side::meaning(std::uint32_t award) const {
  if (const auto known = meanings_.find(award); known != meanings_.end()) return known->second;
  std::set<std::string> pieces;
  std::vector<std::uint32_t> open{award};
  std::vector<bool> seen(names_.size());
  seen[award] = true;
  while (!open.empty()) {
    const std::uint32_t id = open.back();
    open.pop_back();
    const table::Credential& one = table_.credentials()[id];
    const auto follow = [&](table::Range range) {
      for (const std::uint32_t member : table_.list(range))
        if (!seen[member]) seen[member] = true, open.push_back(member);
    };
    std::string piece = names_[id] + " " + worth(id) + given(id);
    if (one.rule != table::none) piece += " barred " + members(one.withheld_from);
    std::vector<std::pair<std::uint32_t, std::string>> roots;
    for (const table::Version& version : table_.versions(one.versions)) roots.push_back({version.root, fmt::format("from {} to {} {}", version.first, version.last, one.when_entered)});
    if (roots.empty() && one.rule != table::none) roots.push_back({one.rule, "rule"});
    if (one.rule != table::none && one.prerequisite != table::none) roots.push_back({one.prerequisite, "before"});   // of what is taken nobody asks how
    for (const auto& [root, what] : roots) {
      std::vector<std::string> conditions;
      bool refers = false;
      for (const table::Condition& each : table_.conditions(table_.nodes()[root].conditions)) {
        conditions.push_back(condition(each, root));
        refers = refers || each.kind == table::ConditionKind::may_share || each.within != table::none;
      }
      piece += " " + what + tree(root, refers) + sorted(std::move(conditions));
      for (std::uint32_t at = root; at < table_.nodes()[root].end; ++at)
        if (table_.nodes()[at].kind != NodeKind::gate) follow(table_.nodes()[at].members);
    }
    for (const std::uint32_t id_of : table_.list(one.given_by)) follow(table_.recognitions()[id_of].sources);
    pieces.insert(std::move(piece));
  }
  return meanings_[award] = table_.credentials()[award].rule == table::none ? std::string() : fmt::format("{}", fmt::join(pieces, "\n"));
}

}  // namespace rung::change
