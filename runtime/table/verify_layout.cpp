// The frame of a table: header, checksum, and the directory of its arrays.
#include <algorithm>
#include <cstring>

#include "runtime/table/checking.hpp"
#include "runtime/table/xxh64.hpp"

namespace rung::table {
namespace {

constexpr std::size_t section_count = static_cast<std::size_t>(SectionKind::count_);
constexpr std::size_t directory_end = sizeof(Header) + section_count * sizeof(Section);

std::string number(std::uint64_t value) { return std::to_string(value); }

void check_header(const Header& header, std::span<const std::byte> bytes, Checksum checksum) {
  if (std::memcmp(header.magic, magic, sizeof magic) != 0) damaged("it does not begin with RUNGPATH, so it is no pathway table");
  if (header.version > version) {
    throw Damaged{
        {"newer-table",
         "the table was made by a newer rungc: its format is " + number(header.version) + ", and this program reads " + number(version),
         "use a newer rung, or build the table with this one's rungc"}};
  }
  if (header.version != version) damaged("its format version is " + number(header.version) + ", at byte 8");
  if (header.file_size > bytes.size())
    damaged("it is cut short: " + number(bytes.size()) + " of " + number(header.file_size) + " bytes are there");
  if (header.file_size < bytes.size()) damaged("it goes on after its end, at byte " + number(header.file_size));
  if (header.section_count != section_count)
    damaged("it has " + number(header.section_count) + " sections, at byte 12, instead of " + number(section_count));
  if (header.reserved[0] != 0 || header.reserved[1] != 0) damaged("reserved bytes of its header, at byte 32, are not zero");
  if (bytes.size() < directory_end) damaged("it ends within its directory, at byte " + number(bytes.size()));
  if (checksum == Checksum::checked && header.checksum != xxh64(bytes.subspan(sizeof(Header)))) damaged("its checksum, at byte 24, does not fit its bytes");
}

// Walks the sections in order. They lie one after the other with nothing but alignment between, so each one's place follows from the one before.
class Directory {
 public:
  explicit Directory(const Arrays& arrays) : arrays_(arrays) {}

  template <class T>
  std::span<const T> next() {
    const Section& section = arrays_.sections[at_];
    const std::string name = "section " + std::string(name_of(static_cast<SectionKind>(at_)));
    const auto require = [&](bool holds, const char* what) {
      if (!holds) damaged(name + ", at byte " + number(sizeof(Header) + at_ * sizeof(Section)) + " of the directory: " + what);
    };
    require(section.kind == at_, "it is of another kind");
    require(section.element_size == sizeof(T), "its elements have another size");
    require(section.offset == end_, "it does not begin where the one before it ends");
    require(section.count <= (arrays_.bytes.size() - end_) / sizeof(T), "it goes past the end of the file");
    require(section.count < none, "it has more elements than can be numbered");
    const std::span<const T> elements(reinterpret_cast<const T*>(arrays_.bytes.data() + end_), static_cast<std::size_t>(section.count));
    end_ += elements.size_bytes();
    skip_padding(name);
    ++at_;
    return elements;
  }

  void finish() const {
    if (end_ != arrays_.bytes.size()) damaged("bytes that belong to nothing, at byte " + number(end_));
  }

 private:
  void skip_padding(const std::string& name) {
    for (; end_ % 8 != 0; ++end_) {
      if (end_ == arrays_.bytes.size()) damaged(name + " ends without its padding, at byte " + number(end_));
      if (arrays_.bytes[end_] != std::byte{0}) damaged("padding after " + name + ", at byte " + number(end_) + ", is not zero");
    }
  }

  const Arrays& arrays_;
  std::size_t at_ = 0;
  std::size_t end_ = directory_end;
};

}  // namespace

Arrays verify_layout(std::span<const std::byte> bytes, Checksum checksum) {
  if (bytes.empty()) damaged("it is empty");
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0) damaged("its bytes do not lie at a multiple of 8 in memory");
  if (bytes.size() < sizeof(Header)) damaged("it ends within its header, at byte " + number(bytes.size()));
  check_header(*reinterpret_cast<const Header*>(bytes.data()), bytes, checksum);

  Arrays arrays;
  arrays.bytes = bytes;
  arrays.sections = {reinterpret_cast<const Section*>(bytes.data() + sizeof(Header)), section_count};
  Directory directory(arrays);
  const std::span<const char> text = directory.next<char>();
  arrays.text = {text.data(), text.size()};
  arrays.lists = directory.next<std::uint32_t>();
  arrays.currencies = directory.next<Text>();
  arrays.units = directory.next<Unit>();
  arrays.scales = directory.next<Scale>();
  arrays.frameworks = directory.next<Framework>();
  arrays.institutions = directory.next<Institution>();
  arrays.competencies = directory.next<Competency>();
  arrays.gates = directory.next<Gate>();
  arrays.credentials = directory.next<Credential>();
  arrays.developed = directory.next<Developed>();
  arrays.versions = directory.next<Version>();
  arrays.nodes = directory.next<Node>();
  arrays.conditions = directory.next<Condition>();
  arrays.titles = directory.next<Title>();
  arrays.agreements = directory.next<Agreement>();
  arrays.recognitions = directory.next<Recognition>();
  arrays.statements = directory.next<Statement>();
  arrays.translations = directory.next<Translation>();
  arrays.name_slots = directory.next<std::uint32_t>();
  directory.finish();
  return arrays;
}

}  // namespace rung::table
