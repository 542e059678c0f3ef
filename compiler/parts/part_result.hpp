// What the compiling of one part came to, and the same as bytes, for a cache.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::parts {

struct PartResult {
  std::vector<std::string> files;                      // paths, in the order of reading; then the built-in policies that were asked for ("policy osap")
  std::size_t files_read = 0;                          // how many of them are files
  std::vector<diagnostics::Diagnostic> diagnostics;    // sorted; a FileId is an index of `files`
  std::size_t errors = 0, warnings = 0;                // as reported
  std::string_view table;                              // bytes, 8-byte aligned, that lie elsewhere; empty when there are errors
  std::string unknown_policy, near_policy;             // as Assembled; such a result is not kept
};

std::string packed(const PartResult& result);
// None when the bytes are no result, or one of another version of these programs: of a diagnostic that there is no longer, say. `table` lies in `bytes`, which are 8-byte aligned.
std::optional<PartResult> unpacked(std::string_view bytes);

}  // namespace rung::parts
