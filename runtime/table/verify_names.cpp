// Names: sorted and distinct, so that an index is a rank and a binary search finds them; and the hash slots of credentials.
#include <algorithm>
#include <bit>

#include "runtime/table/checking.hpp"
#include "runtime/table/xxh64.hpp"

namespace rung::table {
namespace {

template <class T>
void check_names(const Arrays& arrays, SectionKind section, std::span<const T> records) {
  const auto name_at = [&](std::size_t index) {
    if constexpr (std::is_same_v<T, Text>) return arrays.text_of(records[index]);
    else return arrays.text_of(records[index].name);
  };
  // Distinct names lie apart in the text. Without this bound a hostile table could make names of the same bytes over and over.
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const Place place{arrays, section, i};
    place.require(!name_at(i).empty(), "its name is empty");
    length += name_at(i).size();
    place.require(length <= arrays.text.size(), "its name lies upon those of others");
    place.require(i == 0 || name_at(i - 1) < name_at(i), "its name is not after the one before it");
  }
}

// A search starts at a name's own slot and goes on to the next empty one. So each credential must lie in the run of full slots that
// its own slot is in, at that slot or after it.
void check_slots(const Arrays& arrays) {
  const auto slots = arrays.name_slots;
  const std::size_t mask = slots.size() - 1;
  if (!std::has_single_bit(slots.size())) damaged("section name_slots has " + std::to_string(slots.size()) + " slots, not a power of two");
  const auto empty = std::find(slots.begin(), slots.end(), none);
  if (empty == slots.end()) damaged("section name_slots has no empty slot");

  const std::size_t start = static_cast<std::size_t>(empty - slots.begin());
  std::vector<bool> found(arrays.credentials.size());
  std::size_t count = 0, run = 0;
  for (std::size_t step = 1; step <= slots.size(); ++step) {
    const std::size_t at = (start + step) & mask;
    const Place place{arrays, SectionKind::name_slots, at};
    const std::uint32_t id = slots[at];
    if (id == none) {
      run = 0;
      continue;
    }
    ++run;
    place.require(id < arrays.credentials.size(), "there is no such credential");
    place.require(!found[id], "the credential has a slot already");
    found[id] = true;
    ++count;
    const std::size_t own = xxh64(arrays.text_of(arrays.credentials[id].name)) & mask;
    place.require(((at - own) & mask) < run, "a search for the credential's name does not come here");
  }
  if (count != arrays.credentials.size()) damaged("section name_slots does not hold every credential");
}

}  // namespace

void verify_names(const Arrays& arrays) {
  check_names(arrays, SectionKind::currencies, arrays.currencies);
  check_names(arrays, SectionKind::frameworks, arrays.frameworks);
  check_names(arrays, SectionKind::institutions, arrays.institutions);
  check_names(arrays, SectionKind::competencies, arrays.competencies);
  check_names(arrays, SectionKind::gates, arrays.gates);
  check_names(arrays, SectionKind::credentials, arrays.credentials);
  check_names(arrays, SectionKind::agreements, arrays.agreements);
  check_slots(arrays);
}

}  // namespace rung::table
