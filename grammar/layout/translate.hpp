// A framework in the words of another language: its words change, and its names, texts, comments and numbers do not.
#pragma once

#include <string_view>

#include "grammar/layout/layout.hpp"

namespace rung::grammar {

// The file laid out in that language, one of Vocabulary::languages(). A file with a mistake is left alone (no text), and so is one in which a name would be read as a word of the
// other language (no text, `faithful` is false): what is written is read again and compared first.
//
// A comment that stands between the words of one phrase ("issued", "by") comes to stand behind it.
LaidOut put_into(std::string_view language, const source::Files& files, source::FileId file, diagnostics::Sink& sink);

}  // namespace rung::grammar
