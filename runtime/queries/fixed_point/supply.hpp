// What there is to count: what the learner holds, what is earned from it, and, in a path, what is taken; and which of it passes a node's floors.
//
// A credential may be there in several ways (retakes; held and taken again); each is a Source. An award that is earned but not conferred has no
// grade and states the achievement that its credential states; it counts as awarded on the day of the question. In a path all that
// is new is passed at whatever floor is asked, save what its credential is `awarded for` (docs/meaning.md, "What a path is").
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/learner/learner.hpp"
#include "runtime/queries/counting/amounts.hpp"
#include "runtime/queries/index_map.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/table/table.hpp"

namespace rung::queries {

// An index into Holdings::held, or first_recognised + an index of recognitions, or one of these.
using Source = std::uint32_t;
inline constexpr Source first_recognised = 0x80000000u;
inline constexpr Source from_rule = 0xFFFFFFFEu;    // an award earned by its own rule
inline constexpr Source from_taking = 0xFFFFFFFDu;  // taken in the path that is being judged
inline constexpr bool is_held(Source source) { return source < first_recognised; }
inline constexpr bool is_recognised(Source source) { return source >= first_recognised && source < from_taking; }
inline constexpr std::uint32_t recognition_of(Source source) { return source - first_recognised; }

enum class Passes : std::uint8_t { no, cannot_tell, yes };

struct Offer {                // `credential` may be counted at `node`, as `source`
  std::uint32_t node;
  std::uint32_t credential;
  Source source;
  friend auto operator<=>(const Offer&, const Offer&) = default;
};

// What floors look at.
struct Shown {
  bool anew = false;                       // taken in the path that is judged
  bool at_any_grade = false;               // and with whatever grade is asked for
  bool dated = false;                      // held, so that it has a date, stated or not
  std::int32_t awarded = table::no_date;
  std::int64_t grade = table::unknown;
  std::uint32_t grade_scale = table::none;
};

// What a recognition rests on, when it applies.
struct Basis {
  Passes verdict = Passes::no;             // cannot_tell: it was taken on trust
  // Of a single source, each attempt that the agreement is content with: the one that a floor needs serves. Of several sources one: no grade, and the last date.
  std::vector<Shown> ways;
  std::vector<std::uint32_t> uses;         // the sources and what they stand on, sorted: none of it is counted a second time
  std::vector<Missing> lacking;            // what was taken on trust
};

// A ground credential that a rule counts, or that an award counted there brings along.
struct GroundCounted {
  std::uint32_t ground;
  std::uint32_t recognition;               // recognitions: by which it is counted, or none
  std::uint32_t under;                     // what the rule itself counts: this ground credential, or the award that brings it
  friend auto operator<=>(const GroundCounted&, const GroundCounted&) = default;
};

struct CountedOffer : Offer {
  std::vector<std::uint32_t> stands_on;    // the ground credentials that it brings along, sorted; empty for a ground credential
  std::vector<std::uint32_t> adding;       // those of them that add to a sum: all but what an agreement exempts
};

// The choice by which an award's own rule holds.
struct Choice {
  std::vector<CountedOffer> counted;       // by node, then credential
  std::vector<std::uint32_t> stands_on;    // ground credentials, sorted
  std::vector<std::uint32_t> adding;       // those of them that add to a sum
  std::vector<std::uint32_t> uses;         // what was recognised as something that is counted, sorted
  std::vector<GroundCounted> grounds;      // sorted; this and `awards` are empty where nothing conferred was awarded for anything (Supply::conferred)
  std::vector<std::uint32_t> awards;       // counted here, or in the rule of one that is, or named by the record of one; sorted
  std::vector<Offer> inside;               // what is counted within the rules of awards whose choice was made anew for this one
  std::vector<std::uint32_t> taken;        // in an order of taking: what is taken for it, also for awards that it counts; sorted
};

struct Terms {
  bool optimistic = false;    // what nobody stated is taken to be good enough: for telling "no" from "cannot tell"
  bool path = false;          // the question is about a path: see above
  bool all_gates = false;     // every gate is taken to be met
  bool in_order = false;      // of a path: things are taken one after the other, and what is told apart by that is (`after`, bars, parts asked of holders); else all at once
};

class Supply {
 public:
  Supply(const Table& table, const Holdings& holdings, Terms terms) : table_(table), holdings_(holdings), terms_(terms) {}

  const Table& table() const { return table_; }
  const Holdings& holdings() const { return holdings_; }
  const Terms& terms() const { return terms_; }

  // The holdings of `credential`, as a range of indices into Holdings::held.
  table::Range held(std::uint32_t credential) const;
  bool is_held(std::uint32_t credential) const { return held(credential).count > 0; }
  bool is_award(std::uint32_t credential) const { return table_.credentials()[credential].rule != table::none; }

  // What is counted once and adds what it states: what has no rule, and an award that an agreement gives.
  bool is_ground(std::uint32_t credential, Source source) const { return !is_award(credential) || is_recognised(source); }

  bool is_unsure(std::uint32_t credential) const;   // held, and valid or expired; under optimistic terms it is held

  // The root of the rule by which an award is earned, or none (rule_of). Where the day that decides is not stated: none, and under optimistic terms the version
  // that is tried, the newest at first.
  std::uint32_t root_of(std::uint32_t award) const;
  // The same; none only when no version is in force: without a day the newest.
  std::uint32_t shown_root_of(std::uint32_t award) const;
  void try_version(std::uint32_t award, std::uint32_t root) { tried_.set(award, root); }
  // Conferrals whose record says what they were for, or that may have been for something, expired or not; by award.
  std::span<const Held* const> conferred() const;

  // What the learner is excused from: parts of the rule of `award` (and its prerequisites, node none); whether a node lies in such a part.
  std::span<const Excused> excused(std::uint32_t award) const;
  bool is_excused(std::uint32_t node) const;
  const Excused* excused_from_prerequisites(std::uint32_t credential) const;

  void take(std::uint32_t credential) { taken_.set(credential, turn_); }
  bool is_taken(std::uint32_t credential) const { return taken_.contains(credential); }
  // In an order of taking: turns are numbered from 0, what begins in a turn begins when all that ended in it, or before, has ended. What has begun counts as held where holders are asked or refused.
  void next_turn() { ++turn_; }
  void begin(std::uint32_t credential) { begun_.set(credential, turn_); }
  bool has_begun(std::uint32_t credential) const { return begun_.contains(credential); }
  std::uint32_t turn_begun(std::uint32_t credential) const { return begun_.find(credential); }   // none if it has not
  std::uint32_t turn_ended(std::uint32_t credential) const { return taken_.find(credential); }   // none if it is not taken
  // The turn in which the first began whose holders are refused the award, or none; and that in which the award, which is derived, was earned.
  std::uint32_t turn_refused(std::uint32_t award) const;
  std::uint32_t turn_earned(std::uint32_t award) const { return derived_in_turn_[derived_at_.find(award)]; }
  // Of what is taken, sorted: what it cannot be had without as `source`.
  std::vector<std::uint32_t> taken_for(std::uint32_t credential, Source source) const;
  // Whether it was there as `source` by the end of a turn.
  bool was_there(std::uint32_t credential, Source source, std::uint32_t turn) const;

  // A recognition that applies (recognition.hpp); a better basis replaces the one before.
  void recognise(std::uint32_t recognition, Basis basis);
  const Basis* recognised(std::uint32_t recognition) const;
  // none for what is not recognised.
  std::uint32_t agreement_of(Source source) const { return is_recognised(source) ? table_.recognitions()[recognition_of(source)].agreement : table::none; }
  bool is_exemption(Source source) const {
    return is_recognised(source) && table_.recognitions()[recognition_of(source)].kind == table::RecognitionKind::exemption;
  }
  // What was recognised so that this could be counted: the sources, or those of what an award stands on. Nothing of it is counted beside it.
  std::span<const std::uint32_t> uses(std::uint32_t credential, Source source) const;

  void derive(std::uint32_t award, Choice choice);
  // nullptr unless the award is earned by its rule and not held.
  const Choice* derived(std::uint32_t award) const;
  std::span<const std::uint32_t> derived_in_order() const { return derived_; }

  bool has_gate(std::uint32_t gate) const;
  // Whether a node is asked of this learner: it and everything that it lies in is meant for such learners, by what the record says, and no exception excuses from it.
  bool is_asked(std::uint32_t node) const;
  bool is_meant_for_learner(std::uint32_t node) const;
  bool recognised(const table::Developed& asked) const;

  Passes passes(std::uint32_t credential, Source source, std::uint32_t node) const;
  // Like passes(), with "cannot tell" decided by the terms; notes that it had to be.
  bool admits(std::uint32_t credential, Source source, std::uint32_t node) const;
  // Appends how `credential` may be counted at `node`: every way, or the first of the holdings and the new one.
  void offer(std::uint32_t node, std::uint32_t credential, bool every_holding, std::vector<Offer>& out) const;
  // Whether it may be counted at `node`: it passes the floors and, where competencies are asked for, shows one.
  bool fits(std::uint32_t credential, Source source, std::uint32_t node) const;

  // Whether counting `credential` so shows the competency, to the level that is asked for.
  bool evidences(std::uint32_t credential, Source source, const table::Developed& asked) const;
  // The same for a ground credential that an award, counted as `by`, brings along. What the record of a conferred award names is told by the record, expired or not.
  // Which holding an award was earned with is not kept: `surely`, whichever it was.
  bool evidences_brought_along(std::uint32_t ground, Source by, const table::Developed& asked, bool surely = false) const;
  // The ground credentials that come along: none for a ground credential itself.
  std::span<const std::uint32_t> stands_on(std::uint32_t credential, Source source) const;
  // Those of them that add to a sum: an exemption adds nothing, also to an award that stands on it.
  std::span<const std::uint32_t> adding(std::uint32_t credential, Source source) const;

  // What counting it so adds to a sum. `adding`: of an award.
  Sum adds(std::uint32_t credential, Source source, std::span<const std::uint32_t> adding, table::Measure measure, std::uint32_t unit) const {
    return is_exemption(source) ? Sum{} : amount_of(table_, credential, adding, measure, unit);
  }

  bool by_transfer(Source source) const { return rung::queries::is_held(source) && holdings_.held[source].by_transfer; }
  bool is_ungraded(Source source) const { return rung::queries::is_held(source) && holdings_.held[source].ungraded; }
  bool by_prior_learning(Source source) const { return rung::queries::is_held(source) && holdings_.held[source].by_prior_learning; }
  std::int32_t awarded(Source source) const;
  // The days on which it was awarded in the ways that serve at all of `nodes`, sorted; INT32_MAX for what is taken, which is later than all that is held. Empty when one of them
  // is not known: then it cannot show a wrong order.
  std::vector<std::int32_t> days(std::uint32_t credential, Source source, std::span<const std::uint32_t> nodes) const;

  // Adds the statements that `passes` would have needed to say yes.
  void lacking(std::uint32_t credential, Source source, std::uint32_t node, std::vector<Missing>& out) const;

  bool met_unknown() const { return met_unknown_; }
  void note_unknown() const { met_unknown_ = true; }

 private:
  bool serves(std::uint32_t recognition, std::uint32_t node) const;
  template <class Note>
  Passes judge(std::uint32_t credential, Source source, std::uint32_t node, Note note) const;
  template <class Note>
  Passes judge(const Shown& shown, table::Achievement achievement, bool graded, std::uint32_t valid_months, std::uint32_t node, Note note) const;
  bool shows(std::uint32_t credential, const Held* holding, const table::Developed& asked) const;

  const Table& table_;
  const Holdings& holdings_;
  Terms terms_;
  IndexMap taken_, begun_, derived_at_, recognised_at_, tried_;
  std::uint32_t turn_ = 0;
  std::vector<std::uint32_t> derived_, derived_in_turn_;
  std::vector<Choice> choices_;
  std::vector<Basis> bases_;
  mutable bool met_unknown_ = false;
  mutable bool conferred_known_ = false;
  mutable std::vector<const Held*> conferred_;
};

}  // namespace rung::queries
