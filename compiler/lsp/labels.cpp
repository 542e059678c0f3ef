// Names that are no declarations of their own: tags, parts of a rule, currencies. The tree alone says where they stand; what they belong to is their scope.
#include <algorithm>
#include <set>

#include "compiler/lsp/labels.hpp"

namespace rung::lsp {
namespace {

using grammar::NodeKind;
using grammar::Word;

class Labels {
 public:
  Labels(Analysis& out, const grammar::Tree& tree, std::string framework) : out_(out), tree_(tree), files_(out.compiled.files), framework_(std::move(framework)) {}

  void tags_and_currencies() {
    for (const grammar::Node& node : tree_.nodes) {
      const bool tags = (node.kind == NodeKind::field && node.word == Word::tags) || (node.kind == NodeKind::described && node.word == Word::tagged) || node.kind == NodeKind::distinct;
      const bool money = node.kind == NodeKind::quantity || (node.kind == NodeKind::asks && node.word == Word::fee);
      if (!tags && !money) continue;
      for (std::uint32_t child = node.first_child; child != grammar::no_node; child = tree_[child].next_sibling)
        if (tree_[child].kind == NodeKind::name) put(tags ? Sort::tag : Sort::currency, child, written(child), node.kind == NodeKind::field);
    }
  }

  // Of the stacking rules of a credential, whatever their versions: answers and scenarios speak of a part by its name.
  void parts(std::uint32_t credential) {
    const std::string scope = framework_ + '.' + written(grammar::child(tree_, credential, NodeKind::name));
    std::vector<std::uint32_t> open;
    for (const std::uint32_t field : grammar::children(tree_, credential))
      if (tree_[field].kind == NodeKind::field && tree_[field].word == Word::requires_) open.push_back(field);
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      const NodeKind kind = tree_[node].kind;
      const bool names_parts = kind == NodeKind::part || kind == NodeKind::within || kind == NodeKind::after || kind == NodeKind::may_share;
      for (const std::uint32_t child : grammar::children(tree_, node)) {
        if (!names_parts) open.push_back(child);
        else if (tree_[child].kind == NodeKind::name) part(scope, child, kind == NodeKind::part);
      }
    }
  }

  // `expect inspector missing core` and `excused from core of inspector`. A name that is no part of the rule stands for what is asked for.
  void parts_in(std::uint32_t scenario) {
    for (const std::uint32_t line : grammar::children(tree_, scenario)) {
      const std::uint32_t first = tree_[line].first_child;
      if (first == grammar::no_node || tree_[first].kind != NodeKind::name) continue;
      const std::uint32_t second = tree_[first].next_sibling;
      if (second == grammar::no_node || tree_[second].kind != NodeKind::name) continue;
      if (tree_[line].kind == NodeKind::field && tree_[line].word == Word::excused_from) known_part(second, first);
      if (tree_[line].kind == NodeKind::expectation && tree_[line].word == Word::missing)
        for (std::uint32_t name = second; name != grammar::no_node; name = tree_[name].next_sibling) known_part(first, name);
    }
  }

 private:
  std::string written(std::uint32_t node) const { return node == grammar::no_node ? std::string{} : std::string(files_.text(tree_.span(node))); }

  void put(Sort sort, std::uint32_t node, std::string name, bool declares) {
    const auto [known, fresh] = out_.label_ids.try_emplace({sort, std::move(name)}, static_cast<std::uint32_t>(out_.labels.size()));
    if (fresh) out_.labels.push_back(known->first.second);
    out_.occurrences.push_back({tree_.span(node), sort, known->second, declares});
  }
  void part(const std::string& scope, std::uint32_t node, bool declares) { put(Sort::part, node, scope + '/' + written(node), declares); }
  void known_part(std::uint32_t award, std::uint32_t node) {
    const std::string name = written(award), scope = name.find('.') == std::string::npos ? framework_ + '.' + name : name;
    if (out_.label_ids.contains({Sort::part, scope + '/' + written(node)})) part(scope, node, false);
  }

  Analysis& out_;
  const grammar::Tree& tree_;
  const source::Files& files_;
  std::string framework_;
};

}  // namespace

void note_labels(Analysis& analysis, const std::vector<std::string>& frameworks) {
  const auto each = [&](NodeKind kind, const auto& work) {
    for (const grammar::Tree& tree : analysis.program.trees)
      for (const std::uint32_t node : tree.declarations)
        if (tree[node].kind == kind) work(Labels(analysis, tree, frameworks[tree.file]), node);
  };
  for (const grammar::Tree& tree : analysis.program.trees) Labels(analysis, tree, frameworks[tree.file]).tags_and_currencies();
  each(NodeKind::credential, [](Labels labels, std::uint32_t node) { labels.parts(node); });
  each(NodeKind::scenario, [](Labels labels, std::uint32_t node) { labels.parts_in(node); });   // when all parts are known
}

}  // namespace rung::lsp
