// What `policies` and `conform` say of policies.
#pragma once

#include <string>
#include <vector>

#include "compiler/policy/matrix.hpp"
#include "compiler/policy/telling.hpp"
#include "compiler/rungc/verbs.hpp"
#include "compiler/rungc/words.hpp"

namespace rungc {

// " (a proposal) (in force from 2018-08-01 to 2022-11-30)", or nothing where that is usual.
std::string standing(const rung::policy::Telling& telling, const rung::policy::Policy& policy);

// The names of the policies asked for, `all` spelled out; those that the frameworks conform to when none is, and all when they conform to none.
std::vector<std::string> policies_asked(const rung::Compiled& compiled, const std::vector<std::string>& asked);

// Whether something fails that is expected to pass: a policy of `conforms to`, or one asked for by its own name.
bool disappoints(const rung::Compiled& compiled, const rung::policy::Matrix& matrix, const std::vector<std::string>& asked);

// A matrix, and what its words are looked up in.
struct Conformed {
  const rung::Compiled& compiled;
  const rung::policy::Matrix& matrix;
  bool why;
  std::string_view language = "en";        // of what is said to people; JSON and CSV are English
};

std::string as_text(const Conformed& conformed);   // conform_text.cpp
std::string as_json(const Conformed& conformed);   // conform_json.cpp, in the form of docs/interfaces.md
std::string as_csv(const Conformed& conformed);    // conform_csv.cpp: a line a credential, a column a policy; with `why` a line a rule that is not met

// The evidence of a finding, as sentences.
std::string sentences(const std::vector<rung::value::Evidence>& evidence);
// "allows", "refuses", "advises against"
std::string_view stance(const Words& words, const rung::policy::Stand& stand);
// What a conformity comes to when no rule is to be blamed for it: the policy says nothing that can be checked.
std::string says_nothing(const rung::policy::Policy& policy, std::string_view language = "en");

}  // namespace rungc
