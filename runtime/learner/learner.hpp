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

struct Holding {
  bool is_competency = false;          // recognised learning of a competency, rather than a credential
  std::string name;                    // qualified: "northfield.metrology"
  std::string grade;                   // "91%", "B+"; empty: not stated
  std::string achievement;             // "participation", "competence", "mastery"; empty: not stated. For a competency: to which level
  std::string by;                      // "prior-learning", or empty
  std::string awarded;                 // "2025-05-01"; empty: not stated. For a competency: when it was recognised
  std::vector<std::string> counted;    // a conferred award: the ground credentials it was awarded for
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
  std::vector<Exception> exceptions{};
};

// A part of a record that a table could not use.
struct SetAside {
  std::uint32_t holding;               // index into Learner::holdings, or into gates when `is_gate`, or into exceptions when `is_exception`
  bool is_gate;
  std::string reason;                  // unknown- or ambiguous-credential, -competency or -gate; bad-date, bad-grade, bad-achievement, bad-by,
                                       // not-yet-awarded, surrendered, bad-exception
  std::string message;
  bool is_exception = false;
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
  std::vector<std::uint32_t> may_have_counted{};   // awarded_for.hpp; empty when `counted` says it
};

// An exception, bound to a table.
struct Excused {
  std::uint32_t award;
  std::uint32_t node;                  // nodes: the part of its rule, which need not hold, nor need what is under it; none: its prerequisites
  std::uint32_t exception;             // index into Learner::exceptions
};

struct Holdings {
  std::vector<Held> held;                       // sorted by credential, then by what they say
  std::vector<table::Developed> recognised;     // competencies by prior learning, sorted by competency, best only
  std::vector<std::uint32_t> gates;             // sorted
  std::int32_t on = table::no_date;             // the day of the question
  std::vector<Excused> excused{};               // sorted by award, then node; of two alike the first of the record
  std::vector<SetAside> set_aside;              // in the order of the record
};

// `on` (a date, or empty) overrides the record's own. What was awarded after that day is set aside (not-yet-awarded). A holding whose
// date, grade or achievement cannot be read is set aside whole, with the reason; of an award, a name in `counted` that cannot be used is set
// aside alone. Names are whole ("northfield.metrology") or, where only one name ends so, the last part ("metrology"). Recognised learning that
// states no achievement is to competence. Time is linear in the record and the table, and their product never matters. On a framework's scale of
// percentages a grade is "91%", "91" or "91.5%"; on its own scale it is one of its grades, letter for letter. Where a framework declares no
// grades, "91%" is a percentage all the same (grade_scale is none), and any other grade is kept as unknown. What a held credential
// surrenders is set aside. An exception that names no approver or no reason, or that cannot be bound, is set aside (bad-exception). Errors: "bad-date" when the day of
// the question itself cannot be read.
Result<Holdings> bind(const Table& table, const Learner& learner, const std::string& on = {});

}  // namespace rung
