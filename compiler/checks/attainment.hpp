// Who can be held at all: the least set of credentials that a learner who starts from nothing can reach.
//
// A credential is attained when its prerequisites and its rule can hold with attained credentials. Counting once is ignored, and a node that cannot hold even with
// everything held is taken to hold, since that has a message of its own (impossible-rule); so is what is incomplete. Gates can be met, and prior learning can be
// recognised, but a gate that asks for enrolment is met only when the prerequisites of what one has to be enrolled in can hold. A rule with several versions holds when one of them does: learners of different years help each other. Linear in the size of the rules that are looked at.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compiler/checks/amounts.hpp"

namespace rung::checks {

class Attainment {
 public:
  explicit Attainment(const model::Model& model);

  // Whether each credential can be attained, by index.
  std::vector<char> all();
  // Whether `target` can be attained within `scope`, which holds all that it may come to need, when those that are `barred` (by index, non-zero) cannot
  // be held and gates that ask enrolment in them cannot be met.
  bool without(std::uint32_t target, std::span<const std::uint32_t> scope, const std::vector<char>& barred);
  // Of a credential in the scope of the last such question: whether it could be attained in it.
  bool had(std::uint32_t credential) const { return attained_[credential] != 0; }

 private:
  struct NodeState {
    std::uint32_t have = 0;
    std::uint32_t needed = 0;
    Wide sum = 0;
    Wide amount_needed = 0;
    bool met = false;
  };

  void run(std::span<const std::uint32_t> scope, const std::vector<char>& barred);
  void begin(std::uint32_t root, const std::vector<char>& barred);
  void begin_node(std::uint32_t at, const std::vector<char>& barred);
  bool holds_from_the_start(std::uint32_t at) const;
  void meet(std::uint32_t at);
  void attain(std::uint32_t credential);
  void count(std::uint32_t credential);
  void enrol(std::uint32_t credential);

  const model::Model& model_;
  std::vector<std::uint32_t> uses_first_, uses_;       // nodes of rules and prerequisites that name each credential
  std::vector<NodeState> nodes_;
  std::vector<std::uint32_t> pending_;                 // of a credential's rule and its prerequisites, how many do not hold yet
  std::vector<char> rule_met_;                         // by credential: one version of its rule holds
  std::vector<char> attained_, in_scope_;
  // Nodes for a gate that asks for enrolment in each credential; and those in which one can enrol, in the order in which that is found.
  std::vector<std::vector<std::uint32_t>> enrolments_;
  std::vector<std::uint32_t> queue_, enrolled_;
};

}  // namespace rung::checks
