#include "compiler/rungc/verbs.hpp"

namespace rungc {

int check(const CheckOptions& options) { return show_diagnostics(rung::compile(options.files), options.format); }

}  // namespace rungc
