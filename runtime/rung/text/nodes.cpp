// What a node of a rule asks for, in a few words; and what is missing, by its kind.
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

using table::Choice;
using table::NodeKind;

// "2 of 3", "at least 2 of 3", "all of 3", "any of 3": how many of `all` things a node asks for.
std::string so_many_of(const Telling& in, const table::Node& node, std::uint32_t all, const words::Noun& noun) {
  if (node.choice == Choice::all && all == 1) return so_many(in, 1, noun);
  const words::Word pattern = node.choice == Choice::all                          ? in.words.all_of
                              : node.choice == Choice::exactly && node.need == 1 ? in.words.any_of
                              : node.choice == Choice::at_least                  ? in.words.at_least_so_many_of
                                                                                 : in.words.so_many_of;
  return filled(pattern, {std::to_string(node.need), one_or_more(in, node.need, noun), std::to_string(all), one_or_more(in, all, noun)});
}

std::uint32_t parts_of(const Table& table, std::uint32_t group) {
  std::uint32_t count = 0;
  for (std::uint32_t child = group + 1; child < table.nodes()[group].end; child = table.nodes()[child].end) ++count;
  return count;
}

}  // namespace

std::string node_asks(const Telling& in, std::uint32_t number) {
  const Table& table = in.table;
  const table::Node& node = table.nodes()[number];
  switch (node.kind) {
    case NodeKind::group: return so_many_of(in, node, parts_of(table, number), in.words.part);
    case NodeKind::members: return so_many_of(in, node, node.members.count, in.words.credential);
    case NodeKind::competencies: return so_many_of(in, node, node.asked.count, in.words.competency);
    case NodeKind::gate: return filled(in.words.gate, {gate_title(in, table.list(node.members)[0])});
    default: return filled(in.words.at_least, {amount_of(in, node.amount, unit_of(table, node.measure, node.unit))});
  }
}

std::string grade_text(const Telling& in, std::int64_t grade, std::uint32_t scale) {
  const Table& table = in.table;
  if (scale == table::none || table.scales()[scale].kind == table::ScaleKind::percent) return percent_in(in.locale, grade);
  const auto pairs = table.list(table.scales()[scale].grades).subspan(2 * static_cast<std::size_t>(grade), 2);
  return std::string(table.text({pairs[0], pairs[1]}));
}

LackNames lack_names(const Telling& in) {
  const words::Words& words = in.words;
  return {words.lacks_any,         words.lacks_exactly,      words.lacks_at_least,  words.lacks_credits, words.lacks_hours,        words.lacks_credentials,
          words.lacks_competencies, words.lacks_condition, words.lacks_version, words.lacks_prerequisite, words.lacks_by_bar};
}

}  // namespace rung
