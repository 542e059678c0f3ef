// A checked model as the arrays of a table.
#pragma once

#include "runtime/table/image.hpp"
#include "compiler/model/model.hpp"

namespace rung::emit {

// The model must be free of errors: nothing in it may be incomplete or broken.
table::Image make_image(const model::Model& model);

}  // namespace rung::emit
