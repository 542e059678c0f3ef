// How the credentials of a framework stack, as a drawing: what is in it (structure.cpp), written for Graphviz (dot.cpp) and drawn by it (svg.cpp), in words for whoever does not see it (words.cpp), and as data (json.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/table/table.hpp"

namespace rung::picture {

struct Row {                               // one node of an award's rule, or a condition on it
  std::uint32_t node = table::none;        // of the table; none for a condition
  std::uint32_t depth = 0;
  std::string text;                        // "core: 2 of 3 credentials"
};

// A credential, a gate, or several credentials that lead to the same places and are drawn as one.
struct Box {
  std::vector<std::uint32_t> credentials;  // ascending; empty for a gate
  std::uint32_t gate = table::none;
  std::vector<std::string> titles;         // a line each
  std::vector<Row> rows;                   // of an award: its rule
  bool is_award = false, is_asked_for = false;
};

enum class Link : std::uint8_t {
  counts,                                  // towards a row of `to`
  before,                                  // prerequisite
  recognised                               // as `to`, under an agreement
};

struct Line {
  std::uint32_t from, to;                  // boxes
  std::uint32_t row = table::none;         // Box::rows of `to`
  Link link = Link::counts;
  std::string text;                        // of `recognised` the agreement; of `before` "any of" and the like, where not all are needed
  friend auto operator<=>(const Line&, const Line&) = default;
};

struct Picture {
  std::vector<Box> boxes;                  // by their first credential, then gates
  std::vector<Line> lines;                 // sorted, distinct
  std::string title;
  std::string language;                    // of its words: "en", "fr"
};

// Of all credentials, or of all that one is made of and counts towards. Of an award whose rule has versions the newest is drawn.
Picture picture_of(const Table& table, std::optional<std::uint32_t> about, std::string_view language = "en");

std::string as_dot(const Picture& picture);
// Every box and what leads to it, in sentences.
std::string in_words(const Picture& picture);
// {"title", "boxes": [{"id", "credentials", "gate", "titles", "rule": [{"depth", "text"}]}], "lines": [{"from", "to", "row", "link", "text"}]}
std::string as_json(const Table& table, const Picture& picture);

// What Graphviz's program `dot` draws, with a title and a description for readers of screens; without a value, when it could not be run, with a message.
struct Drawn {
  std::string svg, problem;
};
Drawn as_svg(const Picture& picture);

}  // namespace rung::picture
