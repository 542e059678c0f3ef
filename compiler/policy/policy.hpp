// A policy: somebody's rules over frameworks, named, dated and sourced. It is data to the compiler; a jurisdiction is added by writing a file
// (policies/, or any framework file). What its rules mean is in docs/policies.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/checks/verdict.hpp"
#include "compiler/model/model.hpp"
#include "grammar/words.hpp"

namespace rung::policy {

using grammar::Word;
using model::Amount;
using model::Day;
using source::Span;
using value::Answer;
using value::Aspect;

// Of the modal verbs: must is an error when it fails, should a warning, may a note.
enum class Modal : std::uint8_t { must, should, may };

struct Source {
  std::string text;                          // as the author wrote it; empty: none stated
  std::optional<Day> retrieved;
};

// Millionths; an end that is not stated is open. `below` and `above` leave their end out.
struct Bound {
  std::optional<Amount> least, most;
  bool without_least = false, without_most = false;
  bool holds(model::Wide value, model::Wide scale) const {   // value / scale within the bound; scale > 0
    if (least && (value < *least * scale || (without_least && value == *least * scale))) return false;
    return !most || value < *most * scale || (!without_most && value == *most * scale);
  }
  bool within(const Bound& other) const;     // whatever is within this is within the other
};

// Whom a section speaks of.
struct Subjects {
  std::vector<model::CredentialType> types;  // sorted; empty with all flags false never occurs
  bool credentials = false, awards = false;  // of any type; awards are those that have a stacking rule
  bool agreements = false, frameworks = false;
  std::vector<std::string> issuers, regions, countries, tags;   // each empty: no matter
  bool covers(const Subjects& other) const;  // whether everything that `other` speaks of is spoken of here
};

struct Rule {
  std::string name;                          // its label, or one made from what it asks; distinct within its policy
  bool labelled = false;
  Modal modal = Modal::must;
  bool forbids = false;                      // must not, should not
  bool excuses = false;                      // need not: what it names may be left out
  Word asks = Word::none;                    // as the syntax tree says (grammar/tree.hpp, asks)
  Bound bound;
  Word unit = Word::none;                    // hours, weeks, ects, credits, months, years; or what is counted
  std::vector<Word> words;                   // values, fields, or the type that it counts towards
  std::vector<std::string> texts;            // of state, titled with, issuer type; the currency of a fee
  std::vector<Aspect> aspects;               // of independent value; all when none is named
  bool when_awarded = false;                 // stated in a learner's credential, not in a framework
  bool unverified = false;                   // known by hearsay only: never an error
  std::string because;
  Source source;
  std::size_t section = 0;                   // whom: Policy::sections
  std::string written;                       // "must have workload at most 12 weeks"
  Span span;                                 // of that
};

struct Policy {
  std::string name, title, url;
  std::vector<std::pair<std::string, std::string>> descriptions;   // language or empty, text
  std::vector<std::string> notes;
  std::vector<Source> sources;
  std::vector<model::Stated<std::string>> refines;
  std::optional<Day> in_force_from, in_force_to;
  bool proposed = false;                     // not in force anywhere: its musts are warnings
  Amount credit_hours = table::unknown, ects_hours = table::unknown;   // of one credit, when the policy says
  std::vector<Subjects> sections;
  std::vector<Rule> rules;                   // as written
  Span span;                                 // of its name
  bool built_in = false;
  bool broken = false;                       // it has a syntax error: known by its name alone, so that who names it is not blamed

  bool in_force(Day on) const { return (!in_force_from || *in_force_from <= on) && (!in_force_to || on <= *in_force_to); }
};

// "from 2018-08-01 to 2022-11-30"; "always" when no day is stated.
std::string when_in_force(const Policy& policy);
// The source of a rule: its own, else the first of its policy; may be empty.
const Source& source_of(const Policy& policy, const Rule& rule);
// How much a rule weighs: unverified rules and those of a proposal are warnings at most.
diagnostics::Severity severity(const Policy& policy, const Rule& rule);

}  // namespace rung::policy
