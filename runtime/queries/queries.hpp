// The questions an office asks, one file each beside this one. docs/meaning.md says what each answer means.
//
// All are pure: the same table, record and question give the same answer on every machine. Exact search is limited in steps, never in time;
// where the limit stops a proof the answer says so (`proven`). Indices in answers are the table's (format.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/learner/learner.hpp"
#include "runtime/table/table.hpp"

namespace rung {

struct WorkLimit {
  std::uint64_t steps = 4'000'000;
};

// ---- which rule ------------------------------------------------------------------------------------------------------------
// The rule by which an award can be earned: of a rule with versions the one in force on the day of the question, or, where the award says so, on the day
// on which the learner entered it.
struct RuleOf {
  std::uint32_t root = table::none;        // nodes; none when no version is in force on that day, when the day is not stated, and of what is taken
  std::uint32_t version = table::none;     // versions; none as well for a rule that is always in force
  bool day_unknown = false;                // nobody stated the day that decides
};
RuleOf rule_of(const Table&, const Holdings&, std::uint32_t award);
// The version in force on a day, or none.
std::uint32_t version_on(const Table&, std::uint32_t award, std::int32_t day);

// One credential counted, and the node of the rule that counts it. `stands_on` says what an award brings along (ground credentials).
struct Counted {
  std::uint32_t credential;
  std::uint32_t node;
  std::int64_t credits;                    // millionths of the credential's own unit, or table::unknown
  std::vector<std::uint32_t> stands_on;    // sorted; empty for a ground credential
  std::uint32_t recognition = table::none; // recognitions: what it is counted by, when it is not held
};

// Something nobody stated that a verdict would have needed.
struct Missing {
  std::uint32_t credential;                // whose statement, or whose holding
  std::string what;                        // "credits", "hours", "grade", "achievement", "date", "term", "subject", "institution", "what it was awarded for", "the day of the question"
};

// ---- earned ----------------------------------------------------------------------------------------------------------------
struct EarnedAward {
  std::uint32_t credential;
  bool conferred;                          // the record holds it; `counted` is then what the record names
  std::vector<Counted> counted;            // sorted by node, then credential
  std::uint32_t title = table::none;       // titles: what it is called by what is counted; none: as it is called always
  std::vector<std::uint32_t> exceptions{}; // that it rests on: indices into Learner::exceptions, sorted
};
struct Earned {
  std::vector<EarnedAward> earned;         // awards (credentials with a rule), by name
  std::vector<std::uint32_t> undecided;    // awards whose proof the work limit stopped
  std::vector<std::pair<std::uint32_t, std::vector<Missing>>> cannot_tell;  // awards that only missing statements keep away
  bool proven = true;
};
Earned earned(const Table&, const Holdings&, WorkLimit = {});

// ---- missing ---------------------------------------------------------------------------------------------------------------
enum class Verdict : std::uint8_t { unmet, partly, met, cannot_tell };
struct NodeState {
  std::uint32_t node;                      // nodes
  Verdict verdict;
  std::uint32_t have;                      // how many members, child nodes or competencies hold
  std::int64_t have_amount;                // amount nodes: millionths counted; else 0
  std::vector<std::uint32_t> counted;      // credentials counted directly under this node, sorted
  std::vector<std::uint32_t> recognised{}; // recognitions by which some of them are counted, sorted
  std::uint32_t exception = table::none;   // index into Learner::exceptions: it is met because the learner is excused from it, or from a part it lies in
};
struct ConditionState {
  std::uint32_t condition;                 // conditions
  Verdict verdict;
  std::int64_t have;                       // millionths counted of what the condition bounds; an average, in percent or points: unknown when nothing has a grade
  std::int64_t need;                       // the bound, after rounding for a share
};
// The choice shown leaves the fewest parts unmet; among those, counts the most; among those, the first by name.
struct MissingAnswer {
  bool earned;
  bool cannot_tell;
  bool undecided;                          // the work limit stopped the search before it was known whether it is earned
  RuleOf rule;                             // that was asked. When the day that decides is not stated the newest version is shown
  std::vector<NodeState> nodes;            // one for each node of the rule, in the table's order; none when no version is in force
  std::vector<ConditionState> conditions;
  std::vector<NodeState> prerequisites;    // likewise for the prerequisites' tree
  // Statements nobody made: with them it might be earned (cannot_tell), or, where more is missing, what the learner has might serve in a part that does not hold.
  std::vector<Missing> statements;
  bool proven = true;
};
MissingAnswer missing(const Table&, const Holdings&, std::uint32_t award, WorkLimit = {});

// The same after `taken` (credentials) has been taken too, as a path takes it: each as soon as its prerequisites hold, passed at whatever floor, and fresh.
struct MissingAfter {
  MissingAnswer answer;
  std::vector<std::uint32_t> not_taken;    // those whose prerequisites never held, sorted
};
MissingAfter missing_after(const Table&, const Holdings&, std::uint32_t award, std::span<const std::uint32_t> taken, WorkLimit = {});

// ---- paths -----------------------------------------------------------------------------------------------------------------
enum class Cost : std::uint8_t { credits, fee, hours, weeks, count };
struct PathCost {
  std::int64_t credits = 0, hours = 0, weeks = 0;            // millionths; credits in the award's unit
  std::vector<std::pair<std::uint32_t, std::int64_t>> fees;  // currency, millionths; by currency
  std::uint32_t count = 0;
  std::uint32_t at_least = 0;                                // bit 1 << Cost: that cost is "at least"
};
struct Step {
  std::uint32_t credential;
  std::uint32_t node;                      // the node of the award's rule that counts it, or table::none for a prerequisite
};
struct Path {
  PathCost cost;
  std::vector<Step> steps;                 // in an order in which every prerequisite holds
  std::vector<std::uint32_t> gates;        // gates the learner does not meet and this path needs, sorted
  std::vector<std::uint32_t> earns;        // awards earned on the way, the last one included, sorted
  std::vector<std::uint32_t> exceptions{}; // that it rests on: indices into Learner::exceptions, sorted
  std::vector<std::uint32_t> recognised{}; // recognitions by which something, taken or had already, is counted, or something that is only taken as a prerequisite serves as one, sorted
};
struct PathsQuestion {
  std::uint32_t award;
  Cost by = Cost::credits;
  std::uint32_t k = 3;
  bool gates_allowed = true;
  WorkLimit limit;
  std::vector<Cost> then{};                // ways that cost the same by the costs before it are told apart by each of these in turn
  bool compromises = false;                // instead: every way than which no other is better by one of `by` and `then` and no worse by the others (the Pareto set), at most k
};
struct Paths {
  std::vector<Path> paths;                 // best first; one empty path when the award is earned already
  bool proven = true;                      // these are the best k
  std::int64_t bound = 0;                  // no path costs less (in `by`'s unit, millionths; count: millionths of one)
  bool complete = false;                   // there are no more paths than these
  std::vector<Missing> statements;         // statements nobody made, without which a rule or a holding was left out, or, where there is no path, with which there might be one
  std::uint64_t steps = 0;                 // that the search took, of its limit
};
Paths paths(const Table&, const Holdings&, const PathsQuestion&);

// ---- nearest ---------------------------------------------------------------------------------------------------------------
struct NearestQuestion {
  Cost by = Cost::credits;
  std::uint32_t k = 5;
  bool gates_allowed = true;
  std::vector<std::uint32_t> institutions{};           // issued by one of these; none named: by anybody
  std::vector<table::CredentialType> types{};          // of one of these; none named: of any
  WorkLimit limit{};                       // of each award's search; of all of them together k times as much, and ten times at the least
};
struct NearAward {
  std::uint32_t award;
  Path path;                               // the best one, or, when that is not proven, one that was found
  bool proven = true;                      // as in Paths, and so is the bound
  std::int64_t bound = 0;
  std::vector<Missing> in_doubt{};         // statements nobody made: with them it might be earned already
  std::vector<Missing> statements{};       // as in Paths
};
enum class LeftOut : std::uint8_t {
  barred,                                  // `by` is held, and its holders are refused
  no_version,                              // no version of its rule is in force, or nobody stated the day that decides
  unattainable,                            // there is no way
  undecided                                // the work limit came before a way was found
};
struct LeftOutAward {
  std::uint32_t award;
  LeftOut why;
  std::vector<std::uint32_t> by{};
};
struct Nearest {
  std::vector<NearAward> nearest;          // the closest first; of equal cost by name
  std::vector<std::uint32_t> earned;       // of those asked about, sorted
  std::vector<LeftOutAward> left_out;      // by name: all that are barred or without a version, and what turned out to be out of reach where the search came by
  bool complete = true;                    // these are the closest, in this order; when they are fewer than asked for, there are no others
  // When it is not complete: nothing that is neither listed nor left out costs less than this, in `by`'s unit as that award has it; none when nothing is known.
  std::uint32_t bound_of = table::none;
  std::int64_t bound = 0;
  std::uint32_t currency = table::none;    // by fee: the one in which most of the table states its fees; awards in another come after
  std::uint32_t looked_into = 0;           // awards for which ways were looked for
};
Nearest nearest(const Table&, const Holdings&, const NearestQuestion&);

// What one line of an agreement makes of what the learner has.
enum class TransferVerdict : std::uint8_t { recognised, cannot_tell, refused, below_floor, too_old, not_in_force, incomplete };

// ---- why not ---------------------------------------------------------------------------------------------------------------
// Why something that the learner has does not serve at a place.
enum class Reason : std::uint8_t {
  below_grade, below_achievement, too_old, expired, cannot_tell,   // of the holding
  not_recognised,                          // an agreement would recognise it, but for what `transfer` says
  counted_elsewhere,                       // it serves, and is needed for another of the facts
  not_evidence                             // it shows none of the competencies that are asked for
};
struct Blemish {
  std::uint32_t credential;                // what the learner has; of an agreement the source
  std::uint32_t node;                      // where it would serve
  Reason reason;
  std::uint32_t floor = table::none;       // below_grade, below_achievement, too_old: the node whose floor it is, `node` or one around it
  std::int64_t grade = table::unknown;     // below_grade: what it has, as Held
  std::uint32_t recognition = table::none; // not_recognised: the line
  TransferVerdict transfer = TransferVerdict::incomplete;
  std::vector<Missing> statements{};       // cannot_tell: statements nobody made
};
enum class FactKind : std::uint8_t {
  part,                                    // `index`: a node of its rule that does not hold, or not together with the others
  condition,                               // `index`: a condition of its rule
  prerequisite,                            // `index`: a node of its prerequisites
  bar,                                     // `index`: a credential that is held, and whose holders are refused
  no_version                               // no version of its rule is in force, or it cannot be told which is
};
struct Fact {
  FactKind kind;
  std::uint32_t index = table::none;
  std::uint32_t have = 0;                  // part, prerequisite: how many members, competencies or parts hold
  std::int64_t have_amount = 0;            // of an amount: millionths
  std::vector<Blemish> blemishes{};        // by credential: what the learner has of it in vain
};
// Facts that keep the award away together: no other facts are needed for that, and none of these could be left out.
using Obstruction = std::vector<Fact>;
struct WhyNot {
  bool earned = false;
  bool cannot_tell = false;                // statements nobody made might open the way
  // The smallest first; no fact is in two of them. The way is open when the facts of all of them are gone. Empty when it is earned, when it has no rule and no prerequisites
  // that do not hold, and when the work limit stopped the search (`proven`).
  std::vector<Obstruction> in_the_way;
  std::vector<Path> opens;                 // the cheapest way to the award by credits, where there is one: what to take, at whatever floor, and gates to meet
  bool proven = true;
};
WhyNot why_not(const Table&, const Holdings&, std::uint32_t award, WorkLimit = {});

// ---- transfers -------------------------------------------------------------------------------------------------------------
struct Transfer {
  std::uint32_t recognition;               // recognitions
  TransferVerdict verdict;
  std::uint32_t source = table::none;      // the credential that is in the way
  std::vector<Missing> statements;         // cannot_tell: statements nobody made
};
struct Transfers {
  std::vector<Transfer> transfers;         // of every line of which the learner has a source; in the table's order
  std::vector<std::uint32_t> unmentioned;  // what the learner has of other institutions and no line speaks of, sorted
  bool proven = true;
};
Transfers transfers(const Table&, const Holdings&, std::uint32_t institution, WorkLimit = {});

// ---- leads to --------------------------------------------------------------------------------------------------------------
struct Lead {
  std::uint32_t credential;                // the award
  std::uint32_t node;                      // the node of its rule under which it counts
  std::uint32_t steps;                     // 1: directly
  std::uint32_t recognition = table::none; // recognitions: the agreement by which it gets there, where one is needed for the last step
};
// Every award that one of `from` can count towards, directly or through others: one entry an award and part, fewest steps; by steps, then name.
// `on`: by the versions of rules, and the agreements, of that day; no_date: by any.
std::vector<Lead> leads_to(const Table&, std::span<const std::uint32_t> from, std::int32_t on = table::no_date);

// ---- impact ----------------------------------------------------------------------------------------------------------------
// What one learner has of an award under one table.
enum class Entitlement : std::uint8_t { no_award, not_earned, cannot_tell, undecided, earned };   // no_award: the table has none of that name
struct Change {
  std::string award;                       // its name in both tables
  std::uint32_t before = table::none, after = table::none;   // credentials of each table; none where it has none of that name
  Entitlement was = Entitlement::no_award, is = Entitlement::no_award;
  std::vector<Missing> was_lacking{}, is_lacking{};          // cannot_tell: statements nobody made, of each table's credentials
  bool loses() const { return was == Entitlement::earned && (is == Entitlement::not_earned || is == Entitlement::no_award); }
  bool gains() const { return is == Entitlement::earned && (was == Entitlement::not_earned || was == Entitlement::no_award); }
};
// What two tables say differently of one learner, by name: what is lost, what is gained, and what cannot be told under one of them. `before` and `after`: the same record, bound to each.
// Awards are the same when their names are. Both limits are `limit`.
std::vector<Change> impact(const Table& old_table, const Holdings& before, const Table& new_table, const Holdings& after, WorkLimit limit = {});

}  // namespace rung
