// Every built-in policy, on a framework that says it conforms to it: policies/NAME.rung. Beside each declaration stands what the policy finds in it, as it was worked out from the policy's source,
// rule by rule:
//
//     #on 2026-10-01                      the day of the check, in the first line
//     microcredential seminar "Seminar" { … awarded for participation }
//     #! error achievement
//     #! warning need, review
//     #! cannot-tell size
//
// A declaration with nothing beside it causes no finding; in each file one is called `good`. Every rule that can fail is found broken somewhere in the file. Nothing rewrites these files: what
// the sentences are is tested elsewhere (bad/policy.rung), and which rules are broken is for people to say.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "compiler/compile.hpp"
#include "runtime/learner/dates.hpp"

namespace {

namespace fs = std::filesystem;
using rung::diagnostics::Kind;
using Findings = std::map<std::string, std::set<std::string>>;   // "seminar" → "error achievement"

fs::path file_of(const std::string& policy) { return fs::path(RUNG_SOURCE_DIR) / "tests/golden/policies" / (policy + ".rung"); }

// Each line's declaration (whose head begins the line), and what is expected of it.
struct Expected {
  std::optional<rung::model::Day> on;
  Findings findings;
};

Expected expected(const std::string& text) {
  Expected out;
  std::istringstream lines(text);
  std::string line, last;
  while (std::getline(lines, line)) {
    if (line.starts_with("#on ")) out.on = rung::read_date(line.substr(4));
    if (line.starts_with("#! ")) {
      std::replace(line.begin(), line.end(), ',', ' ');
      std::istringstream words(line.substr(3));
      std::string how, rule;
      for (words >> how; words >> rule;) EXPECT_TRUE(out.findings[last].insert(how + ' ' + rule).second) << rule << " is expected twice of " << last;
    } else if (!line.empty() && line[0] >= 'a' && line[0] <= 'z') {
      std::istringstream words(line);
      words >> last >> last;
    }
  }
  return out;
}

class BuiltInPolicy : public testing::TestWithParam<std::string> {};

TEST_P(BuiltInPolicy, FindsWhatItsSourceSays) {
  std::ifstream file(file_of(GetParam()));
  ASSERT_TRUE(file) << "every policy has its example, tests/golden/policies/" << GetParam() << ".rung";
  std::stringstream text;
  text << file.rdbuf();
  const Expected wanted = expected(text.str());
  ASSERT_TRUE(wanted.on) << "the first line says the day: #on 2026-10-01";
  rung::Compiled compiled = rung::compile_text(GetParam() + ".rung", text.str(), wanted.on);
  Findings found;
  std::set<std::string> broken;
  for (const auto& one : compiled.diagnostics.sorted()) {
    if (one.kind == Kind::syntax || one.kind == Kind::unknown_name || one.kind == Kind::policy_not_in_force) ADD_FAILURE() << message(one);
    if (one.kind != Kind::policy && one.kind != Kind::policy_cannot_tell) continue;
    const std::string how = one.kind == Kind::policy ? std::string(name(severity(one))) : "cannot-tell";
    EXPECT_TRUE(found[one.arguments[0]].insert(how + ' ' + one.ruling->rule).second) << message(one) << ": told twice";
    if (one.kind == Kind::policy) broken.insert(one.ruling->rule);
  }
  for (const auto& [declaration, rules] : found) EXPECT_EQ(testing::PrintToString(wanted.findings.contains(declaration) ? wanted.findings.at(declaration) : std::set<std::string>{}), testing::PrintToString(rules)) << declaration;
  for (const auto& [declaration, rules] : wanted.findings) EXPECT_TRUE(found.contains(declaration)) << declaration << ": nothing was found";
  EXPECT_FALSE(found.contains("good"));
  EXPECT_TRUE(std::any_of(compiled.model.credentials.begin(), compiled.model.credentials.end(), [](const auto& one) { return one.name.ends_with(".good"); })) << "a microcredential that conforms is missing";
  const auto* policy = compiled.policies.find(GetParam(), compiled.files, compiled.diagnostics);
  ASSERT_NE(policy, nullptr);
  EXPECT_TRUE(policy->built_in);
  for (const rung::policy::Rule& rule : policy->rules) {
    if (rule.modal == rung::policy::Modal::may || rule.when_awarded) continue;
    EXPECT_TRUE(broken.contains(rule.name)) << "nothing here breaks the rule " << rule.name << ", '" << rule.written << "'";
  }
}

std::vector<std::string> names() {
  std::vector<std::string> out;
  for (const auto& one : rung::policy::built_in()) out.emplace_back(one.name);
  return out;
}

INSTANTIATE_TEST_SUITE_P(All, BuiltInPolicy, testing::ValuesIn(names()), [](const auto& one) {
  std::string name = one.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(BuiltInPolicies, HaveNoExampleLeftOver) {
  const std::vector<std::string> all = names();
  for (const auto& entry : fs::directory_iterator(fs::path(RUNG_SOURCE_DIR) / "tests/golden/policies"))
    EXPECT_TRUE(std::find(all.begin(), all.end(), entry.path().stem().string()) != all.end()) << entry.path();
}

}  // namespace
