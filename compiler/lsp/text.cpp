#include "compiler/lsp/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "compiler/source/source.hpp"

namespace rung::lsp {
namespace {

bool is_ascii(std::string_view text) {
  constexpr std::size_t at_once = sizeof(std::uint64_t);
  std::uint64_t seen = 0;
  for (; text.size() >= at_once; text.remove_prefix(at_once)) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data(), at_once);
    seen |= bytes;
  }
  for (const char c : text) seen |= static_cast<unsigned char>(c);
  return (seen & 0x8080808080808080) == 0;
}

void write_number(std::string& out, std::uint32_t number) {
  char digits[10];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

}  // namespace

Lines::Lines(std::string_view text) : starts_{0} {
  // Each kind of end is looked for by itself: one character is found many times faster than one of two.
  std::size_t feed = text.find('\n'), carriage = text.find('\r');
  while (feed != std::string_view::npos || carriage != std::string_view::npos) {
    std::size_t at = std::min(feed, carriage);
    at += at == carriage && feed == at + 1 ? 2 : 1;
    starts_.push_back(static_cast<std::uint32_t>(at));
    if (feed < at) feed = text.find('\n', at);
    if (carriage < at) carriage = text.find('\r', at);
  }
}

Place Lines::place(std::string_view text, std::size_t offset, Encoding encoding) const {
  offset = std::min(offset, text.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return on_line(static_cast<std::uint32_t>(after - starts_.begin() - 1), text, offset, encoding);
}

Place Lines::on_line(std::uint32_t line, std::string_view text, std::size_t offset, Encoding encoding) const {
  // Mostly a character is a byte.
  if (encoding == Encoding::utf8 || is_ascii(text.substr(starts_[line], offset - starts_[line]))) return {line, static_cast<std::uint32_t>(offset - starts_[line])};
  std::uint32_t units = 0;
  for (std::size_t at = starts_[line]; at < offset;) {
    const source::Character c = source::character_at(text, at);
    units += c.code > 0xFFFF ? 2 : 1;
    at += c.length;
  }
  return {line, units};
}

std::uint32_t Walk::line(std::uint32_t offset) {
  constexpr std::uint32_t far = 64;
  for (std::uint32_t step = 0; step < far; ++step) {
    if (offset < lines_.start(near_)) --near_;
    else if (near_ + 1 < lines_.count() && lines_.start(near_ + 1) <= offset) ++near_;
    else return near_;
  }
  return near_ = lines_.place(text_, offset, Encoding::utf8).line;
}

Place Walk::place(std::uint32_t offset) {
  const std::uint32_t there = line(offset);
  return lines_.on_line(there, text_, offset, encoding_);
}

std::uint32_t Lines::offset(std::string_view text, Place place, Encoding encoding) const {
  if (place.line >= starts_.size()) return static_cast<std::uint32_t>(text.size());
  const std::size_t begin = std::min<std::size_t>(starts_[place.line], text.size());
  std::size_t end = place.line + 1 < starts_.size() ? std::min<std::size_t>(starts_[place.line + 1], text.size()) : text.size();
  while (end > begin && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  std::size_t at = begin;
  for (std::uint32_t units = 0; at < end && units < place.character;) {
    const source::Character c = source::character_at(text, at);
    units += encoding == Encoding::utf8 ? c.length : c.code > 0xFFFF ? 2 : 1;
    if (units > place.character) break;
    at += c.length;
  }
  return static_cast<std::uint32_t>(std::min(at, end));
}

std::string path_of(std::string_view uri) {
  if (!uri.starts_with("file://")) return std::string(uri);
  uri.remove_prefix(7);
  uri.remove_prefix(std::min(uri.find('/'), uri.size()));      // of this machine, whatever its name
  const auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string path;
  for (std::size_t at = 0; at < uri.size(); ++at) {
    const int high = uri[at] == '%' && at + 2 < uri.size() ? digit(uri[at + 1]) : -1;
    const int low = high >= 0 ? digit(uri[at + 2]) : -1;
    if (low < 0) path += uri[at];
    else path += static_cast<char>(high * 16 + low), at += 2;
  }
  return path;
}

std::string uri_of(std::string_view path) {
  if (!path.starts_with('/')) return std::string(path);
  constexpr std::string_view plain = "/-._~!$&'()*+,;=@";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || plain.find(c) != std::string_view::npos) {
      uri += c;
    } else {
      constexpr char digits[] = "0123456789ABCDEF";
      uri += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return uri;
}

const Json& member(const Json& object, const char* name) {
  static const Json nothing;
  if (!object.is_object()) return nothing;
  const auto found = object.find(name);
  return found == object.end() ? nothing : *found;
}

std::string text_in(const Json& object, const char* name) {
  const Json& found = member(object, name);
  return found.is_string() ? found.get<std::string>() : std::string{};
}

Place place_in(const Json& object) {
  const auto number = [&](const char* name) -> std::uint32_t {
    const Json& found = member(object, name);
    if (!found.is_number_integer()) return 0;
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(found.is_number_unsigned() && found.get<std::uint64_t>() > 0x7FFFFFFF ? 0x7FFFFFFF : found.get<std::int64_t>(), 0, 0x7FFFFFFF));
  };
  return {number("line"), number("character")};
}

std::string written(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void write_text(std::string& out, std::string_view text) {
  const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
  if (!plain) {
    out += written(Json(text));
    return;
  }
  out += '"';
  out += text;
  out += '"';
}

void write_range(std::string& out, Place begin, Place end) {
  const auto place = [&](const char* name, Place one) {
    out += name;
    write_number(out, one.character);
    out += R"(,"line":)";
    write_number(out, one.line);
    out += '}';
  };
  place(R"({"end":{"character":)", end);
  place(R"(,"start":{"character":)", begin);
  out += '}';
}

Json as_json(Place place) { return {{"line", place.line}, {"character", place.character}}; }
Json as_json(Place begin, Place end) { return {{"start", as_json(begin)}, {"end", as_json(end)}}; }

}  // namespace rung::lsp
