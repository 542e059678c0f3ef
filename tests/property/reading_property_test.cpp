// A text that is read again after each change is what it is when read from scratch: tokens, tree, mistakes, and what is kept for the next time.
#include <gtest/gtest.h>

#include "compiler/diagnostics/show.hpp"
#include "grammar/parser.hpp"
#include "grammar/reading.hpp"
#include "tests/property/editing.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

using namespace rung;

template <class Item, class Tell>
std::string told(const std::vector<Item>& items, const Tell& tell) {
  std::string out;
  for (const Item& item : items) {
    for (const auto value : tell(item)) out += std::to_string(value) + " ";
    out += "\n";
  }
  return out;
}

using Numbers = std::vector<std::uint64_t>;

// All but `reach`, which may be less where less was looked at.
std::string told(const grammar::Reading& reading) {
  const grammar::Tree& tree = reading.tree;
  std::string out(tree.language);
  out += told(tree.tokens, [](const grammar::Token& t) { return Numbers{t.begin, t.end, static_cast<std::uint64_t>(t.kind), t.starts_line, t.atom}; });
  out += "comments " + told(tree.comments, [](const grammar::Comment& c) { return Numbers{c.begin, c.end, c.before_token}; });
  out += "nodes " + told(tree.nodes, [](const grammar::Node& n) {
    return Numbers{n.first_token, n.end_token, n.first_child, n.next_sibling, static_cast<std::uint64_t>(n.kind), static_cast<std::uint64_t>(n.word)};
  });
  out += "declarations " + told(tree.declarations, [](std::uint32_t d) { return Numbers{d}; });
  out += "too deep " + told(reading.too_deep, [](std::uint32_t t) { return Numbers{t}; });
  out += "unclosed " + told(reading.unclosed, [](std::uint32_t t) { return Numbers{t}; });
  out += "stretches " + told(reading.stretches, [](const grammar::Stretch& s) { return Numbers{s.token, s.node, s.declaration, s.depth}; });
  return out;
}

std::string mistakes(const std::string& text, const diagnostics::Sink& sink) {
  source::Files files;
  files.add("f.rung", text);
  return diagnostics::as_json(files, sink.sorted());
}

TEST(Reading, AgainIsReadingFromScratch) {
  int kept = 0, of_words = 0;              // changes after which declarations were kept; that made another language of the text
  check("what is read again after a change is what reading from scratch gives", 400, [&] {
    std::string text = typed_text();
    grammar::Reading reading = grammar::read(text);
    for (int change = 0; change < 12; ++change) {
      const std::string next = edited(text);
      if (next.empty()) break;
      const std::string language(reading.tree.language);
      reading = grammar::read_again(reading, text, next);
      text = next;
      kept += reading.anew < reading.stretches.size();
      of_words += reading.tree.language != language;
      if (told(reading) != told(grammar::read(text))) RC_FAIL("another tree after a change, of this text:\n" + text);
      source::Files files;
      diagnostics::Sink plain, again;
      const grammar::Tree tree = grammar::parse(files, files.add("f.rung", text), plain);
      reading.report(0, again);
      RC_ASSERT(reading.tree.declarations == tree.declarations);
      if (mistakes(text, again) != mistakes(text, plain)) RC_FAIL("other mistakes after a change, of this text:\n" + text + "\n---\n" + mistakes(text, again) + "\n---\n" + mistakes(text, plain));
    }
  });
  if (!in_full()) return;
  EXPECT_GT(kept, 500);
  EXPECT_GT(of_words, 0);
}

}  // namespace
}  // namespace property
