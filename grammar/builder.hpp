// Grows a tree while X3 reads. A node is added when its rule has succeeded, so children come before their parents; a rule that fails
// takes back what it had added.
#pragma once

#include "grammar/matched.hpp"
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

  // How many tokens from `first` spell the word; 0 when they don't. What X3 tries and gives up is written over by what it reads in the end.
  std::ptrdiff_t spoken(Word word, const Token* first, const Token* last) {
    if (tree_.spoken.empty()) return matched(words_, word, first, last);
    std::uint8_t place = 0;
    const std::ptrdiff_t length = matched(words_, word, first, last, &place);
    if (length != 0) tree_.spoken[static_cast<std::size_t>(first - tree_.tokens.data())] = {word, static_cast<std::uint8_t>(length), place};
    return length;
  }
  // That a token is read as what it is: a name, although it may look like a word.
  void not_spoken(const Token* token) {
    if (!tree_.spoken.empty()) tree_.spoken[static_cast<std::size_t>(token - tree_.tokens.data())] = {};
  }

 private:
  void shorten(std::size_t open) {
    if (open_.size() > open) open_.resize(open);
  }

  Tree& tree_;
  const Vocabulary& words_;
  std::vector<std::uint32_t> open_;   // nodes that have no parent yet
};

}  // namespace rung::grammar
