// An index: every competency, with what develops it and what asks for it.
#include <algorithm>

#include "compiler/handbook/edition.hpp"

namespace rung::handbook {

Page competencies_page(const Edition& edition) {
  const Words& words = edition.words;
  const Table& table = edition.table;
  Page out{"competencies.html", std::string(words.competencies), text(words.competencies), {}};
  const std::string from = edition.path(out.page);
  std::vector<std::vector<Markup>> developed_by(table.competencies().size());
  for (const std::uint32_t id : edition.shown())
    for (const table::Developed& one : table.developed(table.credentials()[id].develops))
      developed_by[one.competency].push_back(sentence(edition.in.words.in_brackets, {edition.credential(from, id), text(edition.in.words.achievements[static_cast<std::size_t>(one.to)])}));
  std::vector<Section> all;
  for (std::uint32_t id = 0; id < table.competencies().size(); ++id) {
    const table::Competency& one = table.competencies()[id];
    std::vector<Markup> facts;
    if (one.kind != table::CompetencyKind::unknown) facts.push_back(text(words.kinds[static_cast<std::size_t>(one.kind) - 1]));
    if (one.level != table::unknown) facts.push_back(sentence(words.level_is, {text(number_in(edition.in.locale, one.level))}));
    std::vector<std::uint32_t> awards;
    for (const std::uint32_t node : table.list(one.uses)) awards.push_back(table.nodes()[node].owner);
    std::sort(awards.begin(), awards.end());
    awards.erase(std::unique(awards.begin(), awards.end()), awards.end());
    std::vector<Markup> broader;
    for (const std::uint32_t other : table.list(one.broader)) broader.push_back(edition.competency(from, other));
    Markup terms = element("dt", {}, text(words.developed_by)) + element("dd", {}, developed_by[id].empty() ? text(words.nobody) : joined(developed_by[id])) + "\n"_html;
    if (!awards.empty()) terms += element("dt", {}, text(words.asked_for_by)) + element("dd", {}, edition.credentials(from, awards)) + "\n"_html;
    if (!broader.empty()) terms += element("dt", {}, text(words.broader)) + element("dd", {}, joined(broader)) + "\n"_html;
    all.push_back({id_of(edition.model.competencies[id].name), edition.title(table::SectionKind::competencies, id),
                   (facts.empty() ? Markup() : element("p", {}, joined(facts)) + "\n"_html) + description(edition, edition.model.competencies[id]) + element("dl", {}, "\n"_html + terms) + "\n"_html +
                       remarks(edition, edition.model.competencies[id])});
  }
  out.content = element("p", {}, text(all.empty() ? words.no_competencies : words.about_competencies)) + "\n"_html + sections(edition, all);
  return out;
}

}  // namespace rung::handbook
