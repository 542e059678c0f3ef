# Embeds policies/NAME.rung, one policy a file, into a source file, and sets RUNG_POLICIES_SOURCE to its path.
set(RUNG_POLICIES_SOURCE ${CMAKE_CURRENT_BINARY_DIR}/policies.cpp)
rung_texts(${CMAKE_CURRENT_LIST_DIR}/policies .rung policies)
rung_write(${RUNG_POLICIES_SOURCE} "// Written by policies.cmake from compiler/policy/policies.
#include \"compiler/policy/library.hpp\"

namespace rung::policy {

const std::vector<BuiltIn>& built_in() {
  static const std::vector<BuiltIn> all = {
${policies}  };
  return all;
}

}  // namespace rung::policy
")
