// Minutes as JSON: docs/interfaces.md, "diff". The same in every language: names, codes, and where something is told it is told in English.
#include <array>

#include "compiler/change/records.hpp"
#include "compiler/minutes/minutes.hpp"
#include "compiler/minutes/told.hpp"
#include "compiler/policy/report.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json/support.hpp"

namespace rung::minutes {
namespace {

using change::Change;
using change::Fact;
using change::Thing;
using table::SectionKind;

constexpr std::array effects{"none", "easier", "harder", "different"};
constexpr std::array fates{"kept", "renamed", "removed", "added"};
constexpr std::array fact_names{"type", "issued_by", "certifies", "level", "hours", "weeks", "credits", "awarded_for", "assessed_by", "pass_mark", "consulted", "accredited_by", "meets_standard", "delivery",
                                "pace", "learning", "form", "purpose", "for", "entitles_to", "fee", "before", "counts_towards", "recognised", "refused", "valid", "offered", "review_by",
                                "code", "tags", "subjects", "rule", "version_by", "titles", "withheld_from", "surrenders", "most_awards",
                                "kind", "broader", "type", "country", "region", "version", "credit_basis", "grades",
                                "from", "to", "status", "effective", "in_force", "nothing_older_than", "at_most", "one_award_only", "lines"};
static_assert(fact_names.size() == static_cast<std::size_t>(Fact::count_));
constexpr std::array wording_names{"title", "description", "note", "source", "part_names", "award_titles", "reasons", "language"};
static_assert(wording_names.size() == static_cast<std::size_t>(change::Wording::count_));

template <class Enum, std::size_t N>
const char* name(const std::array<const char*, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

// One thing of a kind, as JSON calls it.
std::string_view kind_name(SectionKind kind) {
  switch (kind) {
    case SectionKind::frameworks: return "framework";
    case SectionKind::institutions: return "institution";
    case SectionKind::competencies: return "competency";
    case SectionKind::gates: return "gate";
    case SectionKind::agreements: return "agreement";
    default: return "credential";
  }
}

Json record(const std::optional<Learner>& learner) {
  if (!learner) return {};
  Json holdings = Json::array();
  for (const Holding& holding : learner->holdings) {
    Json one = {{"credential", holding.name}, {"awarded", holding.awarded}};
    if (!holding.grade.empty()) one["grade"] = holding.grade;
    if (!holding.achievement.empty()) one["achievement"] = holding.achievement;
    holdings.push_back(std::move(one));
  }
  return {{"on", learner->on}, {"holdings", std::move(holdings)}, {"gates", learner->gates}};
}

// What says who loses and who gains: of awards and of agreements.
template <class Found>
void add_who(Json& out, const Found& change) {
  out["effect"] = name(effects, change.effect);
  out["witness"] = record(change.loses ? change.loses : change.gains);
  out["loses"] = record(change.loses);
  out["gains"] = record(change.gains);
  out["loss_proven"] = change.loss_proven;
  out["gain_proven"] = change.gain_proven;
}

class Writer {
 public:
  explicit Writer(const Minutes& minutes) : minutes_(minutes), before_(minutes.tables.before, "en", Naming::names), after_(minutes.tables.after, "en", Naming::names) {}

  Json learner() const {
    Json changes = Json::array(), agreements = Json::array(), labels = Json::array();
    for (const Change& change : minutes_.awards) {
      Json one = {{"award", change.award.empty() ? change.was : change.award}, {"was", json_text(change.was)}, {"title", json_text(change.title)}, {"fate", name(fates, change.fate)}};
      add_who(one, change);
      changes.push_back(std::move(one));
    }
    for (const change::AgreementChange& change : minutes_.agreements) {
      if (!change.is_change()) continue;
      Json one = thing("agreement", change.thing);
      add_who(one, change);
      one["lost"] = change.loses ? Json(before_.line(change.lost_line)) : Json();
      one["gained"] = change.gains ? Json(after_.line(change.gained_line)) : Json();
      one["limits_more"] = change.limits_more;
      one["limits_less"] = change.limits_less;
      one["fields"] = fields(change.thing);
      agreements.push_back(std::move(one));
    }
    for (const Thing& label : minutes_.labels)
      if (!label.differ.empty()) labels.push_back({{"credential", label.name}, {"was", label.was}, {"fields", fields(label)}});
    return {{"changes", std::move(changes)}, {"agreements", std::move(agreements)}, {"policies", policies()}, {"labels", std::move(labels)}, {"prices", prices()}};
  }

  Json table() const {
    Json out = Json::array();
    for (const Thing& one : minutes_.facts) {
      if (one.fate == change::Fate::kept && one.differ.empty()) continue;
      Json entry = {{"kind", kind_name(one.kind)}};
      entry.update(thing("name", one));
      entry["fields"] = fields(one);
      out.push_back(std::move(entry));
    }
    return {{"facts", std::move(out)}};
  }

  Json text() const {
    Json out = Json::array();
    for (const change::WordingChange& one : minutes_.wording)
      out.push_back({{"kind", kind_name(one.kind)}, {"name", one.name}, {"what", name(wording_names, one.what)}, {"language", json_text(one.language)}, {"before", one.gone}, {"after", one.come}});
    return {{"wording", std::move(out)}};
  }

 private:
  Json thing(const char* called, const Thing& one) const {
    const Table& table = (one.after != table::none ? minutes_.tables.after : minutes_.tables.before).table();
    const auto title = table.text(change::title_text(table, one.kind, one.after != table::none ? one.after : one.before));
    return {{called, one.name.empty() ? one.was : one.name}, {"was", json_text(one.was)}, {"title", json_text(title)}, {"fate", name(fates, one.fate)}};
  }

  Json fields(const Thing& one) const {
    Json out = Json::array();
    for (const Fact fact : one.differ) out.push_back({{"field", name(fact_names, fact)}, {"before", value(before_, one.kind, one.before, fact)}, {"after", value(after_, one.kind, one.after, fact)}});
    return out;
  }

  // An amount with its unit, a text, or a list of them; null where it is not stated.
  Json value(const Told& told, SectionKind kind, std::uint32_t id, Fact fact) const {
    const auto all = pieces(told, kind, id, fact);
    if (change::is_list(fact)) return all;
    if (all.empty()) return {};
    if (kind != SectionKind::credentials) return fact == Fact::one_award_only ? Json(true) : fact == Fact::at_most ? amount(told.table.agreements()[id].at_most, told, id) : Json(all.front());
    const table::Credential& one = told.table.credentials()[id];
    switch (fact) {
      case Fact::level: return json_amount(one.level);
      case Fact::hours: return {{"amount", json_amount(one.hours)}, {"unit", "hours"}};
      case Fact::weeks: return {{"amount", json_amount(one.weeks)}, {"unit", "weeks"}};
      case Fact::credits: return {{"amount", json_amount(one.credits)}, {"unit", told.table.text(told.table.units()[one.credit_unit].name)}};
      case Fact::fee: return {{"amount", json_amount(one.fee)}, {"currency", told.table.text(told.table.currencies()[one.currency])}};
      default: return all.front();
    }
  }
  static Json amount(std::int64_t most, const Told& told, std::uint32_t agreement) {
    const table::Agreement& one = told.table.agreements()[agreement];
    return {{"amount", json_amount(most)}, {"unit", unit_of(told.table, one.at_most_measure, one.at_most_unit)}};
  }

  Json policies() const {
    if (!minutes_.policies) return {};
    const auto verdict = [](const std::optional<policy::Answer>& one) { return one ? Json(value::name(*one)) : Json(); };
    Json out = Json::array();
    for (const change::PolicyChange& change : *minutes_.policies) {
      Json differ = Json::array();
      for (const change::PolicyChange::Of& one : change.differ) {
        const policy::Subject subject{one.kind, one.after};
        differ.push_back({{std::string(policy::kind_name(one.kind)), policy::named(*minutes_.after_model, subject).name},
                          {"before", value::name(one.was)},
                          {"after", value::name(one.is)}});
      }
      out.push_back({{"framework", change.framework},
                     {"policy", change.policy},
                     {"said_before", change.said},
                     {"said_after", change.says},
                     {"before", verdict(change.was)},
                     {"after", verdict(change.is)},
                     {"differ", std::move(differ)}});
    }
    return out;
  }

  Json prices() const {
    Json fees = Json::array(), totals = Json::array();
    for (const Thing& one : minutes_.prices.fees)
      fees.push_back({{"credential", one.name}, {"was", one.was}, {"before", value(before_, one.kind, one.before, Fact::fee)}, {"after", value(after_, one.kind, one.after, Fact::fee)}});
    for (const change::TotalChange& one : minutes_.prices.totals) totals.push_back({{"award", one.award}, {"before", total(one.was)}, {"after", total(one.is)}});
    return {{"fees", std::move(fees)}, {"totals", std::move(totals)}};
  }

  static Json total(const std::optional<change::Total>& one) {
    if (!one) return {};
    Json fees = Json::array();
    for (const auto& [currency, amount] : one->fees) fees.push_back({{"amount", json_amount(amount)}, {"currency", currency}});
    return {{"fees", std::move(fees)}, {"at_least", one->at_least}, {"proven", one->proven}};
  }

  const Minutes& minutes_;
  const Told before_, after_;
};

}  // namespace

std::string as_json(const Minutes& minutes) {
  const Writer writer(minutes);
  Json out = {{"level", levels[static_cast<std::size_t>(minutes.level)]}};
  out.update(minutes.level == Level::learner ? writer.learner() : minutes.level == Level::table ? writer.table() : writer.text());
  // Whoever gates a build on `losses` alone is as safe as the status is: what is not proven is among them.
  out["losses"] = minutes.losses;
  for (const std::string& name : minutes.not_proven) out["losses"].push_back(name);
  out["not_proven"] = minutes.not_proven;
  return printed(out);
}

}  // namespace rung::minutes
