// A command line that speaks the language of its reader: its help, once it is defined.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace rung::command_line {

// Puts everything that help, completions and manual tell of the program into that language. The library's messages stay English; `said` (words.hpp) has them.
void put_into(std::string_view language, CLI::App& app);

// Gives those verbs the option --on that all others have, so that whoever asks for a day may ask every verb: nothing in their answers depends on it. `is_a_day` says what is wrong with one.
void add_day_of_no_matter(CLI::App& app, const std::vector<std::string>& verbs, std::function<std::string(const std::string&)> is_a_day);

// Gives every verb that has none the option --locale.
void add_locale(CLI::App& app, std::string& language);

}  // namespace rung::command_line
