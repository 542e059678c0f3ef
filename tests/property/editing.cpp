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
                                         "@",  "\\", "use ",   "\nuse \"a.rung\"\n", "\npolicy p { }\n", "  institution i\n", "gate ", "rung 1 fr\n", "\ncadre a\ncours b\nétablissement c\ncompétence d\n", std::string(220, '{')};

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

// One of so many, each as often. (inRange by itself keeps to the first of them while cases are small, and most are.)
std::size_t one_of(std::size_t many) { return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, many)); }

// Characters are not cut in half: an editor can't.
std::size_t place_in(const std::string& text) {
  std::size_t at = one_of(text.size() + 1);
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

}  // namespace

std::string typed_text() {
  static const std::vector<std::string> all = examples();
  const std::size_t which = one_of(all.size() + 6);
  if (which >= all.size() + 4) return "rung 1 en\n\ncadre a \"A\"\ncours b \"B\" { crédits 3 }\n";   // one word more, and it is read as French
  return which < all.size() ? all[which] : written((*cases()).framework);
}

std::string edited(const std::string& text) {
  std::size_t begin = place_in(text), end = begin;
  std::string anew;
  const auto continues = [&](std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };   // half a character
  switch (one_of(8)) {
    case 0: end = place_in(text); break;                                         // a region goes
    case 1: end = std::min(text.find('\n', begin), text.size()); break;          // the rest of a line
    case 2: end = std::min(begin + 1, text.size()); break;
    case 3: {                                                                    // a piece of it stands twice
      std::size_t stop = std::min(begin + 1 + one_of(199), text.size());
      while (continues(stop)) ++stop;
      anew = text.substr(begin, stop - begin);
      begin = end = place_in(text);
      break;
    }
    default: anew = pieces[one_of(pieces.size())];
  }
  if (begin > end) std::swap(begin, end);
  while (continues(end)) ++end;
  return text.substr(0, begin) + anew + text.substr(end);
}

}  // namespace property
