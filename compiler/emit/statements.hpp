// What credentials say of themselves beside their rules, and titles in further languages: what a label shows and no query reads.
#pragma once

#include "runtime/table/image.hpp"
#include "compiler/model/model.hpp"

namespace rung::emit {

// Appends to `image.statements` and `image.translations`, in their order.
void add_statements(const model::Model& model, table::Image& image);

}  // namespace rung::emit
