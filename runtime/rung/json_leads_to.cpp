#include "runtime/rung/json_support.hpp"

namespace rung {

std::string json_leads_to(const Table& table, std::span<const std::uint32_t> from, const std::vector<Lead>& answer) {
  Json awards = Json::array();
  for (const Lead& lead : answer) {
    awards.push_back({{"credential", name_of(table, lead.credential)}, {"part", json_text(table.part_of(lead.node))}, {"steps", lead.steps}});
    if (lead.recognition != table::none) awards.back()["by_transfer"] = json_recognition(table, lead.recognition);
  }
  return printed({{"credentials", json_names(table, from)}, {"awards", std::move(awards)}});
}

}  // namespace rung
