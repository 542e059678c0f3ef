#include "compiler/parts/cache.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <filesystem>

#include "compiler/parts/side_by_side.hpp"
#include "runtime/table/write_file.hpp"

namespace rung::parts {
namespace {

constexpr unsigned shard_count = 256;
constexpr char magic[8] = {'R', 'U', 'N', 'G', 'P', 'A', 'R', '1'};

// Each entry of a file: this, then the bytes, then zeros up to the next multiple of 8.
struct Entry {
  CacheKey key;
  std::uint64_t size, checksum;
};

std::size_t padded(std::size_t size) { return (size + 7) / 8 * 8; }
unsigned shard_of(const CacheKey& key) { return static_cast<unsigned>(key.high % shard_count); }

void append(std::string& file, const CacheKey& key, std::string_view bytes) {
  const Entry entry{key, bytes.size(), XXH3_64bits(bytes.data(), bytes.size())};
  file.append(reinterpret_cast<const char*>(&entry), sizeof entry);
  file += bytes;
  file.resize(padded(file.size()), '\0');
}

}  // namespace

struct Cache::Shard {
  ~Shard() {
    if (address != MAP_FAILED) ::munmap(address, size);
  }
  void open(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status {};
    if (file >= 0 && ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
      size = static_cast<std::size_t>(status.st_size);
      address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    if (file >= 0) ::close(file);
    if (address != MAP_FAILED) index();
  }
  // What cannot be an entry ends the file.
  void index() {
    std::string_view rest(static_cast<const char*>(address), size);
    if (!rest.starts_with(std::string_view(magic, sizeof magic))) return;
    rest.remove_prefix(sizeof magic);
    Entry entry{};
    while (rest.size() >= sizeof entry) {
      std::memcpy(&entry, rest.data(), sizeof entry);
      rest.remove_prefix(sizeof entry);
      if (entry.size > rest.size()) return;
      entries.try_emplace(entry.key, std::pair(rest.substr(0, entry.size), entry.checksum));
      rest.remove_prefix(std::min(padded(entry.size), rest.size()));
    }
  }
  void* address = MAP_FAILED;
  std::size_t size = 0;
  std::map<CacheKey, std::pair<std::string_view, std::uint64_t>> entries;
};

Cache::Cache(std::string folder) : folder_(std::move(folder)) {
  for (unsigned i = 0; i < shard_count; ++i) shards_.emplace_back(std::make_unique<Shard>())->open(path_of(i));
}

Cache::~Cache() = default;

std::string Cache::path_of(unsigned shard) const {
  constexpr char digits[] = "0123456789abcdef";
  return (std::filesystem::path(folder_) / (std::string{digits[shard / 16], digits[shard % 16]} + ".parts")).string();
}

std::optional<std::string_view> Cache::find(const CacheKey& key) const {
  const auto& entries = shards_[shard_of(key)]->entries;
  const auto found = entries.find(key);
  if (found == entries.end()) return std::nullopt;
  const auto& [bytes, checksum] = found->second;
  if (XXH3_64bits(bytes.data(), bytes.size()) != checksum) return std::nullopt;
  return bytes;
}

std::string Cache::keep(const std::vector<std::pair<CacheKey, std::function<std::string()>>>& fresh, const std::vector<CacheKey>& used, unsigned jobs) {
  std::error_code problem;
  std::filesystem::create_directories(folder_, problem);
  if (problem) return problem.message();
  std::vector<std::map<CacheKey, const std::function<std::string()>*>> wanted(shard_count);      // null: as it was kept
  std::vector<char> changed(shard_count);
  for (const CacheKey& key : used) wanted[shard_of(key)].emplace(key, nullptr);
  for (const auto& [key, bytes] : fresh) {
    wanted[shard_of(key)].insert_or_assign(key, &bytes);
    changed[shard_of(key)] = 1;
  }
  std::vector<std::string> troubles(shard_count);
  side_by_side(shard_count, jobs, [&](std::size_t i) {
    if (changed[i] == 0 && wanted[i].size() == shards_[i]->entries.size()) return;
    std::string file(magic, sizeof magic);
    for (const auto& [key, bytes] : wanted[i]) {
      if (bytes != nullptr) append(file, key, (*bytes)());
      else if (const auto kept = find(key)) append(file, key, *kept);
    }
    troubles[i] = table::write_file(path_of(static_cast<unsigned>(i)), file, table::Flushed::no);
  });
  for (const std::string& trouble : troubles)
    if (!trouble.empty()) return trouble;
  return {};
}

CacheKey key_of(const Sources& sources, const Part& part, std::string_view question) {
  struct State {
    XXH3_state_t* const state = XXH3_createState();
    ~State() { XXH3_freeState(state); }
  } hash;
  XXH3_128bits_reset(hash.state);
  // Each text with its length before it, so that no two different lists of texts are the same bytes.
  const auto add = [&](std::string_view text) {
    const std::uint64_t size = text.size();
    XXH3_128bits_update(hash.state, &size, sizeof size);
    XXH3_128bits_update(hash.state, text.data(), text.size());
  };
  add(question);
  for (const std::uint32_t id : part) {
    const SourceFile& file = sources.files()[id];
    add(file.path);
    add(file.named ? "named" : "used");
    add(file.text ? *file.text : std::string_view(file.problem));
    add(file.text ? "text" : "problem");
  }
  const XXH128_hash_t digest = XXH3_128bits_digest(hash.state);
  return {digest.high64, digest.low64};
}

std::string this_program() {
  static const std::string made = [] {
    const int file = ::open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    std::string bytes, buffer(std::size_t{1} << 20, '\0');
    for (ssize_t got; file >= 0 && (got = ::read(file, buffer.data(), buffer.size())) > 0;) bytes.append(buffer, 0, static_cast<std::size_t>(got));
    if (file >= 0) ::close(file);
    const XXH128_hash_t digest = XXH3_128bits(bytes.data(), bytes.size());
    return std::to_string(digest.high64) + "-" + std::to_string(digest.low64);
  }();
  return made;
}

}  // namespace rung::parts
