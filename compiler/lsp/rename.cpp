// A new name for a thing, in every file that names it. What comes out is read again before it is sent: a rename that would make anything mean something else
// is refused.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/lsp/features.hpp"
#include "compiler/lsp/notes.hpp"
#include "compiler/lsp/sought.hpp"
#include "runtime/table/filled.hpp"

namespace rung::lsp {
namespace {

const Refusals& refusals_of(const View& view) { return notes_in(view.language()).refusals; }

const Occurrence& renamable(const View& view, Place place) {
  const Refusals& why = refusals_of(view);
  const Occurrence* there = view.at(place);
  if (there == nullptr) throw Refusal{std::string(why.nothing_here)};
  if (there->sort == Sort::policy) {
    const PolicyNote& note = view.analysis().policies[there->id];
    if (!note.known) throw Refusal{table::filled(why.no_policy, {note.name})};
    if (note.built_in) throw Refusal{table::filled(why.built_in, {note.name})};
  }
  if (there->sort == Sort::currency) throw Refusal{table::filled(why.currency, {view.analysis().name(there->sort, there->id)})};
  return *there;
}

// What each place means, as far as it is not the renamed thing's name itself.
struct Meaning {
  std::size_t errors;
  std::vector<std::string> names;
  std::vector<std::size_t> covered;          // by each description of a set
};

Meaning meaning_of(const Analysis& analysis, const std::string& old_name, const std::string& new_name, Sort sort) {
  Meaning out{analysis.compiled.diagnostics.errors(), {}, {}};
  for (const Covered& one : analysis.covered) out.covered.push_back(one.members);
  for (const Occurrence& one : analysis.occurrences) {
    std::string name = analysis.name(one.sort, one.id);
    // The name of a framework is the first half of its things' names, and that of a credential of its parts' names.
    const bool within_framework = sort == Sort::framework && one.sort != Sort::framework && one.sort != Sort::institution && name.starts_with(old_name + ".");
    const bool within_credential = sort == Sort::credential && one.sort == Sort::part && name.starts_with(old_name + "/");
    if (within_framework || within_credential) name = new_name + name.substr(old_name.size());
    else if (one.sort == sort && name == old_name) name = new_name;
    out.names.push_back(fmt::format("{} {} {} {}", one.span.file, sort_name(one.sort), one.declares, name));
  }
  return out;
}

// Whether a name of that sort may be written for another without a look at what comes of it: when neither is a word of the language, and what is put in its place stands nowhere in
// any of the files, nothing can come to be read or understood in another way. Institutions, frameworks and policies are also known beyond the files that name them.
bool means_the_same(const Analysis& analysis, Sort sort, std::string_view old_name, std::string_view name) {
  if (sort != Sort::competency && sort != Sort::gate && sort != Sort::credential && sort != Sort::agreement && sort != Sort::part && sort != Sort::tag) return false;
  return std::all_of(analysis.program.trees.begin(), analysis.program.trees.end(), [&](const grammar::Tree& tree) {
    const grammar::Vocabulary& words = *grammar::Vocabulary::of(language_of(tree));
    return words.atom(old_name) == 0 && words.atom(name) == 0 && !occurs_in(analysis.compiled.files.text(tree.file), name);
  });
}

// The declaration that could not be read may name the thing as well, and nobody can tell.
void refuse_when_unread(const Analysis& analysis, const Refusals& why) {
  for (const grammar::Tree& tree : analysis.program.trees)
    for (const std::uint32_t node : tree.declarations)
      if (tree[node].kind == grammar::NodeKind::broken)
        throw Refusal{table::filled(why.cannot_be_read, {analysis.compiled.files.path(tree.file)})};
}

}  // namespace

Json prepare_rename(const View& view, Place place) {
  const Occurrence& there = renamable(view, place);
  Json range = view.range(there.span);
  if (range.is_null()) throw Refusal{std::string(refusals_of(view).not_read_yet)};
  return {{"range", std::move(range)}, {"placeholder", std::string(view.written(there.span))}};
}

Json rename(const View& view, Place place, const std::string& name, const std::vector<User>& users, const Overlay& overlay, Proof proof) {
  const Refusals& why = refusals_of(view);
  const Occurrence there = renamable(view, place);
  if (!model::is_kebab_case(name)) throw Refusal{table::filled(why.no_name, {name})};
  const std::string old_name = view.analysis().name(there.sort, there.id);
  const std::size_t dot = there.sort == Sort::framework || there.sort == Sort::policy || there.sort == Sort::tag ? std::string::npos : old_name.find_last_of("./");
  const std::string new_name = dot == std::string::npos ? name : old_name.substr(0, dot + 1) + name;
  if (new_name == old_name) return {{"changes", Json::object()}};

  for (const auto& [path, analysis] : users) {
    refuse_when_unread(*analysis, why);
    for (const Occurrence& one : analysis->occurrences) {
      if ((one.declares || one.sort == Sort::tag) && one.sort == there.sort && analysis->name(one.sort, one.id) == new_name) throw Refusal{table::filled(why.taken, {name})};
    }
  }

  // The places of each file from the last to the first, so that those before stay where they are.
  std::map<std::string, std::vector<const Found*>> by_file;
  const std::vector<Found> found = everywhere(users, view.analysis(), there);
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
  const bool plain = proof == Proof::if_needed && std::all_of(users.begin(), users.end(), [&](const User& user) { return means_the_same(*user.analysis, there.sort, old_name.substr(dot + 1), name); });
  const auto texts = std::make_shared<Overlay>(overlay);
  for (std::size_t i = 0; i < users.size() && !plain; ++i) {
    const auto before = analyse(users[i].path, texts, Depth::names), after = analyse(users[i].path, renamed, Depth::names);
    const Meaning was = meaning_of(*before, old_name, new_name, there.sort), is = meaning_of(*after, new_name, new_name, there.sort);
    if (was.errors != is.errors || was.names != is.names || was.covered != is.covered) throw Refusal{table::filled(why.something_else, {name, users[i].path})};
  }
  return {{"changes", std::move(changes)}};
}

}  // namespace rung::lsp
