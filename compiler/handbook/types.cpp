// An index: every credential, by its type.
#include "compiler/handbook/edition.hpp"

namespace rung::handbook {

Page types_page(const Edition& edition) {
  Page out{"types.html", std::string(edition.words.types), text(edition.words.types), {}};
  const std::vector<std::uint32_t> shown = edition.shown();
  std::vector<Section> all;
  for (std::size_t type = 0; type < static_cast<std::size_t>(table::CredentialType::count_); ++type) {
    std::vector<std::uint32_t> of;
    for (const std::uint32_t id : shown)
      if (static_cast<std::size_t>(edition.table.credentials()[id].type) == type) of.push_back(id);
    if (of.empty()) continue;
    const std::string name(edition.label.types[type]);
    all.push_back({std::string(label::words_in("en").types[type]), text(name), table_of_credentials(edition, edition.path(out.page), name, of)});
  }
  out.content = element("p", {}, text(edition.words.about_types)) + "\n"_html + sections(edition, all);
  return out;
}

}  // namespace rung::handbook
