// A bound from below on what a Filling costs, as what is decided stands: nothing cheaper exists.
//
// That each credential is counted once is what makes filling hard, so it is not demanded but priced: parts pay the credential's cost and a *rent* for it, and each rent is given back once. So
// too with needs: who owns one pays a *toll* for it, which its members get. For given rents and tolls each part is filled by itself, exactly; what all
// pay together, less what is given back, is a bound (a Lagrangian one). Rents and tolls are raised where more than one part wants the same credential and lowered where none does, which
// raises the bound; every step is in whole numbers, so that the bound is the same on every machine. Where amounts differ in size it is at least as strong as linear programming's.
#pragma once

#include "runtime/queries/ways/filling/cover.hpp"
#include "runtime/queries/ways/filling/decisions.hpp"
#include "runtime/queries/work.hpp"

namespace rung::queries::filling {

// Rents and tolls, to be kept while other decisions are tried.
struct RentsAndTolls {
  std::vector<std::int64_t> rents, tolls;
};

class Rents {
 public:
  Rents(const Filling& filling, const Decisions& decisions);

  // Raises the bound until it shows that nothing costs less than `limit`, or for so many rounds, or until it rises no more. False when the work limit stopped it.
  bool raise(std::int64_t limit, std::uint32_t rounds, Work& work);
  // Nothing costs less. Of the last raise(), as are the following.
  std::int64_t bound() const { return (best_ + scale_ - 1) / scale_; }

  // Decides what any filling that costs less than `limit` must have in common, as far as the rents show it. False when there is no such.
  bool decide_what_must_be(std::int64_t limit, Decisions& decisions);

  // How many parts want the credential.
  std::uint32_t wanted_by(std::uint32_t credential) const { return wanted_[credential]; }
  bool is_wanted(std::uint32_t entry) const { return chosen_[entry] != 0; }
  std::int64_t rent(std::uint32_t credential) const { return now_.rents[credential]; }
  std::int64_t toll(std::uint32_t need) const { return now_.tolls[need]; }
  // What a part pays, in any unit.
  std::int64_t price(std::uint32_t credential) const { return price_[credential]; }
  // Whether it is had as the rents see it.
  bool is_had(std::uint32_t credential) const;

  const RentsAndTolls& now() const { return now_; }
  void set(const RentsAndTolls& rents) { now_ = rents; }

 private:
  void begin();
  std::int64_t evaluate();
  std::int64_t fill(std::uint32_t part);
  std::int64_t fill_by_count(std::uint32_t part, std::int32_t open);
  void gather_open(std::uint32_t part, std::uint32_t without = nobody);
  bool step(std::int64_t value, std::int64_t aim, std::int64_t share);

  const Filling& filling_;
  const Decisions& decisions_;
  std::int64_t scale_ = 1;
  RentsAndTolls now_, best_rents_;
  std::int64_t best_ = 0;
  std::vector<std::int64_t> net_, price_;               // by credential, times scale_
  std::vector<std::uint32_t> wanted_;                   // by credential
  std::vector<char> chosen_;                            // by entry
  std::vector<std::int64_t> part_pays_, last_of_;       // by part; last_of_: for parts that count, the dearest that it pays
  std::vector<char> changed_;                           // by part: to be filled anew
  std::vector<std::int64_t> rent_way_, toll_way_;       // the direction, times 8
  std::vector<std::uint32_t> movable_;                  // credentials whose rent may move
  std::vector<std::uint32_t> live_needs_;
  std::vector<std::uint32_t> tolled_;                   // credentials that own or help a need

  Cover cover_;                                         // of the part that is being filled: things are entries
};

}  // namespace rung::queries::filling
