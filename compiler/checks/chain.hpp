// A circle in words: "a → b → a", and an excerpt an arrow.
#pragma once

#include <functional>

#include "compiler/checks/facts.hpp"

namespace rung::checks {

using NameOf = std::function<std::string(std::uint32_t)>;

// Long circles are shown by their first and last arrows.
std::string chain(const graph::Graph& graph, const graph::Cycle& cycle, const NameOf& name);

// Reports at the first arrow; each arrow is a related place, in the words that `phrase` gives it.
void report_cycle(Sink& sink, Kind kind, const graph::Graph& graph, const graph::Cycle& cycle, const NameOf& name,
                  const std::function<Phrase(const graph::EdgeOrigin&)>& phrase);

}  // namespace rung::checks
