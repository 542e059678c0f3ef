// What items of one problem compete for. Only what two items want, or one item twice, is worth watching.
#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {

void number_tokens(const Supply& supply, Problem& problem) {
  IndexMap wanted_by, numbers;   // token → the one item that wants it, or `several`
  constexpr std::uint32_t several = 0xFFFFFFFEu;
  const auto each = [&](auto visit) {
    for (std::uint32_t i = 0; i < problem.items.size(); ++i) {
      const Item& item = problem.items[i];
      if (item.inner_scope != table::none) continue;
      for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) {
        const Source source = problem.options[o].source;
        if (supply.is_ground(item.credential, source)) visit(i, o, item.credential, table::none);
        for (const std::uint32_t ground : supply.stands_on(item.credential, source)) visit(i, o, ground, table::none);
        const std::uint32_t recognition = is_recognised(source) ? recognition_of(source) : table::none;
        for (const std::uint32_t used : supply.uses(item.credential, source)) visit(i, o, used, recognition);
      }
    }
  };
  each([&](std::uint32_t i, std::uint32_t, std::uint32_t ground, std::uint32_t) {
    const std::uint32_t before = wanted_by.find(ground);
    if (before != i) wanted_by.set(ground, before == table::none ? i : several);
  });
  each([&](std::uint32_t, std::uint32_t o, std::uint32_t ground, std::uint32_t recognition) {
    if (wanted_by.find(ground) != several) return;
    if (!numbers.contains(ground)) numbers.set(ground, problem.token_count++);
    Option& option = problem.options[o];
    if (option.tokens.count++ == 0) option.tokens.first = size_of(problem.tokens);
    problem.tokens.push_back({numbers.find(ground), recognition});
  });
}

}  // namespace rung::queries
