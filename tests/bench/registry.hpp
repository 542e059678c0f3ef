// The text of a framework file that is shaped like a real registry, for measuring: many providers, each with schools; in each school badges,
// courses and microcredentials that are taken, and certificates, diplomas and a degree made of them by the rules that colleges use.
//
// The same size and seed give the same text on every machine, and it compiles without an error.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

inline constexpr std::uint64_t usual_seed = 20261124;

struct Registry {
  std::string text;
  std::uint32_t credentials = 0;
  std::vector<std::string> taken;     // names (qualified) of what has no rule, school by school
  std::vector<std::string> awards;    // names of certificates, diplomas and degrees
};

// At least `credentials` of them: providers are whole.
Registry make_registry(std::uint32_t credentials, std::uint64_t seed = usual_seed);

// 34 of a school's credentials are taken and 6 are awards.
inline constexpr std::uint32_t taken_in_school = 34, awards_in_school = 6, schools_of_provider = 6;

}  // namespace bench
