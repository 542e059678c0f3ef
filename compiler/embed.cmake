# Texts in source files.

# Sets OUT to the C++ literal of a text. Some compilers take no literal longer than 16 KiB: each paragraph is one of its own, and they are joined.
function(rung_literal text out)
  string(REPLACE "\n\n" "\n\n)RUNG-TEXT\"\nR\"RUNG-TEXT(" text "${text}")
  set(${out} "R\"RUNG-TEXT(${text})RUNG-TEXT\"" PARENT_SCOPE)
endfunction()

# Sets OUT to {"NAME", literal}, a line each, of all files of a folder that end so. Sorted by name, as they are looked up: in paths '.' comes behind '-', and a name that begins another would
# come after it. CMake runs again when one is added, removed or changed.
function(rung_texts folder ending out)
  file(GLOB files CONFIGURE_DEPENDS ${folder}/*${ending})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  set(names "")
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    list(APPEND names "${name}")
  endforeach()
  list(SORT names COMPARE STRING)
  set(texts "")
  foreach(name IN LISTS names)
    file(READ "${folder}/${name}${ending}" text)
    rung_literal("${text}" literal)
    string(APPEND texts "{\"${name}\", ${literal}},\n")
  endforeach()
  set(${out} "${texts}" PARENT_SCOPE)
endfunction()

# Only when different, so that nothing is compiled again for nothing.
function(rung_write file text)
  set(written "")
  if(EXISTS ${file})
    file(READ ${file} written)
  endif()
  if(NOT written STREQUAL text)
    file(WRITE ${file} "${text}")
  endif()
endfunction()
