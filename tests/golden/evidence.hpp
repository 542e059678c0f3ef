// Most examples show one thing and are short: they do not say how each microcredential is assessed or who was asked whether it is needed. What the compiler says of that is told in the
// files and pages that are about it, and left out of the others.
#pragma once

#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"

namespace golden {

inline bool asks_for_evidence(rung::diagnostics::Kind kind) {
  using rung::diagnostics::Kind;
  return kind == Kind::not_assessed || kind == Kind::no_outcome || kind == Kind::hollow || kind == Kind::slice || kind == Kind::mutual_crutch;
}

// Whether a case or page is about one of these: it has the code's name, or begins with it.
inline bool is_about_evidence(const std::string& name) {
  for (const auto kind : rung::diagnostics::all_kinds())
    if (asks_for_evidence(kind) && name.starts_with(rung::diagnostics::code(kind))) return true;
  return false;
}

inline std::vector<rung::diagnostics::Diagnostic> told_in(const std::string& name, std::vector<rung::diagnostics::Diagnostic> all) {
  if (!is_about_evidence(name)) std::erase_if(all, [](const auto& one) { return asks_for_evidence(one.kind); });
  return all;
}

}  // namespace golden
