#include "compiler/model/names.hpp"

#include <algorithm>
#include <filesystem>

#include "compiler/model/name_of.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::NodeKind;
using grammar::Tree;
using grammar::Word;
using source::FileId;
using source::Span;

constexpr std::uint32_t none = 0xFFFFFFFFu;
constexpr std::size_t most_suggestions = 100;

// What a declaration of this kind of node declares; count_ for a framework, a use and what has no name.
Category category_of(const grammar::Node& node) {
  switch (node.kind == NodeKind::broken ? node.word : Word::none) {
    case Word::none: break;
    case Word::institution: return Category::institution;
    case Word::competency: return Category::competency;
    case Word::gate: return Category::gate;
    case Word::agreement: return Category::agreement;
    case Word::framework:
    case Word::use:
    case Word::policy:
    case Word::scenario: return Category::count_;
    default: return Category::credential;
  }
  switch (node.kind) {
    case NodeKind::institution: return Category::institution;
    case NodeKind::competency: return Category::competency;
    case NodeKind::gate: return Category::gate;
    case NodeKind::credential: return Category::credential;
    case NodeKind::agreement: return Category::agreement;
    default: return Category::count_;
  }
}

void report_bad_name(const std::string& name, Span span, diagnostics::Sink& sink) {
  auto report = sink.report(Kind::bad_name, span, {name});
  if (const std::string better = name_of(name); is_kebab_case(better)) report.help(Phrase::choose_a_name, {better});
}

}  // namespace

std::string name_from_path(const std::string& path) {
  std::string name;
  for (const char c : std::filesystem::path(path).stem().string()) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = (lower >= 'a' && lower <= 'z') || (!name.empty() && lower >= '0' && lower <= '9');
    if (letter) name += lower;
    else if (!name.empty() && name.back() != '-') name += '-';
  }
  while (name.ends_with('-')) name.pop_back();
  return name.empty() ? "main" : name;
}

bool is_kebab_case(std::string_view name) {
  bool after_letter = false;
  if (name.empty() || name[0] < 'a' || name[0] > 'z') return false;
  for (const char c : name) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && (c != '-' || !after_letter)) return false;
    after_letter = letter;
  }
  return after_letter;
}

bool is_block(const Tree& tree, std::uint32_t line) {
  if (tree[line].kind != NodeKind::recognition) return false;
  const std::uint32_t outcome = grammar::child(tree, line, NodeKind::outcome);
  return tree[outcome].word == Word::counts_as && grammar::child(tree, outcome, NodeKind::quantity) != grammar::no_node;
}

std::string_view category_name(Category category) {
  static constexpr std::string_view names[] = {"institution", "competency", "gate", "credential", "agreement"};
  return names[static_cast<std::size_t>(category)];
}

Names::Names(const source::Files& files, const Program& program, diagnostics::Sink& sink) : files_(files), program_(program), sink_(sink) {
  name_frameworks();
  collect();
  sort_and_report_duplicates();
}

void Names::name_frameworks() {
  std::vector<std::string> name_of(program_.trees.size());
  std::vector<FrameworkScope> found;
  for (const Tree& tree : program_.trees) {
    std::uint32_t first = grammar::no_node;
    for (const std::uint32_t node : tree.declarations) {
      if (tree[node].kind != NodeKind::framework && !(tree[node].kind == NodeKind::broken && tree[node].word == Word::framework)) continue;
      const std::uint32_t name = grammar::child(tree, node, NodeKind::name);
      if (name == grammar::no_node) continue;
      if (first == grammar::no_node) {
        first = node;
        name_of[tree.file] = files_.text(tree.span(name));
        if (!is_kebab_case(name_of[tree.file])) report_bad_name(name_of[tree.file], tree.span(name), sink_);
        found.push_back({name_of[tree.file], tree.file, tree[node].kind == NodeKind::framework ? node : grammar::no_node, tree.span(name)});
      } else {
        sink_.report(Kind::duplicate_name, tree.span(name), {"framework", std::string(files_.text(tree.span(name)))})
            .also(tree.span(grammar::child(tree, first, NodeKind::name)), Phrase::first_declared_here, {name_of[tree.file]})
            .help(Phrase::one_framework_to_a_file);
      }
    }
    if (first == grammar::no_node) {
      name_of[tree.file] = name_from_path(files_.path(tree.file));
      found.push_back({name_of[tree.file], tree.file, grammar::no_node, {tree.file, 0, 0}});
      // A file that could not be read for another reason has its message already.
      const bool only_policies = !tree.declarations.empty() && std::all_of(tree.declarations.begin(), tree.declarations.end(), [&](std::uint32_t node) {
        return tree[node].kind == NodeKind::policy || tree[node].kind == NodeKind::use;
      });
      if (sink_.errors() == 0 && !only_policies) sink_.report(Kind::missing_framework, {tree.file, 0, 0}, {name_of[tree.file]});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  for (FrameworkScope& scope : found) {
    if (!frameworks_.empty() && frameworks_.back().name == scope.name) {
      sink_.report(Kind::duplicate_name, scope.span, {"framework", scope.name})
          .also(frameworks_.back().span, Phrase::first_declared_here, {scope.name});
    } else {
      frameworks_.push_back(std::move(scope));
    }
  }
  const auto index_of = [&](const std::string& name) {
    return static_cast<std::uint32_t>(
        std::lower_bound(frameworks_.begin(), frameworks_.end(), name, [](const auto& scope, const auto& n) { return scope.name < n; }) -
        frameworks_.begin());
  };
  for (const std::string& name : name_of) framework_of_.push_back(index_of(name));
  for (FileId file = 0; file < program_.trees.size(); ++file) {
    visible_.push_back({framework_of_[file]});
    for (const FileId used : program_.uses[file]) {
      if (std::find(visible_[file].begin(), visible_[file].end(), framework_of_[used]) == visible_[file].end())
        visible_[file].push_back(framework_of_[used]);
    }
  }
}

void Names::collect() {
  for (const Tree& tree : program_.trees) {
    for (const std::uint32_t node : tree.declarations) {
      const Category category = category_of(tree[node]);
      const std::uint32_t name = grammar::child(tree, node, NodeKind::name);
      if (category == Category::count_ || name == grammar::no_node) continue;
      declare(category, tree.file, node, name);
      if (tree[node].kind == NodeKind::agreement) declare_blocks(tree, node, name);
    }
  }
}

// Credit that an agreement gives without a name is a credential of its own, named after the agreement.
void Names::declare_blocks(const Tree& tree, std::uint32_t agreement, std::uint32_t name) {
  std::uint32_t number = 0;
  for (const std::uint32_t line : grammar::children(tree, agreement)) {
    if (!is_block(tree, line)) continue;
    const std::string own = std::string(files_.text(tree.span(name))) + "-block-" + std::to_string(++number);
    declared_[static_cast<std::size_t>(Category::credential)].push_back(
        {frameworks_[framework_of_[tree.file]].name + '.' + own, tree.file, line, tree.span(line)});
  }
}

void Names::declare(Category category, FileId file, std::uint32_t node, std::uint32_t name_node) {
  const Span span = program_.trees[file].span(name_node);
  std::string name(files_.text(span));
  const bool bad = !is_kebab_case(name);
  if (bad) {
    report_bad_name(name, span, sink_);
    if (std::string better = name_of(name); is_kebab_case(better)) name = std::move(better);
  }
  if (category != Category::institution) name = frameworks_[framework_of_[file]].name + '.' + name;
  declared_[static_cast<std::size_t>(category)].push_back({std::move(name), file, node, span, bad});
}

void Names::sort_and_report_duplicates() {
  for (std::size_t c = 0; c < declared_.size(); ++c) {
    auto& all = declared_[c];
    std::stable_sort(all.begin(), all.end(), [](const Declared& a, const Declared& b) { return a.name < b.name; });
    std::vector<Declared> kept;
    kept.reserve(all.size());
    for (Declared& declared : all) {
      if (kept.empty() || kept.back().name != declared.name) {
        kept.push_back(std::move(declared));
        continue;
      }
      // Each framework may say who an institution is that it deals with; within one file that is said once.
      if (static_cast<Category>(c) == Category::institution && kept.back().file != declared.file) continue;
      sink_.report(Kind::duplicate_name, declared.span, {std::string(category_name(static_cast<Category>(c))), std::string(files_.text(declared.span))})
          .also(kept.back().span, Phrase::first_declared_here, {std::string(files_.text(kept.back().span))});
    }
    all = std::move(kept);
    index_[c].reserve(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) index_[c].emplace(all[i].name, i);
  }
}

std::uint32_t Names::find(Category category, FileId file, std::string_view written) const {
  const auto& index = index_[static_cast<std::size_t>(category)];
  const std::size_t dot = written.find('.');
  std::string qualified;
  if (category == Category::institution) {
    // "mohawk.mohawk" is also understood: the institution that the framework mohawk declares.
    qualified = written.substr(dot == std::string_view::npos ? 0 : dot + 1);
  } else if (dot == std::string_view::npos) {
    qualified = frameworks_[framework_of_[file]].name + '.' + std::string(written);
  } else {
    qualified = written;
  }
  auto found = index.find(qualified);
  if (found == index.end() && dot == std::string_view::npos && !is_kebab_case(written)) {
    // As it was declared, badly, which has its message.
    const std::string better = name_of(written);
    found = index.find(category == Category::institution ? better : frameworks_[framework_of_[file]].name + '.' + better);
    if (found != index.end() && !declared_[static_cast<std::size_t>(category)][found->second].badly_named) return none;
  }
  if (found == index.end()) return none;
  if (category == Category::institution && dot == std::string_view::npos) return found->second;
  const std::uint32_t framework = framework_of_[declared_[static_cast<std::size_t>(category)][found->second].file];
  const auto& visible = visible_[file];
  return std::find(visible.begin(), visible.end(), framework) == visible.end() ? none : found->second;
}

std::uint32_t Names::resolve(Category category, FileId file, Span span) {
  const std::string_view written = files_.text(span);
  const std::uint32_t found = find(category, file, written);
  if (found == none) report_unknown(category, file, span, written);
  note(category, span, found);
  return found;
}

void Names::report_unknown(Category category, FileId file, Span span, std::string_view written) {
  for (std::size_t c = 0; c < declared_.size(); ++c) {
    const auto other = static_cast<Category>(c);
    if (other == category) continue;
    const std::uint32_t found = find(other, file, written);
    if (found == none) continue;
    sink_.report(Kind::wrong_kind, span, {std::string(written), std::string(category_name(other)), std::string(category_name(category))})
        .also(declared_[c][found].span, Phrase::declared_here, {std::string(written)});
    return;
  }
  auto report = sink_.report(Kind::unknown_name, span, {std::string(category_name(category)), std::string(written)});
  const std::size_t dot = written.find('.');
  if (dot != std::string_view::npos) {
    const std::string_view framework = written.substr(0, dot);
    const auto& visible = visible_[file];
    const bool used = std::any_of(visible.begin(), visible.end(), [&](std::uint32_t f) { return frameworks_[f].name == framework; });
    if (!used) {
      report.help(Phrase::use_the_framework, {std::string(framework)});
      return;
    }
  }
  if (suggestions_++ >= most_suggestions) return;
  // Names that this file could write, as it would write them.
  std::vector<std::string_view> candidates;
  const std::string own = frameworks_[framework_of_[file]].name + '.';
  for (const Declared& declared : declared_[static_cast<std::size_t>(category)]) {
    const auto& visible = visible_[file];
    if (category != Category::institution && std::find(visible.begin(), visible.end(), framework_of(declared)) == visible.end()) continue;
    std::string_view name = declared.name;
    if (name.starts_with(own)) name.remove_prefix(own.size());
    candidates.push_back(name);
  }
  if (const auto near = diagnostics::nearest(written, candidates); !near.empty()) report.help(Phrase::did_you_mean, {std::string(near)});
}

}  // namespace rung::model
