// What binding one record finds out about a table and the next one would have to find out again, by looking at every name: for streams of records against large tables.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "runtime/table/short_names.hpp"

namespace rung {

// Of one table, which outlives it; used by one thread at a time. A record is bound the same with it as without. It keeps some thousand names and no more.
class BindingMemory {
 public:
  // What a name that is none of the table's as it stands ends in, where that is known.
  std::optional<table::ShortMatch> match(table::SectionKind section, std::string_view name) const;
  void keep(table::SectionKind section, std::string_view name, const table::ShortMatch& match);
  // The nearest name to it, which `look` finds when it is not known.
  std::optional<std::string_view> nearest(table::SectionKind section, std::string_view name, const std::function<std::optional<std::string_view>()>& look);

  // Whether any rule of the table asks what other awards were awarded for (awarded_for.hpp), where that is known.
  std::optional<bool> looks_at_other_awards;

 private:
  struct Known {
    table::ShortMatch match;
    bool nearest_known = false;
    std::optional<std::string_view> nearest;   // of the table's text
  };
  std::unordered_map<std::string, Known> names_;   // by the section's number and the name
};

}  // namespace rung
