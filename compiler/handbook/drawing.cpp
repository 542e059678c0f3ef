// The drawing of how something stacks: a file beside the pages, shown at three quarters of its size or more in a frame that scrolls, so that its letters can be read however much there is of it (a phone shows
// the whole, and the drawing by itself can be made larger); and the same as a list with
// links, for whoever does not see it.
#include <charconv>

#include "compiler/handbook/edition.hpp"
#include "compiler/picture/picture.hpp"

namespace rung::handbook {
namespace {

using picture::Box;
using picture::Line;
using picture::Link;
using picture::Picture;

constexpr std::size_t most_boxes = 300;    // Graphviz needs minutes for many more, and nobody finds a way through them

Markup titles_of(const Edition& edition, const std::string& from, const Box& box) {
  std::vector<Markup> titles;
  for (const std::uint32_t id : box.credentials) titles.push_back(edition.credential(from, id));
  return box.gate == table::none ? joined(titles) : edition.title(table::SectionKind::gates, box.gate);
}

Markup led_from(const Edition& edition, const std::string& from, const Picture& picture, const std::vector<const Line*>& lines, std::uint32_t row, Link link) {
  std::vector<Markup> out;
  for (const Line* line : lines) {
    if (line->row != row || line->link != link || (link == Link::counts && picture.boxes[line->from].gate != table::none)) continue;   // of a gate the row says it
    const Markup titles = titles_of(edition, from, picture.boxes[line->from]);
    out.push_back(line->text.empty() ? titles : sentence(edition.in.words.in_brackets, {titles, text(line->text)}));
  }
  return joined(out);
}

Markup in_words(const Edition& edition, const std::string& from, const Picture& picture) {
  std::vector<std::vector<const Line*>> to(picture.boxes.size());
  for (const Line& line : picture.lines) to[line.to].push_back(&line);
  std::vector<Markup> items;
  for (std::uint32_t b = 0; b < picture.boxes.size(); ++b) {
    const Box& box = picture.boxes[b];
    if (box.gate != table::none || (box.rows.empty() && to[b].empty())) continue;
    std::vector<Markup> rows;
    for (std::uint32_t r = 0; r < box.rows.size(); ++r) {
      const Markup found = led_from(edition, from, picture, to[b], r, Link::counts);
      rows.push_back(text(box.rows[r].text) + (found.empty() ? Markup() : text(edition.in.locale.colon) + " "_html + found));
    }
    if (const Markup before = led_from(edition, from, picture, to[b], table::none, Link::before); !before.empty()) rows.push_back(sentence(edition.words.before_it, {before}));
    if (const Markup given = led_from(edition, from, picture, to[b], table::none, Link::recognised); !given.empty()) rows.push_back(sentence(edition.words.recognised_for, {given}));
    const Markup titles = titles_of(edition, from, box);
    items.push_back((box.is_award ? sentence(edition.words.made_of, {titles}) : titles) + "\n"_html + list(rows));
  }
  return items.empty() ? element("p", {}, text(edition.words.nothing_leads)) : list(items, "rule");
}

// Points, as Graphviz writes them: <svg width="420pt" height="97pt".
int points(const std::string& svg, std::string_view attribute) {
  int out = 0;
  if (const std::size_t at = svg.find(attribute); at < svg.find('>')) std::from_chars(svg.data() + at + attribute.size(), svg.data() + svg.size(), out);
  return out;
}

}  // namespace

Drawing drawing(const Edition& edition, const std::string& from, std::uint32_t about, std::string& problem) {
  const Words& words = edition.words;
  const bool all = about == table::none;
  const Picture picture = picture::picture_of(edition.table, all ? std::nullopt : std::optional(about), edition.language);
  if (picture.lines.empty()) return {{}, {}, element("p", {}, text(all ? words.no_drawing : words.drawing_alone)) + "\n"_html};
  const Markup told = in_words(edition, from, picture);
  Drawing out;
  if (picture.boxes.size() > most_boxes) {
    out.shown = element("p", {}, text(words.drawing_too_large)) + "\n"_html + told;
    return out;
  }
  picture::Drawn drawn = picture::as_svg(picture);
  problem = std::move(drawn.problem);
  out.svg = std::move(drawn.svg);
  out.file = edition.path("drawings/" + (all ? std::string("__all") : id_of(edition.model.credentials[about].name)) + ".svg");
  const std::string title = all ? edition.title_text() : title_of(edition.in, about), said = filled(words.taken_from_all, {title}), address = way(from, out.file);
  const int width = points(out.svg, "width=\"") * 4 / 3, height = points(out.svg, "height=\"") * 4 / 3;
  const Markup image = "<img src=\""_html + text(address) + "\" alt=\""_html + text(said) + "\" width=\""_html + text(std::to_string(width)) + "\" height=\""_html + text(std::to_string(height)) + "\" style=\"--natural: "_html + text(std::to_string(width)) + "px\">"_html;
  out.shown = element("div", {{"class", "scroll drawing"}, {"role", "group"}, {"aria-label", words.drawing}, {"tabindex", "0"}}, image) + "\n"_html;
  out.shown += element("p", {}, element("a", {{"href", address}}, sentence(words.open_drawing, {text(title)}))) + "\n"_html;
  out.shown += all ? element("h2", {}, text(words.drawing_in_words)) + "\n"_html + told
                   : element("details", {}, element("summary", {}, text(words.drawing_in_words)) + "\n"_html + told) + "\n"_html;
  return out;
}

Page structure_page(const Edition& edition, const Drawing& drawing) {
  return {"structure.html", std::string(edition.words.structure), text(edition.words.structure), element("p", {}, text(edition.words.about_structure)) + "\n"_html + drawing.shown};
}

}  // namespace rung::handbook
