// What one person holds, as a record says it (Learner) and as a table knows it (Holdings).
//
// A Learner is plain data: the program `rung` fills it from JSON, another program from its own student system. `bind` reads it
// against a table; what the table does not know is set aside and said, never dropped in silence.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/table/table.hpp"

namespace rung {

class BindingMemory;

struct Holding {
  bool is_competency = false;          // recognised learning of a competency, rather than a credential
  std::string name;                    // qualified: "northfield.metrology"
  std::string grade;                   // "91%", "B+"; empty: not stated
  std::string achievement;             // "participation", "competence", "mastery"; empty: not stated. For a competency: to which level
  std::string by;                      // "prior-learning", "transfer", "ungraded" (pass or no pass), or empty
  std::string awarded;                 // "2025-05-01"; empty: not stated. For a competency: when it was recognised
  std::vector<std::string> counted;    // a conferred award: the ground credentials it was awarded for
  std::string expires{};                // "2028-05-01", the last day on which it is valid; empty: as the credential says
  std::string term{};                  // the term of study in which it was taken, in the institution's own words: "2026-fall"; empty: not stated
};

// What somebody with the right to has excused the learner from.
struct Exception {
  std::string award;                   // qualified; with `prerequisite` any credential
  std::string part;                    // of its rule, by name
  bool prerequisite = false;           // its prerequisites instead of a part
  std::string by, because;             // who approved it, and why; both are needed
  std::string on;                      // "2026-02-01"; empty: not stated
};

struct Learner {
  std::string id;                      // may be empty
  std::string on;                      // the day of the question, "2026-10-01"; empty: not stated
  std::vector<Holding> holdings;
  std::vector<std::string> gates;
  std::vector<std::pair<std::string, std::string>> entered;   // award and day: when the learner entered it
  std::vector<Exception> exceptions{};
};

// A part of a record that a table could not use.
struct SetAside {
  std::uint32_t holding;               // index into Learner::holdings, or into gates when `is_gate`, into entered when `is_entry`,
                                       // or into exceptions when `is_exception`
  bool is_gate;
  std::string reason;                  // unknown- or ambiguous-credential, -competency or -gate; bad-date, bad-grade, bad-achievement, bad-by,
                                       // not-yet-awarded, expired, surrendered, bad-exception; of an entry not-yet-entered, no-award
  std::string message;                 // in English
  bool is_entry = false;
  bool is_exception = false;
  std::vector<Saying> sayings{};       // the same, to be said in any language: one after the other
};

// One holding of a credential, bound to a table.
struct Held {
  std::uint32_t credential;
  std::uint32_t holding;               // index into Learner::holdings
  std::int32_t awarded;                // days since 1970-01-01, or table::no_date
  std::int64_t grade;                  // as Node::grade_floor, or table::unknown
  std::uint32_t grade_scale;           // scales; none when the grade is unknown, or is a percentage and the framework declares no grades
  table::Achievement achievement;      // as the holding states, else as the credential does
  bool by_prior_learning;
  std::vector<std::uint32_t> counted;  // credentials, sorted
  bool achievement_stated = false;     // the holding itself states the achievement, and so overrides what the credential develops
  bool by_transfer = false, ungraded = false;
  std::uint32_t term = table::none;    // Holdings::terms, or none
  // Whether it is valid on the day of the question cannot be told, because nobody stated …
  bool lacks_date = false;             // … when it was awarded
  bool lacks_day = false;              // … the day of the question
  bool is_unsure() const { return lacks_date || lacks_day; }
  std::vector<std::uint32_t> may_have_counted{};   // awarded_for.hpp; empty when `counted` says it
};

// An exception, bound to a table.
struct Excused {
  std::uint32_t award;
  std::uint32_t node;                  // nodes: the part of its rule, which need not hold, nor need what is under it; none: its prerequisites
  std::uint32_t exception;             // index into Learner::exceptions
};

struct Holdings {
  std::vector<Held> held;                       // valid on the day of the question; sorted by credential, then by what they say
  std::vector<Held> unsure;                     // valid or expired, that cannot be told; sorted likewise
  std::vector<Held> expired;                    // as if they were not held; what a conferred award names in `counted` is still told by them
  std::vector<table::Developed> recognised;     // competencies by prior learning, sorted by competency, best only
  std::vector<table::Developed> recognised_unsure;   // likewise, of those that state an expiry when nobody states the day of the question
  std::vector<std::pair<std::uint32_t, std::int32_t>> entered;   // award and day, sorted
  std::vector<std::uint32_t> gates;             // sorted
  std::vector<std::uint32_t> declared;          // the gates that the record itself names, sorted: a question may assume more of them to be met
  std::vector<std::string> terms;               // sorted, distinct
  std::int32_t on = table::no_date;             // the day of the question
  std::vector<Excused> excused{};               // sorted by award, then node; of two alike the first of the record
  std::vector<SetAside> set_aside;              // in the order of the record
};

// The same with what cannot be told taken to be good enough: what is unsure is held.
Holdings trusting(const Holdings& holdings);

// `on` (a date, or empty) overrides the record's own. What was awarded after that day is set aside (not-yet-awarded), and so is what had expired. A holding whose
// date, grade or achievement cannot be read is set aside whole, with the reason; of an award, a name in `counted` that cannot be used is set
// aside alone. Names are whole ("northfield.metrology") or, where only one name ends so, the last part ("metrology"). Recognised learning that
// states no achievement is to competence. Time is linear in the record and the table, and their product never matters. On a framework's scale of
// percentages a grade is "91%", "91" or "91.5%"; on its own scale it is one of its grades, letter for letter. Where a framework declares no
// grades, "91%" is a percentage all the same (grade_scale is none), and any other grade is kept as unknown. What a held credential
// surrenders is set aside. An exception that names no approver or no reason, or that cannot be bound, is set aside (bad-exception). Errors: "bad-date" when the day of
// the question itself cannot be read.
// `memory` (binding_memory.hpp), for many records against one table: the same answer, sooner.
Result<Holdings> bind(const Table& table, const Learner& learner, const std::string& on = {}, BindingMemory* memory = nullptr);

}  // namespace rung
