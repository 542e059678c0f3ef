#include "compiler/lsp/analysis.hpp"

#include <algorithm>

#include "compiler/lsp/occurrences.hpp"
#include "compiler/lsp/sought.hpp"
#include "compiler/model/link.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace rung::lsp {
namespace {

using grammar::NodeKind;
using grammar::Word;
using source::FileId;
using source::Span;

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

// The file and what it uses, as trees; the tree of an open text is mostly there.
std::shared_ptr<Analysis> read(const std::string& path, const std::shared_ptr<const Overlay>& overlay) {
  auto out = std::make_shared<Analysis>();
  const model::Load load = over(overlay);
  const auto noting = [&](const std::string& asked) {
    out->reached.insert(model::identity_of(asked));
    return load(asked);
  };
  const auto tree_of = [&](const source::Files& files, FileId file, diagnostics::Sink& sink) {
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
  out->program = model::read_program({path}, out->compiled.files, out->compiled.diagnostics, noting, tree_of);
  return out;
}

void link_names(Analysis& out, const model::Chosen* chosen, std::vector<model::Mention>& mentions) {
  Compiled& compiled = out.compiled;
  compiled.model = chosen != nullptr ? model::link_mentions(compiled.files, out.program, *chosen, compiled.diagnostics, mentions)
                                     : model::link(compiled.files, out.program, compiled.diagnostics, &mentions);
  compiled.policies.add(compiled.files, out.program.trees, compiled.diagnostics);
}

// Places: of lines, of policies, and of all that is named.
void finish(Analysis& out, const std::vector<model::Mention>& mentions, const model::Chosen* chosen) {
  note_policies(out);
  for (FileId file = 0; file < out.compiled.files.size(); ++file) out.lines.emplace_back(out.compiled.files.text(file));
  if (!out.program.trees.empty()) note_occurrences(out, mentions, chosen);
}

// What counts what, and how much a description of a set covers.
void count(Analysis& out) {
  const model::Model& model = out.model();
  out.counted_by.resize(model.credentials.size());
  for (const model::Node& node : model.nodes) {
    if (node.kind == table::NodeKind::gate || node.kind == table::NodeKind::competencies) continue;
    if (!node.in_prerequisite && node.owner < model.credentials.size()) {
      for (const std::uint32_t member : node.members)
        if (member < out.counted_by.size() && (out.counted_by[member].empty() || out.counted_by[member].back() != node.owner)) out.counted_by[member].push_back(node.owner);
    }
    if (node.members.size() > node.written.size() && node.span.file != source::no_file) out.covered.push_back({node.span, node.members.size()});
  }
  for (auto& awards : out.counted_by) {
    std::sort(awards.begin(), awards.end());
    awards.erase(std::unique(awards.begin(), awards.end()), awards.end());
  }
  std::sort(out.covered.begin(), out.covered.end(), [](const Covered& a, const Covered& b) { return before(a.span, b.span); });
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
  const auto out = read(path, overlay);
  std::vector<model::Mention> mentions;
  if (depth == Depth::everything) compile_program(out->compiled, out->program, {}, Policies::checked, &mentions);
  else link_names(*out, nullptr, mentions);
  finish(*out, mentions, nullptr);
  count(*out);
  out->diagnostics = out->compiled.diagnostics.sorted();
  return out;
}

std::shared_ptr<const Analysis> look_for(const std::string& path, std::shared_ptr<const Overlay> overlay, const std::vector<std::string>& words) {
  const auto out = read(path, overlay);
  std::vector<model::Mention> mentions;
  const std::optional<model::Chosen> chosen = choose(out->compiled.files, out->program, words);
  link_names(*out, chosen ? &*chosen : nullptr, mentions);
  finish(*out, mentions, chosen ? &*chosen : nullptr);
  return out;
}

model::Load over(std::shared_ptr<const Overlay> overlay) {
  return [overlay = std::move(overlay)](const std::string& path) -> source::Loaded {
    if (const auto found = overlay->find(model::identity_of(path)); found != overlay->end()) return {*found->second.text, ""};
    return path == "-" ? source::Loaded{std::nullopt, "cannot be read"} : source::load(path);
  };
}

}  // namespace rung::lsp
