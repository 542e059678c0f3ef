// A handbook: a framework as a folder of pages that a committee can publish, in each language that is asked for. It needs no server and no script, and the same framework gives the same bytes.
//
// A page a kind in a file of its own: home.cpp, credential.cpp (with rule.cpp, drawing.cpp, quality_label.cpp, standing.cpp), types.cpp, levels.cpp, institutions.cpp, competencies.cpp, agreements.cpp,
// structure.cpp, value.cpp, conformance.cpp; what all have around them is frame.cpp and style.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/model/model.hpp"
#include "compiler/policy/matrix.hpp"
#include "runtime/table/table.hpp"

namespace rung::handbook {

// What a handbook tells of: a model without errors, the table that is made from it, and how it conforms to policies.
struct Subject {
  const model::Model& model;
  const Table& table;
  const policy::Matrix& matrix;
  const source::Files& files;              // in which all of it stands
  std::vector<std::uint32_t> published = {};   // the frameworks that it is the handbook of, the others being those that they speak of; empty: all
  bool conforms_by_claim = true;           // the policies are those that the frameworks say they conform to, or that were asked for; else there are none
};

using Files = std::map<std::string, std::string>;   // by their path in the folder: bytes

struct Made {
  Files files;
  std::string problem;                     // why there are none
};
// `languages`: of "en" and "fr", one at least. A drawing is a program's work (picture::as_svg): so many at a time, 0: as many as there are processors.
Made handbook_of(const Subject& subject, const std::vector<std::string>& languages, unsigned jobs = 0);

// The file by which a folder is known as a handbook that may be replaced.
inline constexpr std::string_view marker = ".rung-handbook";

// Puts the files where `folder` is: all of them or none. They are written beside it, and then take its place. What is there already has to be a handbook or an empty folder. Returns what kept it, or
// nothing.
std::string put_in_place(const Files& files, const std::string& folder);

}  // namespace rung::handbook
