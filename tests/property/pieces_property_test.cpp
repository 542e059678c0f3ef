// A text laid out piece by piece, by what was remembered of older texts, is what it is when laid out as a whole.
#include <gtest/gtest.h>

#include "grammar/layout/layout.hpp"
#include "grammar/layout/pieces.hpp"
#include "tests/property/editing.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

using namespace rung;

TEST(Pieces, AreLaidOutAsTheWhole) {
  std::size_t by_pieces = 0, changed = 0, with_mistakes = 0;
  check("what is laid out piece by piece is what lay_out makes of the whole", 200, [&] {
    std::string text = typed_text();
    grammar::Pieces pieces;
    for (int change = 0; change < 8; ++change) {
      const std::string next = edited(text);
      const grammar::Reading reading = grammar::read(next);
      const bool keeps_mistake = *rc::gen::arbitrary<bool>();   // else it is taken back
      const auto edits = pieces.edits(next, reading);
      if (reading.clean() || keeps_mistake) text = next;
      if (!edits) continue;
      std::string after = next;
      for (auto edit = edits->rbegin(); edit != edits->rend(); ++edit) after.replace(edit->begin, edit->end - edit->begin, edit->text);
      source::Files files;
      diagnostics::Sink quiet;
      const grammar::LaidOut whole = grammar::lay_out(files, files.add("f.rung", next), quiet);
      if (!whole.text || after != *whole.text) RC_FAIL("another layout of this text:\n" + next + "\n---\n" + after + "\n---\n" + whole.text.value_or("nothing"));
      ++by_pieces;
      if (!edits->empty()) ++changed;
      if (!reading.clean()) ++with_mistakes;
    }
  });
  EXPECT_GT(by_pieces, 0u);
  EXPECT_GT(changed, 0u);
  EXPECT_GT(with_mistakes, 0u);
}

}  // namespace
}  // namespace property
