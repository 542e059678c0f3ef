// The one layout, as edits of what it changes.
#include "compiler/lsp/features.hpp"
#include "grammar/layout/layout.hpp"

namespace rung::lsp {

std::string formatting(const Document& document, Encoding encoding) {
  const std::string& text = *document.text;
  std::string out = "[";
  if (!document.parsed().is_text) return out += ']';
  Walk walk(document.lines(), text, encoding);
  const auto put = [&](const grammar::Pieces::Edit& edit) {
    out += out.size() > 1 ? R"(,{"newText":)" : R"({"newText":)";
    write_text(out, edit.text);
    out += R"(,"range":)";
    const Place begin = walk.place(edit.begin);
    write_range(out, begin, walk.place(edit.end));
    out += '}';
  };
  if (const auto edits = document.layout_pieces().edits(text, document.parsed().reading)) {
    for (const grammar::Pieces::Edit& edit : *edits) put(edit);
    return out += ']';
  }
  // Something in it can't be read: what may be laid out is for the whole text to say.
  source::Files files;
  diagnostics::Sink quiet;
  const grammar::LaidOut laid = grammar::lay_out(files, files.add(document.path, text), quiet);
  if (laid.text && *laid.text != text) put(grammar::difference(text, 0, *laid.text));
  return out += ']';
}

}  // namespace rung::lsp
