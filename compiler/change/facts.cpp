#include "compiler/change/facts.hpp"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "runtime/table/decimal.hpp"

namespace rung::change {
namespace {

using table::SectionKind;
using table::StatementKind;

constexpr std::array of_credentials{Fact::type, Fact::issued_by, Fact::certifies, Fact::level, Fact::hours, Fact::weeks, Fact::credits, Fact::awarded_for, Fact::assessed_by, Fact::pass_mark,
                                    Fact::consulted, Fact::accredited_by, Fact::meets_standard, Fact::delivery, Fact::pace, Fact::learning, Fact::form, Fact::purpose, Fact::audience, Fact::entitles_to,
                                    Fact::fee, Fact::before, Fact::valid, Fact::offered, Fact::review_by, Fact::code, Fact::tags, Fact::subjects, Fact::rule, Fact::in_force, Fact::titles,
                                    Fact::withheld_from, Fact::surrenders, Fact::most_awards};
constexpr std::array on_labels{Fact::type, Fact::issued_by, Fact::certifies, Fact::level, Fact::hours, Fact::weeks, Fact::credits, Fact::awarded_for, Fact::assessed_by, Fact::pass_mark, Fact::consulted,
                               Fact::accredited_by, Fact::meets_standard, Fact::delivery, Fact::pace, Fact::learning, Fact::form, Fact::purpose, Fact::audience, Fact::entitles_to, Fact::before,
                               Fact::counts_towards, Fact::recognised, Fact::refused, Fact::valid, Fact::offered, Fact::review_by};
constexpr std::array of_competencies{Fact::level, Fact::kind, Fact::broader};
constexpr std::array of_institutions{Fact::institution_type, Fact::country, Fact::region};
constexpr std::array of_frameworks{Fact::version, Fact::credit_basis, Fact::grades};
constexpr std::array of_agreements{Fact::from, Fact::to, Fact::status, Fact::effective, Fact::applies, Fact::not_older, Fact::at_most, Fact::one_award_only, Fact::lines};

// The kind of statement that a fact rests on; count_ when it rests on none.
StatementKind statement_of(Fact fact) {
  switch (fact) {
    case Fact::assessed_by: return StatementKind::assessed_by;
    case Fact::pass_mark: return StatementKind::pass_mark;
    case Fact::consulted: return StatementKind::consulted;
    case Fact::accredited_by: return StatementKind::accredited_by;
    case Fact::meets_standard: return StatementKind::meets_standard;
    case Fact::delivery: return StatementKind::delivery;
    case Fact::pace: return StatementKind::pace;
    case Fact::learning: return StatementKind::learning;
    case Fact::form: return StatementKind::form;
    case Fact::purpose: return StatementKind::purpose;
    case Fact::audience: return StatementKind::audience;
    case Fact::entitles_to: return StatementKind::entitles_to;
    default: return StatementKind::count_;
  }
}

class Pieces {
 public:
  explicit Pieces(const Speaker& speaker) : speaker_(speaker), table_(speaker.table) {}

  std::vector<std::string> of_credential(std::uint32_t id, Fact fact) {
    const table::Credential& one = table_.credentials()[id];
    if (const StatementKind kind = statement_of(fact); kind != StatementKind::count_) {
      for (const table::Statement& said : table_.statements_of(id))
        if (said.kind == kind) add(speaker_.statement(said));
      return out_;
    }
    switch (fact) {
      case Fact::type: add(speaker_.type(one.type)); break;
      case Fact::code: add(one.code.length > 0, [&] { return speaker_.text(table_.text(one.code)); }); break;
      case Fact::issued_by:
        for (const std::uint32_t issuer : table_.list(one.issuers)) add(speaker_.institution(issuer));
        break;
      case Fact::certifies:
        for (const table::Developed& developed : table_.developed(one.develops)) add(speaker_.developed(developed));
        break;
      case Fact::level: level(one.level); break;
      case Fact::hours: add(one.hours != table::unknown, [&] { return speaker_.amount(one.hours, table::Measure::hours, table::none); }); break;
      case Fact::weeks: add(one.weeks != table::unknown, [&] { return speaker_.weeks(one.weeks); }); break;
      case Fact::credits: add(one.credits != table::unknown, [&] { return speaker_.amount(one.credits, table::Measure::credits, one.credit_unit); }); break;
      case Fact::fee: add(one.fee != table::unknown && one.currency != table::none, [&] { return speaker_.fee(one.fee, one.currency); }); break;
      case Fact::awarded_for: add(one.awarded_for != table::Achievement::unknown, [&] { return speaker_.achievement(one.awarded_for); }); break;
      case Fact::before:
        if (one.prerequisite != table::none) tree(one.prerequisite, nullptr);
        break;
      case Fact::rule:
        for (const table::Version& version : table_.versions(one.versions)) tree(version.root, &version);
        if (one.rule != table::none && one.versions.count == 0) tree(one.rule, nullptr);
        break;
      case Fact::in_force: add(one.versions.count > 0, [&] { return speaker_.by_entry(one.when_entered != 0); }); break;
      case Fact::titles:
        for (const table::Title& title : table_.titles(one.titles)) add(speaker_.title(title));
        break;
      case Fact::counts_towards: counts_towards(id); break;
      case Fact::recognised: recognised(one, false); break;
      case Fact::refused: recognised(one, true); break;
      case Fact::valid: add(one.valid_months != 0, [&] { return speaker_.months(one.valid_months); }); break;
      case Fact::offered: period(one.offered_from, one.offered_to); break;
      case Fact::review_by: add(one.review_by != table::no_date, [&] { return speaker_.day(one.review_by); }); break;
      case Fact::tags: texts(one.tags); break;
      case Fact::subjects: texts(one.subjects); break;
      case Fact::withheld_from: credentials(one.withheld_from); break;
      case Fact::surrenders: credentials(one.surrenders); break;
      case Fact::most_awards: add(one.most_awards != 0, [&] { return speaker_.how_many(one.most_awards); }); break;
      default: break;
    }
    return out_;
  }

  std::vector<std::string> of_agreement(std::uint32_t id, Fact fact) {
    const table::Agreement& one = table_.agreements()[id];
    switch (fact) {
      case Fact::from: add(speaker_.institution(one.from)); break;
      case Fact::to: add(speaker_.institution(one.to)); break;
      case Fact::status: add(one.status != table::AgreementStatus::unstated, [&] { return speaker_.status(one.status); }); break;
      case Fact::effective: period(one.effective_from, one.effective_to); break;
      case Fact::applies: add(speaker_.applies(one.in_force)); break;
      case Fact::not_older: add(one.oldest_months != 0, [&] { return speaker_.months(one.oldest_months); }); break;
      case Fact::at_most: add(one.at_most != table::unknown, [&] { return speaker_.amount(one.at_most, one.at_most_measure, one.at_most_unit); }); break;
      case Fact::one_award_only: add(one.one_award_only != 0, [&] { return speaker_.yes(); }); break;
      case Fact::lines:
        for (std::uint32_t i = 0; i < one.recognitions.count; ++i) add(speaker_.line(one.recognitions.first + i));
        break;
      default: break;
    }
    return out_;
  }

  std::vector<std::string> of_competency(std::uint32_t id, Fact fact) {
    const table::Competency& one = table_.competencies()[id];
    if (fact == Fact::level) level(one.level);
    if (fact == Fact::kind) add(one.kind != table::CompetencyKind::unknown, [&] { return speaker_.kind(one.kind); });
    if (fact == Fact::broader)
      for (const std::uint32_t broader : table_.list(one.broader)) add(speaker_.competency(broader));
    return out_;
  }

  std::vector<std::string> of_institution(std::uint32_t id, Fact fact) {
    const table::Institution& one = table_.institutions()[id];
    const table::Text said = fact == Fact::country ? one.country : fact == Fact::region ? one.region : one.type;
    add(said.length > 0, [&] { return speaker_.text(table_.text(said)); });
    return out_;
  }

  std::vector<std::string> of_framework(std::uint32_t id, Fact fact) {
    const table::Framework& one = table_.frameworks()[id];
    if (fact == Fact::version) add(one.version.length > 0, [&] { return speaker_.text(table_.text(one.version)); });
    if (fact == Fact::credit_basis) add(table_.units()[one.credit_unit].hours != table::unknown, [&] { return speaker_.basis(one.credit_unit); });
    if (fact == Fact::grades) add(one.scale != table::none, [&] { return speaker_.scale(one.scale); });
    return out_;
  }

 private:
  void add(std::string piece) { out_.push_back(std::move(piece)); }
  template <class Said>
  void add(bool stated, Said said) {
    if (stated) add(said());
  }
  void level(std::int64_t level) {
    add(level != table::unknown, [&] { return speaker_.number(level); });
  }
  void period(std::int32_t first, std::int32_t last) {
    add(first != table::no_date || last != table::no_date, [&] { return speaker_.days(first, last); });
  }
  void credentials(table::Range range) {
    for (const std::uint32_t one : table_.list(range)) add(speaker_.credential(one));
  }
  void texts(table::Range range) {
    const auto pairs = table_.list(range);
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) add(speaker_.text(table_.text({pairs[i], pairs[i + 1]})));
  }

  // Part by part; a rule that does not only ask for all of its parts is one piece.
  void tree(std::uint32_t root, const table::Version* version) {
    const auto put = [&](std::string piece) { add(version == nullptr ? std::move(piece) : speaker_.version(*version, piece)); };
    const table::Node& node = table_.nodes()[root];
    const bool plain = node.kind == table::NodeKind::group && node.choice == table::Choice::all && node.asked_of == table::Asked::of_all && !has_floors(node) && node.end > root + 1;
    if (!plain) put(speaker_.node(root));
    for (std::uint32_t child = root + 1; plain && child < node.end; child = table_.nodes()[child].end) put(speaker_.node(child));
    for (const table::Condition& one : table_.conditions(node.conditions)) put(speaker_.condition(one));
  }

  void counts_towards(std::uint32_t id) {
    std::set<std::uint32_t> awards;
    for (const Lead& lead : leads_to(table_, std::span(&id, 1))) awards.insert(lead.credential);
    for (const std::uint32_t award : awards) add(speaker_.credential(award));
  }

  void recognised(const table::Credential& one, bool refused) {
    for (const std::uint32_t id : table_.list(one.recognised_in))
      if ((table_.recognitions()[id].kind == table::RecognitionKind::refusal) == refused) add(speaker_.line(id));
  }

  const Speaker& speaker_;
  const Table& table_;
  std::vector<std::string> out_;
};

}  // namespace

std::span<const Fact> facts_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::credentials: return of_credentials;
    case SectionKind::competencies: return of_competencies;
    case SectionKind::institutions: return of_institutions;
    case SectionKind::frameworks: return of_frameworks;
    case SectionKind::agreements: return of_agreements;
    default: return {};
  }
}

std::span<const Fact> label_facts() { return on_labels; }

bool is_list(Fact fact) {
  switch (fact) {
    case Fact::issued_by:
    case Fact::certifies:
    case Fact::assessed_by:
    case Fact::consulted:
    case Fact::accredited_by:
    case Fact::meets_standard:
    case Fact::form:
    case Fact::purpose:
    case Fact::audience:
    case Fact::entitles_to:
    case Fact::before:
    case Fact::counts_towards:
    case Fact::recognised:
    case Fact::refused:
    case Fact::tags:
    case Fact::subjects:
    case Fact::rule:
    case Fact::titles:
    case Fact::withheld_from:
    case Fact::surrenders:
    case Fact::broader:
    case Fact::lines: return true;
    default: return false;
  }
}

std::vector<std::string> pieces(const Speaker& speaker, SectionKind kind, std::uint32_t id, Fact fact) {
  Pieces made(speaker);
  switch (kind) {
    case SectionKind::credentials: return made.of_credential(id, fact);
    case SectionKind::competencies: return made.of_competency(id, fact);
    case SectionKind::institutions: return made.of_institution(id, fact);
    case SectionKind::frameworks: return made.of_framework(id, fact);
    case SectionKind::agreements: return made.of_agreement(id, fact);
    default: return {};
  }
}

std::string Speaker::developed(const table::Developed& one) const { return fmt::format("{}:{}", side.competency(one.competency), static_cast<int>(one.to)); }

std::string Speaker::number(std::int64_t millionths) const { return table::decimal(millionths); }

// What a credit is worth is a fact of its framework, and told once there.
std::string Speaker::amount(std::int64_t millionths, table::Measure measure, std::uint32_t unit) const { return fmt::format("{} {} {}", table::decimal(millionths), static_cast<int>(measure), unit == table::none ? std::string_view() : table.text(table.units()[unit].name)); }

std::string Speaker::fee(std::int64_t millionths, std::uint32_t currency) const { return fmt::format("{} {}", table::decimal(millionths), table.text(table.currencies()[currency])); }

std::string Speaker::days(std::int32_t first, std::int32_t last) const { return fmt::format("{} {}", first, last); }

std::string Speaker::statement(const table::Statement& one) const { return fmt::format("{} {} {} {}", table.text(one.text), one.amount, static_cast<int>(one.term), one.day); }

std::string Speaker::title(const table::Title& one) const {
  std::vector<std::string> conditions;
  for (const table::Condition& each : table.conditions(one.conditions)) conditions.push_back(side.condition(each));
  std::sort(conditions.begin(), conditions.end());
  return fmt::format("{}", fmt::join(conditions, " "));
}

std::string Speaker::version(const table::Version& one, const std::string& piece) const { return fmt::format("{} {} {}", one.first, one.last, piece); }

std::string Speaker::line(std::uint32_t recognition) const {
  const table::Recognition& one = table.recognitions()[recognition];
  const auto named = [&](table::Range range) {
    std::vector<std::string> names;
    for (const std::uint32_t id : table.list(range)) {
      const table::Credential& credential = table.credentials()[id];
      names.push_back(credential.block == 0 ? side.name(id) : fmt::format("block {} {}", amount(credential.credits, table::Measure::credits, credential.credit_unit), credential.level));
    }
    std::sort(names.begin(), names.end());
    return fmt::format("{}", fmt::join(names, ","));
  };
  return fmt::format("{} {} {} {} {}{} {} {}", side.agreement(one.agreement), static_cast<int>(one.kind), named(one.sources), named(one.targets), one.grade_floor, scale_of(table, one.grade_scale),
                     static_cast<int>(one.achievement_floor), one.year);
}

}  // namespace rung::change
