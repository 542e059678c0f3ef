#include "compiler/lsp/analysis.hpp"

#include <algorithm>

#include "compiler/lsp/labels.hpp"
#include "compiler/model/link.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace rung::lsp {
namespace {

using grammar::NodeKind;
using grammar::Word;
using model::none;
using source::FileId;
using source::Span;

bool before(const Span& a, const Span& b) { return a.file != b.file ? a.file < b.file : a.begin != b.begin ? a.begin < b.begin : a.end < b.end; }

class Reader {
 public:
  explicit Reader(Analysis& out) : out_(out), model_(out.compiled.model), files_(out.compiled.files) {}

  void run(const std::vector<model::Mention>& mentions) {
    for (const model::Mention& mention : mentions) refer(static_cast<Sort>(mention.category), mention.id, mention.span);
    for (const grammar::Tree& tree : out_.program.trees)
      for (const std::uint32_t node : tree.declarations) declare(tree, node);
    if (!out_.program.trees.empty()) {
      framework_of(0);
      note_labels(out_, names_);
    }
    std::sort(out_.occurrences.begin(), out_.occurrences.end(), [](const Occurrence& a, const Occurrence& b) {
      return a.span == b.span ? std::pair(a.sort, !a.declares) < std::pair(b.sort, !b.declares) : before(a.span, b.span);
    });
    const auto same = [](const Occurrence& a, const Occurrence& b) { return a.span == b.span && a.sort == b.sort && a.id == b.id; };
    out_.occurrences.erase(std::unique(out_.occurrences.begin(), out_.occurrences.end(), same), out_.occurrences.end());
    count();
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
    const std::string qualified = framework_of(tree.file) + '.' + written;
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

  std::string framework_of(FileId file) {
    if (names_.empty()) {
      names_.resize(out_.program.trees.size());
      for (FileId of = 0; of < names_.size(); ++of) {
        names_[of] = model::name_from_path(files_.path(of));
        for (const std::uint32_t node : out_.program.trees[of].declarations) {
          const grammar::Tree& tree = out_.program.trees[of];
          if (tree[node].kind != NodeKind::framework && !(tree[node].kind == NodeKind::broken && tree[node].word == Word::framework)) continue;
          const std::uint32_t name = grammar::child(tree, node, NodeKind::name);
          if (name == grammar::no_node) continue;
          names_[of] = files_.text(tree.span(name));
          break;
        }
      }
    }
    return names_[file];
  }

  void count() {
    out_.counted_by.resize(model_.credentials.size());
    for (const model::Node& node : model_.nodes) {
      if (node.kind == table::NodeKind::gate || node.kind == table::NodeKind::competencies) continue;
      if (!node.in_prerequisite && node.owner < model_.credentials.size()) {
        for (const std::uint32_t member : node.members)
          if (member < out_.counted_by.size() && (out_.counted_by[member].empty() || out_.counted_by[member].back() != node.owner)) out_.counted_by[member].push_back(node.owner);
      }
      if (node.members.size() > node.written.size() && node.span.file != source::no_file) out_.covered.push_back({node.span, node.members.size()});
    }
    for (auto& awards : out_.counted_by) {
      std::sort(awards.begin(), awards.end());
      awards.erase(std::unique(awards.begin(), awards.end()), awards.end());
    }
    std::sort(out_.covered.begin(), out_.covered.end(), [](const Covered& a, const Covered& b) { return before(a.span, b.span); });
  }

  Analysis& out_;
  const model::Model& model_;
  const source::Files& files_;
  std::vector<std::string> names_;
};

bool is_text(std::string_view bytes) { return !source::first_invalid_utf8(bytes) && bytes.find('\0') == std::string_view::npos; }

// The same, of what was text before it was changed: only the change can have spoilt it, and the character before it.
bool stays_text(std::string_view before, std::string_view bytes) {
  const grammar::Change change = grammar::change_between(before, bytes);
  const auto continues = [&](std::size_t at) { return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80; };
  std::size_t begin = change.begin - std::min(change.begin, 1u), end = change.new_end;
  while (begin > 0 && continues(begin)) --begin;
  while (continues(end)) ++end;
  return is_text(bytes.substr(begin, end - begin));
}

// The names of policies that the files speak of, looked up while the library may still be asked.
void note_policies(Analysis& out) {
  std::set<std::string> names;
  for (const model::Framework& framework : out.compiled.model.frameworks)
    for (const auto& policy : framework.conforms_to) names.insert(policy.value);
  for (const grammar::Tree& tree : out.program.trees) {
    for (const std::uint32_t node : tree.declarations) {
      if (tree[node].kind != NodeKind::policy && !(tree[node].kind == NodeKind::broken && tree[node].word == Word::policy)) continue;
      if (const std::uint32_t name = grammar::child(tree, node, NodeKind::name); name != grammar::no_node) names.emplace(out.compiled.files.text(tree.span(name)));
    }
    for (const grammar::Node& node : tree.nodes) {
      if (node.kind != NodeKind::field || (node.word != Word::conforms_to && node.word != Word::refines)) continue;
      for (std::uint32_t child = node.first_child; child != grammar::no_node; child = tree[child].next_sibling) names.emplace(out.compiled.files.text(tree.span(child)));
    }
  }
  diagnostics::Sink quiet;                   // what is wrong with them has been reported
  for (const std::string& name : names) {
    PolicyNote note;
    note.name = name;
    if (const policy::Policy* found = out.compiled.policies.find(name, out.compiled.files, quiet)) {
      note.known = true;
      note.title = found->title;
      note.url = found->url;
      note.built_in = found->built_in;
      if (!found->sources.empty()) note.source = found->sources.front().text;
    }
    out.policies.push_back(std::move(note));
  }
}

}  // namespace

std::shared_ptr<const Parsed> parsed_of(std::shared_ptr<const std::string> text, const Parsed* before) {
  auto out = std::make_shared<Parsed>();
  out->text = std::move(text);
  const bool known = before != nullptr && before->is_text;
  out->is_text = known ? stays_text(*before->text, *out->text) : is_text(*out->text);
  if (!out->is_text) out->reading = grammar::read("");
  else out->reading = known ? grammar::read_again(before->reading, *before->text, *out->text) : grammar::read(*out->text);
  return out;
}

std::string_view sort_name(Sort sort) {
  static constexpr std::string_view names[] = {"institution", "competency", "gate", "credential", "agreement", "framework", "policy", "tag", "part", "currency"};
  return names[static_cast<std::size_t>(sort)];
}

const model::Named& Analysis::named(Sort sort, std::uint32_t id) const {
  switch (sort) {
    case Sort::institution: return model().institutions[id];
    case Sort::competency: return model().competencies[id];
    case Sort::gate: return model().gates[id];
    case Sort::agreement: return model().agreements[id];
    case Sort::framework: return model().frameworks[id];
    default: return model().credentials[id];
  }
}

const std::string& Analysis::name(Sort sort, std::uint32_t id) const { return sort == Sort::policy ? policies[id].name : sort > Sort::policy ? labels[id] : named(sort, id).name; }

const Occurrence* Analysis::at(FileId file, std::uint32_t offset) const {
  auto after = std::upper_bound(occurrences.begin(), occurrences.end(), Span{file, offset, 0xFFFFFFFF}, [](const Span& a, const Occurrence& b) { return before(a, b.span); });
  for (int back = 0; back < 3 && after != occurrences.begin(); ++back) {
    --after;
    if (after->span.file == file && after->span.begin <= offset && offset <= after->span.end) return &*after;
  }
  return nullptr;
}

std::vector<std::uint32_t> Analysis::visible_from(FileId file) const {
  std::vector<std::uint32_t> own, used;
  if (file >= program.uses.size()) return own;
  for (std::uint32_t id = 0; id < model().frameworks.size(); ++id) {
    const FileId of = model().frameworks[id].span.file;
    if (of == file) own.push_back(id);
    else if (std::binary_search(program.uses[file].begin(), program.uses[file].end(), of)) used.push_back(id);
  }
  own.insert(own.end(), used.begin(), used.end());
  return own;
}

std::shared_ptr<const Analysis> analyse(const std::string& path, std::shared_ptr<const Overlay> overlay, Depth depth) {
  auto out = std::make_shared<Analysis>();
  const model::Load load = over(overlay);
  const auto noting = [&](const std::string& asked) {
    out->reached.insert(model::identity_of(asked));
    return load(asked);
  };
  std::vector<model::Mention> mentions;
  // The tree of an open text is mostly there.
  const auto read = [&](const source::Files& files, FileId file, diagnostics::Sink& sink) {
    const auto open = overlay->find(model::identity_of(files.path(file)));
    if (open == overlay->end() || *open->second.text != files.text(file)) return grammar::parse(files, file, sink);
    const OpenText& there = open->second;
    const auto parsed = there.parsed && there.parsed->text == there.text ? there.parsed : parsed_of(there.text, there.parsed.get());
    if (file == 0) out->parsed = parsed;
    parsed->reading.report(file, sink);
    grammar::Tree tree = parsed->tree();
    tree.file = file;
    return tree;
  };
  out->program = model::read_program({path}, out->compiled.files, out->compiled.diagnostics, noting, read);
  if (depth == Depth::everything) compile_program(out->compiled, out->program, {}, Policies::checked, &mentions);
  else out->compiled.model = model::link(out->compiled.files, out->program, out->compiled.diagnostics, &mentions);
  if (depth == Depth::names) out->compiled.policies.add(out->compiled.files, out->program.trees, out->compiled.diagnostics);
  note_policies(*out);
  out->diagnostics = out->compiled.diagnostics.sorted();
  for (FileId file = 0; file < out->compiled.files.size(); ++file) out->lines.emplace_back(out->compiled.files.text(file));
  Reader(*out).run(mentions);
  return out;
}

model::Load over(std::shared_ptr<const Overlay> overlay) {
  return [overlay = std::move(overlay)](const std::string& path) -> source::Loaded {
    if (const auto found = overlay->find(model::identity_of(path)); found != overlay->end()) return {*found->second.text, ""};
    return path == "-" ? source::Loaded{std::nullopt, "cannot be read"} : source::load(path);
  };
}

}  // namespace rung::lsp
