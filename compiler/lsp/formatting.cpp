// The one layout, as edits of what it changes.
#include "compiler/lsp/features.hpp"
#include "grammar/layout/layout.hpp"

namespace rung::lsp {

Json formatting(const Document& document, Encoding encoding) {
  const std::string& text = *document.text;
  Json out = Json::array();
  if (!document.parsed().is_text) return out;
  const auto put = [&](std::uint32_t begin, std::uint32_t end, const std::string& anew) {
    const auto place = [&](std::size_t at) { return document.lines().place(text, at, encoding); };
    out.push_back({{"range", as_json(place(begin), place(end))}, {"newText", anew}});
  };
  if (const auto edits = document.layout_pieces().edits(text, document.parsed().reading)) {
    for (const grammar::Pieces::Edit& edit : *edits) put(edit.begin, edit.end, edit.text);
    return out;
  }
  // Something in it can't be read: what may be laid out is for the whole text to say.
  source::Files files;
  diagnostics::Sink quiet;
  const grammar::LaidOut laid = grammar::lay_out(files, files.add(document.path, text), quiet);
  if (!laid.text || *laid.text == text) return out;
  const grammar::Pieces::Edit edit = grammar::difference(text, 0, *laid.text);
  put(edit.begin, edit.end, edit.text);
  return out;
}

}  // namespace rung::lsp
