// Where a thing is declared, and where it is named: in this file, or in all files that may name it.
#include <algorithm>
#include <set>

#include "compiler/lsp/features.hpp"
#include "grammar/lexer.hpp"

namespace rung::lsp {
namespace {

// The file that a `use` names, when the place is in its text.
Json used_file(const View& view, Place place) {
  const auto offset = view.offset(place);
  const grammar::Tree& tree = view.analysis().program.trees.front();
  if (!offset) return nullptr;
  for (const std::uint32_t node : tree.declarations) {
    const std::uint32_t text = tree[node].kind == grammar::NodeKind::use ? grammar::child(tree, node, grammar::NodeKind::text) : grammar::no_node;
    if (text == grammar::no_node || tree.span(text).begin > *offset || *offset > tree.span(text).end) continue;
    const std::string identity = model::identity_of(model::path_of_use(view.analysis().compiled.files.path(0), grammar::unquoted(view.written(tree.span(text)))));
    for (source::FileId file = 1; file < view.analysis().program.trees.size(); ++file)
      if (model::identity_of(view.analysis().compiled.files.path(file)) == identity) return view.location({file, 0, 0});
  }
  return nullptr;
}

}  // namespace

Json definition(const View& view, Place place) {
  const Occurrence* there = view.at(place);
  if (there == nullptr) return used_file(view, place);
  Json out = Json::array();
  for (const Occurrence& one : view.analysis().occurrences) {
    if (!one.declares || one.sort != there->sort || one.id != there->id) continue;
    if (Json where = view.location(one.span); !where.is_null()) out.push_back(std::move(where));
  }
  return out;
}

Json highlights(const View& view, Place place) {
  Json out = Json::array();
  const Occurrence* there = view.at(place);
  if (there == nullptr) return out;
  for (const Occurrence& one : view.analysis().occurrences) {
    if (one.span.file != 0 || one.sort != there->sort || one.id != there->id) continue;
    if (Json range = view.range(one.span); !range.is_null()) out.push_back({{"range", std::move(range)}, {"kind", one.declares ? 3 : 2}});
  }
  return out;
}

std::vector<Found> everywhere(const std::vector<User>& users, const Analysis& of, const Occurrence& thing) {
  // The same thing in another analysis has the same name; an index is of one model only.
  const std::string& name = of.name(thing.sort, thing.id);
  std::set<std::pair<std::string, std::uint32_t>> seen;
  std::vector<Found> out;
  for (const auto& [path, analysis] : users) {
    std::vector<std::string> identities(analysis->program.trees.size());
    for (const Occurrence& one : analysis->occurrences) {
      if (one.sort != thing.sort || one.span.file >= identities.size() || analysis->name(one.sort, one.id) != name) continue;
      std::string& identity = identities[one.span.file];
      if (identity.empty()) identity = model::identity_of(analysis->compiled.files.path(one.span.file));
      if (seen.emplace(identity, one.span.begin).second) out.push_back({analysis->compiled.files.path(one.span.file), one.span.file, analysis, one});
    }
  }
  return out;
}

Json references(const std::vector<Found>& found, Encoding encoding, bool with_declaration) {
  Json out = Json::array();
  for (const Found& one : found) {
    if (one.occurrence.declares && !with_declaration) continue;
    const std::string_view text = one.in->compiled.files.text(one.file);
    const Lines& lines = one.in->lines[one.file];
    out.push_back({{"uri", uri_of(one.path)}, {"range", as_json(lines.place(text, one.occurrence.span.begin, encoding), lines.place(text, one.occurrence.span.end, encoding))}});
  }
  return out;
}

}  // namespace rung::lsp
