#include "runtime/queries/titles.hpp"

namespace rung::queries {

std::uint32_t title_of(const Closure& closure, std::uint32_t award, Work& work, Choice& choice) {
  const Table& table = closure.supply().table();
  const table::Range titles = table.credentials()[award].titles;
  for (std::uint32_t title = titles.first; title < titles.first + titles.count; ++title) {
    if (table.titles()[title].root != closure.supply().root_of(award)) continue;   // of another version
    Problem problem;
    if (!lay_out(closure.supply(), closure, award, true, {}, work, problem, table.titles()[title].conditions)) return table::none;
    Assignment assignment(closure.supply(), problem, work);
    const Outcome outcome = assignment.decide();
    if (outcome == Outcome::undecided) work.stopped = true;
    if (outcome != Outcome::met) continue;
    choice = assignment.choice();
    return title;
  }
  return table::none;
}

}  // namespace rung::queries
