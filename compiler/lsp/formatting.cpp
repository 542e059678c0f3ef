// The one layout, as the smallest change of the text: of what is the same before and behind nothing is sent.
#include <algorithm>

#include "compiler/lsp/features.hpp"
#include "grammar/layout/layout.hpp"

namespace rung::lsp {

Json formatting(const Document& document, Encoding encoding) {
  const std::string& text = *document.text;
  if (source::first_invalid_utf8(text) || text.find('\0') != std::string::npos) return Json::array();
  source::Files files;
  diagnostics::Sink quiet;
  const grammar::LaidOut laid = grammar::lay_out(files, files.add(document.path, text), quiet);
  if (!laid.text || *laid.text == text) return Json::array();
  const std::string& after = *laid.text;
  const std::size_t least = std::min(text.size(), after.size());
  std::size_t begin = 0, tail = 0;
  while (begin < least && text[begin] == after[begin]) ++begin;
  while (tail < least - begin && text[text.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  // Whole characters and whole ends of lines.
  const auto inside = [](const std::string& of, std::size_t at) { return at < of.size() && ((static_cast<unsigned char>(of[at]) & 0xC0) == 0x80 || (of[at] == '\n' && at > 0 && of[at - 1] == '\r')); };
  while (begin > 0 && (inside(text, begin) || inside(after, begin))) --begin;
  while (tail > 0 && (inside(text, text.size() - tail) || inside(after, after.size() - tail))) --tail;
  const auto place = [&](std::size_t at) { return document.lines().place(text, at, encoding); };
  return Json::array({{{"range", as_json(place(begin), place(text.size() - tail))}, {"newText", after.substr(begin, after.size() - tail - begin)}}});
}

}  // namespace rung::lsp
