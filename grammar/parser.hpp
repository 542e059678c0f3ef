// Text into a syntax tree.
//
// A loop in C++ finds the declarations and calls Boost.Spirit X3 once for each, so that a broken one costs one message and the rest is
// still read. A broken declaration stays in the tree, by its name, so that what refers to it is not blamed.
#pragma once

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/tree.hpp"

namespace rung::grammar {

enum class Keep { tree, words };   // words: the tree's `spoken` too

// Always gives a tree. `files` must hold `file`; the tree refers to its bytes by offset only.
Tree parse(const source::Files& files, source::FileId file, diagnostics::Sink& sink, Keep keep = Keep::tree);

}  // namespace rung::grammar
