#include "compiler/lsp/messages.hpp"

#include <simdjson.h>

namespace rung::lsp {
namespace {

constexpr std::size_t large = 64u << 10;       // bytes: below, there is nothing to win

// simdjson has refused what is nested too deep for this to recurse.
Json copied(simdjson::dom::element from) {
  using simdjson::dom::element_type;
  switch (from.type()) {
    case element_type::OBJECT: {
      Json out = Json::object();
      for (const auto& [key, value] : simdjson::dom::object(from)) out[std::string(key)] = copied(value);
      return out;
    }
    case element_type::ARRAY: {
      Json out = Json::array();
      for (const simdjson::dom::element each : simdjson::dom::array(from)) out.push_back(copied(each));
      return out;
    }
    case element_type::STRING: return std::string(std::string_view(from));
    case element_type::INT64: {
      const auto number = std::int64_t(from);
      return number < 0 ? Json(number) : Json(static_cast<std::uint64_t>(number));   // as nlohmann reads it
    }
    case element_type::UINT64: return std::uint64_t(from);
    case element_type::DOUBLE: return double(from);
    case element_type::BOOL: return bool(from);
    default: return nullptr;
  }
}

}  // namespace

// What simdjson does not take, numbers of any length among it, is for nlohmann to judge.
Json read_message(const std::string& body) {
  if (body.size() >= large) {
    simdjson::dom::parser parser;
    simdjson::dom::element read;
    if (parser.parse(body).get(read) == simdjson::SUCCESS) return copied(read);
  }
  return Json::parse(body, nullptr, false);
}

}  // namespace rung::lsp
