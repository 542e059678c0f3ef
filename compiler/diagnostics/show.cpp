#include "compiler/diagnostics/show.hpp"

#include <utf8proc.h>

#include <fmt/format.h>
#include <algorithm>

#include "compiler/source/source.hpp"

namespace rung::diagnostics {
namespace {

constexpr std::size_t longest = 1000;  // bytes
constexpr std::uint32_t kept_before = 600, kept_after = 300;
// Marks without end on one character would make a cell without end.
constexpr std::uint32_t most_code_points = 16;
constexpr char32_t zero_width_non_joiner = 0x200C, zero_width_joiner = 0x200D;

void append(std::string& out, char32_t code) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

utf8proc_category_t category(char32_t code) { return utf8proc_category(static_cast<utf8proc_int32_t>(code)); }

// The Arabic number sign and its like are "format characters" too, and are visible.
bool is_visible_sign(char32_t code) {
  return utf8proc_get_property(static_cast<utf8proc_int32_t>(code))->boundclass == UTF8PROC_BOUNDCLASS_PREPEND;
}

// Characters that act on a terminal or on the text around them instead of being seen.
bool must_be_named(char32_t code) {
  switch (category(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    case UTF8PROC_CATEGORY_CF: return code != zero_width_joiner && code != zero_width_non_joiner && !is_visible_sign(code);
    default: return false;
  }
}

bool is_regional_indicator(char32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

std::string named(char32_t code) {
  if (code == '\t') return "    ";
  std::string out;
  if (code < 0x20) append(out, 0x2400 + code);  // ␀ to ␟
  else if (code == 0x7F) append(out, 0x2421);   // ␡
  else out = fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(code));
  return out;
}

std::uint32_t width_of(char32_t code) {
  return static_cast<std::uint32_t>(std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code))));
}

}  // namespace

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const source::Character character = source::character_at(bytes, at);
    append(out, character.code);
    at += character.length;
  }
  return out;
}

std::uint32_t character_start(std::string_view text, std::uint32_t at) {
  const std::uint32_t first = at < 3 ? 0 : at - 3;
  for (std::uint32_t start = first; start < at && at < text.size(); ++start) {
    const source::Character character = source::character_at(text, start);
    if (character.valid && start + character.length > at) return start;
  }
  return at;
}

std::string shortened(std::string_view bytes) {
  if (bytes.size() <= longest) return valid_utf8(bytes);
  const auto size = static_cast<std::uint32_t>(bytes.size());
  return valid_utf8(bytes.substr(0, character_start(bytes, kept_before))) + "…" +
         valid_utf8(bytes.substr(character_start(bytes, size - kept_after)));
}

Cell cell_at(std::string_view text, std::uint32_t at) {
  const source::Character first = source::character_at(text, at);
  Cell cell{at, at + first.length, width_of(first.code), {}};
  if (must_be_named(first.code)) {
    cell.shown = named(first.code);
    cell.width = first.code < 0x80 && first.code != '\t' ? 1 : static_cast<std::uint32_t>(cell.shown.size());
    return cell;
  }
  append(cell.shown, first.code);
  utf8proc_int32_t state = 0;
  char32_t before = first.code;
  for (std::uint32_t count = 1; count < most_code_points && cell.end < text.size(); ++count) {
    const source::Character next = source::character_at(text, cell.end);
    const auto a = static_cast<utf8proc_int32_t>(before), b = static_cast<utf8proc_int32_t>(next.code);
    if (utf8proc_grapheme_break_stateful(a, b, &state) || must_be_named(next.code)) break;
    append(cell.shown, next.code);
    cell.width = std::max(cell.width, width_of(next.code));
    cell.end += next.length;
    before = next.code;
  }
  if (is_regional_indicator(first.code)) cell.width = 2;  // a flag, or a letter in a box
  if (cell.width > 0) return cell;
  // Nothing to combine with: marks are shown on a dotted circle, as the Unicode Standard draws them.
  cell.shown = first.code == zero_width_joiner || first.code == zero_width_non_joiner ? named(first.code) : "◌" + cell.shown;
  cell.width = cell.shown.front() == '<' ? static_cast<std::uint32_t>(cell.shown.size()) : 1;
  return cell;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::uint32_t at = 0; at < text.size();) {
    const Cell cell = cell_at(text, at);
    out += cell.shown;
    at = cell.end;
  }
  return out;
}

}  // namespace rung::diagnostics
