// rung-nation FOLDER [CREDENTIALS [SEED]]: writes a nation's registry as files (nation.hpp).
#include <cstdio>
#include <cstdlib>
#include <exception>

#include "tests/bench/nation.hpp"

int main(int count, char** arguments) {
  if (count < 2 || count > 4) {
    std::fprintf(stderr, "rung-nation FOLDER [CREDENTIALS [SEED]]\n");
    return 2;
  }
  try {
    const auto credentials = count > 2 ? static_cast<std::uint32_t>(std::strtoul(arguments[2], nullptr, 10)) : bench::whole_nation;
    const bench::Nation nation = bench::make_nation(credentials, count > 3 ? std::strtoull(arguments[3], nullptr, 10) : bench::usual_seed);
    const std::uint64_t bytes = bench::write_nation(nation, arguments[1]);
    std::printf("%u credentials of %zu providers, %llu bytes\n", nation.credentials, nation.providers.size(), static_cast<unsigned long long>(bytes));
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "rung-nation: %s\n", problem.what());
    return 2;
  }
}
