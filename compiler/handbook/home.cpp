// The page by which one comes in: what the framework is, the ways into it, and the awards that are earned from parts.
#include <algorithm>
#include <tuple>

#include "compiler/handbook/edition.hpp"

namespace rung::handbook {
namespace {

Markup of_framework(const Edition& edition, const std::string& from, std::uint32_t id) {
  const model::Framework& one = edition.model.frameworks[id];
  std::vector<Markup> facts;
  if (!one.version.empty()) facts.push_back(sentence(edition.words.version, {text(one.version)}));
  if (one.publisher != model::none) facts.push_back(sentence(edition.words.published_by, {edition.institution(from, one.publisher)}));
  std::vector<Markup> policies;
  for (const auto& name : one.conforms_to) policies.push_back(text(name.value));
  if (!policies.empty()) facts.push_back(edition.link(from, edition.path("conformance.html"), sentence(edition.words.conforms_to, {joined(policies)})));
  return description(edition, one) + list(facts) + remarks(edition, one);
}

}  // namespace

Page home_page(const Edition& edition) {
  const Words& words = edition.words;
  Page out{"index.html", "", text(edition.title_text()), {}};
  const std::string from = edition.path(out.page);
  const std::vector<std::uint32_t> published = edition.published();
  if (published.size() == 1) {
    out.heading = edition.title(table::SectionKind::frameworks, published.front());
    out.content += of_framework(edition, from, published.front());
  } else {
    for (const std::uint32_t id : published) out.content += element("h2", {}, edition.title(table::SectionKind::frameworks, id)) + "\n"_html + of_framework(edition, from, id);
  }
  out.content += element("h2", {}, text(words.pages)) + "\n<dl class=\"ways\">\n"_html;
  for (const auto& [page, name, about] : std::initializer_list<std::tuple<std::string_view, Word, Word>>{{"types.html", words.types, words.about_types}, {"levels.html", words.levels, words.about_levels},
           {"institutions.html", words.institutions, words.about_institutions}, {"competencies.html", words.competencies, words.about_competencies},
           {"agreements.html", words.agreements, words.about_agreements}, {"structure.html", words.structure, words.about_structure}, {"value.html", words.value, words.about_value},
           {"conformance.html", words.conformance, words.about_conformance}})
    out.content += element("dt", {}, edition.link(from, edition.path(page), text(name))) + element("dd", {}, text(about)) + "\n"_html;
  out.content += "</dl>\n"_html;
  std::vector<std::uint32_t> awards;
  for (const std::uint32_t id : edition.shown())
    if (edition.table.credentials()[id].rule != table::none) awards.push_back(id);
  if (!awards.empty()) out.content += element("h2", {}, text(words.awards)) + "\n"_html + table_of_credentials(edition, from, std::string(words.awards), awards);
  std::vector<Markup> others;
  for (std::uint32_t id = 0; id < edition.model.frameworks.size(); ++id)
    if (std::find(published.begin(), published.end(), id) == published.end()) others.push_back(edition.title(table::SectionKind::frameworks, id));
  if (!others.empty()) out.content += element("h2", {}, text(words.other_frameworks)) + "\n"_html + list(others);
  return out;
}

}  // namespace rung::handbook
