#include "expectations.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string_view>

#include <fmt/format.h>

namespace golden {
namespace {

using rung::diagnostics::Diagnostic;
using rung::source::FileId;
using rung::source::Files;
using rung::source::Span;

constexpr std::string_view mark = "#!";
constexpr std::size_t most_shown = 40;     // bytes of a related place
constexpr std::size_t most_related = 12;

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}

bool is_expectation(std::string_view line) { return line.starts_with(mark); }

// Lines between two offsets, those of expectations left out.
std::size_t lines_between(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::size_t count = 0;
  for (std::size_t at = text.find('\n', begin); at < end; at = text.find('\n', at + 1))
    if (!is_expectation(text.substr(at + 1))) ++count;
  return count;
}

std::string columns(const Files& files, Span span) {
  const auto begin = files.position(span.file, span.begin), end = files.position(span.file, span.end);
  if (begin.line == end.line) return fmt::format("{}-{}", begin.column, end.column);
  return fmt::format("{}-+{}:{}", begin.column, lines_between(files.text(span.file), span.begin, span.end), end.column);
}

std::string quoted(std::string_view text) {
  text = text.substr(0, text.find_first_of("\r\n"));
  if (text.size() <= most_shown) return fmt::format("\"{}\"", text);
  std::size_t end = most_shown;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;   // not within a character
  return fmt::format("\"{}…\"", text.substr(0, end));
}

std::vector<std::string> expectation(const Files& files, const Diagnostic& diagnostic) {
  const bool placed = diagnostic.span.file < files.size();
  std::vector<std::string> out{fmt::format("{} {} {}{}: {}", mark, name(severity(diagnostic)), code(diagnostic.kind),
                                           placed ? " " + columns(files, diagnostic.span) : "", message(diagnostic))};
  for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
    const auto& related = diagnostic.related[i];
    if (i == most_related) {
      out.push_back(fmt::format("{}   and {} more", mark, diagnostic.related.size() - most_related));
      break;
    }
    const std::string elsewhere =
        related.span.file == diagnostic.span.file ? "" : std::filesystem::path(files.path(related.span.file)).filename().string() + ' ';
    out.push_back(fmt::format("{}   also {}{} {}: {}", mark, elsewhere, columns(files, related.span), quoted(files.text(related.span)),
                              words(related.phrase, related.arguments)));
  }
  for (const auto& [phrase, arguments] : diagnostic.help) out.push_back(fmt::format("{}   help: {}", mark, words(phrase, arguments)));
  return out;
}

}  // namespace

std::string without_expectations(const std::string& text) {
  std::string out;
  for (const std::string& line : lines_of(text))
    if (!is_expectation(line)) out += line;
  return out;
}

std::string with_expectations(const Files& files, FileId file, const std::vector<Diagnostic>& diagnostics) {
  std::map<std::uint32_t, std::vector<std::string>> at;   // by line
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.span.file != file) continue;
    auto& here = at[files.position(file, diagnostic.span.begin).line];
    for (std::string& line : expectation(files, diagnostic)) here.push_back(std::move(line));
  }
  std::string out;
  std::uint32_t number = 0;
  for (const std::string& line : lines_of(files.text(file))) {
    ++number;
    if (!is_expectation(line)) out += line;
    const auto found = at.find(number);
    if (found == at.end()) continue;
    const std::string_view end = line.ends_with("\r\n") ? "\r\n" : "\n";
    if (!out.ends_with('\n')) out += end;
    for (const std::string& expected : found->second) (out += expected) += end;
    at.erase(found);
  }
  for (const auto& [line, left] : at)   // at the end of the file, on a line of its own
    for (const std::string& expected : left) (out += expected) += '\n';
  return out;
}

std::string expectations_of_no_file(const Files& files, const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics)
    if (diagnostic.span.file >= files.size())
      for (const std::string& line : expectation(files, diagnostic)) (out += line) += '\n';
  return out;
}

std::string difference(const std::string& expected, const std::string& found) {
  const auto one = lines_of(expected), other = lines_of(found);
  // The longest common run of lines, so that what is shown is what changed.
  std::vector<std::vector<std::size_t>> common(one.size() + 1, std::vector<std::size_t>(other.size() + 1, 0));
  for (std::size_t i = one.size(); i-- > 0;)
    for (std::size_t j = other.size(); j-- > 0;)
      common[i][j] = one[i] == other[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::string out;
  for (std::size_t i = 0, j = 0; i < one.size() || j < other.size();) {
    if (i < one.size() && j < other.size() && one[i] == other[j]) {
      ++i;
      ++j;
    } else if (j == other.size() || (i < one.size() && common[i + 1][j] >= common[i][j + 1])) {
      out += "- " + one[i++];
    } else {
      out += "+ " + other[j++];
    }
  }
  return out;
}

}  // namespace golden
