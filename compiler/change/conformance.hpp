// What a change does to how frameworks meet policies.
#pragma once

#include <map>

#include "compiler/change/side.hpp"
#include "compiler/compile.hpp"
#include "compiler/policy/judge.hpp"

namespace rung::change {

struct PolicyChange {
  std::string framework, policy;
  bool said = false, says = false;         // whether the framework says that it conforms to it: before, after
  // What it comes to: the worst of all that the policy speaks of. None: there is no such framework, or no such policy in force.
  std::optional<policy::Answer> was, is;
  struct Of {
    policy::SubjectKind kind;
    std::uint32_t before, after;           // of each model
    policy::Answer was, is;
  };
  std::vector<Of> differ;                  // things in both for which it comes to something else, in the order of the model after
};

// For each framework of either, the policies that it names on either side, by framework and policy: those of which something differs. Each side is judged by its own policies. `renamed`: as the
// new one declares. `day`: of the check.
std::vector<PolicyChange> policy_changes(Compiled& before, Compiled& after, const Renamed& renamed, std::optional<model::Day> day);

}  // namespace rung::change
