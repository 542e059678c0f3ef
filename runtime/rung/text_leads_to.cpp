#include "runtime/learner/dates.hpp"
#include "runtime/rung/text_support.hpp"

namespace rung {

std::string text_leads_to(const Table& table, std::span<const std::uint32_t> from, std::int32_t on, const std::vector<Lead>& answer) {
  std::vector<std::string> names;
  for (const std::uint32_t credential : from) names.push_back(called(table, credential));
  std::string out = joined(names) + " " + std::string(from.size() == 1 ? words::counts_towards : words::count_towards);
  if (on != table::no_date) out = std::string(words::on_that_day) + written_date(on) + ", " + out;
  if (answer.empty()) return out + " " + std::string(words::no_award) + "\n";
  out += "\n";
  for (const Lead& lead : answer) {
    out += "  " + called(table, lead.credential);
    if (const std::string_view part = table.part_of(lead.node); !part.empty()) out += std::string(words::under_part) + std::string(part);
    if (lead.steps > 1) out += ", " + so_many(lead.steps, words::step) + std::string(words::away);
    if (lead.recognition != table::none) out += under_agreements(table, std::span(&lead.recognition, 1));
    out += "\n";
  }
  return out;
}

}  // namespace rung
