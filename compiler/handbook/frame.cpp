// What stands around every page: the head, the way past the menu, the menu, the languages, the foot; and tables and sections, which are the same on every page.
#include "compiler/handbook/edition.hpp"

namespace rung::handbook {
namespace {

Markup head(std::string_view from, const std::string& title, const std::vector<std::pair<std::string, std::string>>& languages) {
  Markup out = "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_html + element("title", {}, text(title)) + "\n<link rel=\"stylesheet\" href=\""_html +
               text(way(from, "style.css")) + "\">\n"_html;
  for (const auto& [language, path] : languages)
    out += "<link rel=\"alternate\" hreflang=\""_html + text(language) + "\" href=\""_html + text(way(from, path)) + "\">\n"_html;
  return out + "</head>\n"_html;
}

Markup whole(std::string_view language, const Markup& head, const Markup& body) {
  return "<!DOCTYPE html>\n"_html + element("html", {{"lang", language}}, "\n"_html + head + element("body", {}, "\n"_html + body) + "\n"_html) + "\n"_html;
}

Markup menu(const Edition& edition, const Page& page, const std::string& from) {
  const Words& words = edition.words;
  std::vector<std::pair<std::string_view, Word>> pages{{"index.html", words.home}, {"types.html", words.types}, {"levels.html", words.levels}, {"institutions.html", words.institutions},
      {"competencies.html", words.competencies}, {"agreements.html", words.agreements}, {"structure.html", words.structure}, {"value.html", words.value}, {"conformance.html", words.conformance}};
  std::vector<Markup> items;
  for (const auto& [to, name] : pages)
    items.push_back(element("a", {{"href", way(from, edition.path(to))}, {"aria-current", page.page == to ? "page" : ""}}, text(name)));
  return element("nav", {{"aria-label", words.pages}}, "\n"_html + list(items)) + "\n"_html;
}

Markup other_languages(const Edition& edition, const Page& page, const std::string& from) {
  std::vector<Markup> items;
  for (const std::string& other : edition.languages)
    if (other != edition.language) items.push_back(element("a", {{"href", way(from, other + "/" + page.page)}, {"hreflang", other}, {"lang", other}}, text(words_in(other).language_name)));
  if (items.empty()) return {};
  return element("nav", {{"aria-label", edition.words.languages}, {"class", "languages"}}, "\n"_html + list(items)) + "\n"_html;
}

}  // namespace

std::string framed(const Edition& edition, const Page& page) {
  const Words& words = edition.words;
  const std::string from = edition.path(page.page);
  std::vector<std::pair<std::string, std::string>> languages;
  for (const std::string& other : edition.languages) languages.emplace_back(other, other + "/" + page.page);
  if (languages.size() == 1) languages.clear();
  std::vector<Markup> titles, sources;
  for (const std::uint32_t id : edition.published()) {
    titles.push_back(edition.title(table::SectionKind::frameworks, id));
    Markup source = titles.back();
    if (const std::string& version = edition.model.frameworks[id].version; !version.empty()) source += ", "_html + text(version);
    sources.push_back(source);
  }
  Markup body = element("a", {{"class", "skip"}, {"href", "#__main"}}, text(words.skip)) + "\n<header>\n"_html;
  body += element("p", {{"class", "of"}}, text(words.handbook) + text(edition.in.locale.colon) + " "_html + joined(titles)) + "\n"_html;
  body += other_languages(edition, page, from) + menu(edition, page, from) + "</header>\n"_html;
  body += element("main", {{"id", "__main"}, {"tabindex", "-1"}}, "\n"_html + element("h1", {}, page.heading) + "\n"_html + page.content) + "\n"_html;
  body += element("footer", {}, element("p", {}, joined(sources))) + "\n"_html;
  const std::string title = page.title.empty() ? edition.title_text() : page.title + " – " + edition.title_text();
  return whole(edition.language, head(from, title, languages), body).html();
}

std::string front_page(const Subject& subject, const std::vector<std::string>& languages) {
  std::vector<std::pair<std::string, std::string>> all;
  std::vector<Markup> items;
  for (const std::string& language : languages) {
    const Words& words = words_in(language);
    all.emplace_back(language, language + "/index.html");
    const Markup named = text(words.language_name) + text(locale_of(language).colon) + " "_html + text(Edition(subject, languages, language).title_text());
    items.push_back(element("a", {{"href", language + "/index.html"}, {"hreflang", language}, {"lang", language}}, named));
  }
  const Words& first = words_in(languages.front());
  const std::string title = Edition(subject, languages, languages.front()).title_text();
  const Markup body = element("main", {}, "\n"_html + element("h1", {}, text(title)) + "\n"_html + element("nav", {{"aria-label", first.languages}}, list(items)) + "\n"_html) + "\n"_html;
  return whole(languages.front(), head("index.html", title + " – " + std::string(first.handbook), all), body).html();
}

Markup sections(const Edition& edition, const std::vector<Section>& all) {
  Markup out;
  if (all.size() > 1) {
    std::vector<Markup> items;
    for (const Section& one : all) items.push_back(element("a", {{"href", "#" + one.id}}, one.heading));
    out += element("nav", {{"aria-label", edition.words.on_this_page}, {"class", "on-this-page"}}, "\n"_html + list(items)) + "\n"_html;
  }
  for (const Section& one : all) {
    const std::string heading = one.id + "__heading";   // id_of makes neither this nor the page's own anchors
    out += element("section", {{"id", one.id}, {"aria-labelledby", heading}}, "\n"_html + element("h2", {{"id", heading}}, one.heading) + "\n"_html + one.content) + "\n"_html;
  }
  return out;
}

Markup table_of(const std::string& caption, const std::vector<Markup>& heads, const std::vector<std::vector<Markup>>& rows) {
  if (rows.empty()) return {};
  Markup inside = "\n"_html + element("caption", {}, text(caption)) + "\n<thead>\n<tr>"_html;
  for (const Markup& head : heads) inside += element("th", {{"scope", "col"}}, head);
  inside += "</tr>\n</thead>\n<tbody>\n"_html;
  for (const std::vector<Markup>& row : rows) {
    inside += "<tr>"_html;
    for (std::size_t column = 0; column < row.size(); ++column) inside += column == 0 ? element("th", {{"scope", "row"}}, row[column]) : element("td", {}, row[column]);
    inside += "</tr>\n"_html;
  }
  inside += "</tbody>\n"_html;
  return element("div", {{"class", "scroll"}, {"role", "group"}, {"aria-label", caption}, {"tabindex", "0"}}, element("table", {}, inside)) + "\n"_html;
}

Markup table_of_credentials(const Edition& edition, const std::string& from, const std::string& caption, std::span<const std::uint32_t> ids) {
  const Words& words = edition.words;
  std::vector<std::vector<Markup>> rows;
  for (const std::uint32_t id : ids) {
    const table::Credential& one = edition.table.credentials()[id];
    const auto stated = [&](std::string_view what) { return what.empty() ? element("span", {{"class", "unstated"}}, text(edition.label.not_stated)) : text(what); };
    const std::string level = one.level == table::unknown ? "" : number_in(edition.in.locale, one.level);
    const std::string credits = one.credits == table::unknown ? "" : amount_of(edition.in, one.credits, unit_of(edition.table, table::Measure::credits, one.credit_unit));
    const Markup issuers = edition.issuers(from, id);
    rows.push_back({edition.credential(from, id), edition.type(id), issuers.empty() ? stated("") : issuers, stated(level), stated(credits)});
  }
  return table_of(caption, {text(words.credential), text(words.type), text(words.issued_by), text(words.level), text(words.credits)}, rows);
}

}  // namespace rung::handbook
