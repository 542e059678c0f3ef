// What the runtime remarks, and what went wrong, in the language that was asked for.
#pragma once

#include <string>
#include <string_view>

#include "runtime/result.hpp"

namespace rung {

std::string said(std::string_view language, const Saying& saying);
// What is wrong and what to do, in one line; of what is no remark, what runtime/command_line has in that language, else English.
std::string in_a_sentence(std::string_view language, const Error& error);

}  // namespace rung
