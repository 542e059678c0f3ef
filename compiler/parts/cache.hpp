// Results of parts, kept between builds in a folder that may be deleted at any time. Nothing in it is trusted: a result is found by a checksum of everything that it was made from (the
// bytes and paths of its files, the question, this very program) and used only when its own checksum fits.
//
// The folder holds up to 256 files NN.parts, each written whole or not at all, so builds at the same time and builds that are killed leave nothing half done; of two that end together
// the later one's files stay. What the last build had no use for is dropped.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/parts/sources.hpp"

namespace rung::parts {

struct CacheKey {
  std::uint64_t high = 0, low = 0;
  friend auto operator<=>(const CacheKey&, const CacheKey&) = default;
};

class Cache {
 public:
  // Opens what is there; a folder that is not there, or is unreadable, is an empty cache.
  explicit Cache(std::string folder);
  ~Cache();

  // The bytes that were kept under a key, 8-byte aligned, as long as the cache lives. May be called by several threads.
  std::optional<std::string_view> find(const CacheKey& key) const;
  // Keeps exactly these, and makes the folder when there is none; the bytes of what is fresh are asked for when they are written. Returns what kept it from being written, in a few
  // words, or nothing.
  std::string keep(const std::vector<std::pair<CacheKey, std::function<std::string()>>>& fresh, const std::vector<CacheKey>& used, unsigned jobs);

 private:
  struct Shard;
  std::string path_of(unsigned shard) const;
  std::string folder_;
  std::vector<std::unique_ptr<Shard>> shards_;       // 256
};

// The key of what a part of these files is compiled to. `question`: whatever else the result depends on.
CacheKey key_of(const Sources& sources, const Part& part, std::string_view question);
// The same for every run of this program, and for no other program.
std::string this_program();

}  // namespace rung::parts
