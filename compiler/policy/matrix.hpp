// Credentials and policies: each against each, and where policies contradict each other for one of them.
#pragma once

#include <string>
#include <vector>

#include "compiler/policy/judge.hpp"

namespace rung::policy {

struct Cell {
  bool applies = false;                      // whether the policy speaks of the subject, or the subject is a microcredential
  Conformity conformity;
};

struct Row {
  Subject subject;
  std::vector<Cell> cells;                   // as Matrix::policies
};

// One policy's stand on a matter, and the rule by which it takes it.
struct Stand {
  const Policy* policy;                      // that was asked for; the rule may be of one that it refines
  Library::Held held;
  bool allows;                               // meets or permits what the subject states; else it refuses it, or advises against it when it only says should
  std::vector<value::Evidence> evidence;
};

struct Contradiction {
  std::size_t row;
  std::string matter;                        // "size", "awarded for"
  std::vector<Stand> stands;                 // one that allows and one that refuses at least, in the order of the policies
};

struct Matrix {
  std::vector<const Policy*> policies;       // those in force, in the order asked for
  std::vector<const Policy*> not_in_force;
  std::vector<Row> rows;                     // microcredentials and whatever else the policies speak of: frameworks, credentials, agreements, each as in the model
  std::vector<Contradiction> contradictions; // by row, then by matter
};

// `only`: one subject; empty: all.
Matrix matrix(const model::Model& model, Library& library, source::Files& files, diagnostics::Sink& sink, const std::vector<const Policy*>& policies, std::optional<Day> on,
              const std::vector<Subject>& only);

}  // namespace rung::policy
