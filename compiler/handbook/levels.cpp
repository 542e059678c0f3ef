// An index: every credential, by its level, the lowest first; those that state none come last.
#include <map>

#include "compiler/handbook/edition.hpp"

namespace rung::handbook {

Page levels_page(const Edition& edition) {
  const Words& words = edition.words;
  Page out{"levels.html", std::string(words.levels), text(words.levels), {}};
  std::map<std::int64_t, std::vector<std::uint32_t>> by_level;
  std::vector<std::uint32_t> without;
  for (const std::uint32_t id : edition.shown()) {
    const std::int64_t level = edition.table.credentials()[id].level;
    (level == table::unknown ? without : by_level[level]).push_back(id);
  }
  std::vector<Section> all;
  const auto add = [&](const std::string& id, const std::string& name, const std::vector<std::uint32_t>& of) {
    all.push_back({id, text(name), table_of_credentials(edition, edition.path(out.page), name, of)});
  };
  for (const auto& [level, of] : by_level) add("level-" + model::decimal(level), filled(words.level_is, {number_in(edition.in.locale, level)}), of);
  if (!without.empty()) add("not-stated", std::string(words.level_not_stated), without);
  out.content = element("p", {}, text(words.about_levels)) + "\n"_html + sections(edition, all);
  return out;
}

}  // namespace rung::handbook
