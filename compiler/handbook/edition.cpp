#include "compiler/handbook/edition.hpp"

#include <algorithm>

namespace rung::handbook {

using table::SectionKind;

Edition::Edition(const Subject& of, const std::vector<std::string>& all_languages, std::string_view its_language)
    : subject(of), model(of.model), table(of.table), in(of.table, its_language), words(words_in(its_language)), label(label::words_in(its_language)), language(its_language), languages(all_languages) {}

std::string Edition::path_of(std::uint32_t credential) const { return path("credentials/" + id_of(table.text(table.credentials()[credential].name)) + ".html"); }

namespace {

struct Called {
  const model::Named& named;
  std::string title;
};

Called called_in(const Edition& edition, SectionKind kind, std::uint32_t id) {
  const Table& table = edition.table;
  const auto titled = [&](const auto& record) { return title_in(table, edition.in.locale, kind, id, record); };
  switch (kind) {
    case SectionKind::frameworks: return {edition.model.frameworks[id], titled(table.frameworks()[id])};
    case SectionKind::institutions: return {edition.model.institutions[id], titled(table.institutions()[id])};
    case SectionKind::competencies: return {edition.model.competencies[id], titled(table.competencies()[id])};
    case SectionKind::gates: return {edition.model.gates[id], titled(table.gates()[id])};
    case SectionKind::agreements: return {edition.model.agreements[id], titled(table.agreements()[id])};
    default: return {edition.model.credentials[id], title_of(edition.in, id)};
  }
}

}  // namespace

Markup Edition::title(SectionKind kind, std::uint32_t id) const {
  const Called called = called_in(*this, kind, id);
  const model::Named& named = called.named;
  std::string_view of;                     // its language: a title that is not in the page's is in its file's. A name is in none
  const bool made = kind == SectionKind::credentials && table.credentials()[id].block != 0;
  if (!made && table.translated(kind, id, language).empty() && !named.title.empty() && named.framework != model::none) of = model.frameworks[named.framework].language;
  return element("bdi", {{"lang", of == language ? std::string_view() : of}}, text(called.title));
}

Markup Edition::credential_title(std::uint32_t id) const { return title(SectionKind::credentials, id); }

Markup Edition::type(std::uint32_t credential) const { return text(label.types[static_cast<std::size_t>(table.credentials()[credential].type)]); }

Markup Edition::in_english(std::string_view said) const { return language == "en" ? text(said) : element("span", {{"lang", "en"}}, text(said)); }

Markup Edition::verdict(value::Answer answer) const {
  using value::Answer;
  return answer == Answer::holds   ? element("span", {{"class", "pass"}}, text(words.passes))
         : answer == Answer::fails ? element("strong", {{"class", "fail"}}, text(words.fails))
                                   : element("span", {{"class", "unknown"}}, text(words.cannot_tell));
}

Markup Edition::link(const std::string& from, const std::string& to, const Markup& named, std::string_view anchor) const {
  std::string address = from == to && !anchor.empty() ? "" : way(from, to);
  if (!anchor.empty()) (address += '#') += anchor;
  return element("a", {{"href", address}}, named);
}

Markup Edition::credential(const std::string& from, std::uint32_t id) const {
  return table.credentials()[id].block != 0 ? credential_title(id) : link(from, path_of(id), credential_title(id));
}

Markup Edition::credentials(const std::string& from, std::span<const std::uint32_t> ids) const {
  std::vector<Markup> pieces;
  for (const std::uint32_t id : ids) pieces.push_back(credential(from, id));
  return joined(pieces);
}

Markup Edition::competency(const std::string& from, std::uint32_t id) const {
  return link(from, path("competencies.html"), title(SectionKind::competencies, id), id_of(model.competencies[id].name));
}

Markup Edition::institution(const std::string& from, std::uint32_t id) const {
  return link(from, path("institutions.html"), title(SectionKind::institutions, id), id_of(model.institutions[id].name));
}

Markup Edition::agreement(const std::string& from, std::uint32_t id) const {
  const auto status = table.agreements()[id].status;
  const Markup linked = link(from, path("agreements.html"), title(SectionKind::agreements, id), id_of(model.agreements[id].name));
  return status == table::AgreementStatus::unstated ? linked : sentence(in.words.in_brackets, {linked, text(in.words.statuses[static_cast<std::size_t>(status)])});
}

Markup Edition::issuers(const std::string& from, std::uint32_t credential) const {
  std::vector<Markup> pieces;
  for (const std::uint32_t issuer : table.list(table.credentials()[credential].issuers)) pieces.push_back(institution(from, issuer));
  return joined(pieces);
}

std::vector<std::uint32_t> Edition::shown() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id)
    if (table.credentials()[id].block == 0) out.push_back(id);
  return out;
}

std::vector<std::uint32_t> Edition::published() const {
  std::vector<std::uint32_t> out = subject.published;
  for (std::uint32_t id = 0; out.size() < table.frameworks().size() && subject.published.empty(); ++id) out.push_back(id);
  return out;
}

std::string Edition::title_text() const {
  std::vector<std::string> titles;
  for (const std::uint32_t id : published()) titles.push_back(title_in(table, in.locale, SectionKind::frameworks, id, table.frameworks()[id]));
  return rung::joined(titles);
}

}  // namespace rung::handbook
