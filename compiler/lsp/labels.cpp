// Names that are no declarations of their own: tags, parts of a rule, currencies. The tree alone says where they stand; what they belong to is their scope.
#include <algorithm>
#include <unordered_map>

#include "compiler/lsp/labels.hpp"

namespace rung::lsp {
namespace {

using grammar::NodeKind;
using grammar::Word;

// The numbers of those that are known: indices of Analysis::labels.
struct Known {
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> tags, parts, currencies;
  auto& of(Sort sort) { return sort == Sort::tag ? tags : sort == Sort::part ? parts : currencies; }
};

class Labels {
 public:
  Labels(Analysis& out, Known& known, const grammar::Tree& tree, std::string_view framework) : out_(out), known_(known), tree_(tree), files_(out.compiled.files), framework_(framework) {}

  // Of the nodes [first, last).
  void tags_and_currencies(std::size_t first, std::size_t last) {
    for (std::size_t each = first; each < last; ++each) {
      const grammar::Node& node = tree_.nodes[each];
      const bool tags = (node.kind == NodeKind::field && node.word == Word::tags) || (node.kind == NodeKind::described && node.word == Word::tagged) || node.kind == NodeKind::distinct;
      const bool money = node.kind == NodeKind::quantity || (node.kind == NodeKind::asks && node.word == Word::fee);
      if (!tags && !money) continue;
      for (std::uint32_t child = node.first_child; child != grammar::no_node; child = tree_[child].next_sibling)
        if (tree_[child].kind == NodeKind::name) put(tags ? Sort::tag : Sort::currency, child, written(child), node.kind == NodeKind::field);
    }
  }

  // Of the stacking rules of a credential, whatever their versions: answers and scenarios speak of a part by its name.
  void parts(std::uint32_t credential) {
    const std::string scope = qualified(written(grammar::child(tree_, credential, NodeKind::name)));
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
  std::string_view written(std::uint32_t node) const { return node == grammar::no_node ? std::string_view{} : files_.text(tree_.span(node)); }
  std::string qualified(std::string_view name) const { return std::string(framework_).append(1, '.').append(name); }

  void put(Sort sort, std::uint32_t node, std::string_view name, bool declares) {
    auto& known = known_.of(sort);
    auto there = known.find(name);
    if (there == known.end()) {
      there = known.emplace(name, static_cast<std::uint32_t>(out_.labels.size())).first;
      out_.labels.emplace_back(name);
    }
    out_.occurrences.push_back({tree_.span(node), sort, there->second, declares});
  }
  const std::string& part_name(const std::string& scope, std::uint32_t node) { return name_.assign(scope).append(1, '/').append(written(node)); }
  void part(const std::string& scope, std::uint32_t node, bool declares) { put(Sort::part, node, part_name(scope, node), declares); }
  void known_part(std::uint32_t award, std::uint32_t node) {
    const std::string_view name = written(award);
    const std::string scope = name.find('.') == std::string_view::npos ? qualified(name) : std::string(name);
    if (known_.parts.contains(part_name(scope, node))) part(scope, node, false);
  }

  Analysis& out_;
  Known& known_;
  const grammar::Tree& tree_;
  const source::Files& files_;
  std::string_view framework_;
  std::string name_;                         // the last that was put together
};

}  // namespace

void note_labels(Analysis& analysis, const std::vector<std::string>& frameworks, const model::Chosen* chosen) {
  Known known;
  const auto of = [&](const grammar::Tree& tree) { return Labels(analysis, known, tree, frameworks[tree.file]); };
  const auto each = [&](NodeKind kind, const auto& work) {
    for (const grammar::Tree& tree : analysis.program.trees)
      for (const std::uint32_t node : chosen == nullptr ? tree.declarations : (*chosen)[tree.file])
        if (tree[node].kind == kind) work(of(tree), node);
  };
  for (const grammar::Tree& tree : analysis.program.trees) {
    if (chosen == nullptr) of(tree).tags_and_currencies(0, tree.nodes.size());
    else
      for (const std::uint32_t node : (*chosen)[tree.file]) of(tree).tags_and_currencies(grammar::first_node_of(tree, node), node + std::size_t{1});
  }
  each(NodeKind::credential, [](Labels labels, std::uint32_t node) { labels.parts(node); });
  each(NodeKind::scenario, [](Labels labels, std::uint32_t node) { labels.parts_in(node); });   // when all parts are known
}

}  // namespace rung::lsp
