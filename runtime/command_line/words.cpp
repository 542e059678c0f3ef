#include "runtime/command_line/words.hpp"

#include <array>
#include <span>

namespace rung::command_line {
namespace {

struct Said {
  std::string_view english, other;
};
constexpr Said french[] = {
#define SAID(english, other) {english, other},
#include "runtime/command_line/words_fr.def"
#undef SAID
};

std::span<const Said> table_of(std::string_view language) { return language == "fr" ? std::span<const Said>(french) : std::span<const Said>(); }

using Found = std::array<std::string_view, 10>;
constexpr int deepest = 4;                       // of what is said within what is said

// The length of the place, {0} or {0!}, that a pattern begins with; 0 when it begins with none.
std::size_t place(std::string_view pattern) {
  if (pattern.size() < 3 || pattern[0] != '{' || pattern[1] < '0' || pattern[1] > '9') return 0;
  return pattern[2] == '}' ? 3 : pattern.size() > 3 && pattern[2] == '!' && pattern[3] == '}' ? 4 : 0;
}

// Whether `text` is what `pattern` says, and what stands in its places. Each takes as little as may be.
bool fits(std::string_view pattern, std::string_view text, Found& found) {
  while (!pattern.empty()) {
    const std::size_t length = place(pattern);
    if (length == 0) {
      if (text.empty() || text[0] != pattern[0]) return false;
      pattern.remove_prefix(1), text.remove_prefix(1);
      continue;
    }
    std::string_view& here = found[static_cast<std::size_t>(pattern[1] - '0')];
    pattern.remove_prefix(length);
    std::size_t next = 0;
    while (next < pattern.size() && place(pattern.substr(next)) == 0) ++next;
    const std::size_t at = next == pattern.size() && text.ends_with(pattern) ? text.size() - pattern.size() : text.find(pattern.substr(0, next));
    if (at == std::string_view::npos || at == 0) return false;
    here = text.substr(0, at);
    text.remove_prefix(at);
  }
  return text.empty();
}

std::string said(std::span<const Said> table, std::string_view english, int depth) {
  Found found;
  for (const Said& one : table) {
    if (!fits(one.english, english, found)) continue;
    std::string out;
    for (std::string_view rest = one.other; !rest.empty();) {
      const std::size_t length = place(rest);
      const std::string_view here = length == 0 ? rest.substr(0, 1) : found[static_cast<std::size_t>(rest[1] - '0')];
      out += length == 4 && depth < deepest ? said(table, here, depth + 1) : std::string(here);
      rest.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
  }
  return std::string(english);
}

}  // namespace

std::string said(std::string_view language, std::string_view english) { return said(table_of(language), english, 0); }

std::string asked_for(int argc, const char* const* argv, std::string_view otherwise) {
  constexpr std::string_view option = "--locale";
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    const std::string_view value = word == option && i + 1 < argc ? argv[i + 1] : word.starts_with("--locale=") ? word.substr(option.size() + 1) : "";
    if (value == "en" || value == "fr") return std::string(value);
  }
  return std::string(otherwise);
}

}  // namespace rung::command_line
