// The pages of `rungc explain`, embedded by pages.cmake; sorted by code.
#pragma once

#include <span>
#include <string_view>

namespace rung::diagnostics {

struct Page {
  std::string_view code;
  std::string_view markdown;
};
std::span<const Page> pages();
std::span<const Page> french_pages();

}  // namespace rung::diagnostics
