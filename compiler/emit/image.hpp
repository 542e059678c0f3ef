// A pathway table before it is bytes: the same arrays, still growing. `serialize` lays them out as runtime/table/format.hpp says.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/table/format.hpp"

namespace rung::emit {

struct Image {
  std::string text;
  std::vector<std::uint32_t> lists;
  std::vector<table::Text> currencies;
  std::vector<table::Unit> units;
  std::vector<table::Scale> scales;
  std::vector<table::Framework> frameworks;
  std::vector<table::Institution> institutions;
  std::vector<table::Competency> competencies;
  std::vector<table::Gate> gates;
  std::vector<table::Credential> credentials;
  std::vector<table::Developed> developed;
  std::vector<table::Version> versions;
  std::vector<table::Node> nodes;
  std::vector<table::Condition> conditions;
  std::vector<table::Title> titles;
  std::vector<table::Agreement> agreements;
  std::vector<table::Recognition> recognitions;
  std::vector<table::Statement> statements;
  std::vector<table::Translation> translations;

  // The place of `words` in `text`, added when it is new.
  table::Text intern(std::string_view words);
  // A new run of `lists`.
  table::Range list(const std::vector<std::uint32_t>& elements);

 private:
  std::unordered_map<std::string, table::Text> interned_;
};

// The table's bytes: header, sections, name slots and checksum included. The same image gives the same bytes.
std::string serialize(const Image& image);

}  // namespace rung::emit
