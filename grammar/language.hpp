// In which language the words of a file are, whatever its first line says.
#pragma once

#include <string_view>

namespace rung::grammar {

// `said`, unless most of the words that begin the first lines of `text` (what follows the head) are of another language only. Reads no more than some thousand bytes.
std::string_view language_of_words(std::string_view text, std::string_view said);

}  // namespace rung::grammar
