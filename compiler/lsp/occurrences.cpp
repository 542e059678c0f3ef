#include "compiler/lsp/occurrences.hpp"

#include <algorithm>

#include "compiler/lsp/labels.hpp"

namespace rung::lsp {
namespace {

using grammar::NodeKind;
using grammar::Word;
using model::none;
using source::FileId;
using source::Span;

std::uint64_t place(const Span& span) { return std::uint64_t{span.file} << 32 | span.begin; }

class Reader {
 public:
  explicit Reader(Analysis& out) : out_(out), model_(out.compiled.model), files_(out.compiled.files) { name_frameworks(); }

  void run(const std::vector<model::Mention>& mentions, const model::Chosen* chosen) {
    out_.occurrences.reserve(mentions.size() * 2);
    for (const model::Mention& mention : mentions) refer(static_cast<Sort>(mention.category), mention.id, mention.span);
    if (chosen == nullptr) declare_all();
    else
      for (const grammar::Tree& tree : out_.program.trees)
        for (const std::uint32_t node : (*chosen)[tree.file]) declare(tree, node);
    note_labels(out_, names_, chosen);
    std::sort(out_.occurrences.begin(), out_.occurrences.end(), [](const Occurrence& a, const Occurrence& b) {
      if (const std::uint64_t one = place(a.span), other = place(b.span); one != other) return one < other;
      return a.span.end != b.span.end ? a.span.end < b.span.end : std::pair(a.sort, !a.declares) < std::pair(b.sort, !b.declares);
    });
    const auto same = [](const Occurrence& a, const Occurrence& b) { return a.span == b.span && a.sort == b.sort && a.id == b.id; };
    out_.occurrences.erase(std::unique(out_.occurrences.begin(), out_.occurrences.end(), same), out_.occurrences.end());
  }

 private:
  // A name with a dot names the framework too.
  void refer(Sort sort, std::uint32_t id, Span span) {
    const std::string_view written = files_.text(span);
    if (const std::size_t dot = written.rfind('.'); dot != std::string_view::npos) {
      const auto middle = span.begin + static_cast<std::uint32_t>(dot);
      if (const std::uint32_t framework = find(model_.frameworks, written.substr(0, dot)); framework != none)
        out_.occurrences.push_back({{span.file, span.begin, middle}, Sort::framework, framework});
      span.begin = middle + 1;
    }
    out_.occurrences.push_back({span, sort, id});
  }

  template <class T>
  static std::uint32_t find(const std::vector<T>& sorted, std::string_view name) {
    const auto found = std::lower_bound(sorted.begin(), sorted.end(), name, [](const T& one, std::string_view n) { return one.name < n; });
    return found == sorted.end() || found->name != name ? none : static_cast<std::uint32_t>(found - sorted.begin());
  }

  std::uint32_t policy(std::string_view name) {
    const auto found = std::lower_bound(out_.policies.begin(), out_.policies.end(), name, [](const PolicyNote& one, std::string_view n) { return one.name < n; });
    return static_cast<std::uint32_t>(found - out_.policies.begin());
  }

  // What the model has stands where it says. Only what it does not have, or calls otherwise than the text, is looked for by its name.
  void declare_all() {
    std::vector<Occurrence> known;
    const auto add = [&](const auto& things, Sort sort) {
      for (std::uint32_t id = 0; id < things.size(); ++id) known.push_back({things[id].span, sort, id, true});
    };
    add(model_.institutions, Sort::institution);
    add(model_.competencies, Sort::competency);
    add(model_.gates, Sort::gate);
    add(model_.credentials, Sort::credential);
    add(model_.agreements, Sort::agreement);
    std::sort(known.begin(), known.end(), [](const Occurrence& a, const Occurrence& b) { return place(a.span) < place(b.span); });
    auto next = known.begin();
    for (const grammar::Tree& tree : out_.program.trees) {
      for (const std::uint32_t node : tree.declarations) {
        const std::uint32_t name = grammar::child(tree, node, NodeKind::name);
        if (name == grammar::no_node) continue;
        const Span span = tree.span(name);
        while (next != known.end() && place(next->span) < place(span)) ++next;
        const bool there = next != known.end() && next->span == span && files_.text(span) == model::short_name(out_.named(next->sort, next->id).name);
        if (there) out_.occurrences.push_back(*next);
        else declare(tree, node);
      }
    }
  }

  void declare(const grammar::Tree& tree, std::uint32_t node) {
    const std::uint32_t name = grammar::child(tree, node, NodeKind::name);
    if (name == grammar::no_node) return;
    const Span span = tree.span(name);
    const std::string written(files_.text(span));
    const auto put = [&](Sort sort, std::uint32_t id) {
      if (id != none) out_.occurrences.push_back({span, sort, id, true});
    };
    const Word word = tree[node].kind == NodeKind::broken ? tree[node].word : Word::none;
    const auto is = [&](NodeKind kind, Word broken) { return tree[node].kind == kind || word == broken; };
    const std::string qualified = names_[tree.file] + '.' + written;
    if (is(NodeKind::framework, Word::framework)) return put(Sort::framework, find(model_.frameworks, written)), policies_in(tree, node);
    if (is(NodeKind::policy, Word::policy)) return put(Sort::policy, policy(written)), policies_in(tree, node);
    if (is(NodeKind::institution, Word::institution)) return put(Sort::institution, find(model_.institutions, written));
    if (is(NodeKind::competency, Word::competency)) return put(Sort::competency, find(model_.competencies, qualified));
    if (is(NodeKind::gate, Word::gate)) return put(Sort::gate, find(model_.gates, qualified));
    if (is(NodeKind::agreement, Word::agreement)) return put(Sort::agreement, find(model_.agreements, qualified));
    if (tree[node].kind == NodeKind::credential || (word != Word::none && word != Word::scenario && word != Word::use))
      put(Sort::credential, find(model_.credentials, qualified));
  }

  void policies_in(const grammar::Tree& tree, std::uint32_t node) {
    for (const std::uint32_t field : grammar::children(tree, node)) {
      if (tree[field].kind != NodeKind::field || (tree[field].word != Word::conforms_to && tree[field].word != Word::refines)) continue;
      for (const std::uint32_t name : grammar::children(tree, field))
        if (tree[name].kind == NodeKind::name) out_.occurrences.push_back({tree.span(name), Sort::policy, policy(files_.text(tree.span(name)))});
    }
  }

  // What the things of each file have before their own names.
  void name_frameworks() {
    for (const grammar::Tree& tree : out_.program.trees) {
      names_.push_back(model::name_from_path(files_.path(tree.file)));
      for (const std::uint32_t node : tree.declarations) {
        if (tree[node].kind != NodeKind::framework && !(tree[node].kind == NodeKind::broken && tree[node].word == Word::framework)) continue;
        const std::uint32_t name = grammar::child(tree, node, NodeKind::name);
        if (name == grammar::no_node) continue;
        names_.back() = files_.text(tree.span(name));
        break;
      }
    }
  }

  Analysis& out_;
  const model::Model& model_;
  const source::Files& files_;
  std::vector<std::string> names_;           // by file
};

}  // namespace

bool before(const Span& a, const Span& b) { return place(a) != place(b) ? place(a) < place(b) : a.end < b.end; }

void note_occurrences(Analysis& analysis, const std::vector<model::Mention>& mentions, const model::Chosen* chosen) { Reader(analysis).run(mentions, chosen); }

}  // namespace rung::lsp
