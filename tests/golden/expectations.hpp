// The diagnostics that a golden file expects, as comments beside the lines that cause them:
//
//     requires all of { metrologie }
//   #! error unknown-name 21-31: no credential is named 'metrologie'
//   #!   help: did you mean 'metrology'?
//   #!   also 12-21 "metrology": metrology is declared here
//
// After the code come the columns, from 1, the second exclusive; "3-+2:7" ends two lines further down, at column 7 (lines of expectations are not counted).
// A related place is told by its columns and its text, so that it stays what it is when expectations above it come and go.
#pragma once

#include <string>
#include <vector>

#include "compiler/compile.hpp"

namespace golden {

// The text without its expectations.
std::string without_expectations(const std::string& text);

// The text of a file with exactly the expectations that these diagnostics are. Those of other files are left out.
std::string with_expectations(const rung::source::Files& files, rung::source::FileId file, const std::vector<rung::diagnostics::Diagnostic>& diagnostics);

// The same for what has no place in any file.
std::string expectations_of_no_file(const rung::source::Files& files, const std::vector<rung::diagnostics::Diagnostic>& diagnostics);

// Lines of one text that the other does not have: "- expected" and "+ found".
std::string difference(const std::string& expected, const std::string& found);

}  // namespace golden
