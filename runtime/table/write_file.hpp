// Writing a file whole or not at all.
#pragma once

#include <string>
#include <string_view>

namespace rung::table {

// Whether the bytes have to be on the disk before the file takes its place. What can be made again and is checked when it is read (a cache) need not be.
enum class Flushed : bool { no, yes };

// Writes a file that has no name, or where that cannot be another one, in the same folder, flushes it to the disk and puts it in the place of `path`; on any failure
// the old file stays as it was and nothing is left behind. A file that holds these bytes already keeps them, and is said to be new: a large table that did not change need not go to the
// disk again. Returns what went wrong, in a few words, or nothing.
std::string write_file(const std::string& path, std::string_view bytes, Flushed flushed = Flushed::yes);

// The same in two steps, for files that belong together: all are written, and then all put in their places. What is not put is not there.
class StagedFile {
 public:
  // `bytes` outlive it.
  StagedFile(std::string path, std::string_view bytes, Flushed flushed = Flushed::yes);
  StagedFile(const StagedFile&) = delete;
  StagedFile& operator=(const StagedFile&) = delete;
  ~StagedFile();

  // What went wrong so far, in a few words, or nothing.
  const std::string& problem() const { return problem_; }
  // In the place of `path`. Returns what went wrong, or nothing.
  std::string put();

 private:
  void stage_named();
  bool is_written() const;

  std::string path_;
  std::string_view bytes_;
  Flushed flushed_;
  int file_ = -1;
  std::string temporary_;                  // its name meanwhile; empty: it has none
  std::string problem_;
  bool is_there_ = false;                  // a file with these bytes
};

}  // namespace rung::table
