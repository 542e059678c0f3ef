#include "runtime/table/image.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>
#include <stdexcept>
#include <type_traits>
#include <vector>

#include "runtime/table/xxh64.hpp"

namespace rung::table {
namespace {


constexpr std::size_t section_count = static_cast<std::size_t>(SectionKind::count_);

std::size_t aligned(std::size_t size) { return (size + 7) / 8 * 8; }

// At most half full, so that a search ends after a step or two; never quite full, so that it ends.
std::vector<std::uint32_t> name_slots(const Image& image) {
  std::vector<std::uint32_t> slots(std::bit_ceil(2 * image.credentials.size() + 1), none);
  for (std::uint32_t id = 0; id < image.credentials.size(); ++id) {
    const Text name = image.credentials[id].name;
    std::size_t at = xxh64(std::string_view(image.text).substr(name.offset, name.length)) & (slots.size() - 1);
    while (slots[at] != none) at = (at + 1) & (slots.size() - 1);
    slots[at] = id;
  }
  return slots;
}

class Writer {
 public:
  explicit Writer(std::size_t expected) {
    bytes_.reserve(expected);
    bytes_.resize(sizeof(Header) + section_count * sizeof(Section), '\0');
  }

  // Records go in as they lie in memory, so none may have padding: its bytes would be whatever was there before.
  template <class T>
  void add(SectionKind kind, const T* elements, std::size_t count) {
    static_assert(std::has_unique_object_representations_v<T>);
    bytes_.resize(aligned(bytes_.size()), '\0');
    const Section section{static_cast<std::uint32_t>(kind), sizeof(T), bytes_.size(), count};
    std::memcpy(bytes_.data() + sizeof(Header) + static_cast<std::size_t>(kind) * sizeof(Section), &section, sizeof section);
    if (count > 0) bytes_.append(reinterpret_cast<const char*>(elements), count * sizeof(T));
  }

  std::string finish() {
    bytes_.resize(aligned(bytes_.size()), '\0');
    Header header{};
    std::memcpy(header.magic, magic, sizeof header.magic);
    header.version = version;
    header.section_count = section_count;
    header.file_size = bytes_.size();
    header.checksum = xxh64(std::string_view(bytes_).substr(sizeof header));
    std::memcpy(bytes_.data(), &header, sizeof header);
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
};

// Calls visit(kind, its elements) in the order of SectionKind.
template <class AnImage, class Visit>
void each_section(AnImage& image, Visit visit) {
  visit(SectionKind::text, image.text);
  visit(SectionKind::lists, image.lists);
  visit(SectionKind::currencies, image.currencies);
  visit(SectionKind::units, image.units);
  visit(SectionKind::scales, image.scales);
  visit(SectionKind::frameworks, image.frameworks);
  visit(SectionKind::institutions, image.institutions);
  visit(SectionKind::competencies, image.competencies);
  visit(SectionKind::gates, image.gates);
  visit(SectionKind::credentials, image.credentials);
  visit(SectionKind::developed, image.developed);
  visit(SectionKind::versions, image.versions);
  visit(SectionKind::nodes, image.nodes);
  visit(SectionKind::conditions, image.conditions);
  visit(SectionKind::titles, image.titles);
  visit(SectionKind::agreements, image.agreements);
  visit(SectionKind::recognitions, image.recognitions);
  visit(SectionKind::statements, image.statements);
  visit(SectionKind::translations, image.translations);
}

// `done(elements)`: what becomes of each array once it is written.
template <class AnImage, class Done>
std::string written(AnImage& image, Done done) {
  const std::vector<std::uint32_t> slots = name_slots(image);
  std::size_t size = sizeof(Header) + section_count * (sizeof(Section) + 8) + slots.size() * sizeof(std::uint32_t);
  each_section(image, [&](SectionKind, const auto& elements) { size += elements.size() * sizeof(elements[0]); });
  Writer writer(size);
  each_section(image, [&](SectionKind kind, auto& elements) {
    writer.add(kind, elements.data(), elements.size());
    done(elements);
  });
  writer.add(SectionKind::name_slots, slots.data(), slots.size());
  return writer.finish();
}

}  // namespace

Text Image::intern(std::string_view words) {
  if (words.empty()) return {0, 0};
  if (words.size() >= none - text.size()) throw std::length_error("a table holds less than 4 GiB of text");
  if (4 * (distinct_ + 1) > 3 * interned_.size()) grow();
  const std::size_t mask = interned_.size() - 1;
  std::size_t at = xxh64(words) & mask;
  for (; interned_[at].length != 0; at = (at + 1) & mask)
    if (std::string_view(text).substr(interned_[at].offset, interned_[at].length) == words) return interned_[at];
  interned_[at] = {static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(words.size())};
  ++distinct_;
  text += words;
  return interned_[at];
}

void Image::grow() {
  std::vector<Text> slots(std::max<std::size_t>(64, 2 * interned_.size()), Text{0, 0});
  for (const Text& known : interned_) {
    if (known.length == 0) continue;
    std::size_t at = xxh64(std::string_view(text).substr(known.offset, known.length)) & (slots.size() - 1);
    while (slots[at].length != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = known;
  }
  interned_ = std::move(slots);
}

Range Image::list(std::span<const std::uint32_t> elements) {
  if (elements.empty()) return {0, 0};
  if (elements.size() >= none - lists.size()) throw std::length_error("a table holds less than 2^32 list elements");
  const Range range{static_cast<std::uint32_t>(lists.size()), static_cast<std::uint32_t>(elements.size())};
  lists.insert(lists.end(), elements.begin(), elements.end());
  return range;
}

std::string serialize(const Image& image) {
  return written(image, [](const auto&) {});
}

std::string serialize(Image&& image) {
  return written(image, [](auto& elements) { std::remove_reference_t<decltype(elements)>().swap(elements); });
}

}  // namespace rung::table
