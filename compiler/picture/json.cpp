#include <array>

#include <nlohmann/json.hpp>

#include "compiler/picture/picture.hpp"

namespace rung::picture {

std::string as_json(const Table& table, const Picture& picture) {
  using Json = nlohmann::ordered_json;
  constexpr std::array<const char*, 3> links{"counts", "prerequisite", "recognised"};
  Json boxes = Json::array(), lines = Json::array();
  for (std::size_t b = 0; b < picture.boxes.size(); ++b) {
    const Box& box = picture.boxes[b];
    Json credentials = Json::array(), rule = Json::array();
    for (const std::uint32_t id : box.credentials) credentials.push_back(table.text(table.credentials()[id].name));
    for (const Row& row : box.rows) rule.push_back({{"depth", row.depth}, {"text", row.text}});
    boxes.push_back({{"id", b},
                     {"credentials", std::move(credentials)},
                     {"gate", box.gate == table::none ? Json() : Json(table.text(table.gates()[box.gate].name))},
                     {"titles", box.titles},
                     {"rule", std::move(rule)}});
  }
  for (const Line& line : picture.lines)
    lines.push_back({{"from", line.from},
                     {"to", line.to},
                     {"row", line.row == table::none ? Json() : Json(line.row)},
                     {"link", links[static_cast<std::size_t>(line.link)]},
                     {"text", line.text.empty() ? Json() : Json(line.text)}});
  return Json{{"title", picture.title}, {"boxes", std::move(boxes)}, {"lines", std::move(lines)}}.dump(2) + "\n";
}

}  // namespace rung::picture
