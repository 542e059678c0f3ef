#include "runtime/rung/text/support.hpp"

namespace rung {

std::string text_leads_to(const Table& table, std::uint32_t credential, std::int32_t on, const std::vector<Lead>& answer, std::string_view language) {
  const Telling in(table, language);
  std::string out = filled(answer.empty() ? in.words.counts_for_nothing : in.words.counts_towards, {called(in, credential)});
  if (on != table::no_date) out = filled(in.words.on_that_day, {out, day_of(in, on)});
  out += "\n";
  for (const Lead& lead : answer) {
    std::string line = called(in, lead.credential);
    if (const std::string_view part = table.part_of(lead.node); !part.empty()) line = filled(in.words.under_part, {line, part});
    if (lead.steps > 1) line = filled(in.words.away, {line, so_many(in, lead.steps, in.words.step)});
    if (lead.recognition != table::none) line = under_agreements(in, line, std::span(&lead.recognition, 1));
    out += "  " + line + "\n";
  }
  return out;
}

}  // namespace rung
