// Files, and places in them. Everything that the compiler says of a text names a byte span; lines and columns come last,
// when a message is shown.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung::source {

using FileId = std::uint32_t;
inline constexpr FileId no_file = 0xFFFFFFFFu;

struct Span {  // bytes [begin, end) of a file
  FileId file = no_file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Position {  // both count from 1; a column counts Unicode code points
  std::uint32_t line;
  std::uint32_t column;
};

// All files of one run, each once. A FileId is an index in the order of adding. A line ends with LF or CR LF (and a comment with CR alone). A byte-order mark
// is no character of the first line. Lines are measured when first asked for: a file that nothing is said of costs nothing.
// Not for more than one thread at a time.
class Files {
 public:
  FileId add(std::string path, std::string bytes);
  std::size_t size() const { return files_.size(); }
  const std::string& path(FileId file) const { return files_[file].path; }  // as the user wrote it or a `use` reached it
  std::string_view text(FileId file) const { return files_[file].bytes; }
  std::string_view text(Span span) const { return text(span.file).substr(span.begin, span.end - span.begin); }
  Position position(FileId file, std::uint32_t offset) const;       // past the end: the end
  std::string_view line(FileId file, std::uint32_t line) const;     // without its end of line
  std::uint32_t line_start(FileId file, std::uint32_t line) const;  // byte offset

 private:
  struct File {
    std::string path;
    std::string bytes;
    mutable std::vector<std::uint32_t> starts;             // of lines; made when first asked for
    mutable std::vector<std::uint32_t> characters_before;  // each block of bytes (source.cpp); made with the former
  };
  const File& measured(FileId file) const;
  std::deque<File> files_;  // stays where it is, so that a view of a text outlives the adding of further files
};

// The bytes of a file, or why not, in one sentence ("cannot be read: No such file or directory"). "-" is standard input.
// A file of 64 MiB or more is refused, far more than anybody writes: a device without an end is soon found out.
struct Loaded {
  std::optional<std::string> bytes;
  std::string problem;
  bool folder = false;                                     // that there is a folder instead
};
Loaded load(const std::string& path);

// The character that begins at a byte. What is no UTF-8 is U+FFFD, as long as the beginning of a character that stands there.
struct Character {
  char32_t code;
  std::uint32_t length;  // bytes, 1 to 4
  bool valid;
};
inline constexpr char32_t replacement_character = 0xFFFD;
Character character_at(std::string_view bytes, std::size_t at);  // at < bytes.size()

// The offset of the first byte that is not part of well-formed UTF-8.
std::optional<std::uint32_t> first_invalid_utf8(std::string_view bytes);

}  // namespace rung::source
