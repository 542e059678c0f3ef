// Whether what a framework declares conforms to a policy: pass, fail or cannot tell, rule by rule, each with what it rests on.
//
//   policy::Judge judge(compiled.model, on);
//   const policy::Conformity found = judge.conformity(rules, {SubjectKind::credential, id});
//
// Answers come from the graph and from what is declared. They do not depend on the order of declarations, of rules or of questions, nor on any day but `on`.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "compiler/policy/library.hpp"

namespace rung::policy {

enum class SubjectKind : std::uint8_t { credential, agreement, framework };
struct Subject {
  SubjectKind kind;
  std::uint32_t id;                          // of the model: credentials, agreements, frameworks
};

// What one rule comes to. Of a permission (may, need not) the answer says whether what it permits is so.
struct Finding {
  Library::Held held;
  Answer answer = Answer::holds;
  std::vector<value::Evidence> evidence;     // sentences with their places, never empty
  std::vector<std::pair<diagnostics::Phrase, diagnostics::Arguments>> help;   // what would mend it; empty unless it fails or cannot be told

  // Neither met nor left open: what is reported. A permission never is.
  bool is_reported() const { return answer != Answer::holds && held.rule->modal != Modal::may; }
};

struct Conformity {
  Answer answer = Answer::holds;             // the worst of the musts; unverified rules do not weigh. Cannot tell, when no rule speaks of the subject
  std::vector<Finding> findings;             // a rule each, in the order of the policy; those that hold too
};

// Keeps a reference to the model, which has to stay. Rules come from Library::rules_of.
class Judge {
 public:
  // `on`: the day of the check; without it what depends on a day cannot be told.
  Judge(const model::Model& model, std::optional<Day> on);
  ~Judge();

  // Whether any of the rules speaks of it.
  bool speaks_of(const std::vector<Library::Held>& rules, Subject subject) const;
  Conformity conformity(const std::vector<Library::Held>& rules, Subject subject) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rung::policy
