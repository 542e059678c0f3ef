# Embeds pages/CODE.md, one page a diagnostic, into a source file, and sets RUNG_PAGES_SOURCE to its path. CMake runs again when a
# page is added, removed or changed. Written only when different, so that nothing is compiled again for nothing.
set(RUNG_PAGES_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/diagnostics_pages.cpp)
file(GLOB RUNG_PAGES CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/pages/*.md)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${RUNG_PAGES})

set(text "// Written by pages.cmake from compiler/diagnostics/pages.\n#include \"compiler/diagnostics/pages.hpp\"\n\n")
string(APPEND text "namespace rung::diagnostics {\n\nstd::span<const Page> pages() {\n  static constexpr Page all[] = {\n")
# Sorted by code, as they are looked up: in paths '.' comes behind '-', and a code that begins another would come after it.
set(codes "")
foreach(page IN LISTS RUNG_PAGES)
  get_filename_component(code "${page}" NAME_WE)
  list(APPEND codes "${code}")
endforeach()
list(SORT codes COMPARE STRING)
foreach(code IN LISTS codes)
  file(READ "${CMAKE_CURRENT_LIST_DIR}/pages/${code}.md" markdown)
  # Some compilers take no literal longer than 16 KiB: each paragraph is one of its own, and they are joined.
  string(REPLACE "\n\n" "\n\n)RUNG-PAGE\"\nR\"RUNG-PAGE(" markdown "${markdown}")
  string(APPEND text "{\"${code}\", R\"RUNG-PAGE(${markdown})RUNG-PAGE\"},\n")
endforeach()
string(APPEND text "  };\n  return all;\n}\n\n}  // namespace rung::diagnostics\n")

set(written "")
if(EXISTS ${RUNG_PAGES_SOURCE})
  file(READ ${RUNG_PAGES_SOURCE} written)
endif()
if(NOT written STREQUAL text)
  file(WRITE ${RUNG_PAGES_SOURCE} "${text}")
endif()
