// A new name for a thing, in every file that names it. What comes out is read again before it is sent: a rename that would make anything mean something else
// is refused.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/lsp/features.hpp"

namespace rung::lsp {
namespace {

const Occurrence& renamable(const View& view, Place place) {
  const Occurrence* there = view.at(place);
  if (there == nullptr) throw Refusal{"nothing that has a name stands here"};
  if (there->sort == Sort::policy) {
    const PolicyNote& note = view.analysis().policies[there->id];
    if (!note.known) throw Refusal{fmt::format("no policy is named '{}'", note.name)};
    if (note.built_in) throw Refusal{fmt::format("the policy {} is built in", note.name)};
  }
  return *there;
}

// What each place means, as far as it is not the renamed thing's name itself.
struct Meaning {
  std::size_t errors;
  std::vector<std::string> names;
};

Meaning meaning_of(const Analysis& analysis, const std::string& old_name, const std::string& new_name, Sort sort) {
  Meaning out{analysis.compiled.diagnostics.errors(), {}};
  for (const Occurrence& one : analysis.occurrences) {
    std::string name = one.sort == Sort::policy ? analysis.policies[one.id].name : analysis.named(one.sort, one.id).name;
    const auto replace_head = [&] {          // the framework's name is the first half of its things' names
      if (sort == Sort::framework && one.sort != Sort::framework && one.sort != Sort::institution && name.starts_with(old_name + ".")) name = new_name + name.substr(old_name.size());
    };
    if (one.sort == sort && name == old_name) name = new_name;
    replace_head();
    out.names.push_back(fmt::format("{} {} {} {}", one.span.file, sort_name(one.sort), one.declares, name));
  }
  return out;
}

// The declaration that could not be read may name the thing as well, and nobody can tell.
void refuse_when_unread(const Analysis& analysis) {
  for (const grammar::Tree& tree : analysis.program.trees)
    for (const std::uint32_t node : tree.declarations)
      if (tree[node].kind == grammar::NodeKind::broken)
        throw Refusal{fmt::format("{} has a declaration that cannot be read; mend it first", analysis.compiled.files.path(tree.file))};
}

}  // namespace

Json prepare_rename(const View& view, Place place) {
  const Occurrence& there = renamable(view, place);
  Json range = view.range(there.span);
  if (range.is_null()) throw Refusal{"this has been changed and not been read yet"};
  return {{"range", std::move(range)}, {"placeholder", std::string(view.written(there.span))}};
}

Json rename(const View& view, Place place, const std::string& name, const std::vector<std::string>& users, const Overlay& overlay) {
  const Occurrence there = renamable(view, place);
  if (!model::is_kebab_case(name)) throw Refusal{fmt::format("'{}' cannot be a name: a name is small letters and digits, joined by single hyphens", name)};
  const std::string old_name = there.sort == Sort::policy ? view.analysis().policies[there.id].name : view.analysis().named(there.sort, there.id).name;
  const std::size_t dot = there.sort == Sort::framework || there.sort == Sort::policy ? std::string::npos : old_name.rfind('.');
  const std::string new_name = dot == std::string::npos ? name : old_name.substr(0, dot + 1) + name;
  if (new_name == old_name) return {{"changes", Json::object()}};

  std::vector<std::shared_ptr<const Analysis>> before;
  const auto texts = std::make_shared<Overlay>(overlay);
  for (const std::string& path : users) before.push_back(analyse(path, texts, Depth::names));
  for (const auto& analysis : before) {
    refuse_when_unread(*analysis);
    for (const Occurrence& one : analysis->occurrences) {
      const std::string& taken = one.sort == Sort::policy ? analysis->policies[one.id].name : analysis->named(one.sort, one.id).name;
      if (one.declares && one.sort == there.sort && taken == new_name) throw Refusal{fmt::format("another {} is named '{}' already", sort_name(there.sort), name)};
    }
  }

  // The places of each file from the last to the first, so that those before stay where they are.
  std::map<std::string, std::vector<const Found*>> by_file;
  const std::vector<Found> found = everywhere(before, view.analysis(), there);
  for (const Found& one : found) by_file[one.path].push_back(&one);
  Json changes = Json::object();
  const auto renamed = std::make_shared<Overlay>(overlay);
  for (auto& [path, places] : by_file) {
    std::sort(places.begin(), places.end(), [](const Found* a, const Found* b) { return a->occurrence.span.begin > b->occurrence.span.begin; });
    const Found& first = *places.front();
    const std::string_view text = first.in->compiled.files.text(first.file);
    std::string after(text);
    Json edits = Json::array();
    for (const Found* one : places) {
      const source::Span span = one->occurrence.span;
      after.replace(span.begin, span.end - span.begin, name);
      const Lines& lines = first.in->lines[first.file];
      edits.push_back({{"range", as_json(lines.place(text, span.begin, view.encoding()), lines.place(text, span.end, view.encoding()))}, {"newText", name}});
    }
    changes[path == view.document().path ? view.document().uri : uri_of(path)] = std::move(edits);
    OpenText& made = (*renamed)[model::identity_of(path)];
    made.text = std::make_shared<const std::string>(std::move(after));
  }
  for (std::size_t i = 0; i < users.size(); ++i) {
    const auto after = analyse(users[i], renamed, Depth::names);
    const Meaning was = meaning_of(*before[i], old_name, new_name, there.sort), is = meaning_of(*after, new_name, new_name, there.sort);
    if (was.errors != is.errors || was.names != is.names) throw Refusal{fmt::format("with the name '{}', {} would say something else", name, users[i])};
  }
  return {{"changes", std::move(changes)}};
}

}  // namespace rung::lsp
