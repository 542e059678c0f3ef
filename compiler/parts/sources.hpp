// All files of a run, read and looked at but not compiled, and which of them have to be compiled together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "compiler/parts/arena.hpp"
#include "compiler/parts/scan.hpp"
#include "compiler/source/source.hpp"

namespace rung::parts {

struct SourceFile {
  std::string path;                    // as the user wrote it, or as a `use` reaches it
  std::optional<std::string_view> text;
  std::string problem;                 // why there is no text
  bool folder = false;                 // that there is a folder instead
  Scan scan;
  std::vector<std::uint32_t> uses;     // files
  bool named = false;                  // by the user, not only used
};

// Files in the order in which a run reads them: those that are named, then what they use, and so on.
class Sources {
 public:
  // Reads with that many threads.
  Sources(const std::vector<std::string>& paths, unsigned jobs);

  const std::vector<SourceFile>& files() const { return files_; }
  // The bytes of a file, or of one that was not foreseen, from the disk.
  source::Loaded load(const std::string& path) const;
  std::uint32_t find(const std::string& path) const;             // source::no_file when it is none of them
  // All of it: nothing can be compiled afterwards.
  void forget() {
    files_ = {};
    by_path_ = {};
    by_identity_ = {};
    texts_.clear();
  }

 private:
  Arena texts_;
  std::vector<SourceFile> files_;
  std::unordered_map<std::string, std::uint32_t> by_path_, by_identity_;
};

// Files that have to be compiled together, ascending. What is in different parts means the same as if all were compiled at once: no file of one names anything of the other.
using Part = std::vector<std::uint32_t>;

class Partition {
 public:
  explicit Partition(const Sources& sources);
  // Ascending by their first file.
  std::vector<Part> parts() const;
  // An institution may be named without using the file that declares it. These two files turned out to belong together; false when they were together already.
  bool unite(std::uint32_t one, std::uint32_t other);
  // The file that declares an institution of that name, or source::no_file.
  std::uint32_t declares(const std::string& institution) const;

 private:
  std::uint32_t root(std::uint32_t file) const;
  mutable std::vector<std::uint32_t> parent_;
  std::unordered_map<std::string, std::uint32_t> institutions_;
};

}  // namespace rung::parts
