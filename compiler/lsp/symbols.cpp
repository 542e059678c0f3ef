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
  constexpr int kinds[] = {4, 10, 17, 5, 11, 3, 14, 20, 8, 20};
  return kinds[static_cast<std::size_t>(sort)];
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

}  // namespace

std::string document_symbols(const Document& document, Encoding encoding) {
  const grammar::Tree& tree = document.parsed().tree();
  const std::string_view text = *document.text;
  Walk walk(document.lines(), text, encoding);
  const auto written_at = [&](std::uint32_t node) { return text.substr(tree.span(node).begin, tree.span(node).end - tree.span(node).begin); };
  std::string out = "[";
  out.reserve(tree.declarations.size() * 320);
  const auto range = [&](const char* name, source::Span span) {
    out += name;
    const Place begin = walk.place(span.begin);
    write_range(out, begin, walk.place(span.end));
  };
  for (const std::uint32_t node : tree.declarations) {
    if (tree[node].kind == NodeKind::use) continue;
    std::uint32_t name = grammar::child(tree, node, NodeKind::name);
    const std::uint32_t title = grammar::child(tree, node, NodeKind::text);
    if (name == grammar::no_node) name = title;
    if (name == grammar::no_node) continue;
    std::string called(name == title ? grammar::unquoted(written_at(name)) : written_at(name));
    if (called.empty()) called = "?";
    if (out.size() > 1) out += ',';
    if (title != grammar::no_node && title != name) {
      out += R"({"detail":)";
      write_text(out, grammar::unquoted(written_at(title)));
      out += R"(,"kind":)";
    } else {
      out += R"({"kind":)";
    }
    out += std::to_string(kind_of(tree[node].kind));
    out += R"(,"name":)";
    write_text(out, called);
    range(R"(,"range":)", tree.span(node));
    range(R"(,"selectionRange":)", tree.span(name));
    out += '}';
  }
  return out += ']';
}

Json workspace_symbols(const std::vector<std::shared_ptr<const Analysis>>& analyses, const std::string& query, Encoding encoding) {
  constexpr std::size_t most = 200;
  const std::string wanted = lower(query);
  std::set<std::pair<std::string, std::uint32_t>> seen;
  Json out = Json::array();
  for (const auto& analysis : analyses) {
    for (const Occurrence& one : analysis->occurrences) {
      if (!one.declares || one.sort >= Sort::policy || out.size() >= most) continue;
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
