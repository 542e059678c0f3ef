#include "compiler/emit/image.hpp"

#include <bit>
#include <cstring>
#include <span>
#include <stdexcept>
#include <type_traits>

#include "runtime/table/xxh64.hpp"

namespace rung::emit {
namespace {

using table::Header;
using table::Section;
using table::SectionKind;

constexpr std::size_t section_count = static_cast<std::size_t>(SectionKind::count_);

std::size_t aligned(std::size_t size) { return (size + 7) / 8 * 8; }

// At most half full, so that a search ends after a step or two; never quite full, so that it ends.
std::vector<std::uint32_t> name_slots(const Image& image) {
  std::vector<std::uint32_t> slots(std::bit_ceil(2 * image.credentials.size() + 1), table::none);
  for (std::uint32_t id = 0; id < image.credentials.size(); ++id) {
    const table::Text name = image.credentials[id].name;
    std::size_t at = table::xxh64(std::string_view(image.text).substr(name.offset, name.length)) & (slots.size() - 1);
    while (slots[at] != table::none) at = (at + 1) & (slots.size() - 1);
    slots[at] = id;
  }
  return slots;
}

class Writer {
 public:
  Writer() : bytes_(sizeof(Header) + section_count * sizeof(Section), '\0') {}

  // Records go in as they lie in memory, so none may have padding: its bytes would be whatever was there before.
  template <class T>
  void add(SectionKind kind, const T* elements, std::size_t count) {
    static_assert(std::has_unique_object_representations_v<T>);
    bytes_.resize(aligned(bytes_.size()), '\0');
    const Section section{static_cast<std::uint32_t>(kind), sizeof(T), bytes_.size(), count};
    std::memcpy(bytes_.data() + sizeof(Header) + static_cast<std::size_t>(kind) * sizeof(Section), &section, sizeof section);
    if (count > 0) bytes_.append(reinterpret_cast<const char*>(elements), count * sizeof(T));
  }
  template <class T>
  void add(SectionKind kind, const std::vector<T>& elements) { add(kind, elements.data(), elements.size()); }

  std::string finish() {
    bytes_.resize(aligned(bytes_.size()), '\0');
    Header header{};
    std::memcpy(header.magic, table::magic, sizeof header.magic);
    header.version = table::version;
    header.section_count = section_count;
    header.file_size = bytes_.size();
    header.checksum = table::xxh64(std::string_view(bytes_).substr(sizeof header));
    std::memcpy(bytes_.data(), &header, sizeof header);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
};

}  // namespace

table::Text Image::intern(std::string_view words) {
  if (words.empty()) return {0, 0};
  if (words.size() >= table::none - text.size()) throw std::length_error("a table holds less than 4 GiB of text");
  const auto [at, added] = interned_.try_emplace(std::string(words));
  if (added) {
    at->second = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(words.size())};
    text += words;
  }
  return at->second;
}

table::Range Image::list(const std::vector<std::uint32_t>& elements) {
  if (elements.empty()) return {0, 0};
  if (elements.size() >= table::none - lists.size()) throw std::length_error("a table holds less than 2^32 list elements");
  const table::Range range{static_cast<std::uint32_t>(lists.size()), static_cast<std::uint32_t>(elements.size())};
  lists.insert(lists.end(), elements.begin(), elements.end());
  return range;
}

std::string serialize(const Image& image) {
  Writer writer;
  writer.add(SectionKind::text, image.text.data(), image.text.size());
  writer.add(SectionKind::lists, image.lists);
  writer.add(SectionKind::currencies, image.currencies);
  writer.add(SectionKind::units, image.units);
  writer.add(SectionKind::scales, image.scales);
  writer.add(SectionKind::frameworks, image.frameworks);
  writer.add(SectionKind::institutions, image.institutions);
  writer.add(SectionKind::competencies, image.competencies);
  writer.add(SectionKind::gates, image.gates);
  writer.add(SectionKind::credentials, image.credentials);
  writer.add(SectionKind::developed, image.developed);
  writer.add(SectionKind::versions, image.versions);
  writer.add(SectionKind::nodes, image.nodes);
  writer.add(SectionKind::conditions, image.conditions);
  writer.add(SectionKind::titles, image.titles);
  writer.add(SectionKind::agreements, image.agreements);
  writer.add(SectionKind::recognitions, image.recognitions);
  writer.add(SectionKind::statements, image.statements);
  writer.add(SectionKind::translations, image.translations);
  writer.add(SectionKind::name_slots, name_slots(image));
  return writer.finish();
}

}  // namespace rung::emit
