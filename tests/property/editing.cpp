#include "tests/property/editing.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <rapidcheck.h>

#include "tests/property/generate.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

// What opens, closes or ends something, and what begins a declaration: the pieces that change how all that follows is read.
const std::vector<std::string> pieces = {"x",  "\"", "\"\"\"", "{",   "}",    "\n",  "\n\n", "#",    "# a comment\n", " ",  ",",  ":",      "requires ", "all of ",   "course ", "\ncourse new-one \"New one\" {\n  credits 3\n}\n",
                                         "}}", "«",  "»",      "“",   "\r\n", "\r", ".",    "...",  "-",             "1",  "%",  "é", "\xC2\xA0",  "scenario ", "\nscenario \"s\" {\n  holds x\n  expect y earned\n}\n",
                                         "@",  "\\", "use ",   "\nuse \"a.rung\"\n", "\npolicy p { }\n", "  institution i\n", "gate ", "rung 1 fr\n", std::string(220, '{')};

std::vector<std::string> examples() {
  std::vector<std::string> out;
  for (const auto& file : std::filesystem::recursive_directory_iterator(RUNG_SOURCE_DIR "/examples")) {
    if (file.path().extension() != ".rung") continue;
    std::ostringstream text;
    text << std::ifstream(file.path()).rdbuf();
    if (text.view().size() < 20'000) out.push_back(std::move(text).str());
  }
  return out;
}

// Characters are not cut in half: an editor can't.
std::size_t place_in(const std::string& text) {
  std::size_t at = *rc::gen::inRange<std::size_t>(0, text.size() + 1);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

}  // namespace

std::string typed_text() {
  static const std::vector<std::string> all = examples();
  const auto which = *rc::gen::inRange<std::size_t>(0, all.size() + 4);
  return which < all.size() ? all[which] : written((*cases()).framework);
}

std::string edited(const std::string& text) {
  std::size_t begin = place_in(text), end = begin;
  std::string anew;
  switch (*rc::gen::inRange(0, 8)) {
    case 0: end = place_in(text); break;                                         // a region goes
    case 1: end = std::min(text.find('\n', begin), text.size()); break;          // the rest of a line
    case 2: end = std::min(begin + 1, text.size()); break;
    case 3: anew = text.substr(begin, *rc::gen::inRange<std::size_t>(1, 200)); begin = end = place_in(text); break;   // a piece of it stands twice
    default: anew = pieces[*rc::gen::inRange<std::size_t>(0, pieces.size())];
  }
  if (begin > end) std::swap(begin, end);
  const auto continues = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
  while (continues(end)) ++end;
  while (!anew.empty() && (static_cast<unsigned char>(anew.back()) & 0xC0) != 0 && (static_cast<unsigned char>(anew.back()) & 0x80) != 0) anew.pop_back();   // half a character
  return text.substr(0, begin) + anew + text.substr(end);
}

}  // namespace property
