// What a change of agreements means for people: who was recognised and is not any more, and the other way about.
#pragma once

#include "compiler/change/things.hpp"

namespace rung::change {

struct AgreementChange {
  Thing thing;                             // with the terms and lines that differ
  Effect effect = Effect::none;
  // Somebody whom a line recognised before, and after nothing of that institution's gives the same; and the other way about. By the new names, no smaller record is.
  std::optional<Learner> loses, gains;
  std::uint32_t lost_line = table::none, gained_line = table::none;   // recognitions of the table before, of the table after
  bool loss_proven = true, gain_proven = true;                        // as Change
  bool limits_more = false, limits_less = false;                      // of what it gives less, or more, may be counted

  bool is_change() const { return thing.fate != Fate::kept || !thing.differ.empty(); }
  bool does_lose() const { return loses || limits_more; }
  bool may_lose() const { return does_lose() || !loss_proven; }
};

// Every agreement of either table, by name. `day`: of the question; none: any day on which something may differ is tried, `some_day` first.
std::vector<AgreementChange> agreement_changes(const Tables& tables, std::optional<std::int32_t> day, std::int32_t some_day);

}  // namespace rung::change
