#include "grammar/layout/lines.hpp"

#include <algorithm>

namespace rung::grammar {
namespace {

bool stands_alone(const Line& line) { return line.text.empty(); }

// Widens the first `column(line)` columns of each of these lines to the widest.
template <class Column>
void widen(std::vector<Line>& lines, const std::vector<std::size_t>& run, const Column& column) {
  std::size_t widest = 0;
  for (const std::size_t at : run) widest = std::max(widest, column(lines[at]));
  for (const std::size_t at : run) {
    Line& line = lines[at];
    const std::size_t width = column(line);
    // Columns to bytes.
    std::size_t byte = 0;
    for (std::size_t seen = 0; byte < line.text.size(); ++byte) {
      if ((static_cast<unsigned char>(line.text[byte]) & 0xC0u) != 0x80u && seen++ == width) break;
    }
    line.text.insert(byte, widest - width, ' ');
  }
}

// Runs of lines below each other that belong together: `fits` says which take part, `ends` which end a run without taking part.
template <class Fits, class Ends, class Column>
void align(std::vector<Line>& lines, const Fits& fits, const Ends& ends, const Column& column) {
  std::vector<std::size_t> run;
  const auto close = [&] {
    if (run.size() > 1) widen(lines, run, column);
    run.clear();
  };
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (lines[at].blank_before || ends(lines, at)) close();
    if (!fits(lines, at)) continue;
    if (!run.empty() && lines[run.back()].group != lines[at].group) close();
    run.push_back(at);
  }
  close();
}

bool is_one_line(const std::vector<Line>& lines, std::size_t at) {
  const std::uint32_t item = lines[at].item;
  const auto goes_on = [&](std::size_t other) { return other < lines.size() && lines[other].item == item && !stands_alone(lines[other]); };
  return !lines[at].verbatim && !goes_on(at + 1) && (at == 0 || !goes_on(at - 1)) && !lines[at].text.ends_with('{');
}

void align_comments(std::vector<Line>& lines) {
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t end = first;
    const auto takes_part = [&](std::size_t at) { return at < lines.size() && !lines[at].comment.empty() && !stands_alone(lines[at]) && !lines[at].verbatim && (at == first || !lines[at].blank_before); };
    std::size_t widest = 0;
    for (; takes_part(end); ++end) widest = std::max(widest, lines[end].indent + columns(lines[end].text));
    for (std::size_t at = first; at < end; ++at) lines[at].text.append(widest - lines[at].indent - columns(lines[at].text) + 2, ' ');
    first = std::max(end, first + 1);
  }
}

}  // namespace

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

std::string aligned(std::vector<Line> lines) {
  const auto key = [](const Line& line) { return line.key; };
  const auto brace = [](const Line& line) { return line.brace; };
  align(
      lines, [&](const auto& all, std::size_t at) { return all[at].key > 0 && is_one_line(all, at); },
      [&](const auto& all, std::size_t at) { return !stands_alone(all[at]) && (all[at].key == 0 || !is_one_line(all, at)); }, key);
  align(
      lines, [&](const auto& all, std::size_t at) { return all[at].brace > 0; }, [&](const auto& all, std::size_t at) { return all[at].brace == 0; }, brace);
  align_comments(lines);
  std::string out;
  for (const Line& line : lines) {
    if (line.blank_before && !out.empty()) out += '\n';
    if (!line.verbatim) out.append(line.indent, ' ');
    out += line.text;
    out += line.comment;
    while (!line.verbatim && out.ends_with(' ')) out.pop_back();
    out += '\n';
  }
  return out;
}

}  // namespace rung::grammar
