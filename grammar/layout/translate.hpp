// A framework in the words of another language: its words change, and its names, texts, comments and numbers do not.
#pragma once

#include <string>
#include <string_view>

#include "grammar/layout/layout.hpp"
#include "grammar/tree.hpp"

namespace rung::grammar {

// The file laid out in that language, one of Vocabulary::languages(). A file with a mistake is left alone (no text), and so is one in which a name would be read as a word of the
// other language (no text, `faithful` is false): what is written is read again and compared first.
//
// A comment that stands between the words of one phrase ("issued", "by") comes to stand behind it.
LaidOut put_into(std::string_view language, const source::Files& files, source::FileId file, diagnostics::Sink& sink);

// What stands at `span`, on one line and without comments, in the words of that language. `tree`: of the file, parsed with Keep::words and without a mistake.
std::string in_other_words(const source::Files& files, const Tree& tree, source::Span span, std::string_view language);

}  // namespace rung::grammar
