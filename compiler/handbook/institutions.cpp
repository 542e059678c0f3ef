// An index: every institution, with what it issues and the agreements that it is a side of.
#include <algorithm>
#include <array>
#include <string_view>

#include "compiler/handbook/edition.hpp"

namespace rung::handbook {
namespace {

Markup agreements_of(const Edition& edition, const std::string& from, std::uint32_t institution) {
  std::vector<Markup> gives, takes;
  for (std::uint32_t id = 0; id < edition.table.agreements().size(); ++id) {
    if (edition.table.agreements()[id].to == institution) gives.push_back(edition.agreement(from, id));
    if (edition.table.agreements()[id].from == institution) takes.push_back(edition.agreement(from, id));
  }
  Markup out;
  for (const auto& [name, which] : {std::pair(edition.words.gives_recognition, &gives), {edition.words.takes_recognition, &takes}})
    if (!which->empty()) out += element("h3", {}, text(name)) + "\n"_html + list(*which);
  return out;
}

// What an institution is, in the words of the page.
std::string type_of(const Words& words, const std::string& written) {
  static constexpr std::array<std::string_view, std::tuple_size_v<decltype(Words::institution_types)>> known = {"college", "university", "polytechnic", "indigenous-institute", "employer", "professional-body"};
  const auto found = std::find(known.begin(), known.end(), written);
  return found == known.end() ? written : std::string(words.institution_types[static_cast<std::size_t>(found - known.begin())]);
}

}  // namespace

Page institutions_page(const Edition& edition) {
  const Words& words = edition.words;
  Page out{"institutions.html", std::string(words.institutions), text(words.institutions), {}};
  const std::string from = edition.path(out.page);
  const std::vector<std::uint32_t> shown = edition.shown();
  std::vector<std::vector<std::uint32_t>> issued(edition.table.institutions().size());
  std::vector<std::uint32_t> without;
  for (const std::uint32_t id : shown) {
    const auto issuers = edition.table.list(edition.table.credentials()[id].issuers);
    for (const std::uint32_t issuer : issuers) issued[issuer].push_back(id);
    if (issuers.empty()) without.push_back(id);
  }
  std::vector<Section> all;
  for (std::uint32_t id = 0; id < issued.size(); ++id) {
    const model::Institution& one = edition.model.institutions[id];
    std::vector<Markup> facts;
    for (const std::string& fact : {type_of(words, one.type), one.country, one.region})
      if (!fact.empty()) facts.push_back(text(fact));
    const std::string title = institution_title(edition.in, id);
    Markup content = facts.empty() ? Markup() : element("p", {}, joined(facts)) + "\n"_html;
    content += description(edition, one) + (issued[id].empty() ? element("p", {}, text(words.none_here)) + "\n"_html : table_of_credentials(edition, from, title, issued[id]));
    all.push_back({id_of(one.name), edition.title(table::SectionKind::institutions, id), content + agreements_of(edition, from, id) + remarks(edition, one)});
  }
  if (!without.empty()) all.push_back({"__none", text(words.no_issuer), table_of_credentials(edition, from, std::string(words.no_issuer), without)});
  out.content = element("p", {}, text(words.about_institutions)) + "\n"_html + sections(edition, all);
  return out;
}

}  // namespace rung::handbook
