// Somebody's text, made safe to show: a title or a record may hold anything, and no terminal shall obey it.
#pragma once

#include <string>
#include <string_view>

namespace rung {

// The same on one line: a line end or tab is a space, another control character a stand-in (␛ for an escape), and so is what turns the direction
// of writing round (<U+202E>).
std::string plain(std::string_view text);

}  // namespace rung
