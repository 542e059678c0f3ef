// Some way to fill everything, quickly: no proof that it is the cheapest, but it often is, and a search may then leave out what costs as much.
#pragma once

#include "runtime/queries/ways/filling/rents.hpp"

namespace rung::queries::filling {

class Builder {
 public:
  Builder(const Filling& filling, const Decisions& decisions);

  // Begins with what the parts want at their rents and mends it part by part for as long as that makes it cheaper. Nothing (Filled::exists) when that leads nowhere.
  Filled build(const Rents& rents);

 private:
  bool fill_all(const Rents& rents);
  bool fill(std::uint32_t part);
  bool improve(std::uint32_t part);
  void empty(std::uint32_t part);
  std::int64_t close();
  bool close_need(std::uint32_t need);
  void let_go();

  const Filling& filling_;
  const Decisions& decisions_;
  std::vector<std::uint32_t> at_;          // by credential: the part where it is counted, or nobody
  std::vector<char> had_;                  // by credential, after close()
  std::vector<std::int64_t> price_;        // by credential: what filling looks at
  std::vector<std::int64_t> at_least_;     // by credential: with the cheapest of what it needs
  std::vector<std::uint32_t> by_tightness_, open_, order_;

  Cover cover_;                            // of the part that is being filled: things are entries
};

}  // namespace rung::queries::filling
