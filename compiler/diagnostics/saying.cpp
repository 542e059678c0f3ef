#include "compiler/diagnostics/saying.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "compiler/diagnostics/show.hpp"

namespace rung::diagnostics {
namespace {

struct Said {
  std::string_view english, french;
};
constexpr auto sayings = std::to_array<Said>({
#define SAID(english, french) {english, french},
#include "compiler/diagnostics/arguments_fr.def"
#undef SAID
});

constexpr int deepest = 6;                       // of what is said within what is said
constexpr std::size_t longest = 4000;            // bytes of what is looked up

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

// A place in words: {0}, {0!}, {0#}, {0=} or {all_of}, from its brace on. What follows a brace in any other way is no place.
struct Place {
  char digit = 0, mark = 0;
  std::string_view id;
  std::size_t length = 0;
};
Place place_at(std::string_view words) {
  const std::size_t end = words.find('}');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view inside = words.substr(1, end - 1);
  const bool digit = inside[0] >= '0' && inside[0] <= '9';
  if (digit && inside.size() == 1) return {inside[0], 0, {}, end + 1};
  if (digit && inside.size() == 2 && (inside[1] == '!' || inside[1] == '#' || inside[1] == '=')) return {inside[0], inside[1], {}, end + 1};
  if (inside.size() > 1 && inside.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos) return {0, 0, inside, end + 1};
  return {};
}

using Found = std::array<std::string_view, 10>;

// Whether `text` is what `pattern` says, and what stands in its places.
bool fits(std::string_view pattern, std::string_view text, Found& found) {
  while (!pattern.empty()) {
    const Place place = pattern[0] == '{' ? place_at(pattern) : Place{};
    if (place.digit == 0) {
      if (text.empty() || text[0] != pattern[0]) return false;
      pattern.remove_prefix(1), text.remove_prefix(1);
      continue;
    }
    pattern.remove_prefix(place.length);
    std::size_t next = 0;                        // the words up to the next place
    while (next < pattern.size() && !(pattern[next] == '{' && place_at(pattern.substr(next)).digit != 0)) ++next;
    const std::string_view until = pattern.substr(0, next);
    const bool last = next == pattern.size();
    const std::size_t at = last ? (text.ends_with(until) ? text.size() - until.size() : std::string_view::npos) : text.find(until);
    if (at == std::string_view::npos || at == 0) return false;
    const std::string_view here = text.substr(0, at);
    if (place.mark == '#' && !is_number(here)) return false;
    found[static_cast<std::size_t>(place.digit - '0')] = here;
    text.remove_prefix(at);
  }
  return text.empty();
}

std::string french_of(std::string_view english, std::string_view source_language, int depth);
std::string in_words_of(std::string_view english, std::string_view source_language);

std::string placed(std::string_view french, const Found& found, std::string_view source_language, int depth) {
  std::string out;
  for (std::string_view rest = french; !rest.empty();) {
    const Place place = rest[0] == '{' ? place_at(rest) : Place{};
    const std::string_view here = place.digit != 0 ? found[static_cast<std::size_t>(place.digit - '0')] : std::string_view{};
    if (place.mark == '=') out += in_words_of(here, source_language);
    else if (place.digit != 0) out += french_of(here, source_language, depth + 1);
    else if (!place.id.empty()) out += source_word(place.id, source_language);
    else out += rest[0];
    rest.remove_prefix(std::max<std::size_t>(place.length, 1));
  }
  return out;
}

std::string french_of(std::string_view english, std::string_view source_language, int depth) {
  if (is_number(english)) {
    std::string out(english);
    std::replace(out.begin(), out.end(), '.', ',');
    return out;
  }
  if (depth >= deepest || english.size() > longest) return std::string(english);
  Found found;
  const auto said = [&](bool of_anything) -> std::optional<std::string> {
    for (const Said& one : sayings)
      if (one.english.starts_with('{') == of_anything && fits(one.english, english, found)) return placed(one.french, found, source_language, depth);
    return std::nullopt;
  };
  if (auto out = said(false)) return std::move(*out);
  // What a policy finds is told within its message in a phrase of the catalogue. A name by itself is none of them.
  const bool sentence = english.starts_with("it ") || english.starts_with("its ") || english.starts_with("no ") || english.starts_with("nothing ") || english.ends_with(" here") || english.find(", which ") != std::string_view::npos;
  for (const Phrase phrase : sentence ? all_phrases() : std::vector<Phrase>{})
    if (fits(pattern(phrase), english, found)) return placed(pattern(phrase, "fr"), found, source_language, depth);
  return said(true).value_or(std::string(english));
}

// "'fee' or 'url'": with what stands in quotes as the file would spell it.
std::string in_words_of(std::string_view english, std::string_view source_language) {
  std::string out;
  while (!english.empty()) {
    const std::size_t end = english[0] == '\'' ? english.find('\'', 1) : std::string_view::npos;
    if (end != std::string_view::npos) {
      out += "«\u00A0" + std::string(source_spelling(english.substr(1, end - 1), source_language)) + "\u00A0»";
      english.remove_prefix(end + 1);
    } else if (english.starts_with(" or ")) {
      out += " ou ";
      english.remove_prefix(4);
    } else {
      out += english[0];
      english.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string in_french(std::string_view english, std::string_view source_language) { return french_of(english, source_language, 0); }

std::string filled(std::string_view words, const Arguments& arguments, Saying saying) {
  std::string out;
  while (!words.empty()) {
    const Place place = words[0] == '{' ? place_at(words) : Place{};
    if (place.digit != 0) {
      const auto index = static_cast<std::size_t>(place.digit - '0');
      if (index >= arguments.size()) out += '?';
      else if (place.mark == '=') out += shortened(in_words_of(arguments[index], saying.source));
      else if (place.mark == '!') out += shortened(in_french(arguments[index], saying.source));
      else out += shortened(arguments[index]);
    } else if (!place.id.empty()) {
      out += source_word(place.id, saying.source);
    } else {
      out += words[0];
    }
    words.remove_prefix(std::max<std::size_t>(place.length, 1));
  }
  return out;
}

}  // namespace rung::diagnostics
