#include "runtime/table/table.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

#include "runtime/table/nearest.hpp"
#include "runtime/table/short_names.hpp"
#include "runtime/table/verify.hpp"
#include "runtime/table/xxh64.hpp"

namespace rung {
namespace {

Error unreadable(const std::string& path, const std::string& why) {
  return {"unreadable-table", path + " cannot be read: " + why, "give the path of a table that rungc build has made"};
}

struct File {
  explicit File(const char* path) : handle(::open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}   // not to wait for a pipe's other end
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (handle >= 0) ::close(handle);
  }
  int handle;
};

FileIdentity identity_of(const struct stat& status) {
  const auto nanoseconds = [](const timespec& time) { return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec; };
  return {static_cast<std::uint64_t>(status.st_dev), static_cast<std::uint64_t>(status.st_ino), static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim), nanoseconds(status.st_ctim)};
}

// Binary search in names that are sorted.
template <class T>
std::optional<std::uint32_t> find_sorted(const Table& table, std::span<const T> records, std::string_view name) {
  const auto at = std::lower_bound(records.begin(), records.end(), name,
                                   [&](const T& record, std::string_view wanted) { return table.text(record.name) < wanted; });
  if (at == records.end() || table.text(at->name) != name) return std::nullopt;
  return static_cast<std::uint32_t>(at - records.begin());
}

}  // namespace

// What keeps a table's bytes alive: a mapped file, or a copy.
struct Table::Mapping {
  Mapping() = default;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping() {
    if (address != nullptr) ::munmap(address, size);
  }
  void* address = nullptr;
  std::size_t size = 0;
  std::vector<std::uint64_t> copied;   // of 8 bytes each, for the alignment
};

Table::Table(std::unique_ptr<Mapping> mapping, const table::Arrays& arrays) : mapping_(std::move(mapping)), arrays_(arrays) {}
Table::Table(Table&&) noexcept = default;
Table& Table::operator=(Table&&) noexcept = default;
Table::~Table() = default;

Result<Table> Table::verified(std::unique_ptr<Mapping> mapping, std::span<const std::byte> bytes) {
  const Result<table::Arrays> arrays = table::verify(bytes);
  if (!arrays) return arrays.error();
  return Table(std::move(mapping), *arrays);
}

Result<Table> Table::open(const std::string& path, VerifiedBefore* before) {
  const File file(path.c_str());
  if (file.handle < 0) return unreadable(path, std::strerror(errno));
  struct stat status {};
  if (::fstat(file.handle, &status) != 0) return unreadable(path, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) return unreadable(path, "it is a folder");
  if (!S_ISREG(status.st_mode)) return unreadable(path, "it is not a regular file");

  auto mapping = std::make_unique<Mapping>();
  if (status.st_size == 0) return verified(std::move(mapping), {});   // nothing can be mapped of an empty file
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.handle, 0);
  if (address == MAP_FAILED) return unreadable(path, std::strerror(errno));
  mapping->address = address;
  mapping->size = size;
  const std::span<const std::byte> bytes(static_cast<const std::byte*>(address), size);
  if (before == nullptr) return verified(std::move(mapping), bytes);
  const FileIdentity identity = identity_of(status);
  if (before->knows(identity))
    if (const Result<table::Arrays> arrays = table::layout_of_verified(bytes)) return Table(std::move(mapping), *arrays);
  Result<Table> table = verified(std::move(mapping), bytes);
  if (table) before->remember(identity);
  return table;
}

Result<Table> Table::copy(std::span<const std::byte> bytes) {
  auto mapping = std::make_unique<Mapping>();
  mapping->copied.resize((bytes.size() + 7) / 8);
  if (!bytes.empty()) std::memcpy(mapping->copied.data(), bytes.data(), bytes.size());
  const auto* const own = reinterpret_cast<const std::byte*>(mapping->copied.data());
  return verified(std::move(mapping), {own, bytes.size()});
}

Result<Table> Table::view(std::span<const std::byte> bytes) { return verified(nullptr, bytes); }

std::span<const table::Statement> Table::statements_of(std::uint32_t credential) const { return table::statements_of(arrays_, credential); }

std::string_view Table::translated(table::SectionKind kind, std::uint32_t of, std::string_view language) const {
  for (const table::Translation& one : table::translations_of(arrays_, kind, of))
    if (text(one.language) == language) return text(one.title);
  return {};
}

std::uint32_t Table::root_of(std::uint32_t node) const {
  while (nodes()[node].parent != table::none) node = nodes()[node].parent;
  return node;
}

std::string_view Table::part_of(std::uint32_t node) const {
  for (; node != table::none; node = nodes()[node].parent)
    if (const std::string_view part = text(nodes()[node].part); !part.empty()) return part;
  return {};
}

std::optional<std::uint32_t> Table::find_credential(std::string_view name) const {
  // Slots are half empty, so a search is short; only names chosen to collide make it long, and then the order of names is the better guide.
  constexpr std::size_t patience = 64;
  const std::size_t mask = arrays_.name_slots.size() - 1;
  std::size_t at = table::xxh64(name) & mask;
  for (std::size_t step = 0; step < patience; ++step, at = (at + 1) & mask) {
    const std::uint32_t id = arrays_.name_slots[at];
    if (id == table::none) return std::nullopt;
    if (text(credentials()[id].name) == name) return id;
  }
  return find_sorted(*this, credentials(), name);
}

std::optional<std::uint32_t> Table::find_competency(std::string_view name) const { return find_sorted(*this, competencies(), name); }

std::optional<std::uint32_t> Table::find_gate(std::string_view name) const { return find_sorted(*this, gates(), name); }

std::optional<std::uint32_t> Table::find_institution(std::string_view name) const { return find_sorted(*this, institutions(), name); }

Result<std::uint32_t> Table::resolve_credential(std::string_view name) const {
  if (const auto exact = find_credential(name)) return *exact;
  const table::NameList names(arrays_, table::SectionKind::credentials);
  const table::ShortMatch match = table::match_short_names(names, std::span(&name, 1)).front();
  if (match.count == 1) return match.first[0];
  if (match.count > 1) return table::ambiguous(names, table::SectionKind::credentials, name, match);
  return table::unknown_name(table::SectionKind::credentials, name, table::nearest_name(names, name));
}

std::vector<std::uint32_t> Table::rules_of(const table::Credential& award) const {
  std::vector<std::uint32_t> roots;
  for (const table::Version& version : versions(award.versions)) roots.push_back(version.root);
  if (roots.empty() && award.rule != table::none) roots.push_back(award.rule);
  return roots;
}

}  // namespace rung
