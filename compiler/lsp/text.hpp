// Places in a text as editors count them, paths as they write them, and where a place of an older text has gone.
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
  // A line past the last is the end of the text, a character past the end of its line that end; inside a character means before it.
  std::uint32_t offset(std::string_view text, Place place, Encoding encoding) const;
  std::uint32_t start(std::size_t line) const { return starts_[line]; }
  std::size_t count() const { return starts_.size(); }

 private:
  std::vector<std::uint32_t> starts_;
};

// A text that has been changed in one region, so that what was found in the old one can be shown in the new one.
class Shift {
 public:
  Shift(std::string_view old_text, std::string_view new_text);
  bool none() const { return old_end_ == begin_ && new_end_ == begin_; }
  // Nothing inside the region has a counterpart.
  std::optional<std::uint32_t> to_new(std::uint32_t offset) const { return moved(offset, old_end_, new_end_); }
  std::optional<std::uint32_t> to_old(std::uint32_t offset) const { return moved(offset, new_end_, old_end_); }

 private:
  std::optional<std::uint32_t> moved(std::uint32_t offset, std::uint32_t from_end, std::uint32_t to_end) const {
    if (offset <= begin_) return offset;
    if (offset >= from_end) return offset - from_end + to_end;
    return std::nullopt;
  }
  std::uint32_t begin_ = 0, old_end_ = 0, new_end_ = 0;
};

// file:///a/b.rung ↔ /a/b.rung. What is no file keeps its address as its path.
std::string path_of(std::string_view uri);
std::string uri_of(std::string_view path);

// What a client sent, read without trust: the member, or null.
const Json& member(const Json& object, const char* name);
std::string text_in(const Json& object, const char* name);
Place place_in(const Json& object);            // {"line": …, "character": …}
Json as_json(Place place);
Json as_json(Place begin, Place end);

}  // namespace rung::lsp
