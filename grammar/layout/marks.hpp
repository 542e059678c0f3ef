// What the tree knows of lines: where the items in a pair of braces begin, and where a line may end within one.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/tree.hpp"

namespace rung::grammar {

struct Marks {
  // By token.
  std::vector<char> begins_item;           // a field, a line of a scenario, a part or a condition of a rule, a rule of a policy
  std::vector<char> may_break;             // a line may end before it: because, source, unverified, or, and, except; and what comes after a comma
  std::vector<std::uint32_t> key;          // of what begins an item: how many tokens its name has, after which values are aligned ("issued by", "core:"); else 0
  std::vector<char> recognises;            // of what begins an item: it is what an agreement recognises
  std::vector<std::uint32_t> closes;       // of '{': the token that closes it; else 0
};

Marks marks_of(std::string_view text, const Tree& tree);   // of a tree whose words were kept

}  // namespace rung::grammar
