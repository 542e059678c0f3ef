# Embeds policies/NAME.rung, one policy a file, into a source file, and sets RUNG_POLICIES_SOURCE to its path. CMake runs again when one is added, removed or
# changed. Written only when different, so that nothing is compiled again for nothing.
set(RUNG_POLICIES_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/policies.cpp)
file(GLOB RUNG_POLICIES CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/policies/*.rung)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${RUNG_POLICIES})

# Sorted by name, as they are looked up: in paths '.' comes behind '-', and a name that begins another would come after it.
set(names "")
foreach(policy IN LISTS RUNG_POLICIES)
  get_filename_component(name "${policy}" NAME_WE)
  list(APPEND names "${name}")
endforeach()
list(SORT names COMPARE STRING)

set(text "// Written by policies.cmake from compiler/policy/policies.\n#include \"compiler/policy/library.hpp\"\n\n")
string(APPEND text "namespace rung::policy {\n\nconst std::vector<BuiltIn>& built_in() {\n  static const std::vector<BuiltIn> all = {\n")
foreach(name IN LISTS names)
  file(READ "${CMAKE_CURRENT_LIST_DIR}/policies/${name}.rung" content)
  # Some compilers take no literal longer than 16 KiB: each paragraph is one of its own, and they are joined.
  string(REPLACE "\n\n" "\n\n)RUNG-POLICY\"\nR\"RUNG-POLICY(" content "${content}")
  string(APPEND text "{\"${name}\", R\"RUNG-POLICY(${content})RUNG-POLICY\"},\n")
endforeach()
string(APPEND text "  };\n  return all;\n}\n\n}  // namespace rung::policy\n")

set(written "")
if(EXISTS ${RUNG_POLICIES_SOURCE})
  file(READ ${RUNG_POLICIES_SOURCE} written)
endif()
if(NOT written STREQUAL text)
  file(WRITE ${RUNG_POLICIES_SOURCE} "${text}")
endif()
