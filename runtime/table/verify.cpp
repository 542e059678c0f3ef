#include "runtime/table/verify.hpp"

#include "runtime/table/checking.hpp"

namespace rung::table {

std::span<const std::string_view> section_names() {
  static constexpr std::string_view names[] = {"text",      "lists",       "currencies", "units",  "scales",     "frameworks", "institutions", "competencies", "gates",        "credentials",
                                               "developed", "versions",    "nodes",      "conditions", "titles", "agreements", "recognitions", "statements",   "translations", "name_slots"};
  static_assert(std::size(names) == static_cast<std::size_t>(SectionKind::count_));
  return names;
}

std::string_view name_of(SectionKind kind) { return section_names()[static_cast<std::size_t>(kind)]; }

void damaged(const std::string& what) {
  throw Damaged{{"damaged-table", "the table is damaged: " + what, "build it again with rungc build"}};
}

void Place::damaged(const char* what) const {
  const Section& directory = arrays.sections[static_cast<std::size_t>(section)];
  const std::uint64_t offset = directory.offset + index * directory.element_size;
  table::damaged(std::string(name_of(section)) + "[" + std::to_string(index) + "] at byte " + std::to_string(offset) + ": " + what);
}

void check_sorted(const Place& place, std::span<const std::uint32_t> elements, std::size_t bound, const char* what) {
  for (std::size_t i = 0; i < elements.size(); ++i) place.require(elements[i] < bound && (i == 0 || elements[i - 1] < elements[i]), what);
}

Result<Arrays> verify(std::span<const std::byte> bytes) {
  try {
    Arrays arrays = verify_layout(bytes);
    verify_records(arrays);
    verify_names(arrays);
    verify_trees(arrays);
    verify_uses(arrays);
    verify_agreements(arrays);
    verify_no_circles(arrays);
    return arrays;
  } catch (const Damaged& damage) {
    return damage.error;
  }
}

static Result<Arrays> frame(std::span<const std::byte> bytes, Checksum checksum) {
  try {
    return verify_layout(bytes, checksum);
  } catch (const Damaged& damage) {
    return damage.error;
  }
}

Result<Arrays> layout(std::span<const std::byte> bytes) { return frame(bytes, Checksum::checked); }
Result<Arrays> layout_of_verified(std::span<const std::byte> bytes) { return frame(bytes, Checksum::believed); }

}  // namespace rung::table
