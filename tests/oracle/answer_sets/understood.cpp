// Field by field and on purpose: see facts.hpp.
#include "tests/oracle/answer_sets/facts.hpp"

namespace oracle::answer_sets {
namespace {

Requirement understood(const Requirement& what) {
  Requirement out;
  out.form = what.form;
  out.many = what.many;
  out.need = what.need;
  out.amount = what.amount;
  out.measure = what.measure;
  out.of = what.of;
  out.to = what.to;
  for (const Requirement& part : what.parts) out.parts.push_back(understood(part));
  out.name = what.name;
  out.after = what.after;
  out.grade = what.grade;
  out.floor = what.floor;
  out.months = what.months;
  return out;
}

bool is_translated(Limit limit) {
  switch (limit) {
    case Limit::total: case Limit::share: case Limit::amount_from: case Limit::at_most_from: case Limit::at_most_prior: case Limit::may_share: return true;
    default: return false;
  }
}

Condition understood(const Condition& what) {
  Condition out{what.limit};
  out.amount = what.amount;
  out.measure = what.measure;
  out.of = what.of;
  out.issuer = what.issuer;
  out.rounding = what.rounding;
  out.parts = what.parts;
  return out;
}

Credential understood(const Credential& what) {
  Credential out;
  out.credits = what.credits;
  out.hours = what.hours;
  out.weeks = what.weeks;             // no program asks for them
  out.fee = what.fee;
  out.in_ects = what.in_ects;         // how they are written; the amounts are in credits
  out.awarded_for = what.awarded_for;
  out.develops = what.develops;
  out.subjects = what.subjects;       // only conditions that are not translated ask for these two
  out.tags = what.tags;
  out.issuer = what.issuer;
  if (what.rule) out.rule = understood(*what.rule);
  for (const Condition& condition : what.conditions)
    if (is_translated(condition.limit)) out.conditions.push_back(understood(condition));
  if (what.prerequisite) out.prerequisite = understood(*what.prerequisite);
  out.withheld_from = what.withheld_from;
  return out;
}

Line understood(const Line& what) {
  Line out;
  out.as = what.as;
  out.sources = what.sources;
  out.targets = what.targets;
  out.grade = what.grade;
  return out;
}

Holding understood(const Holding& what) {
  Holding out{what.credential};
  out.grade = what.grade;
  out.month = what.month;
  out.achievement = what.achievement;
  out.prior_learning = what.prior_learning;
  out.counted = what.counted;
  out.term = what.term;               // only conditions that are not translated ask for these three
  out.ungraded = what.ungraded;
  out.transferred = what.transferred;
  return out;
}

}  // namespace

Framework understood(const Framework& framework) {
  Framework out;
  for (const Credential& one : framework.credentials) out.credentials.push_back(understood(one));
  for (const Line& one : framework.lines) out.lines.push_back(understood(one));
  out.line_months = framework.line_months;
  out.line_limit = framework.line_limit;
  out.competencies = framework.competencies;
  out.gates = framework.gates;
  out.issuers = framework.issuers;
  return out;
}

Learner understood(const Learner& learner) {
  Learner out;
  for (const Holding& one : learner.holdings) out.holdings.push_back(understood(one));
  out.recognised = learner.recognised;
  out.gates = learner.gates;
  out.today = learner.today;
  return out;
}

}  // namespace oracle::answer_sets
