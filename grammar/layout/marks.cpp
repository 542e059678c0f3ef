#include "grammar/layout/marks.hpp"

#include <algorithm>

#include "grammar/layout/spoken_width.hpp"
#include "grammar/matched.hpp"

namespace rung::grammar {
namespace {

constexpr std::uint32_t longest_name = 16;   // of a field: a longer one ("withheld from holders of") does not push the values of all others to the right

class Marker {
 public:
  Marker(std::string_view text, const Tree& tree) : text_(text), tree_(tree), words_(*Vocabulary::of(tree.language)) {
    const std::size_t tokens = tree.tokens.size();
    out_ = {std::vector<char>(tokens), std::vector<char>(tokens), std::vector<std::uint32_t>(tokens), std::vector<char>(tokens), std::vector<std::uint32_t>(tokens)};
  }

  Marks run() {
    braces();
    for (std::uint32_t node = 0; node < tree_.nodes.size(); ++node) mark(node);
    return std::move(out_);
  }

 private:
  void braces() {
    std::vector<std::uint32_t> open;
    for (std::uint32_t t = 0; t < tree_.tokens.size(); ++t) {
      const TokenKind kind = tree_.tokens[t].kind;
      if (kind == TokenKind::open) open.push_back(t);
      if (kind == TokenKind::close && !open.empty()) {
        out_.closes[open.back()] = t;
        open.pop_back();
      }
      if (t > 0 && tree_.tokens[t - 1].kind == TokenKind::comma) out_.may_break[t] = 1;
    }
  }

  void mark(std::uint32_t node) {
    const Node& at = tree_[node];
    switch (at.kind) {
      case NodeKind::framework:
      case NodeKind::institution:
      case NodeKind::competency:
      case NodeKind::gate:
      case NodeKind::credential:
      case NodeKind::agreement:
      case NodeKind::policy:
      case NodeKind::scenario:
      case NodeKind::section:
      case NodeKind::braced: return items(node);
      case NodeKind::policy_rule:
        for (const std::uint32_t child : children(tree_, node))
          if (tree_[child].kind == NodeKind::field || tree_[child].kind == NodeKind::value) out_.may_break[tree_[child].first_token] = 1;
        return;
      case NodeKind::joined: out_.may_break[at.first_token] = 1; return;
      default: return;
    }
  }

  // The children that stand in the braces. An item begins where the one before it ends: some words (expect, nothing) belong to no node.
  void items(std::uint32_t node) {
    const Node& whole = tree_[node];
    std::uint32_t open = whole.first_token;
    if (whole.kind == NodeKind::section && whole.first_child != no_node) open = tree_[whole.first_child].end_token;
    while (open < whole.end_token && tree_.tokens[open].kind != TokenKind::open) ++open;
    std::uint32_t begin = open + 1;
    for (const std::uint32_t child : children(tree_, node)) {
      if (tree_[child].first_token <= open) continue;
      if (tree_.tokens[begin].kind == TokenKind::comma) ++begin;
      begin = std::min(begin, tree_[child].first_token);
      out_.begins_item[begin] = 1;
      if (whole.kind != NodeKind::scenario) out_.key[begin] = key_of(child, begin);   // whose lines are sentences
      out_.recognises[begin] = tree_[child].kind == NodeKind::recognition ? 1 : 0;
      begin = tree_[child].end_token;
    }
  }

  std::uint32_t key_of(std::uint32_t node, std::uint32_t begin) const {
    const Node& item = tree_[node];
    if (item.kind == NodeKind::field) {
      const auto length = static_cast<std::uint32_t>(matched(words_, item.word, tree_.tokens.data() + begin, tree_.tokens.data() + item.end_token));
      if (length == 0) return 0;
      return said_in(*Vocabulary::of("en"), text_, tree_, begin).size() <= longest_name ? length : 0;   // whatever stands between its words now
    }
    if (item.kind == NodeKind::requirement && item.first_child != no_node && tree_[item.first_child].kind == NodeKind::part) return 2;   // a name and a colon
    if (item.kind == NodeKind::recognition)
      for (const std::uint32_t child : children(tree_, node))
        if (tree_[child].kind == NodeKind::outcome) return tree_[child].first_token - begin;
    return 0;
  }

  std::string_view text_;
  const Tree& tree_;
  const Vocabulary& words_;
  Marks out_;
};

}  // namespace

Marks marks_of(std::string_view text, const Tree& tree) { return Marker(text, tree).run(); }

}  // namespace rung::grammar
