# Embeds the pages of the language, so that an editor shows what they say of a word, and sets RUNG_LANGUAGE_SOURCE.
set(RUNG_LANGUAGE_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/language_pages.cpp)
set(pages "")
foreach(page language policies)
  set(page ${PROJECT_SOURCE_DIR}/docs/${page}.md)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
  file(READ ${page} markdown)
  rung_literal("${markdown}\n" literal)
  string(APPEND pages "${literal}\n")
endforeach()
rung_write(${RUNG_LANGUAGE_SOURCE} "// Written by pages.cmake from docs.
#include \"compiler/lsp/language_pages.hpp\"

namespace rung::lsp {

std::string_view language_pages() {
  static constexpr std::string_view pages =
${pages}  ;
  return pages;
}

}  // namespace rung::lsp
")
