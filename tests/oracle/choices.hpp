// Every choice there is: what is counted in one rule, and where ("When a rule holds" in docs/meaning.md).
//
// A credential can be counted as each of the learner's holdings of it, as an award earned by its own rule (then standing on each of the choices by which
// that rule holds), or, in a path, as taken. Each credential is counted nowhere or at one node, or at several that may share. What the
// oracle reads in the page:
// * An award that is held may also be counted as earned by its rule. (Else a conferral could take something away.)
// * An award never stands on itself, also where competencies lead back to it.
// * What an award brings along is, for a rule, evidence as the holding shows that was counted inside it; a credential that the record of a conferred
//   award names is evidence as the record has it, and as it states itself when the record only names it there.
#pragma once

#include <functional>
#include <memory>
#include <stdexcept>

#include "tests/oracle/framework.hpp"

namespace oracle {

// What is there to be counted.
struct World {
  const Framework& framework;
  const Learner& learner;
  bool path = false;                  // the question is about a path: what is new passes, as "What a path is" says
  bool all_gates = false;
  std::set<int> taken{}, earned{};    // earned: by rule
  // Of a path that is gone in some order; empty: nothing is known of an order, and what is taken is all taken at once.
  struct Turn {
    int begun, ended;                 // counted in ends of something: what begins in a turn begins after what ended in it
  };
  std::map<int, Turn> turns{};        // of what is taken
  std::set<int> begun{};              // what is taken, from the day on which it begins
  std::map<int, std::shared_ptr<const World>> earned_before{};   // awards that are refused by now, with the world in which they were not
  std::map<int, int> earned_in{}, refused_in{};   // turns, of awards

  bool held(int credential) const;     // and valid for sure
  bool has(int credential) const { return held(credential) || taken.contains(credential) || earned.contains(credential); }
};

// Whether a holding is valid on the day of the question: for sure; or as far as anybody can tell.
bool is_valid(const Framework& framework, const Learner& learner, const Holding& holding);
bool may_be_valid(const Framework& framework, const Learner& learner, const Holding& holding);

// The rule by which an award can be earned now; both null when no version is in force, or nobody knows which.
struct Rule {
  const Requirement* tree = nullptr;
  const std::vector<Condition>* conditions = nullptr;
};
Rule rule_of(const World& world, int award);

using Source = int;                   // a holding's number, or
inline constexpr Source by_rule = -1, by_taking = -2;
// … or a way in which a line of the agreement applies.
inline bool is_recognised(Source source) { return source <= -10; }
inline Source recognised_by(int line, int way) { return -(10 + line * 1000 + way); }
inline int line_of(Source source) { return (-source - 10) / 1000; }
// What a line rests on: each way of choosing an attempt for each of its sources.
struct Basis {
  bool anew = false, dated = false;
  int month = -1, grade = -1;
  std::set<int> taken{};              // those of its sources that are taken
};
std::vector<Basis> ways_of(const World& world, int line);
// A source used up by a line, among what comes along: it is in the way of itself, and of what another line makes of it.
inline int used_by(int line, int credential) { return 1000 * (line + 1) + credential; }
// Further marks of what comes along: a ground credential that a line gave, and an award that is counted on the way. They are in nobody's way.
inline int given_by(int line, int ground) { return 100'000 * (line + 1) + ground; }
inline int exempted(int ground) { return 5'000'000 + ground; }
inline int on_the_way(int award) { return 10'000'000 + award; }
inline int newly(int taken) { return 20'000'000 + taken; }   // it is there because this was taken
inline bool is_used(int ground) { return ground >= 1000; }
inline bool in_the_way(int one, int other) { return one < given_by(0, 0) && other < given_by(0, 0) && one % 1000 == other % 1000 && !(is_used(one) && is_used(other) && one / 1000 == other / 1000); }

// A ground credential that comes along with an award, and what its holding states it shows.
using Ground = std::pair<int, Level>;
using Standing = std::set<Ground>;

struct Counted {
  int credential;
  Source source;
  int node;                           // number in pre-order
  Standing brings;
};
using Choice = std::vector<Counted>;

// A requirement tree with its nodes numbered in pre-order.
struct Tree {
  struct Node {
    const Requirement* what;
    int parent;                       // -1: the root
    int end;                          // one past the last under it
  };
  std::vector<Node> nodes;
  int owner;

  Tree(const Requirement& root, int owner);
  int named(const std::string& part) const;
  bool under(int part, int node) const { return part <= node && node < nodes[part].end; }
};

// Thrown when there is more to try than a test has time for.
struct TooMuch : std::runtime_error {
  TooMuch() : std::runtime_error("too many choices for the oracle") {}
};
inline long steps_left = 400'000;     // each choice takes one

// Whether a node, and everything it lies in, is asked of this learner.
bool is_asked(const World& world, const Tree& tree, int node);

// Whether `credential`, counted as `source`, passes every floor from `node` up to the root.
bool passes(const World& world, const Tree& tree, int node, int credential, Source source);
// Whether it shows the competency to that level.
bool shows(const World& world, int credential, Level stated, int competency, Level to);
Level stated_by(const World& world, Source source);
std::vector<Source> sources(const World& world, int credential);
// What is taken for it.
std::set<int> taken_for(const World& world, const Counted& counted);

// Calls `visit` for every choice in which each ground credential is counted once, until it returns true. Whether it did.
bool each_choice(const World& world, int award, const std::set<int>& within, const std::function<bool(const Choice&)>& visit);
// Every set of ground credentials on which an earned award can stand. `within`: the awards it would be counted for.
std::set<Standing> standings(const World& world, int award, const std::set<int>& within);
// Each way of being counted as `source`: what it would bring along.
std::set<Standing> brings(const World& world, int credential, Source source, const std::set<int>& within);

}  // namespace oracle
