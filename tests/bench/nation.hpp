// A nation's registry as files, a file a provider, for measuring. Nothing in it is real but its shape: Credential Engine counted 1,850,034 unique credentials in the United States for 2025,
// of which 1,022,028 badges, 486,352 certificates and 264,099 degrees, from 134,000 providers. The rest are courses, microcredentials and licences here.
//
// Most providers have a handful of credentials and a few have a thousand. Badges, courses and a part of the rest are taken; a third of the certificates and degrees state of what they are made.
// One provider in twenty has an agreement with another one, whose file it uses.
//
// The same number and seed give the same files on every machine, and they compile without an error.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/bench/registry.hpp"

namespace bench {

struct Provider {
  std::string file;                // "p1200/p1234.rung": a thousand files a folder are as many as a file system likes
  std::string text;
};

struct Nation {
  std::vector<Provider> providers;
  std::uint32_t credentials = 0;
  std::vector<std::string> taken, awards;      // names: every hundredth
};

inline constexpr std::uint32_t whole_nation = 1'850'034;

// Exactly so many credentials, and as many providers in proportion.
Nation make_nation(std::uint32_t credentials, std::uint64_t seed = usual_seed);

// Writes them under a folder. Returns how many bytes.
std::uint64_t write_nation(const Nation& nation, const std::string& folder);

}  // namespace bench
