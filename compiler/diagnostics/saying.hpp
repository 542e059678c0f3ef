// How messages are put into the reader's language: what the catalogue says of itself is in catalogue_fr.def, what the compiler's steps say within it in arguments_fr.def.
#pragma once

#include <string>
#include <string_view>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {

// The words of a message with its arguments in their places, in that language.
std::string filled(std::string_view words, const Arguments& arguments, Saying saying);

// What the compiler says in English, in French, when arguments_fr.def has it; else as it is.
std::string in_french(std::string_view english, std::string_view source_language = "en");

// A word of the language by its identifier ("all_of"), as it is printed in that language; empty when there is none.
std::string_view source_word(std::string_view id, std::string_view language);

// The word of the language that is spelt so in English, in another; the same when there is none.
std::string_view source_spelling(std::string_view english, std::string_view language);

// In which language a framework file is written, by its first line.
std::string_view language_of_source(std::string_view text);

}  // namespace rung::diagnostics
