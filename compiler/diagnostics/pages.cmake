# Embeds pages/CODE.md and pages/fr/CODE.md, one page a diagnostic and language, into a source file, and sets RUNG_PAGES_SOURCE to its path. CMake runs again when a
# page is added, removed or changed. Written only when different, so that nothing is compiled again for nothing.
set(RUNG_PAGES_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/diagnostics_pages.cpp)
set(text "// Written by pages.cmake from compiler/diagnostics/pages.\n#include \"compiler/diagnostics/pages.hpp\"\n\nnamespace rung::diagnostics {\n\n")

# A function of that name, over the pages of one folder.
function(rung_embed_pages function folder)
  file(GLOB pages CONFIGURE_DEPENDS ${folder}/*.md)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${pages})
  # Sorted by code, as they are looked up: in paths '.' comes behind '-', and a code that begins another would come after it.
  set(codes "")
  foreach(page IN LISTS pages)
    get_filename_component(code "${page}" NAME_WE)
    list(APPEND codes "${code}")
  endforeach()
  list(SORT codes COMPARE STRING)
  string(APPEND text "std::span<const Page> ${function}() {\n  static constexpr Page all[] = {\n")
  foreach(code IN LISTS codes)
    file(READ "${folder}/${code}.md" markdown)
    # Some compilers take no literal longer than 16 KiB: each paragraph is one of its own, and they are joined.
    string(REPLACE "\n\n" "\n\n)RUNG-PAGE\"\nR\"RUNG-PAGE(" markdown "${markdown}")
    string(APPEND text "{\"${code}\", R\"RUNG-PAGE(${markdown})RUNG-PAGE\"},\n")
  endforeach()
  string(APPEND text "  };\n  return all;\n}\n\n")
  set(text "${text}" PARENT_SCOPE)
endfunction()

rung_embed_pages(pages ${CMAKE_CURRENT_LIST_DIR}/pages)
rung_embed_pages(french_pages ${CMAKE_CURRENT_LIST_DIR}/pages/fr)
string(APPEND text "}  // namespace rung::diagnostics\n")

set(written "")
if(EXISTS ${RUNG_PAGES_SOURCE})
  file(READ ${RUNG_PAGES_SOURCE} written)
endif()
if(NOT written STREQUAL text)
  file(WRITE ${RUNG_PAGES_SOURCE} "${text}")
endif()
