// Many files, compiled in parts: files that name each other together, all others apart, by several threads; then one table of all of them.
//
// What comes out is what compiling everything at once would give, the same bytes, for three exceptions in messages: what nobody can have is told of every part that has no other mistakes, a name is told without its framework where its part has only one, and
// what is said once of a whole run is said once of each part.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/model.hpp"

namespace rung::parts {

struct Options {
  std::optional<model::Day> on;              // the day of the check
  std::vector<std::string> policies;         // checked besides those that the frameworks conform to
  unsigned jobs = 0;                         // threads; 0: as many as there are processors
  std::string cache;                         // a folder (cache.hpp); empty: none
  bool table = true;                         // is wanted
  std::function<void(std::size_t done, std::size_t of)> progress;   // called now and then, by one thread at a time, with how many parts are compiled; may be empty
};

struct Assembled {
  source::Files files;                       // as Compiled; a file of which nothing is said is here without its text
  std::size_t files_read = 0;
  diagnostics::Sink diagnostics;
  std::string table;                         // bytes; empty when there are errors, or when none is wanted
  std::size_t parts = 0, reused = 0;         // how many parts there are, and how many of them came from the cache
  std::string cache_problem;                 // why the cache could not be written, or nothing
  std::string unknown_policy;                // the first of Options::policies that there is not; then nothing was checked
  std::string near_policy;                   // one that was perhaps meant, or empty
};

// Never fails: what is wrong is in `diagnostics`, but for a policy that there is not.
Assembled assemble(std::vector<std::string> paths, const Options& options);

}  // namespace rung::parts
