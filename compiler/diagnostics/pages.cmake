# Embeds pages/CODE.md and pages/fr/CODE.md, one page a diagnostic and language, into a source file, and sets RUNG_PAGES_SOURCE to its path.
set(RUNG_PAGES_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/diagnostics_pages.cpp)
rung_texts(${CMAKE_CURRENT_LIST_DIR}/pages .md pages)
rung_texts(${CMAKE_CURRENT_LIST_DIR}/pages/fr .md french_pages)
rung_write(${RUNG_PAGES_SOURCE} "// Written by pages.cmake from compiler/diagnostics/pages.
#include \"compiler/diagnostics/pages.hpp\"

namespace rung::diagnostics {

std::span<const Page> pages() {
  static constexpr Page all[] = {
${pages}  };
  return all;
}

std::span<const Page> french_pages() {
  static constexpr Page all[] = {
${french_pages}  };
  return all;
}

}  // namespace rung::diagnostics
")
