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
#include "runtime/queries/index_map.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/table/table.hpp"

namespace rung::queries {

// An index into Holdings::held, or one of these.
using Source = std::uint32_t;
inline constexpr Source from_rule = 0xFFFFFFFEu;    // an award earned by its own rule
inline constexpr Source from_taking = 0xFFFFFFFDu;  // taken in the path that is being judged
inline constexpr bool is_held(Source source) { return source < from_taking; }

enum class Passes : std::uint8_t { no, cannot_tell, yes };

struct Offer {                // `credential` may be counted at `node`, as `source`
  std::uint32_t node;
  std::uint32_t credential;
  Source source;
  friend auto operator<=>(const Offer&, const Offer&) = default;
};

struct CountedOffer : Offer {
  std::vector<std::uint32_t> stands_on;    // the ground credentials that it brings along, sorted; empty for a ground credential
};

// The choice by which an award's own rule holds.
struct Choice {
  std::vector<CountedOffer> counted;       // by node, then credential
  std::vector<std::uint32_t> stands_on;    // ground credentials, sorted
  std::vector<Offer> inside;               // what is counted within the rules of awards whose choice was made anew for this one
};

struct Terms {
  bool optimistic = false;    // what nobody stated is taken to be good enough: for telling "no" from "cannot tell"
  bool path = false;          // the question is about a path: see above
  bool all_gates = false;     // every gate is taken to be met
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

  void take(std::uint32_t credential) { taken_.set(credential, 1); }
  bool is_taken(std::uint32_t credential) const { return taken_.contains(credential); }

  void derive(std::uint32_t award, Choice choice);
  // nullptr unless the award is earned by its rule and not held.
  const Choice* derived(std::uint32_t award) const;
  std::span<const std::uint32_t> derived_in_order() const { return derived_; }

  bool has_gate(std::uint32_t gate) const;
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
  // The same for a ground credential that an award brings along.
  bool evidences_brought_along(std::uint32_t ground, const table::Developed& asked) const;
  // The ground credentials that come along: none for a ground credential itself.
  std::span<const std::uint32_t> stands_on(std::uint32_t credential, Source source) const;

  bool by_prior_learning(Source source) const { return rung::queries::is_held(source) && holdings_.held[source].by_prior_learning; }
  std::int32_t awarded(Source source) const { return rung::queries::is_held(source) ? holdings_.held[source].awarded : table::no_date; }

  // Adds the statements that `passes` would have needed to say yes.
  void lacking(std::uint32_t credential, Source source, std::uint32_t node, std::vector<Missing>& out) const;

  bool met_unknown() const { return met_unknown_; }
  void note_unknown() const { met_unknown_ = true; }

 private:
  template <class Note>
  Passes judge(std::uint32_t credential, Source source, std::uint32_t node, Note note) const;

  const Table& table_;
  const Holdings& holdings_;
  Terms terms_;
  IndexMap taken_, derived_at_;
  std::vector<std::uint32_t> derived_;
  std::vector<Choice> choices_;
  mutable bool met_unknown_ = false;
};

}  // namespace rung::queries
