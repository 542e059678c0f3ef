#include "runtime/label/words.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json/support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung::label {
namespace {

using table::SectionKind;
using table::StatementKind;

constexpr std::array marker_names = {"relevant", "accredited", "standardized", "assessed", "flexible", "stackable"};
constexpr std::array limit_names = {"no-formal-qualification", "no-credits", "no-entitlement", "no-assessment", "for-participation", "not-for-ever", "counts-towards-nothing"};

Json day(std::int32_t one) { return one == table::no_date ? Json() : Json(written_date(one)); }

Json said(const Table& table, const table::Statement& one) {
  if (table::says_term(one.kind)) return enum_name(one.term);
  if (table::says_amount(one.kind)) return table::decimal(one.amount) + "%";
  return table.text(one.text);
}

Json all_said(const Table& table, std::uint32_t credential, StatementKind kind) {
  Json out = Json::array();
  for (const table::Statement& one : table.statements_of(credential))
    if (one.kind == kind) out.push_back(said(table, one));
  return out;
}

Json one_said(const Table& table, std::uint32_t credential, StatementKind kind) {
  const Json all = all_said(table, credential, kind);
  return all.empty() ? Json() : all[0];
}

template <class T>
Json titled(const Table& table, SectionKind kind, std::uint32_t id, const T& record, std::string_view language) {
  const std::string_view translated = table.translated(kind, id, language);
  return json_text(translated.empty() ? table.text(record.title) : translated);
}

Json markers(const Table& table, const Label& label) {
  Json out = Json::array();
  for (std::size_t m = 0; m < label.markers.size(); ++m) {
    Json evidence = Json::array();
    for (const std::uint32_t statement : label.markers[m].evidence) {
      const table::Statement& one = table.statements()[statement];
      evidence.push_back({{"what", enum_name(one.kind)}, {"says", said(table, one)}, {"on", day(one.day)}});
    }
    if (static_cast<Marker>(m) == Marker::stackable)
      for (const Lead& lead : label.counts_towards) evidence.push_back({{"what", "counts-towards"}, {"says", name_of(table, lead.credential)}, {"on", nullptr}});
    out.push_back({{"marker", marker_names[m]}, {"shown", label.markers[m].shown}, {"evidence", std::move(evidence)}});
  }
  return out;
}

Json recognitions(const Table& table, const std::vector<std::uint32_t>& all) {
  Json out = Json::array();
  for (const std::uint32_t id : all) {
    const table::Recognition& one = table.recognitions()[id];
    Json entry = json_recognition(table, id);
    entry["from"] = table.text(table.institutions()[table.agreements()[one.agreement].from].name);
    entry["by"] = table.text(table.institutions()[table.agreements()[one.agreement].to].name);
    entry["kind"] = enum_name(one.kind);
    entry["as"] = json_names(table, table.list(one.targets));
    entry["reason"] = json_text(table.text(one.reason));
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace

std::string as_json(const Table& table, const Label& label, std::string_view language) {
  const std::uint32_t id = label.credential;
  const table::Credential& credential = table.credentials()[id];
  Json certifies = Json::array(), issuers = Json::array(), towards = Json::array(), limits = Json::array();
  for (const table::Developed& one : table.developed(credential.develops)) {
    const table::Competency& competency = table.competencies()[one.competency];
    certifies.push_back({{"competency", table.text(competency.name)}, {"title", titled(table, SectionKind::competencies, one.competency, competency, language)}, {"to", enum_name(one.to)}});
  }
  for (const std::uint32_t issuer : table.list(credential.issuers))
    issuers.push_back({{"institution", table.text(table.institutions()[issuer].name)}, {"title", titled(table, SectionKind::institutions, issuer, table.institutions()[issuer], language)}});
  for (const Lead& lead : label.counts_towards) {
    towards.push_back({{"credential", name_of(table, lead.credential)}, {"part", json_text(table.part_of(lead.node))}, {"steps", lead.steps}});
    if (lead.recognition != table::none) towards.back()["by_transfer"] = json_recognition(table, lead.recognition);
  }
  for (const Limit limit : label.limits) limits.push_back(limit_names[static_cast<std::size_t>(limit)]);
  Json before = Json::array();
  for (std::uint32_t at = credential.prerequisite; at != table::none && at < table.nodes()[credential.prerequisite].end; ++at) {
    const table::Node& node = table.nodes()[at];
    const bool gate = node.kind == table::NodeKind::gate;
    Json names = gate ? Json::array({table.text(table.gates()[table.list(node.members)[0]].name)}) : json_names(table, table.list(node.members));
    before.push_back({{"kind", node_name(node)}, {"need", node.need}, {"names", std::move(names)}, {"parent", node.parent == table::none ? Json() : Json(node.parent - credential.prerequisite)}});
  }
  const bool fee = credential.fee != table::unknown && credential.currency != table::none;
  return printed({{"label",
                   {{"credential", name_of(table, id)},
                    {"title", titled(table, SectionKind::credentials, id, credential, language)},
                    {"type", enum_name(credential.type)},
                    {"code", json_text(table.text(credential.code))},
                    {"issued_by", std::move(issuers)},
                    {"certifies", std::move(certifies)},
                    {"level", json_amount(credential.level)},
                    {"takes", {{"hours", json_amount(credential.hours)}, {"weeks", json_amount(credential.weeks)}, {"credits", json_amount(credential.credits)}, {"unit", table.text(table.units()[credential.credit_unit].name)}}},
                    {"assessment", {{"awarded_for", credential.awarded_for == table::Achievement::unknown ? Json() : Json(enum_name(credential.awarded_for))}, {"assessed_by", all_said(table, id, StatementKind::assessed_by)}, {"pass_mark", one_said(table, id, StatementKind::pass_mark)}}},
                    {"markers", markers(table, label)},
                    {"typology", {{"delivery", one_said(table, id, StatementKind::delivery)}, {"pace", one_said(table, id, StatementKind::pace)}, {"learning", one_said(table, id, StatementKind::learning)}, {"form", all_said(table, id, StatementKind::form)}, {"purpose", all_said(table, id, StatementKind::purpose)}}},
                    {"for", all_said(table, id, StatementKind::audience)},
                    {"entitles_to", all_said(table, id, StatementKind::entitles_to)},
                    {"fee", fee ? Json{{"amount", json_amount(credential.fee)}, {"currency", table.text(table.currencies()[credential.currency])}} : Json()},
                    {"before", std::move(before)},
                    {"counts_towards", std::move(towards)},
                    {"recognised", recognitions(table, label.recognised)},
                    {"refused", recognitions(table, label.refused)},
                    {"counts_as_it", recognitions(table, label.counts_as_it)},
                    {"valid_months", credential.valid_months == 0 ? Json() : Json(credential.valid_months)},
                    {"offered", {{"from", day(credential.offered_from)}, {"to", day(credential.offered_to)}}},
                    {"review_by", day(credential.review_by)},
                    {"is_not", std::move(limits)},
                    {"language", words_in(language).language}}}});
}

}  // namespace rung::label
