// Policies: what tightening does, and what the order of declarations and of rules does not.
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/compile.hpp"
#include "compiler/policy/loosens.hpp"
#include "compiler/policy/matrix.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

using rung::value::Answer;

// The rules of a policy about a framework that is generated: what they name is stated by some of its credentials and not by others.
std::vector<std::string> some_rules() {
  static const std::vector<std::string> asked = {"workload at most 40 hours", "workload between 10 and 60 hours", "workload less than 6 weeks", "credits at least 2", "credits between 1 and 4", "fee at most 200 CAD",
                                                 "level at least 2", "at least 1 competency", "at most 2 competencies", "at most 3 parts", "independent value", "independent value in discrete, stands-alone"};
  static const std::vector<std::string> others = {"state fee", "state credits or workload", "count towards anything", "count towards at least 2 awards", "be smaller than what it counts towards",
                                                  "develop less than what it counts towards", "take away what it counts", "be valid for at most 3 years"};
  std::vector<std::string> out;
  const int number = *rc::gen::inRange(1, 6);
  for (int i = 0; i < number; ++i) {
    const std::string verb = *rc::gen::element<std::string>("must ", "must not ", "should ", "should not ");
    const bool have = *rc::gen::inRange(0, 3) != 0;
    out.push_back("r" + std::to_string(i) + ": " + verb + (have ? "have " + *rc::gen::elementOf(asked) : *rc::gen::elementOf(others)));
  }
  return out;
}

std::string policy(const std::string& name, const std::string& head, const std::vector<std::string>& rules) {
  std::string out = "policy " + name + " {\n" + head + "every credential {\n";
  for (const std::string& rule : rules) out += rule + "\n";
  return out + "}\n}\n";
}

// "m r1 fail" for every credential and rule that is not met, by the policy of that name.
std::set<std::string> findings(const std::string& text, const std::string& name) {
  rung::Compiled compiled = rung::compile_text("f.rung", text);
  const rung::policy::Policy* found = compiled.policies.find(name, compiled.files, compiled.diagnostics);
  RC_ASSERT(found != nullptr);
  const auto matrix = rung::policy::matrix(compiled.model, compiled.policies, compiled.files, compiled.diagnostics, {found}, {}, {});
  std::set<std::string> out;
  for (const auto& row : matrix.rows)
    for (const auto& one : row.cells[0].conformity.findings)
      if (one.is_reported()) out.insert(std::to_string(row.subject.id) + " " + one.held.rule->written + " " + std::string(rung::value::name(one.answer)));
  return out;
}

// A bound or an aspect more, another rule more, or a stronger verb.
std::vector<std::string> tightened(std::vector<std::string> rules) {
  std::string& one = *(rules.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(rules.size())));
  const auto replace = [&](const std::string& from, const std::string& to) {
    const std::size_t at = one.find(from);
    if (at != std::string::npos && one.find(" not ") == std::string::npos) one.replace(at, from.size(), to);
  };
  switch (*rc::gen::inRange(0, 5)) {
    case 0: replace("at most 40", "at most 30"); break;
    case 1: replace("between 10 and 60", "between 20 and 50"); break;
    case 2: replace("at least 2", "at least 3"); break;
    case 3: replace("in discrete, stands-alone", ""); break;
    default: break;
  }
  for (std::string& extra : some_rules()) rules.push_back("x" + extra);
  return rules;
}

// What a finding is about, without the words of its rule: tightening changes them.
std::set<std::string> told(const std::string& text, const std::string& name) {
  rung::Compiled compiled = rung::compile_text("f.rung", text);
  const rung::policy::Policy* found = compiled.policies.find(name, compiled.files, compiled.diagnostics);
  const auto matrix = rung::policy::matrix(compiled.model, compiled.policies, compiled.files, compiled.diagnostics, {found}, {}, {});
  std::set<std::string> out;
  for (const auto& row : matrix.rows)
    for (const auto& one : row.cells[0].conformity.findings)
      if (one.answer == Answer::fails && one.is_reported()) out.insert(std::to_string(row.subject.id) + " " + one.held.rule->name);
  return out;
}

TEST(Policies, TighteningNeverRemovesAFinding) {
  check("a tightened policy finds what it found before", 200, [] {
    const std::string framework = written((*cases()).framework);
    const std::vector<std::string> rules = some_rules(), more = tightened(rules);
    const std::set<std::string> before = told(framework + policy("p", "", rules), "p");
    const std::set<std::string> after = told(framework + policy("p", "", more), "p");
    RC_ASSERT(std::includes(after.begin(), after.end(), before.begin(), before.end()));
  });
}

TEST(Policies, WhatRefinesFindsWhatTheRefinedOneFinds) {
  check("a policy that refines another finds all that the other finds", 200, [] {
    const std::string framework = written((*cases()).framework);
    const std::vector<std::string> rules = some_rules();
    std::vector<std::string> own;
    for (const std::string& rule : some_rules()) own.push_back("own-" + rule);
    const std::string text = framework + policy("p", "", rules) + policy("q", "refines p\n", own);
    rung::Compiled compiled = rung::compile_text("f.rung", text);
    const auto policy_named = [&](const char* name) { return compiled.policies.find(name, compiled.files, compiled.diagnostics); };
    const rung::policy::Policy *p = policy_named("p"), *q = policy_named("q");
    const auto matrix = rung::policy::matrix(compiled.model, compiled.policies, compiled.files, compiled.diagnostics, {p, q}, {}, {});
    for (const auto& row : matrix.rows)
      for (const auto& base : row.cells[0].conformity.findings) {
        if (!base.is_reported()) continue;
        // By the same rule, or by one of its own that asks for it in full.
        const auto& refined = row.cells[1].conformity.findings;
        RC_ASSERT(std::any_of(refined.begin(), refined.end(), [&](const auto& one) {
          if (one.held.rule == base.held.rule) return one.answer == base.answer;
          return one.is_reported() && one.held.policy == q && rung::policy::covers(*q, *one.held.rule, *p, *base.held.rule);
        }));
      }
  });
}

TEST(Policies, FindTheSameInWhateverOrderThingsAreDeclared) {
  check("the order of declarations and of rules changes no finding", 200, [] {
    const std::string framework = written((*cases()).framework);
    std::vector<std::string> rules = some_rules();
    const std::set<std::string> expected = findings(framework + policy("p", "", rules), "p");
    // The policy first, and its rules turned round.
    std::reverse(rules.begin(), rules.end());
    const std::size_t head = framework.find('\n') + 1;
    RC_ASSERT(findings(framework.substr(0, head) + policy("p", "", rules) + framework.substr(head), "p") == expected);
  });
}

}  // namespace
}  // namespace property
