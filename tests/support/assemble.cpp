#include "tests/support/assemble.hpp"

#include <nlohmann/json.hpp>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/fields.hpp"
#include "runtime/table/decimal.hpp"

namespace support {
namespace {

using nlohmann::json;
namespace table = rung::table;

void read(const json& from, table::Text& to) { to = {from.at("offset"), from.at("length")}; }
void read(const json& from, table::Range& to) { to = {from.at("first"), from.at("count")}; }
void read(const json& from, std::uint32_t& to) { to = from.is_null() ? table::none : from.get<std::uint32_t>(); }
void read(const json& from, std::int64_t& to) {
  to = from.is_null() ? table::unknown : rung::table::read_decimal(from.get<std::string>()).value();
}
void read(const json& from, std::uint8_t& to) { to = from.get<bool>() ? 1 : 0; }
void read(const json& from, std::int32_t& to) { to = from.is_null() ? table::no_date : rung::read_date(from.get<std::string>()).value(); }

template <class Enum>
  requires std::is_enum_v<Enum>
void read(const json& from, Enum& to) {
  const auto names = rung::names_of(to);
  const auto at = std::find(names.begin(), names.end(), from.get<std::string>());
  if (at == names.end()) throw std::out_of_range("no such value: " + from.dump());
  to = static_cast<Enum>(at - names.begin());
}

template <class T>
void records(const json& from, std::vector<T>& to) {
  for (const json& one : from) {
    T record{};
    rung::each_field(record, [&](const char* name, auto& field) { read(one.at(name), field); });
    to.push_back(record);
  }
}

}  // namespace

rung::table::Image assemble(const std::string& text) {
  const json dump = json::parse(text);
  rung::table::Image image;
  image.text = dump.at("text").get<std::string>();
  image.lists = dump.at("lists").get<std::vector<std::uint32_t>>();
  for (const json& currency : dump.at("currencies")) read(currency, image.currencies.emplace_back());
  records(dump.at("units"), image.units);
  records(dump.at("scales"), image.scales);
  records(dump.at("frameworks"), image.frameworks);
  records(dump.at("institutions"), image.institutions);
  records(dump.at("competencies"), image.competencies);
  records(dump.at("gates"), image.gates);
  records(dump.at("credentials"), image.credentials);
  records(dump.at("developed"), image.developed);
  records(dump.at("versions"), image.versions);
  records(dump.at("nodes"), image.nodes);
  records(dump.at("conditions"), image.conditions);
  records(dump.at("titles"), image.titles);
  records(dump.at("agreements"), image.agreements);
  records(dump.at("recognitions"), image.recognitions);
  records(dump.at("statements"), image.statements);
  records(dump.at("translations"), image.translations);
  return image;
}

}  // namespace support
