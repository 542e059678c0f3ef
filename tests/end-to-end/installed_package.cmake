# Installs the built package into an empty folder, and uses it from another project: the table is built, answers, is left alone when nothing changed, and is
# built again when a file that it only reaches by `use` changes.
# Run as: cmake -D BUILD=<build folder> -D WORK=<empty folder> -D CONSUMER=<its sources> -P installed_package.cmake
function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE err)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "failed with ${status}: ${ARGV}\n${out}${err}")
  endif()
  set(OUT "${out}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
file(COPY ${CONSUMER}/ DESTINATION ${WORK}/source)
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} -S ${WORK}/source -B ${WORK}/build -G Ninja -DCMAKE_PREFIX_PATH=${WORK}/prefix)
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${WORK}/build/ask ${WORK}/build/catalogue.pathways)
if(NOT OUT STREQUAL "elmwood.kitchen-manager\n")
  message(FATAL_ERROR "expected elmwood.kitchen-manager, got: ${OUT}")
endif()

# Nothing changed: nothing is built.
run(${CMAKE_COMMAND} --build ${WORK}/build)
if(NOT OUT MATCHES "no work to do")
  message(FATAL_ERROR "an unchanged build did work: ${OUT}")
endif()

# A file that is only reached by `use` changes: the table is built again.
file(SHA256 ${WORK}/build/catalogue.pathways before)
file(READ ${WORK}/source/shared.rung text)
string(REPLACE "Menu Costing" "Menu Costing and Pricing" text "${text}")
file(WRITE ${WORK}/source/shared.rung "${text}")
run(${CMAKE_COMMAND} --build ${WORK}/build)
file(SHA256 ${WORK}/build/catalogue.pathways after)
if(before STREQUAL after)
  message(FATAL_ERROR "the table was not built again")
endif()

# An error: the build fails and the table stays.
file(APPEND ${WORK}/source/shared.rung "\nmicrocredential broken {")
execute_process(COMMAND ${CMAKE_COMMAND} --build ${WORK}/build RESULT_VARIABLE status OUTPUT_QUIET ERROR_QUIET)
if(status EQUAL 0)
  message(FATAL_ERROR "a framework with an error was built")
endif()
file(SHA256 ${WORK}/build/catalogue.pathways kept)
if(NOT kept STREQUAL after)
  message(FATAL_ERROR "a failed build harmed the old table")
endif()
