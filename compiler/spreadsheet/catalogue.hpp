// A catalogue in a spreadsheet, as a framework, and the other way about. A row is a credential; what a spreadsheet cannot hold (rules, agreements, scenarios) stands in the language only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/model.hpp"
#include "compiler/spreadsheet/columns.hpp"
#include "compiler/spreadsheet/csv.hpp"

namespace rung::spreadsheet {

struct Message {
  std::size_t row = 0;                   // 0: about the whole sheet
  std::optional<std::size_t> column;     // from 0
  std::string heading;                   // of the column, as written
  std::string text;
  bool costs_the_row = true;             // else something is only left out, or asked
};
// "row 7, column F (credits): 'three' is no number"
std::string place(const Message& message);

struct ImportOptions {
  std::string framework;                 // its name; of other frameworks' rows none is taken. Empty: that of the first row
  std::string usual_framework;           // when no row says one
  std::string currency;                  // of fees that name none; empty: they have to
  std::string origin;                    // of the catalogue, for the reader of the file
};

struct Imported {
  std::string text;                      // a framework, in the language of most of the headings; empty when nothing could be read
  std::size_t rows = 0, imported = 0;
  std::vector<Message> messages;         // by row
  bool sound() const;                    // no row was lost
};
Imported import_catalogue(std::string_view bytes, const ImportOptions& options);

struct Exported {
  std::string text;
  std::vector<std::string> left_out;     // what the columns cannot hold, a sentence each
};
// Of a model without errors. Headings, and words of the language in cells, are in `language` ("en" or "fr"); when it is empty, in that of most of the frameworks.
Exported export_catalogue(const model::Model& model, std::string_view language = {});

}  // namespace rung::spreadsheet
