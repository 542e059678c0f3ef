// Independent value: every microcredential against every check, and then each with its evidence.
#include "compiler/handbook/edition.hpp"

namespace rung::handbook {
namespace {

Markup evidence(const Edition& edition, const value::Verdict& found) {
  std::vector<Markup> said;
  const auto in = [&](source::Span span) { return diagnostics::saying(edition.subject.files, span, edition.language); };
  for (const value::Evidence& one : found.evidence) said.push_back(text(diagnostics::words(one.phrase, one.arguments, in(one.span))));
  Markup out = said.size() == 1 ? said.front() : list(said);
  std::string help;
  for (const diagnostics::Diagnostic& one : found.findings) help += (help.empty() ? "" : std::string(edition.in.locale.semicolon) + " ") + diagnostics::remedies(one, in(one.span));
  if (!help.empty()) out += element("p", {}, sentence(edition.words.help, {text(help)}));
  return out;
}

}  // namespace

Page value_page(const Edition& edition, const value::Judge& judge) {
  const Words& words = edition.words;
  Page out{"value.html", std::string(words.value), text(words.value), {}};
  const std::string from = edition.path(out.page);
  out.content = element("p", {}, text(words.about_value) + " "_html + text(words.rests_on)) + "\n"_html;
  std::vector<Markup> heads{text(words.credential)};
  for (const Word aspect : words.aspects) heads.push_back(text(aspect));
  std::vector<std::vector<Markup>> rows;
  std::vector<Section> all;
  for (const std::uint32_t id : edition.shown()) {
    if (edition.table.credentials()[id].type != table::CredentialType::microcredential) continue;
    const std::string anchor = id_of(edition.model.credentials[id].name);
    std::vector<Markup> row{edition.link(from, from, edition.credential_title(id), anchor)};
    std::vector<std::vector<Markup>> checks;
    for (std::size_t aspect = 0; aspect < value::aspects.size(); ++aspect) {
      const value::Verdict found = judge.verdict(id, value::aspects[aspect]);
      row.push_back(edition.verdict(found.answer));
      checks.push_back({text(words.aspects[aspect]), edition.verdict(found.answer), evidence(edition, found)});
    }
    rows.push_back(std::move(row));
    const Markup whole = element("p", {}, sentence(words.worth, {edition.verdict(judge.whole(id))})) + "\n"_html + element("p", {}, edition.link(from, edition.path_of(id), sentence(words.matter, {text(words.about_it), edition.credential_title(id)}))) + "\n"_html;
    all.push_back({anchor, edition.credential_title(id), whole + table_of(title_of(edition.in, id), {text(words.check), text(words.result), text(words.evidence)}, checks)});
  }
  out.content += rows.empty() ? element("p", {}, text(words.no_microcredentials)) + "\n"_html : table_of(std::string(words.value), heads, rows);
  out.content += sections(edition, all);
  return out;
}

}  // namespace rung::handbook
