#include "runtime/rung/plain.hpp"
#include "runtime/rung/text_support.hpp"

namespace rung {
namespace {

// What is counted, a line for each named part, in the order of the rule.
std::string counted_lines(const Table& table, const std::vector<Counted>& counted) {
  std::string out;
  for (std::size_t i = 0; i < counted.size();) {
    const std::string_view part = table.part_of(counted[i].node);
    std::vector<std::uint32_t> under;
    std::string recognised;
    for (; i < counted.size() && table.part_of(counted[i].node) == part; ++i) {
      if (counted[i].recognition == table::none) under.push_back(counted[i].credential);
      else recognised += (recognised.empty() ? "" : ", ") + title_of(table, counted[i].credential) + std::string(words::by_transfer) + std::string(words::from) +
                         titles(table, table.list(table.recognitions()[counted[i].recognition].sources)) + std::string(words::under).substr(1) +
                         agreement_of(table, counted[i].recognition);
    }
    out += "    " + std::string(part.empty() ? words::counted : part) + (part.empty() ? "" : ": ") + titles(table, under) +
           (under.empty() || recognised.empty() ? "" : ", ") + recognised + "\n";
  }
  return out;
}

}  // namespace

std::string text_earned(const Asked& asked, const Earned& answer) {
  const Table& table = asked.table;
  std::string out = head(asked);
  out += "\n" + std::string(answer.earned.empty() ? words::nothing_earned : words::earned) + "\n";
  for (const EarnedAward& award : answer.earned) {
    out += "  " + called(table, award.credential) + (award.conferred ? ", " + std::string(words::conferred) : "");
    if (award.title != table::none) out += std::string(words::titled) + plain(table.text(table.titles()[award.title].title));
    out += "\n";
    out += counted_lines(table, award.counted) + exception_lines(asked, award.exceptions, 4);
  }
  if (!answer.cannot_tell.empty()) out += "\n" + std::string(words::cannot_tell_heading) + "\n";
  for (const auto& [award, unstated] : answer.cannot_tell) {
    out += "  " + called(table, award) + ": " + joined(statements(table, unstated)) + "\n";
  }
  if (!answer.undecided.empty()) out += "\n" + std::string(words::undecided_heading) + "\n";
  for (const std::uint32_t award : answer.undecided) out += "  " + called(table, award) + "\n";
  return out + set_aside(asked.holdings);
}

}  // namespace rung
