// Where the lines of a file begin, and how many characters stand before a place.
//
// A column counts characters, and a line may be the whole file: so the characters before each block of the file are counted once,
// and a position costs a search among the lines and at most one block on either side, however long the line is.
#include "compiler/source/source.hpp"

#include <algorithm>
#include <utility>

namespace rung::source {
namespace {

constexpr std::uint32_t block = 1024;  // bytes
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Every character has one byte that continues no other.
std::uint32_t characters(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

}  // namespace

FileId Files::add(std::string path, std::string bytes) {
  files_.push_back({std::move(path), std::move(bytes), {}, {}});
  return static_cast<FileId>(files_.size() - 1);
}

const Files::File& Files::measured(FileId id) const {
  const File& file = files_[id];
  if (!file.starts.empty()) return file;
  const std::string_view bytes = file.bytes;
  // A mark at the beginning is no character of the first line.
  file.starts.push_back(bytes.starts_with(byte_order_mark) ? 3 : 0);
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1))
    file.starts.push_back(static_cast<std::uint32_t>(end + 1));
  file.characters_before.reserve(bytes.size() / block + 1);
  std::uint32_t before = 0;
  for (std::size_t at = 0; at <= bytes.size(); at += block) {
    file.characters_before.push_back(before);
    before += characters(bytes.substr(at, block));
  }
  return file;
}

Position Files::position(FileId id, std::uint32_t offset) const {
  const File& file = measured(id);
  const std::string_view bytes = file.bytes;
  offset = std::clamp(offset, file.starts.front(), static_cast<std::uint32_t>(bytes.size()));
  const auto next = std::upper_bound(file.starts.begin(), file.starts.end(), offset);
  const std::uint32_t start = next[-1];
  std::uint32_t before;
  if (offset - start <= block) {
    before = characters(bytes.substr(start, offset - start));
  } else {
    const auto until = [&](std::uint32_t at) {
      return file.characters_before[at / block] + characters(bytes.substr(at - at % block, at % block));
    };
    before = until(offset) - until(start);
  }
  return {static_cast<std::uint32_t>(next - file.starts.begin()), before + 1};
}

std::uint32_t Files::line_start(FileId id, std::uint32_t line) const { return measured(id).starts[line - 1]; }

std::string_view Files::line(FileId id, std::uint32_t line) const {
  const File& file = measured(id);
  const std::uint32_t start = file.starts[line - 1];
  const std::uint32_t end = line < file.starts.size() ? file.starts[line] - 1 : static_cast<std::uint32_t>(file.bytes.size());
  std::string_view text = std::string_view(file.bytes).substr(start, end - start);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace rung::source
