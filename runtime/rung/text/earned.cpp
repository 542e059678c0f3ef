#include "runtime/rung/plain.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

// What is counted, a line for each named part, in the order of the rule.
std::string counted_lines(const Telling& in, const std::vector<Counted>& counted) {
  const Table& table = in.table;
  std::string out;
  for (std::size_t i = 0; i < counted.size();) {
    const std::string_view part = table.part_of(counted[i].node);
    std::vector<std::uint32_t> under;
    std::string recognised;
    for (; i < counted.size() && table.part_of(counted[i].node) == part; ++i) {
      const Counted& one = counted[i];
      if (one.recognition == table::none) under.push_back(one.credential);
      else recognised += (recognised.empty() ? "" : ", ") + filled(in.words.by_transfer_from, {title_of(in, one.credential), titles(in, table.list(table.recognitions()[one.recognition].sources)),
                                                                                                agreement_of(in, one.recognition)});
    }
    out += "    " + pair_of(in, part.empty() ? in.words.counted : part, titles(in, under) + (under.empty() || recognised.empty() ? "" : ", ") + recognised) + "\n";
  }
  return out;
}

}  // namespace

std::string text_earned(const Asked& asked, const Earned& answer, std::string_view language) {
  const Telling in(asked.table, language);
  const Table& table = asked.table;
  std::string out = head(in, asked);
  out += "\n" + std::string(answer.earned.empty() ? in.words.nothing_earned : in.words.earned) + "\n";
  for (const EarnedAward& award : answer.earned) {
    std::string line = called(in, award.credential);
    if (award.conferred) line = filled(in.words.conferred, {line});
    if (award.title != table::none) line = filled(in.words.called_by_what_counts, {line, plain(table.text(table.titles()[award.title].title))});
    out += "  " + line + "\n" + counted_lines(in, award.counted) + exception_lines(in, asked, award.exceptions, 4);
  }
  if (!answer.cannot_tell.empty()) out += "\n" + std::string(in.words.cannot_tell_heading) + "\n";
  for (const auto& [award, unstated] : answer.cannot_tell) out += "  " + pair_of(in, called(in, award), joined(statements(in, unstated))) + "\n";
  if (!answer.undecided.empty()) out += "\n" + std::string(in.words.undecided_heading) + "\n";
  for (const std::uint32_t award : answer.undecided) out += "  " + called(in, award) + "\n";
  return out + set_aside(in, asked);
}

}  // namespace rung
