// JSON text put together by hand, for answers that are wanted by the hundred thousand: what nlohmann's dump() writes without indentation, byte for byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/rung/json/support.hpp"

namespace rung {

// Whether `text` stands in JSON as it is: no control character, quote or backslash. It is UTF-8 already.
bool is_plain_json(std::string_view text);

// "…", with what has to be escaped escaped.
inline void append_string(std::string& out, std::string_view text) {
  if (!is_plain_json(text)) {
    out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

// null when empty, as json_text().
inline void append_text(std::string& out, std::string_view text) {
  if (text.empty()) out += "null";
  else append_string(out, text);
}

// As json_amount().
void append_amount(std::string& out, std::int64_t amount);
// As json_names().
void append_names(std::string& out, const Table& table, std::span<const std::uint32_t> credentials);
void append_number(std::string& out, std::uint64_t number);
inline void append_bool(std::string& out, bool value) { out += value ? std::string_view("true") : std::string_view("false"); }

// What stands between the elements of a list: nothing before the first.
class Commas {
 public:
  void before_next(std::string& out) {
    if (any_) out += ',';
    any_ = true;
  }

 private:
  bool any_ = false;
};

}  // namespace rung
