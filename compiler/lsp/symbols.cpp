// Declarations as an outline, and by name over all files that are known.
#include <algorithm>
#include <set>

#include "compiler/lsp/features.hpp"
#include "grammar/lexer.hpp"

namespace rung::lsp {
namespace {

using grammar::NodeKind;
using grammar::Word;

// The protocol's kinds of symbols, the nearest of them.
int kind_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::framework: return 3;      // namespace
    case NodeKind::institution: return 4;    // package
    case NodeKind::competency: return 10;    // enum: a thing that others point to
    case NodeKind::gate: return 17;          // boolean, as near as may be
    case NodeKind::agreement: return 11;     // interface
    case NodeKind::policy: return 14;        // constant
    case NodeKind::scenario: return 6;       // method
    default: return 5;                       // class
  }
}

int kind_of(Sort sort) {
  constexpr int kinds[] = {4, 10, 17, 5, 11, 3, 14};
  return kinds[static_cast<std::size_t>(sort)];
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace

Json document_symbols(const Document& document, Encoding encoding) {
  const grammar::Tree& tree = document.parsed().tree;
  const std::string_view text = document.parsed().files.text(tree.file);
  const Lines& lines = document.lines();
  const auto range = [&](source::Span span) { return as_json(lines.place(text, span.begin, encoding), lines.place(text, span.end, encoding)); };
  Json out = Json::array();
  for (const std::uint32_t node : tree.declarations) {
    if (tree[node].kind == NodeKind::use) continue;
    std::uint32_t name = grammar::child(tree, node, NodeKind::name);
    const std::uint32_t title = grammar::child(tree, node, NodeKind::text);
    if (name == grammar::no_node) name = title;
    if (name == grammar::no_node) continue;
    std::string called(text.substr(tree.span(name).begin, tree.span(name).end - tree.span(name).begin));
    if (name == title) called = grammar::unquoted(called);
    if (called.empty()) called = "?";
    Json symbol = {{"name", called}, {"kind", kind_of(tree[node].kind)}, {"range", range(tree.span(node))}, {"selectionRange", range(tree.span(name))}};
    if (title != grammar::no_node && title != name) symbol["detail"] = grammar::unquoted(text.substr(tree.span(title).begin, tree.span(title).end - tree.span(title).begin));
    out.push_back(std::move(symbol));
  }
  return out;
}

Json workspace_symbols(const std::vector<std::shared_ptr<const Analysis>>& analyses, const std::string& query, Encoding encoding) {
  constexpr std::size_t most = 200;
  const std::string wanted = lower(query);
  std::set<std::pair<std::string, std::uint32_t>> seen;
  Json out = Json::array();
  for (const auto& analysis : analyses) {
    for (const Occurrence& one : analysis->occurrences) {
      if (!one.declares || one.sort == Sort::policy || out.size() >= most) continue;
      const model::Named& named = analysis->named(one.sort, one.id);
      if (lower(named.name).find(wanted) == std::string::npos && lower(named.title).find(wanted) == std::string::npos) continue;
      const std::string& path = analysis->compiled.files.path(one.span.file);
      if (!seen.emplace(path, one.span.begin).second) continue;
      const std::string_view text = analysis->compiled.files.text(one.span.file);
      const Lines& lines = analysis->lines[one.span.file];
      out.push_back({{"name", std::string(model::short_name(named.name))},
                     {"kind", kind_of(one.sort)},
                     {"containerName", named.title},
                     {"location", {{"uri", uri_of(path)}, {"range", as_json(lines.place(text, one.span.begin, encoding), lines.place(text, one.span.end, encoding))}}}});
    }
  }
  return out;
}

}  // namespace rung::lsp
