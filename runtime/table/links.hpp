// Where the fields of a record point, each named once: for whoever moves records from one table to another, or tells whether two say the same.
//
// links(record, visit) calls, in the order in which the compiler fills a table:
//   visit.text(Text&)               words
//   visit.texts(Range&)             a list of words, in pairs (offset, length)
//   visit.numbers(Range&)           a list of plain numbers
//   visit.one(SectionKind, uint32&) an element of that section, or none
//   visit.many(SectionKind, Range&) a list of elements of that section
//   visit.run(SectionKind, Range&)  neighbours in that section, which belong to this record alone
// and nothing for what can be worked out from the rest (`uses`, `recognised_in`, `given_by`, and where a node's tree begins and ends).
#pragma once

#include "runtime/table/format.hpp"

namespace rung::table {

template <class Visit>
void links(Unit& unit, Visit&& visit) {
  visit.text(unit.name);
}

template <class Visit>
void links(Scale& scale, Visit&& visit) {
  visit.texts(scale.grades);
  visit.numbers(scale.points);
}

template <class Visit>
void links(Framework& framework, Visit&& visit) {
  visit.text(framework.name);
  visit.text(framework.title);
  visit.text(framework.version);
  visit.one(SectionKind::units, framework.credit_unit);
  visit.one(SectionKind::scales, framework.scale);
}

template <class Visit>
void links(Institution& institution, Visit&& visit) {
  for (Text* const one : {&institution.name, &institution.title, &institution.type, &institution.country, &institution.region}) visit.text(*one);
}

template <class Visit>
void links(Competency& competency, Visit&& visit) {
  visit.text(competency.name);
  visit.text(competency.title);
  visit.many(SectionKind::competencies, competency.broader);
  visit.one(SectionKind::frameworks, competency.framework);
}

template <class Visit>
void links(Gate& gate, Visit&& visit) {
  visit.text(gate.name);
  visit.text(gate.title);
  visit.one(SectionKind::frameworks, gate.framework);
}

template <class Visit>
void links(Developed& developed, Visit&& visit) {
  visit.one(SectionKind::competencies, developed.competency);
}

template <class Visit>
void links(Version& version, Visit&& visit) {
  visit.one(SectionKind::nodes, version.root);
}

// `of_uses`, `of_recognitions`: called where the compiler fills what is worked out of rules and of agreements.
template <class Visit, class Uses, class Recognitions>
void links(Credential& credential, Visit&& visit, Uses&& of_uses, Recognitions&& of_recognitions) {
  visit.text(credential.name);
  visit.text(credential.title);
  visit.text(credential.code);
  visit.many(SectionKind::institutions, credential.issuers);
  visit.run(SectionKind::developed, credential.develops);
  of_uses(credential);
  visit.many(SectionKind::credentials, credential.withheld_from);
  visit.many(SectionKind::credentials, credential.surrenders);
  visit.texts(credential.tags);
  visit.texts(credential.subjects);
  visit.run(SectionKind::titles, credential.titles);
  of_recognitions(credential);
  visit.one(SectionKind::units, credential.credit_unit);
  visit.one(SectionKind::currencies, credential.currency);
  visit.one(SectionKind::frameworks, credential.framework);
  visit.one(SectionKind::nodes, credential.rule);
  visit.one(SectionKind::nodes, credential.prerequisite);
  visit.run(SectionKind::versions, credential.versions);
}

inline SectionKind kind_of_whom(const Node& node) {
  return node.asked_of == Asked::with_gate || node.asked_of == Asked::without_gate ? SectionKind::gates : SectionKind::credentials;
}

template <class Visit>
void links(Node& node, Visit&& visit) {
  visit.text(node.part);
  visit.many(node.kind == NodeKind::gate ? SectionKind::gates : SectionKind::credentials, node.members);
  visit.run(SectionKind::developed, node.asked);
  visit.many(SectionKind::nodes, node.after);
  visit.run(SectionKind::conditions, node.conditions);
  visit.one(SectionKind::scales, node.grade_scale);
  visit.one(SectionKind::units, node.unit);
  visit.one(SectionKind::credentials, node.owner);
  visit.many(kind_of_whom(node), node.whom);
}

template <class Visit>
void links(Condition& condition, Visit&& visit) {
  visit.many(condition.kind == ConditionKind::may_share ? SectionKind::nodes : SectionKind::credentials, condition.members);
  visit.texts(condition.keys);
  visit.one(SectionKind::units, condition.unit);
  visit.one(SectionKind::nodes, condition.within);
  visit.one(SectionKind::scales, condition.grade_scale);
}

template <class Visit>
void links(Title& title, Visit&& visit) {
  visit.text(title.title);
  visit.run(SectionKind::conditions, title.conditions);
  visit.one(SectionKind::nodes, title.root);
}

template <class Visit>
void links(Agreement& agreement, Visit&& visit) {
  visit.text(agreement.name);
  visit.text(agreement.title);
  visit.run(SectionKind::recognitions, agreement.recognitions);
  visit.one(SectionKind::units, agreement.at_most_unit);
  visit.one(SectionKind::frameworks, agreement.framework);
  visit.one(SectionKind::institutions, agreement.from);
  visit.one(SectionKind::institutions, agreement.to);
}

template <class Visit>
void links(Recognition& recognition, Visit&& visit) {
  visit.many(SectionKind::credentials, recognition.sources);
  visit.many(SectionKind::credentials, recognition.targets);
  visit.text(recognition.reason);
  visit.one(SectionKind::scales, recognition.grade_scale);
  visit.one(SectionKind::agreements, recognition.agreement);
}

template <class Visit>
void links(Statement& statement, Visit&& visit) {
  visit.text(statement.text);
  visit.one(SectionKind::credentials, statement.credential);
}

template <class Visit>
void links(Translation& translation, Visit&& visit) {
  visit.text(translation.language);
  visit.text(translation.title);
  visit.one(translation.of_kind, translation.of);
}

}  // namespace rung::table
