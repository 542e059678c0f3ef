// Places in a text as editors count them, and paths as they write them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace rung::lsp {

using Json = nlohmann::json;

// What a character of a line is counted in: editors choose, UTF-16 when they say nothing.
enum class Encoding { utf8, utf16 };

struct Place {  // both count from 0
  std::uint32_t line = 0, character = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

// Where the lines of a text begin. They end with LF, CR LF or CR.
class Lines {
 public:
  explicit Lines(std::string_view text);
  Place place(std::string_view text, std::size_t offset, Encoding encoding) const;
  Place on_line(std::uint32_t line, std::string_view text, std::size_t offset, Encoding encoding) const;   // of a place that is on that line
  // A line past the last is the end of the text, a character past the end of its line that end; inside a character means before it.
  std::uint32_t offset(std::string_view text, Place place, Encoding encoding) const;
  std::uint32_t start(std::size_t line) const { return starts_[line]; }
  std::size_t count() const { return starts_.size(); }

 private:
  std::vector<std::uint32_t> starts_;
};

// Places that are asked for nearly in the order of the text: the line is looked for beside the last one.
class Walk {
 public:
  Walk(const Lines& lines, std::string_view text, Encoding encoding) : lines_(lines), text_(text), encoding_(encoding) {}
  std::uint32_t line(std::uint32_t offset);
  Place place(std::uint32_t offset);

 private:
  const Lines& lines_;
  std::string_view text_;
  Encoding encoding_;
  std::uint32_t near_ = 0;
};

// file:///a/b.rung ↔ /a/b.rung. What is no file keeps its address as its path.
std::string path_of(std::string_view uri);
std::string uri_of(std::string_view path);

// What a client sent, read without trust: the member, or null.
const Json& member(const Json& object, const char* name);
std::string text_in(const Json& object, const char* name);
Place place_in(const Json& object);            // {"line": …, "character": …}
// As it is sent. What a file holds may be no UTF-8, and is shown all the same.
std::string written(const Json& json);
void write_text(std::string& out, std::string_view text);      // the same of a text alone
void write_range(std::string& out, Place begin, Place end);
Json as_json(Place place);
Json as_json(Place begin, Place end);

}  // namespace rung::lsp
