// A checked model as an open table, for what the compiler itself asks of it.
#pragma once

#include "compiler/model/model.hpp"
#include "runtime/table/table.hpp"

namespace rung::emit {

// The table that a build would write, in memory that it owns. The model must be free of errors; throws std::logic_error when what was written does not open.
Table table_of(const model::Model& model);

}  // namespace rung::emit
