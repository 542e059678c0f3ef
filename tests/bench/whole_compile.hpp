// A whole compilation, from text to a table's bytes, in this process or in one of its own.
#pragma once

#include <cstdint>
#include <string>

namespace bench {

struct Compilation {
  double seconds = 0;             // from text to bytes; making the text is not in it
  double cpu_seconds = 0;         // the same, as the processor counts it: it is alike on a machine that others use too
  std::uint64_t peak_bytes = 0;   // the most memory that the process had, its text included
  std::uint64_t text_bytes = 0, table_bytes = 0;
  std::uint32_t credentials = 0;
};

// The table of that text. Throws std::logic_error when it has an error.
std::string table_of(const std::string& name, std::string text);

// Runs this very program again, to compile a registry of that size. So the memory is that of one compilation alone.
Compilation compile_apart(std::uint32_t credentials, std::uint64_t seed);

// What that other process does: compiles, and prints the Compilation for `compile_apart` to read.
int compile_here(std::uint32_t credentials, std::uint64_t seed);

inline constexpr const char* apart_option = "--compile-a-registry";

}  // namespace bench
