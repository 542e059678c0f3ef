// Where the answers go: a file, or standard output. Whole lines are written, and what a run has written stays when it is stopped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/result.hpp"

namespace rung::audit {

class Output {
 public:
  // Standard output.
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  // What an earlier run has left in a file.
  struct Kept {
    std::uint64_t lines = 0, bad = 0;      // whole lines; those of them that are errors
  };

  // Writes to a file from here on: what was in it is gone, or, to `resume`, its whole lines are kept and half a line at its end is cut off. Errors: "unwritable-file";
  // "usage" when another run writes to it, or when it is also `input` (a file descriptor).
  Result<Kept> open(const std::string& path, bool resume, int input);

  // Everything, or false (`problem`). Of a file that cannot take all of it, the whole lines are kept.
  bool write(std::string_view lines);
  // False when what was written may not have arrived.
  bool close();
  // errno of what failed, or 0.
  int problem() const { return problem_; }

 private:
  int handle_ = 1;
  bool is_file_ = false;                   // of which something can be cut off
  int problem_ = 0;
};

}  // namespace rung::audit
