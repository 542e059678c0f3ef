// Whether an agreement recognises what a learner has: its dates, its floors and its freshness (docs/meaning.md, "What an institution recognises").
#pragma once

#include <cstdint>

#include "runtime/queries/fixed_point/supply.hpp"

namespace rung::queries {

// Why a recognition does not apply, or what it lacks.
enum class Obstacle : std::uint8_t {
  none,
  absent,          // a source is not there
  below_floor,
  too_old,
  not_in_force,    // the agreement, on the day that decides
};

struct Judgement {
  Basis basis;                             // verdict: no, cannot_tell (`basis.lacking` says what for) or yes
  Obstacle obstacle = Obstacle::none;
  std::uint32_t source = table::none;      // the credential that is in the way
};

// By what `supply` has: held, earned by its rule, or taken. Nothing that was itself recognised is recognised onward.
Judgement judge(const Supply& supply, std::uint32_t recognition);

// Whether a source could serve a line as the learner holds it, and when it is taken, or earned, on a path; by itself, whatever its other sources. What nobody stated serves when the terms say so.
struct Serves {
  bool held = false, anew = false;
};
Serves serves(const Supply& supply, std::uint32_t recognition, std::uint32_t source);
// Whether it gives anything to those who have its sources.
inline bool gives(const table::Recognition& line) { return line.kind != table::RecognitionKind::refusal && line.kind != table::RecognitionKind::entry; }

// What the line comes to for the learner: what `judge` says, and a refusal that speaks of what is there.
TransferVerdict verdict_of(const table::Recognition& recognition, const Judgement& judgement);

}  // namespace rung::queries
