// What a change of rules means for people, award by award: decided on meaning, so that another order, another way to write the same, or a declared rename is no change.
#pragma once

#include "compiler/change/side.hpp"
#include "compiler/model/model.hpp"

namespace rung::change {

enum class Effect : std::uint8_t { none, easier, harder, different };   // harder: somebody loses; easier: somebody gains; different: both
enum class Fate : std::uint8_t { kept, renamed, removed, added };

inline Effect effect_of(bool harder, bool easier) { return harder && easier ? Effect::different : harder ? Effect::harder : easier ? Effect::easier : Effect::none; }
inline Fate fate_of(bool was, bool is, bool same_name) { return !is ? Fate::removed : !was ? Fate::added : same_name ? Fate::kept : Fate::renamed; }

struct Change {
  std::string award, was;                  // its name, and the name before; either is empty where there is no such award
  std::string title;
  Effect effect = Effect::none;
  Fate fate = Fate::kept;
  std::optional<Learner> loses, gains;     // somebody entitled before and not after, and the other way about; no smaller record is
  // Whether it is certain: that nobody loses, or that nobody holds less and loses; and so for gains.
  bool loss_proven = true, gain_proven = true;

  bool means_something() const { return effect != Effect::none || !loss_proven || !gain_proven; }   // or that it means nothing is not proven
  bool is_change() const { return fate != Fate::kept || means_something(); }
  bool does_lose() const { return loses.has_value(); }
  bool may_lose() const { return does_lose() || !loss_proven; }
};

// What `after` declares to have had other names. Of names that it keeps, none.
Renamed renamed(const model::Model& after);

// Every award of either table, by name. `day` (days since 1970-01-01): of the question, and of what witnesses hold.
std::vector<Change> changes(const Tables& tables, std::int32_t day);

}  // namespace rung::change
