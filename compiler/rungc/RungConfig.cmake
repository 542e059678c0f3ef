# find_package(Rung): the runtime library Rung::runtime, the programs Rung::rungc and Rung::rung, and rung_add_table (RungTables.cmake).
include(${CMAKE_CURRENT_LIST_DIR}/RungTargets.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/RungTables.cmake)
