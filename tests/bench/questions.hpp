#pragma once

#include <cstdint>

namespace bench {

// The questions are one benchmark a question and table, so they are registered in loops rather than written out.
void register_questions();
void register_audit();
void register_random_paths();

inline constexpr std::uint64_t random_learners_seed = 20261124;

}  // namespace bench
