#include "compiler/minutes/told.hpp"

#include "compiler/change/records.hpp"
#include "compiler/change/things.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/plain.hpp"

namespace rung::minutes {

using table::NodeKind;
using table::SectionKind;

Told::Told(const change::Side& of, std::string_view language, Naming naming)
    : Speaker(of), in(of.table(), language), words(words_in(language)), handbook_(handbook::words_in(language)), label_(label::words_in(language)), naming_(naming) {}

std::string Told::titled(SectionKind kind, std::uint32_t id) const {
  if (kind == SectionKind::credentials) return title_of(in, id);   // blocks of credit have a title in each language
  return change::with_records(table, kind, [&](const auto& records) { return title_in(table, in.locale, kind, id, records[id]); });
}

std::string Told::called(SectionKind kind, std::uint32_t id) const {
  const std::string title = titled(kind, id), name = plain(change::own_name(side, kind, id));
  return title == name ? name : filled(in.words.titled, {title, name});
}

std::string Told::named(SectionKind kind, std::uint32_t id) const { return naming_ == Naming::titles ? titled(kind, id) : change::own_name(side, kind, id); }

std::string Told::credential(std::uint32_t id) const { return named(SectionKind::credentials, id); }
std::string Told::competency(std::uint32_t id) const { return named(SectionKind::competencies, id); }
std::string Told::institution(std::uint32_t id) const { return named(SectionKind::institutions, id); }
std::string Told::text(std::string_view written) const { return plain(written); }

std::string Told::developed(const table::Developed& one) const {
  if (one.to == table::Achievement::unknown) return competency(one.competency);
  return filled(in.words.in_brackets, {competency(one.competency), achievement(one.to)});
}

std::string Told::number(std::int64_t millionths) const { return number_in(in.locale, millionths); }
std::string Told::amount(std::int64_t millionths, table::Measure measure, std::uint32_t unit) const { return amount_of(in, millionths, rung::unit_of(table, measure, unit)); }
std::string Told::weeks(std::int64_t millionths) const { return amount_of(in, millionths, "weeks"); }
std::string Told::money(const std::string& currency, std::int64_t millionths) const { return money_of(in, millionths, plain(currency)); }
std::string Told::fee(std::int64_t millionths, std::uint32_t currency) const { return money(std::string(table.text(table.currencies()[currency])), millionths); }
std::string Told::day(std::int32_t day) const { return day_of(in, day); }

std::string Told::days(std::int32_t first, std::int32_t last) const {
  const bool begins = first != table::no_date, ends = last != table::no_date;
  return filled(begins && ends ? words.from_day_to_day : begins ? words.from_day : words.to_day, {begins ? day(first) : std::string(), ends ? day(last) : std::string()});
}

std::string Told::months(std::uint32_t months) const { return months_of(in, months); }

std::string Told::type(table::CredentialType one) const { return std::string(label_.types[static_cast<std::size_t>(one)]); }
std::string Told::achievement(table::Achievement one) const { return std::string(in.words.achievements[static_cast<std::size_t>(one)]); }
std::string Told::kind(table::CompetencyKind one) const { return std::string(handbook_.kinds[static_cast<std::size_t>(one) - 1]); }
std::string Told::status(table::AgreementStatus one) const { return std::string(in.words.statuses[static_cast<std::size_t>(one)]); }
std::string Told::applies(table::InForce one) const { return std::string(one == table::InForce::when_awarded ? words.when_awarded : words.when_asked); }
std::string Told::yes() const { return std::string(words.yes); }
std::string Told::by_entry(bool entry) const { return std::string(entry ? words.by_entry : words.by_question); }

std::string Told::statement(const table::Statement& one) const {
  if (table::says_term(one.kind)) return naming_ == Naming::names ? std::string(enum_name(one.term)) : std::string(label_.terms[static_cast<std::size_t>(one.term)]);
  if (table::says_amount(one.kind)) return percent_in(in.locale, one.amount);
  const std::string said = plain(table.text(one.text));
  return one.day == table::no_date ? said : filled(in.words.in_brackets, {said, day(one.day)});
}

// ---- rules ------------------------------------------------------------------------------------------------------------------------
// The nodes lie in pre-order: what is under a group stands in brackets behind it.
std::string Told::node(std::uint32_t root) const {
  const auto nodes = table.nodes();
  std::string out;
  std::vector<std::uint32_t> ends;         // of the groups whose brackets are open
  bool first = true;
  for (std::uint32_t at = root; at < nodes[root].end; ++at) {
    for (; !ends.empty() && ends.back() <= at; ends.pop_back()) out += ")";
    if (!first) out += std::string(in.locale.semicolon) + " ";
    out += node_alone(at);
    first = nodes[at].kind == NodeKind::group && nodes[at].end > at + 1;
    if (!first) continue;
    out += " (";
    ends.push_back(nodes[at].end);
  }
  return out + std::string(ends.size(), ')');
}

std::string Told::node_alone(std::uint32_t at) const {
  const table::Node& one = table.nodes()[at];
  const std::string_view part = table.text(one.part);
  std::string out = node_asks(in, at);
  if (!part.empty()) out = pair_of(in, plain(part), out);
  std::vector<std::string> inside;
  if (one.kind == NodeKind::members || one.kind == NodeKind::amount)
    for (const std::uint32_t member : table.list(one.members)) inside.push_back(credential(member));
  if (one.kind == NodeKind::competencies)
    for (const table::Developed& asked : table.developed(one.asked)) inside.push_back(developed(asked));
  if (!inside.empty()) out = pair_of(in, out, joined(inside));
  for (const std::string& floor : floors_of(in, one)) out += ", " + floor;
  return asked_of(in, out, one);
}

std::string Told::condition(const table::Condition& one) const {
  if (one.kind == table::ConditionKind::one_at_a_time) return std::string(in.words.one_at_a_time);
  if (one.kind != table::ConditionKind::may_share) return said_of(in, one, one.amount);
  std::vector<std::string> parts;
  for (const std::uint32_t node : table.list(one.members)) parts.push_back(plain(table.part_of(node)));
  return pair_of(in, in.words.may_share, joined(parts));
}

std::string Told::title(const table::Title& one) const {
  std::vector<std::string> conditions;
  for (const table::Condition& each : table.conditions(one.conditions)) conditions.push_back(condition(each));
  const std::string said = plain(table.text(one.title));
  return conditions.empty() ? said : filled(words.title_when, {said, joined(conditions)});
}

std::string Told::version(const table::Version& one, const std::string& piece) const {
  if (one.first == table::no_date && one.last == table::no_date) return piece;
  return filled(words.in_version, {piece, days(one.first, one.last)});
}

// ---- agreements, scales -------------------------------------------------------------------------------------------------------------
std::string Told::line(std::uint32_t recognition) const {
  const table::Recognition& one = table.recognitions()[recognition];
  const auto together = [&](table::Range range) {
    std::string out;
    for (const std::uint32_t id : table.list(range)) out = out.empty() ? credential(id) : filled(in.words.both, {out, credential(id)});
    return out;
  };
  const std::string sources = together(one.sources), targets = together(one.targets);
  const auto said = [&](const rung::words::Noun& pattern) {
    return filled(one.sources.count == 1 ? pattern.one : pattern.more, {sources, targets, one.year == table::unknown ? std::string() : number(one.year)});
  };
  std::string out;
  switch (one.kind) {
    case table::RecognitionKind::credit: out = said(in.words.counts_as); break;
    case table::RecognitionKind::prerequisite: out = said(in.words.for_prerequisites); break;
    case table::RecognitionKind::exemption: out = said(in.words.exempts); break;
    case table::RecognitionKind::entry: out = said(in.words.admits); break;
    default: out = filled(handbook_.not_recognised, {sources});
  }
  for (const std::string& floor : floors_of(in, one)) out += ", " + floor;
  return out;
}

std::string Told::basis(std::uint32_t unit) const {
  const table::Unit& one = table.units()[unit];
  return filled(words.one_credit_is, {one_or_more(in, 1, in.words.credit), amount_of(in, one.hours, "hours")});
}

std::string Told::scale(std::uint32_t id) const {
  const table::Scale& one = table.scales()[id];
  if (one.kind == table::ScaleKind::percent) return std::string(words.percentages);
  const auto pairs = table.list(one.grades), points = table.list(one.points);
  std::vector<std::string> grades;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    std::string grade = plain(table.text({pairs[i], pairs[i + 1]}));
    if (i / 2 < points.size()) grade += " = " + number(static_cast<std::int64_t>(points[i / 2]) * 1000);
    grades.push_back(std::move(grade));
  }
  return joined(grades);
}

}  // namespace rung::minutes
