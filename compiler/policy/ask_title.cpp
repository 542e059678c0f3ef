// Words in titles, whole words in a row, without regard to capitals: "Diploma" is in "College Diploma in Welding" and not in "Diplomacy".
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "compiler/policy/asks.hpp"

namespace rung::policy {
namespace {

// Words in small letters, with one space before and behind each.
std::string spaced(const std::string& text) {
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  utf8proc_uint8_t* folded = nullptr;
  const auto length = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &folded, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(folded, &std::free);
  std::string out = " ";
  utf8proc_int32_t code = 0;
  for (utf8proc_ssize_t at = 0; at < length;) {
    const auto taken = utf8proc_iterate(folded + at, length - at, &code);
    if (taken <= 0) break;
    const utf8proc_category_t category = utf8proc_category(code);
    const bool of_a_word = category <= UTF8PROC_CATEGORY_NO && category != UTF8PROC_CATEGORY_CN;   // letters, marks, numbers
    if (of_a_word) out.append(reinterpret_cast<const char*>(folded + at), static_cast<std::size_t>(taken));
    else if (!out.ends_with(' ')) out += ' ';
    at += taken;
  }
  if (!out.ends_with(' ')) out += ' ';
  return out;
}

}  // namespace

Found ask_title(const Question& question, const model::Named& named) {
  const auto has_word = [&](const std::string& title) -> std::optional<Found> {
    const std::string words = spaced(title);
    for (const std::string& text : question.rule.texts)
      if (const std::string wanted = spaced(text); wanted != " " && words.find(wanted) != std::string::npos)
        return mended(told(Answer::holds, named.span, Phrase::title_has_word, {title, text}), Phrase::choose_a_title);
    return std::nullopt;
  };
  if (auto found = has_word(named.title)) return *found;
  for (const auto& [language, title] : named.titles)
    if (auto found = has_word(title)) return *found;
  return told(Answer::fails, named.span, Phrase::title_has_none_of);
}

}  // namespace rung::policy
