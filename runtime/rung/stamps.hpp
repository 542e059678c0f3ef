// Stamps: files that say which tables were verified, so that a large one is not read through for every question.
//
// One file a table, in the user's own cache folder (XDG_CACHE_HOME, else ~/.cache: rung/verified), which may be deleted at any time. A stamp holds the file's identity as the system knows
// it and the version of this program, and fits only the very file, unchanged. It is not believed when anybody else could have written it: the folder and the stamp have to be the user's own
// and writable by nobody else. Nothing fails for want of a stamp.
#pragma once

#include <cstdint>
#include <string>

#include "runtime/table/table.hpp"

namespace rung {

class Stamps : public VerifiedBefore {
 public:
  // Of tables of at least so many bytes: smaller ones are verified faster than a stamp is found.
  static constexpr std::uint64_t worth_it = std::uint64_t{8} << 20;

  explicit Stamps(std::string folder = usual_folder(), std::uint64_t least_size = worth_it);

  bool knows(const FileIdentity& file) const override;
  // Declines for a file that was written within the last two seconds: a change within one tick of the clock would not show.
  void remember(const FileIdentity& file) override;

  // Empty when the environment names none.
  static std::string usual_folder();

 private:
  std::string path_of(const FileIdentity& file) const;
  std::string folder_;
  std::uint64_t least_size_;
};

}  // namespace rung
