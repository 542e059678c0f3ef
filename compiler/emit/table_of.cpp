#include "compiler/emit/table_of.hpp"

#include <span>
#include <stdexcept>

#include "compiler/emit/make_image.hpp"

namespace rung::emit {

Table table_of(const model::Model& model) {
  const std::string bytes = table::serialize(make_image(model));
  Result<Table> table = Table::copy(std::as_bytes(std::span(bytes)));
  if (!table) throw std::logic_error("the table of a checked framework is damaged: " + table.error().message);
  return std::move(*table);
}

}  // namespace rung::emit
