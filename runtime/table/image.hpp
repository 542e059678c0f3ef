// A pathway table before it is bytes: the same arrays, still growing. `serialize` lays them out as format.hpp says. The compiler fills one from a model,
// `join` from other tables.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/table/format.hpp"

namespace rung::table {

struct Image {
  std::string text;
  std::vector<std::uint32_t> lists;
  std::vector<Text> currencies;
  std::vector<Unit> units;
  std::vector<Scale> scales;
  std::vector<Framework> frameworks;
  std::vector<Institution> institutions;
  std::vector<Competency> competencies;
  std::vector<Gate> gates;
  std::vector<Credential> credentials;
  std::vector<Developed> developed;
  std::vector<Version> versions;
  std::vector<Node> nodes;
  std::vector<Condition> conditions;
  std::vector<Title> titles;
  std::vector<Agreement> agreements;
  std::vector<Recognition> recognitions;
  std::vector<Statement> statements;
  std::vector<Translation> translations;

  // The place of `words` in `text`, added when it is new.
  Text intern(std::string_view words);
  // A new run of `lists`.
  Range list(std::span<const std::uint32_t> elements);
  Range list(std::initializer_list<std::uint32_t> elements) { return list(std::span(elements.begin(), elements.size())); }

 private:
  std::vector<Text> interned_;               // an open-addressing hash of what `text` holds; a power of two many, at most three quarters full; {0, 0}: empty
  std::size_t distinct_ = 0;
  void grow();
};

// The table's bytes: header, sections, name slots and checksum included. The same image gives the same bytes.
std::string serialize(const Image& image);
// The same, taking the image apart on the way, so that a large table is not in memory twice.
std::string serialize(Image&& image);

}  // namespace rung::table
