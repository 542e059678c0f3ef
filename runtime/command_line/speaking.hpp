// A command line that speaks the language of its reader: its help, once it is defined.
#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>

namespace rung::command_line {

// Puts everything that help, completions and manual tell of the program into that language. The library's messages stay English; `said` (words.hpp) has them.
void put_into(std::string_view language, CLI::App& app);

// Gives every verb that has none the option --locale.
void add_locale(CLI::App& app, std::string& language);

}  // namespace rung::command_line
