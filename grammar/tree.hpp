// What an author wrote: tokens, comments, and a tree over them. Nothing is lost and nothing is interpreted, so that the formatter, the
// other languages and the editor can stand on it; the meaning is made from it in compiler/model.
//
// The tree is flat. A Node covers the tokens [first_token, end_token) and links to its first child and its next sibling by index; children
// stand in the order in which they were written. Nothing here is recursive, whatever the author nested.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/source/source.hpp"
#include "grammar/words.hpp"

namespace rung::grammar {

enum class TokenKind : std::uint8_t {
  word,      // a name or a word of the language: letters, digits, - . +
  number,    // 42, 4.5, -3
  percent,   // 80%, 80 %
  fraction,  // 1/3
  date,      // 2026-09, 2026-09-01
  text,      // "…", “…”, «…», """…"""
  open,      // {
  close,     // }
  comma,
  colon,
  equals,
  end        // one past the last, of no length
};

struct Token {
  std::uint32_t begin = 0, end = 0;   // bytes of the file; of a text, quotes included
  TokenKind kind = TokenKind::end;
  bool starts_line = false;           // the first token of its line
  Atom atom = 0;                      // of a word
};

struct Comment {                      // from # to the end of its line
  std::uint32_t begin, end;
  std::uint32_t before_token;         // the token that follows it
};

enum class NodeKind : std::uint8_t {
  // declarations; children: name, text (its title) if any, then fields
  use, framework, institution, competency, gate, credential, agreement,
  broken,        // a declaration with a syntax error: name if it could be read, nothing else

  // leaves
  name,          // a name, declared or referred to
  text, number, percent, fraction, date,
  value,         // a word of the language, in `word`

  // fields; `word` says which; children are the values in order
  field,
  quantity,      // number, then value (a unit) or name (a currency)
  developed,     // name, then value (an achievement) if any
  consulted,     // text, then date if any
  aligned,       // text, then value if any
  pass_mark,     // percent or number
  conversion,    // quantity, quantity
  effective,     // first in a field `requires`: date, or value (to) if the first day is open; then date if any

  // rules
  requirement,   // part (label) if any, one head, then floor, after and nothing (older than)
  part,          // a name before a colon
  reference,     // head: one credential
  gate_needed,   // head: gate and a name
  group,         // head: `word` is all_of, any_of, of (exactly) or at_least; number if any; then set
  amount,        // head: at least quantity from set; with a within after it, a condition on what is counted there
  competencies,  // head: `word` as for a group; number if any; names; then value (an achievement) if any
  floor,         // percent, value (an achievement) or name (a grade); or text (a grade)
                 // (what a requirement is older than at the most stands beside these, as `nothing`)
  after,         // names of parts
  asked_of,      // of whom: `word` is only_for or unless; then value (gate) and name, or set (what they hold)

  set,           // braced or name, then joined, each applied to all before it
  braced,        // requirements, descriptions, conditions, sets: what stands in one pair of braces
  joined,        // `word` is or_, and_, except; then braced or name
  described,     // `word` is tagged, issued_by, type, level, developing; then its value, a bound or a name
  bound,         // `word` is at_least, at_most, below, above, between, none (exactly); then numbers

  // conditions of a whole rule
  total,         // at least quantity; within if any
  share_from,    // at least bound_of from set; within, rounding and stated if any
  share_of,      // percent or fraction, of value (a unit)
  bound_of,      // `word` is larger_of, smaller_of or none (only one): share_of, quantity
  rounding,      // `word` is up, down, to_nearest
  stated,        // quantity: what a share is said to come to
  within,        // name of a part
  at_most,       // bound_of, then value (by_prior_learning, by_transfer, ungraded), value (a key) or set; within and rounding if any
  at_most_from,  // in agreements: at most quantity
  distinct,      // from at least number of value (a key); names (tags) if any; within if any
  average,       // `word` is unweighted or none; percent or number; within if any
  last_from,     // the last quantity from set
  one_at_a_time, // no children
  titled,        // text, then a condition
  nothing,       // `word` is older_than, awarded_for, below; then quantity, value, or what a floor has
  may_share,     // names of parts
  share_awards,  // share at most quantity, or value (nothing); then set, or none of it: with any other award
  share_new,     // at least bound_of by new learning; within and rounding if any
  amount_new,    // at least quantity by new learning

  // agreements: name, text (its title) if any, then fields, limits (at_most_from without a set, nothing) and recognitions
  recognition,   // sources, floor if any, outcome
  sources,       // `word` is all_of, any_of or none (one); names
  outcome,       // `word` is counts_as: names (all of them) or quantity, then a level (number) if any, then value (for prerequisites only) if any;
                 // exempts: names; admits_to: name and number; not_recognized: text

  // policies: a declaration with its name, text (its title) if any, then fields and sections
  policy,
  section,       // subjects, then policy rules
  subjects,      // values (types of credential, or credentials, awards, agreement, framework), then described (issued by, in region, in country, tagged)
  policy_rule,   // `word` is the modal verb; part (its name) if any, one asks, then fields (because, source) and values (when awarded, unverified)
  asks,          // what a rule asks: `word` says which (grammar/policy_rules.hpp); then its bounds, values, names or texts

  // scenarios
  scenario,      // a declaration: text (its name), then fields and expectations, a line each. In a field `holds`: name, then floor, field, value
  expectation,   // `word` says which (grammar/scenario_rules.hpp); then its names, a cost and a quantity
};

inline constexpr std::uint32_t no_node = 0xFFFFFFFFu;

struct Node {
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t first_child = no_node;
  std::uint32_t next_sibling = no_node;
  NodeKind kind = NodeKind::broken;
  Word word = Word::none;
};

// That a word of the language begins at a token: which, over how many tokens, and in which of its spellings. None where none begins.
struct Spoken {
  Word word = Word::none;
  std::uint8_t tokens = 0, place = 0;
};

struct Tree {
  source::FileId file = source::no_file;
  std::string_view language;                  // "en"; a static string
  std::vector<Token> tokens;                  // the last is `end`
  std::vector<Comment> comments;
  std::vector<Node> nodes;
  std::vector<std::uint32_t> declarations;    // nodes, in the order written
  std::vector<Spoken> spoken;                 // by token, when it was asked for (parser.hpp); within a word of several tokens it means nothing

  const Node& operator[](std::uint32_t node) const { return nodes[node]; }
  source::Span span(std::uint32_t node) const {
    const Node& n = nodes[node];
    const std::uint32_t begin = tokens[n.first_token].begin;
    return {file, begin, n.end_token > n.first_token ? tokens[n.end_token - 1].end : begin};
  }
};

// The children of a node: for (std::uint32_t child : children(tree, node)) …
class Children {
 public:
  class Iterator {
   public:
    Iterator(const Tree* tree, std::uint32_t node) : tree_(tree), node_(node) {}
    std::uint32_t operator*() const { return node_; }
    Iterator& operator++() { node_ = tree_->nodes[node_].next_sibling; return *this; }
    bool operator==(const Iterator& other) const { return node_ == other.node_; }

   private:
    const Tree* tree_;
    std::uint32_t node_;
  };
  Children(const Tree& tree, std::uint32_t node) : tree_(&tree), first_(tree.nodes[node].first_child) {}
  Iterator begin() const { return {tree_, first_}; }
  Iterator end() const { return {tree_, no_node}; }
  bool empty() const { return first_ == no_node; }

 private:
  const Tree* tree_;
  std::uint32_t first_;
};
inline Children children(const Tree& tree, std::uint32_t node) { return {tree, node}; }

// A declaration's nodes are all that were added since the one before: [first_node_of(declaration), declaration].
inline std::uint32_t first_node_of(const Tree& tree, std::uint32_t declaration) {
  const auto there = std::lower_bound(tree.declarations.begin(), tree.declarations.end(), declaration);
  return there == tree.declarations.begin() ? 0 : there[-1] + 1;
}

// The first child of that kind, or no_node.
inline std::uint32_t child(const Tree& tree, std::uint32_t node, NodeKind kind) {
  for (std::uint32_t c : children(tree, node))
    if (tree[c].kind == kind) return c;
  return no_node;
}

}  // namespace rung::grammar
