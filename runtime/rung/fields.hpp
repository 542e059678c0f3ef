// Every field of every record of a table, named once: `dump --json` writes them, and a test reads them back into the same bytes.
//
// each_field(record, visit) calls visit("name", field) in the order of format.hpp. Reserved bytes are no fields; an open table has zeros there.
// By its type a field is: Text, Range, an enumeration, int64 (an amount or unknown), int32 (a day or no_date), uint32 (a number, or an
// index or none).
#pragma once

#include <concepts>

#include "runtime/table/format.hpp"

namespace rung {

// A record, whether it may be written or only read.
template <class T, class Record>
concept A = std::same_as<std::remove_const_t<T>, Record>;

template <A<table::Unit> T, class Visit>
void each_field(T& unit, Visit visit) {
  visit("name", unit.name);
  visit("hours", unit.hours);
}

template <A<table::Scale> T, class Visit>
void each_field(T& scale, Visit visit) {
  visit("kind", scale.kind);
  visit("grades", scale.grades);
  visit("points", scale.points);
}

template <A<table::Framework> T, class Visit>
void each_field(T& framework, Visit visit) {
  visit("name", framework.name);
  visit("title", framework.title);
  visit("version", framework.version);
  visit("credit_unit", framework.credit_unit);
  visit("scale", framework.scale);
}

template <A<table::Institution> T, class Visit>
void each_field(T& institution, Visit visit) {
  visit("name", institution.name);
  visit("title", institution.title);
  visit("type", institution.type);
  visit("country", institution.country);
  visit("region", institution.region);
}

template <A<table::Competency> T, class Visit>
void each_field(T& competency, Visit visit) {
  visit("name", competency.name);
  visit("title", competency.title);
  visit("level", competency.level);
  visit("broader", competency.broader);
  visit("framework", competency.framework);
  visit("kind", competency.kind);
  visit("uses", competency.uses);
}

template <A<table::Gate> T, class Visit>
void each_field(T& gate, Visit visit) {
  visit("name", gate.name);
  visit("title", gate.title);
  visit("framework", gate.framework);
  visit("uses", gate.uses);
}

template <A<table::Developed> T, class Visit>
void each_field(T& developed, Visit visit) {
  visit("competency", developed.competency);
  visit("to", developed.to);
}

template <A<table::Credential> T, class Visit>
void each_field(T& credential, Visit visit) {
  visit("name", credential.name);
  visit("title", credential.title);
  visit("code", credential.code);
  visit("issuers", credential.issuers);
  visit("develops", credential.develops);
  visit("uses", credential.uses);
  visit("withheld_from", credential.withheld_from);
  visit("surrenders", credential.surrenders);
  visit("tags", credential.tags);
  visit("subjects", credential.subjects);
  visit("titles", credential.titles);
  visit("recognised_in", credential.recognised_in);
  visit("given_by", credential.given_by);
  visit("credits", credential.credits);
  visit("hours", credential.hours);
  visit("weeks", credential.weeks);
  visit("fee", credential.fee);
  visit("level", credential.level);
  visit("credit_unit", credential.credit_unit);
  visit("currency", credential.currency);
  visit("framework", credential.framework);
  visit("rule", credential.rule);
  visit("prerequisite", credential.prerequisite);
  visit("offered_from", credential.offered_from);
  visit("offered_to", credential.offered_to);
  visit("review_by", credential.review_by);
  visit("valid_months", credential.valid_months);
  visit("most_awards", credential.most_awards);
  visit("type", credential.type);
  visit("awarded_for", credential.awarded_for);
  visit("rule_class", credential.rule_class);
  visit("block", credential.block);
  visit("versions", credential.versions);
  visit("when_entered", credential.when_entered);
}

template <A<table::Statement> T, class Visit>
void each_field(T& statement, Visit visit) {
  visit("text", statement.text);
  visit("amount", statement.amount);
  visit("credential", statement.credential);
  visit("day", statement.day);
  visit("kind", statement.kind);
  visit("term", statement.term);
}

template <A<table::Translation> T, class Visit>
void each_field(T& translation, Visit visit) {
  visit("language", translation.language);
  visit("title", translation.title);
  visit("of_kind", translation.of_kind);
  visit("of", translation.of);
}

template <A<table::Version> T, class Visit>
void each_field(T& version, Visit visit) {
  visit("root", version.root);
  visit("first", version.first);
  visit("last", version.last);
}

template <A<table::Node> T, class Visit>
void each_field(T& node, Visit visit) {
  visit("part", node.part);
  visit("members", node.members);
  visit("asked", node.asked);
  visit("after", node.after);
  visit("conditions", node.conditions);
  visit("whom", node.whom);
  visit("amount", node.amount);
  visit("grade_floor", node.grade_floor);
  visit("grade_scale", node.grade_scale);
  visit("unit", node.unit);
  visit("need", node.need);
  visit("parent", node.parent);
  visit("end", node.end);
  visit("owner", node.owner);
  visit("oldest_months", node.oldest_months);
  visit("kind", node.kind);
  visit("choice", node.choice);
  visit("measure", node.measure);
  visit("achievement_floor", node.achievement_floor);
  visit("asked_of", node.asked_of);
}

template <A<table::Condition> T, class Visit>
void each_field(T& condition, Visit visit) {
  visit("members", condition.members);
  visit("keys", condition.keys);
  visit("amount", condition.amount);
  visit("percent", condition.percent);
  visit("divisor", condition.divisor);
  visit("unit", condition.unit);
  visit("within", condition.within);
  visit("grade_scale", condition.grade_scale);
  visit("kind", condition.kind);
  visit("measure", condition.measure);
  visit("rounding", condition.rounding);
  visit("combined", condition.combined);
  visit("key", condition.key);
}

template <A<table::Title> T, class Visit>
void each_field(T& title, Visit visit) {
  visit("title", title.title);
  visit("conditions", title.conditions);
  visit("root", title.root);
}

template <A<table::Agreement> T, class Visit>
void each_field(T& agreement, Visit visit) {
  visit("name", agreement.name);
  visit("title", agreement.title);
  visit("recognitions", agreement.recognitions);
  visit("at_most", agreement.at_most);
  visit("at_most_unit", agreement.at_most_unit);
  visit("framework", agreement.framework);
  visit("from", agreement.from);
  visit("to", agreement.to);
  visit("effective_from", agreement.effective_from);
  visit("effective_to", agreement.effective_to);
  visit("oldest_months", agreement.oldest_months);
  visit("status", agreement.status);
  visit("in_force", agreement.in_force);
  visit("at_most_measure", agreement.at_most_measure);
  visit("one_award_only", agreement.one_award_only);
}

template <A<table::Recognition> T, class Visit>
void each_field(T& recognition, Visit visit) {
  visit("sources", recognition.sources);
  visit("targets", recognition.targets);
  visit("reason", recognition.reason);
  visit("grade_floor", recognition.grade_floor);
  visit("year", recognition.year);
  visit("grade_scale", recognition.grade_scale);
  visit("agreement", recognition.agreement);
  visit("kind", recognition.kind);
  visit("achievement_floor", recognition.achievement_floor);
}

}  // namespace rung
