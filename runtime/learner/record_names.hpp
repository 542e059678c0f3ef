// The names in a learner's record, bound to a table. Internal to this folder.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/learner/binding_memory.hpp"
#include "runtime/table/short_names.hpp"
#include "runtime/table/table.hpp"

namespace rung {

// Names of one kind. First every name of the record is added, then all short ones are looked for in a single walk over the table, and
// then each can be asked for.
class RecordNames {
 public:
  // `memory`: of earlier records, or nullptr.
  RecordNames(const Table& table, table::SectionKind section, BindingMemory* memory);

  void add(std::string_view name);     // must stay alive
  void look_up();
  // An index, or the reason why not: "unknown-credential", "ambiguous-credential" … Quickest in the order in which they were added.
  Result<std::uint32_t> find(std::string_view name);

 private:
  std::optional<std::uint32_t> exact(std::string_view name) const;

  const Table& table_;
  table::SectionKind section_;
  BindingMemory* memory_;
  table::NameList names_;
  std::vector<std::pair<const char*, std::uint32_t>> exact_;      // where names were found as they stand, in the order in which they were added; and what they are
  std::size_t next_ = 0;                                          // of these to be asked for
  std::unordered_map<std::string_view, std::uint32_t> matches_;   // of the others, the places in `found_`
  std::vector<table::ShortMatch> found_;
  std::vector<std::string_view> short_;                           // those of them that are to be looked up
  std::vector<std::uint32_t> short_at_;                           // and their places in `found_`
  std::uint64_t looks_left_ = 4'000'000;                          // at names, to say "did you mean": enough for any table's first few mistakes
};

}  // namespace rung
