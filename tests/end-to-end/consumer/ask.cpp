// Opens the table named on the command line and says how many awards food-safety leads to.
#include <iostream>

#include <runtime/queries/queries.hpp>

int main(int, char** argv) {
  const auto table = rung::Table::open(argv[1]);
  if (!table) {
    std::cerr << table.error().message << '\n';
    return 1;
  }
  const auto credential = table->resolve_credential("shared.food-safety");
  if (!credential) return 1;
  const std::uint32_t from[] = {*credential};
  for (const rung::Lead& lead : rung::leads_to(*table, from)) std::cout << table->text(table->credentials()[lead.credential].name) << '\n';
  return 0;
}
