// A framework and a learner as the oracle sees them: plain values, small enough to try everything.
//
// The oracle is a second, slow reading of docs/meaning.md. It is written from that page and shares no line with the runtime, so that where the two
// disagree one of them has misread it. Everything is named by its place in a vector. All dates are the fifteenth of a month, so a month's number is
// a date. Amounts are hundredths of a credit, hour, week or dollar.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace oracle {

using Amount = std::optional<long>;   // none: nobody stated it

enum class Level { unstated, participation, competence, mastery };
enum class Form { group, members, amount, competencies, gate };
enum class Many { all, exactly, at_least };
enum class Measure { credits, hours, credentials };

// Of whom it is asked, by what the record says.
enum class Asked { of_all, of_holders, unless_held, with_gate, without_gate };

struct Requirement {
  Form form = Form::group;
  Many many = Many::all;
  int need = 0;                       // exactly, or at least, so many
  long amount = 0;                    // amount: at least so much …
  Measure measure = Measure::credits;
  std::vector<int> of;                // credentials, competencies, or the one gate
  Level to = Level::unstated;         // competencies: to this level
  std::vector<Requirement> parts;     // group
  std::string name;
  std::vector<std::string> after;     // names of parts
  int grade = -1;                     // floors, and "nothing older than"; -1, unstated and 0: none
  Level floor = Level::unstated;
  int months = 0;
  Asked asked_of = Asked::of_all;
  std::vector<int> whom;              // credentials, or the one gate
};

enum class Limit {
  total, share, amount_from, at_most_from, at_most_prior, may_share,
  at_most_transfer, at_most_ungraded, at_most_each, distinct, average, last_from,
  shared, new_share, new_amount
};
enum class Both { alone, larger, smaller };   // of a share and an amount
enum class Key { issuer, subject, term, tag };
enum class Rounding { exact, up, down, nearest };
struct Condition {
  Limit limit;
  long amount = 0;                    // share: percent
  Measure measure = Measure::credits;
  std::vector<int> of{};              // at_most_from: credentials; shared: awards, none for any
  int issuer = -1;                    // share, amount_from
  Rounding rounding = Rounding::exact;
  std::vector<std::string> parts{};   // may_share
  bool of_share = false;              // at_most_…: `amount` is a percentage, as it always is in a share
  int divisor = 1;                    // of the percentage
  Both both = Both::alone;
  long other = 0;                     // the amount beside the share
  std::string in{};                   // the part of the rule that it speaks of; empty: all of it
  Key key = Key::issuer;              // at_most_each, distinct
  std::vector<int> tags{};            // distinct: only these; empty: any
  // distinct: `amount` of them. average: `amount` percent; credits weigh, or all alike when the measure is credentials.
};

// A version of a rule, in force from the first to the last of these months; -1: since ever, open.
struct Version {
  Requirement rule;
  std::vector<Condition> conditions;
  int first = -1, last = -1;
};

struct Credential {
  Amount credits, hours, weeks, fee;
  bool in_ects = false;               // how the credits are written; two ECTS are one credit
  Level awarded_for = Level::unstated;
  std::vector<std::pair<int, Level>> develops;
  std::vector<int> subjects, tags;
  int issuer = 0;
  std::optional<Requirement> rule;    // its root is all of its parts; of a rule with versions the newest
  std::vector<Condition> conditions;
  std::vector<Version> versions;      // of a rule that states its days: all of them, by time
  bool when_entered = false;          // the version in force when the learner entered decides
  int valid_months = 0;               // 0: nothing stated
  std::optional<Requirement> prerequisite;
  std::vector<int> withheld_from, surrenders;
  int most_awards = 0;                // counts towards at most so many; 0: any number
};

enum class Recognised { credit, prerequisite, exemption };
// One line of the one agreement, from the first issuer to the second. Sources are taken, never earned by a rule.
struct Line {
  Recognised as = Recognised::credit;
  std::vector<int> sources, targets;
  int grade = -1;
};

struct Framework {
  std::vector<Credential> credentials;
  std::vector<Line> lines;
  int line_months = 0;                // nothing older than; 0: no limit
  Amount line_limit;                  // at most so many credits of what the agreement gives are counted in one award
  int competencies = 0, gates = 0, issuers = 2;
};

struct Holding {
  int credential;
  int grade = -1;                     // percent; -1: not stated
  int month = -1;                     // -1: not stated
  Level achievement = Level::unstated;
  bool prior_learning = false;
  std::vector<int> counted{};         // of an award: the ground credentials that the record names
  int expires = -1;                   // the month of its last valid day; -1: as the credential says
  int term = -1;                      // -1: not stated
  bool ungraded = false, transferred = false;
};

struct Learner {
  std::vector<Holding> holdings;
  std::vector<std::pair<int, Level>> recognised;   // competencies
  std::set<int> gates;
  std::set<std::pair<int, std::string>> exceptions;   // of an award the part that is waived; no name: its prerequisites
  int today = -1;
  std::map<int, int> entered{};       // award, and the month in which it was entered
};

// The learner without what is surrendered: who holds an award no longer has what it surrenders.
Learner left(const Framework& framework, const Learner& learner);

}  // namespace oracle
