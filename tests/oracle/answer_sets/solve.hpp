// The program clingo (Debian's package gringo), run on the programs beside this and on facts.
#pragma once

#include <string>
#include <vector>

namespace oracle::answer_sets {

// An atom that the best answer set shows: its predicate and arguments, the first of them the world.
struct Shown {
  std::string predicate;
  std::vector<int> arguments;
};

// `question`: earned or paths. Throws with what clingo said when it found no best answer set: each program has one, whatever the facts.
// `working_folder` gets the facts and the answer, for looking into; both are written anew by each call.
std::vector<Shown> best_answer_set(const std::string& question, const std::string& facts, const std::string& working_folder);

// For people: the same answer set with the choice by which it is one: what is used, placed(world,context,node,credential,way), and taken.
std::string choice_of(const std::string& question, const std::string& facts, const std::string& working_folder);

}  // namespace oracle::answer_sets
