// What of a file other files may see, told without reading it whole: which files it uses, and what it names that is known beyond it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rung::parts {

struct Scan {
  std::vector<std::string> uses;             // as written
  std::vector<std::string> frameworks;       // that it declares, as written: one, unless it has a mistake
  std::vector<std::string> institutions;     // that it declares, as written
  bool policies = false;                     // it declares some
};

// A look at the words in front of names finds nearly everything; where it cannot be sure (another language, comments between words, unusual quotes) the file is parsed. It may see a
// declaration where there is only a text that reads like one, and never misses one: files are then compiled together that need not be, which costs time and changes nothing.
Scan scan(std::string_view text);
// The same by parsing, always. For tests.
Scan scan_by_parsing(std::string_view text);

}  // namespace rung::parts
