// `dump`: where everything lies, and each credential with its rule as a tree. For those who carry on with the format, in its own terms.
#include <cstdio>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/rung/text/support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

using table::SectionKind;

std::string padded(std::string text, std::size_t width, bool right) {
  if (text.size() < width) text.insert(right ? 0 : text.size(), width - text.size(), ' ');
  return text;
}

std::string hexadecimal(std::uint64_t value) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value));
  return digits;
}

class Dump {
 public:
  explicit Dump(const Table& table) : table_(table) {}

  std::string whole() {
    header();
    units_and_scales();
    named(SectionKind::frameworks, table_.frameworks(), [&](const table::Framework& framework) {
      return " version " + text(framework.version) + ", unit " + std::to_string(framework.credit_unit) +
             (framework.scale == table::none ? "" : ", scale " + std::to_string(framework.scale));
    });
    named(SectionKind::institutions, table_.institutions(),
          [&](const table::Institution& one) { return " " + text(one.type) + " " + text(one.region); });
    named(SectionKind::competencies, table_.competencies(), [](const table::Competency& one) {
      return one.kind == table::CompetencyKind::unknown ? std::string() : " " + std::string(enum_name(one.kind));
    });
    named(SectionKind::gates, table_.gates(), [](const table::Gate&) { return std::string(); });
    heading(SectionKind::credentials);
    for (std::uint32_t i = 0; i < table_.credentials().size(); ++i) credential(i);
    if (!table_.agreements().empty()) heading(SectionKind::agreements);
    for (std::uint32_t i = 0; i < table_.agreements().size(); ++i) agreement(i);
    return std::move(out_);
  }

 private:
  std::string text(table::Text where) const { return plain(table_.text(where)); }
  void line(const std::string& words) { out_ += words + "\n"; }
  void heading(SectionKind section) { line("\n" + std::string(table::name_of(section))); }

  std::uint64_t byte_of(SectionKind section, std::size_t index) const {
    const table::Section& at = table_.sections()[static_cast<std::size_t>(section)];
    return at.offset + index * at.element_size;
  }

  // "  3 @1204 "
  std::string at(SectionKind section, std::size_t index) const {
    return padded(std::to_string(index), 5, true) + padded(" @" + std::to_string(byte_of(section, index)), 9, false) + " ";
  }

  void header() {
    const auto& head = *reinterpret_cast<const table::Header*>(table_.bytes().data());
    line("pathway table, format " + std::to_string(head.version) + ", " + std::to_string(head.file_size) + " bytes, checksum " +
         hexadecimal(head.checksum));
    line("\n" + padded("byte", 10, true) + "  " + padded("section", 13, false) + padded("elements", 10, true) + padded("bytes each", 12, true));
    line(padded("0", 10, true) + "  header");
    line(padded(std::to_string(sizeof(table::Header)), 10, true) + "  directory");
    for (const table::Section& section : table_.sections()) {
      line(padded(std::to_string(section.offset), 10, true) + "  " +
           padded(std::string(table::name_of(static_cast<SectionKind>(section.kind))), 13, false) +
           padded(std::to_string(section.count), 10, true) + padded(std::to_string(section.element_size), 12, true));
    }
  }

  void units_and_scales() {
    heading(SectionKind::units);
    for (std::size_t i = 0; i < table_.units().size(); ++i) {
      const table::Unit& unit = table_.units()[i];
      line(at(SectionKind::units, i) + text(unit.name) + (unit.hours == table::unknown ? "" : ", of " + amount_of(table_, unit.hours, "hours")));
    }
    heading(SectionKind::scales);
    for (std::size_t i = 0; i < table_.scales().size(); ++i) {
      std::string grades;
      const auto pairs = table_.list(table_.scales()[i].grades);
      for (std::size_t g = 0; g < pairs.size(); g += 2) grades += (g == 0 ? ": " : ", ") + text({pairs[g], pairs[g + 1]});
      line(at(SectionKind::scales, i) + std::string(enum_name(table_.scales()[i].kind)) + grades);
    }
  }

  template <class T, class More>
  void named(SectionKind section, std::span<const T> records, More more) {
    heading(section);
    for (std::size_t i = 0; i < records.size(); ++i)
      line(at(section, i) + text(records[i].name) + " \"" + text(records[i].title) + "\"" + more(records[i]));
  }

  void credential(std::uint32_t id) {
    const table::Credential& credential = table_.credentials()[id];
    line(at(SectionKind::credentials, id) + text(credential.name) + " \"" + text(credential.title) + "\" " +
         std::string(enum_name(credential.type)));
    facts(credential);
    const std::string of_class = std::string(enum_name(credential.rule_class)) + (credential.when_entered != 0 ? ", in force when entered" : "");
    if (credential.rule != table::none && credential.versions.count == 0) tree("requires, " + of_class, credential.rule);
    for (const table::Version& version : table_.versions(credential.versions)) {
      const std::string from = version.first == table::no_date ? "" : " from " + written_date(version.first);
      const std::string to = version.last == table::no_date ? "" : " to " + written_date(version.last);
      tree("requires" + from + to + ", " + of_class, version.root);
    }
    if (credential.prerequisite != table::none) tree("prerequisite", credential.prerequisite);
  }

  void facts(const table::Credential& credential) {
    std::vector<std::string> pieces;
    for (const std::uint32_t issuer : table_.list(credential.issuers)) pieces.push_back("issued by " + text(table_.institutions()[issuer].name));
    const auto add = [&](std::int64_t amount, std::string_view unit) {
      if (amount != table::unknown) pieces.push_back(amount_of(table_, amount, unit));
    };
    add(credential.credits, table_.text(table_.units()[credential.credit_unit].name));
    add(credential.hours, "hours");
    add(credential.weeks, "weeks");
    if (credential.currency != table::none) add(credential.fee, table_.text(table_.currencies()[credential.currency]));
    if (credential.valid_months > 0) pieces.push_back("valid for " + std::to_string(credential.valid_months) + " months");
    if (credential.level != table::unknown) pieces.push_back("level " + table::decimal(credential.level));
    if (credential.offered_from != table::no_date) pieces.push_back("offered from " + written_date(credential.offered_from));
    if (credential.offered_to != table::no_date) pieces.push_back("offered to " + written_date(credential.offered_to));
    for (const table::Developed& one : table_.developed(credential.develops))
      pieces.push_back("develops " + text(table_.competencies()[one.competency].name) + " to " + std::string(enum_name(one.to)));
    if (!pieces.empty()) line("        " + joined(pieces));
    pieces.clear();
    for (const table::Statement& one : table_.statements_of(static_cast<std::uint32_t>(&credential - table_.credentials().data()))) {
      const std::string says = table::says_term(one.kind) ? std::string(enum_name(one.term)) : table::says_amount(one.kind) ? table::decimal(one.amount) + "%" : text(one.text);
      pieces.push_back(std::string(enum_name(one.kind)) + " " + says + (one.day == table::no_date ? "" : " on " + written_date(one.day)));
    }
    if (!pieces.empty()) line("        " + joined(pieces));
  }

  void agreement(std::uint32_t id) {
    const table::Agreement& agreement = table_.agreements()[id];
    std::string words = text(agreement.name) + " \"" + text(agreement.title) + "\" from " + text(table_.institutions()[agreement.from].name) + " to " +
                        text(table_.institutions()[agreement.to].name) + ", " + std::string(enum_name(agreement.status)) + ", in force " +
                        std::string(enum_name(agreement.in_force));
    if (agreement.effective_from != table::no_date) words += ", from " + written_date(agreement.effective_from);
    if (agreement.effective_to != table::no_date) words += ", to " + written_date(agreement.effective_to);
    if (agreement.at_most != table::unknown)
      words += ", at most " + amount_of(table_, agreement.at_most, unit_of(table_, agreement.at_most_measure, agreement.at_most_unit));
    if (agreement.oldest_months > 0) words += ", nothing older than " + std::to_string(agreement.oldest_months) + " months";
    line(at(SectionKind::agreements, id) + words);
    for (std::uint32_t r = agreement.recognitions.first; r < agreement.recognitions.first + agreement.recognitions.count; ++r) {
      const table::Recognition& recognition = table_.recognitions()[r];
      std::string what = "recognition " + std::to_string(r) + " @" + std::to_string(byte_of(SectionKind::recognitions, r)) + " " +
                         std::string(enum_name(recognition.kind)) + " of " + titled(recognition.sources);
      if (recognition.grade_scale != table::none) what += ", grade floor " + grade(recognition);
      if (recognition.achievement_floor != table::Achievement::unknown) what += ", to " + std::string(enum_name(recognition.achievement_floor));
      if (recognition.targets.count > 0) what += ", as " + titled(recognition.targets);
      if (recognition.year != table::unknown) what += ", year " + table::decimal(recognition.year);
      line("        " + what);
    }
  }

  void tree(const std::string& what, std::uint32_t root) {
    line("        " + what);
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = root; i < table_.nodes()[root].end; ++i) {
      while (!ends.empty() && ends.back() <= i) ends.pop_back();
      line(std::string(10 + 2 * ends.size(), ' ') + "node " + std::to_string(i) + " @" + std::to_string(byte_of(SectionKind::nodes, i)) + " " +
           node(table_.nodes()[i]));
      ends.push_back(table_.nodes()[i].end);
    }
    const table::Range conditions = table_.nodes()[root].conditions;
    for (std::uint32_t i = 0; i < conditions.count; ++i) condition(conditions.first + i);
    const table::Credential& owner = table_.credentials()[table_.nodes()[root].owner];
    for (const table::Title& title : table_.titles(owner.titles)) {
      if (title.root != root) continue;
      line("          titled \"" + text(title.title) + "\" with");
      for (std::uint32_t i = 0; i < title.conditions.count; ++i) condition(title.conditions.first + i);
    }
  }

  std::string node(const table::Node& node) const {
    std::string out = text(node.part) + (node.part.length == 0 ? "" : ": ") + std::string(node_name(node));
    if (node.kind == table::NodeKind::amount) out += " " + amount_of(table_, node.amount, unit_of(table_, node.measure, node.unit));
    else if (node.kind != table::NodeKind::gate) out += " " + std::to_string(node.need);
    if (node.kind == table::NodeKind::gate) out += " " + text(table_.gates()[table_.list(node.members)[0]].name);
    else if (node.members.count > 0) out += " of " + titled(node.members);
    if (node.grade_scale != table::none) out += ", grade floor " + grade(node);
    if (node.achievement_floor != table::Achievement::unknown) out += ", to " + std::string(enum_name(node.achievement_floor));
    if (node.oldest_months > 0) out += ", nothing older than " + std::to_string(node.oldest_months) + " months";
    for (const std::uint32_t after : table_.list(node.after)) out += ", after node " + std::to_string(after);
    return asked_of(table_, std::move(out), node);
  }

  template <class Floored>
  std::string grade(const Floored& node) const {
    const table::Scale& scale = table_.scales()[node.grade_scale];
    if (scale.kind == table::ScaleKind::percent) return table::decimal(node.grade_floor) + "%";
    const auto pairs = table_.list(scale.grades).subspan(2 * static_cast<std::size_t>(node.grade_floor), 2);
    return text({pairs[0], pairs[1]});
  }

  std::string titled(table::Range members) const {
    std::vector<std::string> names;
    for (const std::uint32_t member : table_.list(members)) names.emplace_back(name_of(table_, member));
    return joined(names);
  }

  void condition(std::uint32_t index) {
    const table::Condition& condition = table_.conditions()[index];
    std::string words = "condition " + std::to_string(index) + " @" + std::to_string(byte_of(SectionKind::conditions, index)) + " " +
                        std::string(enum_name(condition.kind));
    if (condition.kind == table::ConditionKind::may_share) {
      for (const std::uint32_t node : table_.list(condition.members)) words += " node " + std::to_string(node);
    } else if (!table::bounds_nothing_counted(condition.kind)) {
      const bool average = condition.kind == table::ConditionKind::average;
      const std::string unit = condition.kind == table::ConditionKind::distinct ? std::string(enum_name(condition.key)) + "s"
                               : average                                        ? std::string("in grades")
                                                                                : std::string(unit_of(table_, condition.measure, condition.unit));
      if (condition.combined != table::Combined::alone) words += " the " + std::string(enum_name(condition.combined)) + " of";
      if (condition.percent != table::unknown)
        words += " " + table::decimal(condition.percent) + "%" + (condition.divisor > 1 ? " / " + std::to_string(condition.divisor) : "") + " of " + unit;
      if (condition.combined != table::Combined::alone) words += " and";
      if (condition.amount != table::unknown) words += " " + (average ? table::decimal(condition.amount) + " " + unit : amount_of(table_, condition.amount, unit));
      if (condition.kind == table::ConditionKind::at_most_each) words += " per " + std::string(enum_name(condition.key));
      if (condition.members.count > 0) words += " from " + titled(condition.members);
      if (condition.within != table::none) words += " in node " + std::to_string(condition.within);
      if (condition.rounding != table::Rounding::exact) words += ", rounded " + std::string(enum_name(condition.rounding));
    }
    line("          " + words);
  }

  const Table& table_;
  std::string out_;
};

}  // namespace

std::string text_dump(const Table& table) { return Dump(table).whole(); }

}  // namespace rung
