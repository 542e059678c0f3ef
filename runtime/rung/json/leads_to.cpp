#include "runtime/learner/dates.hpp"
#include "runtime/rung/json/support.hpp"

namespace rung {

std::string json_leads_to(const Table& table, std::span<const std::uint32_t> from, std::int32_t on, const std::vector<Lead>& answer) {
  Json awards = Json::array();
  for (const Lead& lead : answer) {
    awards.push_back({{"credential", name_of(table, lead.credential)}, {"part", json_text(table.part_of(lead.node))}, {"steps", lead.steps}});
    if (lead.recognition != table::none) awards.back()["by_transfer"] = json_recognition(table, lead.recognition);
  }
  return printed({{"credentials", json_names(table, from)}, {"on", on == table::no_date ? Json() : Json(written_date(on))}, {"awards", std::move(awards)}});
}

}  // namespace rung
