// What a node of a rule asks for, in a few words.
#include "runtime/rung/text_support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

using table::Choice;
using table::NodeKind;

// "2 of 3", "at least 2 of 3", "all of 3", "any of 3": how many of `all` things a node asks for.
std::string so_many_of(const table::Node& node, std::uint32_t all, const words::Noun& noun) {
  if (node.choice == Choice::all && all == 1) return so_many(1, noun);
  if (node.choice == Choice::all) return std::string(words::all_of) + so_many(all, noun);
  if (node.choice == Choice::exactly && node.need == 1) return std::string(words::any_of) + so_many(all, noun);
  return std::string(node.choice == Choice::at_least ? words::at_least : "") + std::to_string(node.need) + std::string(words::of) +
         so_many(all, noun);
}

std::uint32_t parts_of(const Table& table, std::uint32_t group) {
  std::uint32_t count = 0;
  for (std::uint32_t child = group + 1; child < table.nodes()[group].end; child = table.nodes()[child].end) ++count;
  return count;
}

}  // namespace

std::string node_asks(const Table& table, std::uint32_t number) {
  const table::Node& node = table.nodes()[number];
  switch (node.kind) {
    case NodeKind::group: return so_many_of(node, parts_of(table, number), words::part);
    case NodeKind::members: return so_many_of(node, node.members.count, words::credential);
    case NodeKind::competencies: return so_many_of(node, node.asked.count, words::competency);
    case NodeKind::gate: return std::string(words::gate) + gate_title(table, table.list(node.members)[0]);
    default: return std::string(words::at_least) + amount_of(node.amount, unit_of(table, node.measure, node.unit));
  }
}

std::string grade_text(const Table& table, std::int64_t grade, std::uint32_t scale) {
  if (scale == table::none || table.scales()[scale].kind == table::ScaleKind::percent) return table::decimal(grade) + "%";
  const auto pairs = table.list(table.scales()[scale].grades).subspan(2 * static_cast<std::size_t>(grade), 2);
  return std::string(table.text({pairs[0], pairs[1]}));
}

}  // namespace rung
