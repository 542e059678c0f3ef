// A page that needs nothing else: no script, no font, no picture. Headings and description lists, so that it reads aloud in the order in which it is seen; it prints on one or two sheets.
#include "runtime/label/card.hpp"
#include "runtime/label/escaped.hpp"

namespace rung::label {
namespace {

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --edge: #5b5b5b; --soft: #555555; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --paper: #141414; --edge: #a0a0a0; --soft: #c4c4c4; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 46rem; margin: 0 auto; border: 2px solid var(--edge); border-radius: .5rem; padding: 1rem 1.25rem; overflow-wrap: anywhere; }
header { border-bottom: 4px solid var(--edge); margin-bottom: .5rem; padding-bottom: .5rem; }
header p { margin: 0; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.2; }
h2 { margin: 1rem 0 .25rem; font-size: 1.05rem; border-bottom: 1px solid var(--edge); }
dl { margin: 0; display: grid; grid-template-columns: minmax(6rem, 11rem) 1fr; gap: .1rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; grid-column: 2; }
dd.unstated { color: var(--soft); font-style: italic; }
ul { margin: .25rem 0; padding-left: 1.25rem; }
footer { margin-top: 1rem; border-top: 1px solid var(--edge); padding-top: .5rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 30rem) { body { padding: .25rem; } dl { display: block; } dd { margin-left: 1rem; } }
@media print { body { padding: 0; } main { border: 1px solid #000; } section { break-inside: avoid; } }
)";

// A name of any script inside a line of the label's own words.
std::string bidirectional(const std::string& name) { return "<bdi>" + escaped(name) + "</bdi>"; }

std::string lines(const Section& section) {
  std::string out;
  bool in_list = false, in_terms = false;
  const auto inside = [&](bool list, bool terms) {
    if (in_list && !list) out += "</ul>\n";
    if (in_terms && !terms) out += "</dl>\n";
    if (list && !in_list) out += "<ul>\n";
    if (terms && !in_terms) out += "<dl>\n";
    in_list = list;
    in_terms = terms;
  };
  for (const Line& line : section.lines) {
    inside(line.name.empty(), !line.name.empty());
    if (!line.name.empty()) out += "<dt dir=\"auto\">" + escaped(line.name) + "</dt>\n";
    for (const std::string& value : line.values) {
      if (line.name.empty()) out += "<li dir=\"auto\">" + escaped(value) + "</li>\n";
      else out += std::string(line.stated ? "<dd dir=\"auto\">" : "<dd class=\"unstated\">") + escaped(value) + "</dd>\n";
    }
  }
  inside(false, false);
  return out;
}

}  // namespace

std::string as_html(const Table& table, const Label& label, std::string_view language) {
  const Words& words = words_in(language);
  const Card card = card_of(table, label, words);
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(words.language) + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<title>" + escaped(card.title) + " – " + std::string(words.label) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n<header>\n";
  out += "<p>" + std::string(words.label) + "</p>\n<h1 dir=\"auto\">" + escaped(card.title) + "</h1>\n<p>" + escaped(card.type) + (card.issuers.empty() ? "" : " · " + std::string(words.issued_by) + " " + bidirectional(card.issuers)) + "</p>\n</header>\n";
  for (std::size_t s = 0; s < card.sections.size(); ++s) {
    const std::string id = "s" + std::to_string(s + 1);
    out += "<section aria-labelledby=\"" + id + "\">\n<h2 id=\"" + id + "\">" + escaped(card.sections[s].title) + "</h2>\n" + lines(card.sections[s]) + "</section>\n";
  }
  return out + "<footer>" + bidirectional(card.name) + " · " + bidirectional(card.source) + "</footer>\n</main>\n</body>\n</html>\n";
}

}  // namespace rung::label
