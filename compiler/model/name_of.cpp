#include "compiler/model/name_of.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace rung::model {
namespace {

// Letters that are no other letter with a mark.
std::string_view spelled(utf8proc_int32_t code) {
  switch (code) {
    case 0x153: return "oe";
    case 0xE6: return "ae";
    case 0xF8: return "o";
    case 0x142: return "l";
    case 0x111: case 0xF0: return "d";
    case 0xFE: return "th";
    case '&': return "-and-";
    default: return "";
  }
}

}  // namespace

std::string name_of(std::string_view text) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto how = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()), &mapped, how);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
  std::string out;
  utf8proc_int32_t code = 0;
  const auto put = [&](char c) {
    if (c >= 'a' && c <= 'z') out += c;
    else if (c >= '0' && c <= '9') out += out.empty() ? std::string("c") + c : std::string(1, c);   // a letter comes first
    else if (!out.empty() && out.back() != '-') out += '-';
  };
  for (utf8proc_ssize_t at = 0; at < length;) {
    at += utf8proc_iterate(mapped + at, length - at, &code);
    if (code == '\'' || code == 0x2019) continue;   // the learner's, l’atelier
    const std::string_view other = spelled(code);
    if (other.empty()) put(code < 0x80 ? static_cast<char>(code) : ' ');
    for (const char c : other) put(c);
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

std::string title_of(std::string_view name) {
  std::string out;
  for (const char c : name) {
    const bool begins = out.empty() || out.back() == ' ';
    if (c == '-') out += ' ';
    else out += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

}  // namespace rung::model
