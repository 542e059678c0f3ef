// The verbs around the work itself: to begin, to go to and fro between a spreadsheet and a framework, and what a shell and a manual say of the program.
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace rungc {

// `language`: of the manual. Each sets `status` to what its run has come to. They belong to `app`, which they may tell about: it has to have its other verbs by the time that it is parsed.
void add_further_verbs(CLI::App& app, const std::string& language, int& status);

}  // namespace rungc
