// The files that a build read, as Make and Ninja want to be told.
#pragma once

#include <string>
#include <vector>

namespace rung::emit {

// "table: file file …" with spaces, # and $ escaped as Make asks.
std::string depfile(const std::string& table, const std::vector<std::string>& read);

}  // namespace rung::emit
