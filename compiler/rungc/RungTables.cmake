# rung_add_table(TARGET SOURCES file.rung … [OUTPUT name.pathways])
#
# Compiles framework files into one pathway table, as part of the default build. The table is built again when, and only when, a file that was read for it
# has changed: the sources, and whatever they `use`. A build with errors fails and leaves the old table as it was.
# The table's path is the target's property RUNG_TABLE.
function(rung_add_table target)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUTPUT" "SOURCES")
  if(NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "rung_add_table(${target}): say SOURCES file.rung … and, if you like, OUTPUT name.pathways")
  endif()
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT ${target}.pathways)
  endif()
  cmake_path(ABSOLUTE_PATH arg_OUTPUT BASE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} OUTPUT_VARIABLE table)
  set(sources)
  foreach(source IN LISTS arg_SOURCES)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE OUTPUT_VARIABLE path)
    list(APPEND sources ${path})
  endforeach()
  add_custom_command(
    OUTPUT ${table}
    COMMAND Rung::rungc build ${sources} -o ${table} --depfile ${table}.d
    DEPENDS ${sources} Rung::rungc
    DEPFILE ${table}.d
    COMMENT "Compiling ${target} into a pathway table"
    VERBATIM)
  add_custom_target(${target} ALL DEPENDS ${table})
  set_target_properties(${target} PROPERTIES RUNG_TABLE ${table})
endfunction()
