// Writing a folder whole or not at all.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "runtime/table/write_file.hpp"

namespace rung::folders {

// A folder that is written under a name of its own, in the folder in which its place is: ".NAME.rungc-XXXXXX" beside NAME. It is gone with this object, whether it was put in its place or not. What a program left that was
// killed before that, the next that is made for the same place takes away; one that another program still writes is left alone.
class StagedFolder {
 public:
  // `place`: where it is to go, without a slash behind it. Nothing is changed there until `put`.
  explicit StagedFolder(const std::filesystem::path& place);
  ~StagedFolder();
  StagedFolder(const StagedFolder&) = delete;
  StagedFolder& operator=(const StagedFolder&) = delete;

  // Why it could not be made, in a few words, or nothing; then nothing else may be asked of it.
  const std::string& problem() const { return problem_; }
  const std::filesystem::path& path() const { return path_; }

  // A file in it, and the folders that lead there. Returns what went wrong, or nothing.
  std::string write(const std::string& path, std::string_view bytes, table::Flushed flushed = table::Flushed::yes) const;

  // Into its place, with the rights of any folder that is made there. Returns what went wrong, or nothing; then the place is as it was.
  enum class Over { nothing, what_is_there };   // what is there: a folder, which somebody who looks meanwhile sees as it was or as it is, and which is gone afterwards
  std::string put(Over over) const;

 private:
  std::filesystem::path place_, path_;
  std::string problem_;
  int held_ = -1;                               // the folder, locked as long as somebody writes it
};

}  // namespace rung::folders
