// What command lines say, in the language of their reader. They are written in English where options are defined and commands fail; every other language has one table of the same sentences (words_fr.def).
#pragma once

#include <string>
#include <string_view>

namespace rung::command_line {

// The sentence in that language; the same sentence, when the language has no table or its table does not have it.
std::string said(std::string_view language, std::string_view english);

// The language that a command line asks for, also when the line is otherwise wrong: "en", "fr", or `otherwise`.
std::string asked_for(int argc, const char* const* argv, std::string_view otherwise);

}  // namespace rung::command_line
