// Independent value of credentials, asked one at a time: for policies, for `rungc value`, and for the quality label.
//
//   value::Judge judge(compiled.model);
//   const value::Verdict found = judge.verdict(credential, value::Aspect::stands_alone);
//   if (found.answer == value::Answer::fails) …
//
// Any credential may be asked about, of whatever type; the compiler's own checks report on microcredentials (and on awards of every type where `added-benefit`
// is concerned). A credential that is no part of anything stands alone; one that is made of nothing adds what it is.
//
// Answers come from the graph and from declared evidence, never from a claim such as `stacks into`. They do not depend on the order of declarations or of questions.
#pragma once

#include <memory>

#include "compiler/checks/verdict.hpp"
#include "compiler/model/model.hpp"

namespace rung::value {

// Keeps a reference to the model, which has to stay. What several questions need is worked out once.
class Judge {
 public:
  explicit Judge(const model::Model& model);
  ~Judge();

  // `credential`: an index into Model::credentials.
  Verdict verdict(std::uint32_t credential, Aspect aspect) const;
  // The worst of all aspects: what `must have independent value` asks.
  Answer whole(std::uint32_t credential) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace rung::value
