#include "compiler/handbook/handbook.hpp"

#include <algorithm>

#include "compiler/handbook/edition.hpp"
#include "compiler/parts/side_by_side.hpp"

namespace rung::handbook {
namespace {

// Everything that is drawn, each by a program of its own, several at a time: last what has everything in it. A problem, when there was one, of the first.
std::vector<Drawing> drawings(const Edition& edition, const std::vector<std::uint32_t>& shown, unsigned jobs, std::string& problem) {
  std::vector<Drawing> out(shown.size() + 1);
  std::vector<std::string> problems(out.size());
  parts::side_by_side(out.size(), jobs, [&](std::size_t i) {
    const bool all = i == shown.size();
    out[i] = drawing(edition, all ? edition.path("structure.html") : edition.path_of(shown[i]), all ? table::none : shown[i], problems[i]);
  });
  const auto first = std::find_if(problems.begin(), problems.end(), [](const std::string& one) { return !one.empty(); });
  if (first != problems.end()) problem = *first;
  return out;
}

}  // namespace

Made handbook_of(const Subject& subject, const std::vector<std::string>& languages, unsigned jobs) {
  Made out;
  const value::Judge judge(subject.model);
  for (const std::string& language : languages) {
    const Edition edition(subject, languages, language);
    const std::vector<std::uint32_t> shown = edition.shown();
    std::vector<Drawing> drawn = drawings(edition, shown, jobs, out.problem);
    if (!out.problem.empty()) return {{}, out.problem};
    const auto add = [&](const Page& page) { out.files[edition.path(page.page)] = framed(edition, page); };
    for (std::size_t i = 0; i < shown.size(); ++i) add(credential_page(edition, shown[i], drawn[i], judge));
    for (const auto page : {home_page, types_page, levels_page, institutions_page, competencies_page, agreements_page, conformance_page}) add(page(edition));
    add(structure_page(edition, drawn.back()));
    add(value_page(edition, judge));
    for (Drawing& one : drawn)
      if (!one.file.empty()) out.files[one.file] = std::move(one.svg);
  }
  out.files["index.html"] = front_page(subject, languages);
  out.files["style.css"] = style();
  return out;
}

}  // namespace rung::handbook
