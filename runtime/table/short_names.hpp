// Names without their framework: "metrology" for "northfield.metrology", as long as only one name ends so.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/result.hpp"
#include "runtime/table/arrays.hpp"

namespace rung::table {

// The names of one section: credentials, competencies or gates.
class NameList {
 public:
  NameList(const Arrays& arrays, SectionKind section) : arrays_(&arrays), section_(section) {}
  std::size_t size() const;
  std::string_view operator[](std::size_t index) const;

 private:
  const Arrays* arrays_;
  SectionKind section_;
};

struct ShortMatch {
  std::uint32_t count = 0;                  // how many names end so
  std::array<std::uint32_t, 5> first{};     // the first of them
};

// The part of a qualified name after its last dot.
std::string_view last_part(std::string_view name);

// One match for each of `wanted`, found in one walk over all names, so that a record of many short names costs no more than one.
std::vector<ShortMatch> match_short_names(const NameList& names, std::span<const std::string_view> wanted);

// "unknown-credential", "ambiguous-gate" …: `kind` is that of credentials, competencies or gates. `name` is shortened when it is very long.
Error unknown_name(SectionKind kind, std::string_view name, std::optional<std::string_view> nearest);
Error ambiguous(const NameList& names, SectionKind kind, std::string_view name, const ShortMatch& match);

}  // namespace rung::table
