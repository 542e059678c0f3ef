// One line of a policy.
#pragma once

#include <optional>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/values.hpp"
#include "compiler/policy/policy.hpp"
#include "grammar/lexer.hpp"
#include "grammar/tree.hpp"

namespace rung::policy {

// A file's text and tree, and what is read of a node.
struct Text {
  const source::Files& files;
  const grammar::Tree& tree;
  diagnostics::Sink& sink;

  std::string written(std::uint32_t node) const { return std::string(files.text(tree.span(node))); }
  std::string unquoted(std::uint32_t node) const {
    return tree[node].kind == grammar::NodeKind::text ? grammar::unquoted(files.text(tree.span(node))) : written(node);
  }
  // A number or a percentage, in millionths.
  std::optional<Amount> number(std::uint32_t node) const { return model::read_percent(written(node), tree.span(node), sink); }
  std::optional<Day> date(std::uint32_t node, model::MonthMeans month) const { return model::read_date(written(node), month, tree.span(node), sink); }
  std::string printed(Word word) const { return std::string(grammar::Vocabulary::of(tree.language)->printed(word)); }
  Source source(std::uint32_t field) const;
};

// None when it has a mistake, which has been reported; so has what it asks of those who cannot have it, such as a level of an agreement.
std::optional<Rule> read_rule(const Text& text, std::uint32_t node, const Subjects& whom);

}  // namespace rung::policy
