// A learner who has an award by one side's rules and not by the other's: the smallest there is.
//
// A learner who holds more never has less, so that only smallest records have to be tried: sets of credentials, fewest first, by which the award is had on the one side. Each is tried with the best of grades and the
// latest of days, and then with the worst that are still good enough; with certificates conferred in place of what they are made of; and with each set of gates.
#pragma once

#include "compiler/change/side.hpp"

namespace rung::change {

struct Witness {
  std::optional<Learner> learner;          // names are the new ones
  bool proven = false;                     // without a learner: there is none; else: none holds fewer credentials
};

// `day` (days since 1970-01-01): of the question and, at the latest, of all that is held. `award`: its number on each side; without a second there is no such award there.
Witness find_witness(const Side& has, std::uint32_t award, const Side& lacks, std::optional<std::uint32_t> there, std::int32_t day);

}  // namespace rung::change
