// How changes are told: in text, as JSON, and as Markdown for a committee's minutes.
#pragma once

#include "compiler/change/changes.hpp"

namespace rungc {

struct DiffReport {
  std::string before, after;               // as they were named on the command line
  const std::vector<rung::change::Change>& changes;
};

std::string diff_text(const DiffReport& report);
std::string diff_markdown(const DiffReport& report);
std::string diff_json(const DiffReport& report);

}  // namespace rungc
