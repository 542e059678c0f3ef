// The quality label (runtime/label) as sections of a credential's page. What it says of prerequisites, agreements and larger credentials, the page says by itself and with links.
#include "compiler/handbook/edition.hpp"
#include "runtime/label/card.hpp"

namespace rung::handbook {

Markup quality_label(const Edition& edition, std::uint32_t credential) {
  const label::Card card = label::card_of(edition.table, label::label_of(edition.table, credential), edition.label);
  Markup out;
  for (const label::Section& section : card.sections) {
    if (section.title == edition.label.before || section.title == edition.label.counts_towards || section.title == edition.label.recognition) continue;
    std::vector<Markup> sentences;
    Markup terms;
    for (const label::Line& line : section.lines) {
      if (line.name.empty()) {
        for (const std::string& value : line.values) sentences.push_back(text(value));
        continue;
      }
      terms += element("dt", {}, text(line.name));
      for (const std::string& value : line.values) terms += element("dd", {{"class", line.stated ? "" : "unstated"}}, element("bdi", {}, text(value)));
      terms += "\n"_html;
    }
    out += element("h3", {}, text(section.title)) + "\n"_html;
    if (!terms.empty()) out += element("dl", {}, "\n"_html + terms) + "\n"_html;
    out += list(sentences);
  }
  return element("div", {{"class", "label"}}, "\n"_html + out) + "\n"_html;
}

}  // namespace rung::handbook
