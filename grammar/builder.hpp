// Grows a tree while X3 reads. A node is added when its rule has succeeded, so children come before their parents; a rule that fails
// takes back what it had added.
#pragma once

#include "grammar/tree.hpp"

namespace rung::grammar {

class Builder {
 public:
  Builder(Tree& tree, const Vocabulary& words) : tree_(tree), words_(words) {}

  struct Mark { std::size_t nodes, open; };
  Mark mark() const { return {tree_.nodes.size(), open_.size()}; }

  // Mostly a rule fails at its first word and has added nothing.
  void take_back(Mark to) {
    if (tree_.nodes.size() > to.nodes) tree_.nodes.resize(to.nodes);
    shorten(to.open);
  }

  // A node over [first, last) whose children are all nodes that were added since `since` and have no parent yet.
  void add(NodeKind kind, Word word, const Token* first, const Token* last, Mark since) {
    Node node;
    node.kind = kind;
    node.word = word;
    node.first_token = static_cast<std::uint32_t>(first - tree_.tokens.data());
    node.end_token = static_cast<std::uint32_t>(last - tree_.tokens.data());
    for (std::size_t i = since.open; i < open_.size(); ++i) {
      if (i + 1 < open_.size()) tree_.nodes[open_[i]].next_sibling = open_[i + 1];
    }
    if (open_.size() > since.open) node.first_child = open_[since.open];
    shorten(since.open);
    open_.push_back(static_cast<std::uint32_t>(tree_.nodes.size()));
    tree_.nodes.push_back(node);
  }

  // The declaration just read: the one node that has no parent.
  std::uint32_t take_declaration() {
    const std::uint32_t node = open_.back();
    open_.clear();
    return node;
  }

  const Vocabulary& words() const { return words_; }

 private:
  void shorten(std::size_t open) {
    if (open_.size() > open) open_.resize(open);
  }

  Tree& tree_;
  const Vocabulary& words_;
  std::vector<std::uint32_t> open_;   // nodes that have no parent yet
};

}  // namespace rung::grammar
