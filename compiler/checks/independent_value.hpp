// Independent value: a microcredential is worth something alone, whatever it stacks into. One function an aspect, each in a file of its name; each answers for any
// credential from the graph and the declared evidence, never from a claim. What is reported of which credential is in independent_value.cpp.
// Source: the principle of Making Sense of Microcredentials (Higher Education Quality Council of Ontario, 2021).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/checks/facts.hpp"
#include "compiler/checks/verdict.hpp"
#include "compiler/checks/ways.hpp"

namespace rung::checks {

using value::Answer;
using value::Aspect;
using value::Evidence;
using value::Verdict;

class Beneath;
class Validity;
class Crutches;

// What the aspects look at, and what some of them work out for all credentials at once, when it is first asked for.
class Worth {
 public:
  explicit Worth(const Facts& facts);
  ~Worth();

  Verdict verdict(std::uint32_t credential, Aspect aspect) const;

  const Facts& facts;
  const model::Model& model;
  mutable Ways ways;                                   // scratch for questions; answers do not depend on it
  const Beneath& beneath() const;
  const Validity& validity() const;
  const Crutches& crutches() const;
  // The credentials that take `id` away from its holders, each with the place that says so.
  const std::vector<model::Reference>& takers(std::uint32_t id) const { return takers_[id]; }
  // The credentials besides `id` that develop what `developed` says, as far as that or further: it itself, what is stated to be exactly the same, or what
  // it is a part of (`broader`), unless that is stated at a lower level. Ascending.
  std::vector<std::uint32_t> others_developing(std::uint32_t id, const model::Developed& developed) const;

 private:
  std::vector<std::vector<model::Developed>> developers_;          // by competency: credentials (as `competency`) and how far
  std::vector<std::vector<std::uint32_t>> same_;                   // by competency: those with an address in common, exactly
  std::vector<std::vector<model::Reference>> takers_;              // by credential
  mutable std::unique_ptr<Beneath> beneath_;
  mutable std::unique_ptr<Validity> validity_;
  mutable std::unique_ptr<Crutches> crutches_;
};

Verdict discrete(const Worth&, std::uint32_t credential);
Verdict assessed(const Worth&, std::uint32_t credential);
Verdict outcome(const Worth&, std::uint32_t credential);
Verdict stands_alone(const Worth&, std::uint32_t credential);
Verdict not_hollow(const Worth&, std::uint32_t credential);
Verdict not_a_slice(const Worth&, std::uint32_t credential);
Verdict not_consumed(const Worth&, std::uint32_t credential);
Verdict outlives_the_stack(const Worth&, std::uint32_t credential);
Verdict added_benefit(const Worth&, std::uint32_t credential);
Verdict no_mutual_crutch(const Worth&, std::uint32_t credential);

// What outcome.cpp finds stated; empty when nothing is.
std::vector<Evidence> stated_outcomes(const model::Model& model, std::uint32_t credential);

// A verdict of one sentence.
inline Verdict because(Answer answer, source::Span span, Phrase phrase, diagnostics::Arguments arguments = {}) {
  return {answer, {{phrase, std::move(arguments), span}}, {}};
}

}  // namespace rung::checks
