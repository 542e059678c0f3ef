// What an author says of a thing in free words: its description above what is derived, its notes and its source below.
#include "compiler/handbook/edition.hpp"

namespace rung::handbook {

Markup description(const Edition& edition, const model::Named& named) {
  const std::string* best = nullptr;
  std::string_view of = named.framework == model::none ? std::string_view() : std::string_view(edition.model.frameworks[named.framework].language);
  const std::string_view file = of;
  for (const auto& [language, said] : named.descriptions) {
    const std::string_view in = language.empty() ? file : std::string_view(language);
    if (best != nullptr && in != edition.language) continue;
    if (best != nullptr && of == edition.language) continue;
    best = &said;
    of = in;
  }
  return best == nullptr ? Markup() : element("p", {{"class", "description"}, {"lang", of == edition.language ? std::string_view() : of}, {"dir", "auto"}}, text(*best)) + "\n"_html;
}

Markup remarks(const Edition& edition, const model::Named& named) {
  const std::string_view of = named.framework == model::none ? std::string_view() : std::string_view(edition.model.frameworks[named.framework].language);
  Markup out;
  for (const std::string& note : named.notes) out += element("p", {{"class", "note"}, {"lang", of == edition.language ? std::string_view() : of}, {"dir", "auto"}}, text(note)) + "\n"_html;
  if (named.url.empty()) return out;
  // Only to the web: an address may begin with anything, such as a script.
  const bool of_web = named.url.starts_with("https://") || named.url.starts_with("http://");
  return out + element("p", {{"class", "note"}}, sentence(edition.words.source, {of_web ? element("a", {{"href", named.url}}, text(named.url)) : text(named.url)})) + "\n"_html;
}

}  // namespace rung::handbook
