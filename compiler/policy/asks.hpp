// What a rule can ask, one function a kind, each in a file of its name. They answer the plain question ("its workload is at most 12 weeks"); must, must not and
// may are weighed in judge.cpp.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compiler/graph/graphs.hpp"
#include "compiler/policy/policy.hpp"
#include "compiler/value/value.hpp"

namespace rung::policy {

using diagnostics::Arguments;
using diagnostics::Phrase;
using value::Evidence;

struct Found {
  Answer answer = Answer::holds;
  std::vector<Evidence> evidence;
  std::vector<std::pair<Phrase, Arguments>> help;
};

// What the questions look at.
struct Context {
  const model::Model& model;
  std::optional<Day> on;
  value::Judge worth;
  graph::Graph counted_by;                   // from each credential to the awards whose rules can count it
  graph::Graph leads_to;                     // the same, and from what an agreement recognises to what it counts as

  std::string name(const std::string& qualified) const { return model::shown_name(model, qualified); }
};

// A rule that asks it, of a policy, and the words of the rule's own language for what it names.
struct Question {
  const Policy& policy;
  const Rule& rule;
  std::string printed(Word word) const { return std::string(grammar::Vocabulary::of("en")->printed(word)); }
};

Found ask_amount(const Context&, const Question&, const model::Credential&);         // workload, credits, fee, level, pass mark, validity
Found ask_number(const Context&, const Question&, std::uint32_t credential);         // competencies, evidence, parts, assessments
Found ask_words(const Context&, const Question&, const model::Credential&);          // delivery, pace, awarded for, purpose, kind, issuer type …
Found ask_title(const Question&, const model::Named&);
Found ask_review(const Context&, const model::Credential&, const Rule&);
Found ask_worth(const Context&, const Question&, std::uint32_t credential);
Found ask_towards(const Context&, const Question&, std::uint32_t credential);        // counts towards so many
Found ask_size(const Context&, std::uint32_t credential);                            // smaller than what it counts towards
Found ask_fewer(const Context&, std::uint32_t credential);                           // develops less than that
Found ask_subset(const Context&, std::uint32_t credential);                          // develops a part of that
Found ask_assessments(const Context&, std::uint32_t credential);                     // shares an assessment with that
Found ask_taking(const Context&, const model::Credential&);                          // takes away what it counts
Found ask_sharing(const Context&, const model::Credential&);                         // shares what it counts with other awards

// An answer of one sentence, and one remedy at most.
inline Found told(Answer answer, Span span, Phrase phrase, Arguments arguments = {}) { return {answer, {{phrase, std::move(arguments), span}}, {}}; }
inline Found mended(Found found, Phrase help, Arguments arguments = {}) {
  found.help.emplace_back(help, std::move(arguments));
  return found;
}
inline Answer answer_of(bool holds) { return holds ? Answer::holds : Answer::fails; }

}  // namespace rung::policy
