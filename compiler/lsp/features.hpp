// What an editor can ask, one file each. All of them answer from what is known; null or an empty list is an answer too.
#pragma once

#include <functional>

#include "compiler/lsp/view.hpp"

namespace rung::lsp {

// diagnostics.cpp: of one file of the analysis, in the form of publishDiagnostics.
Json diagnostics_of(const View& view, source::FileId file);

// hover.cpp
Json hover(const View& view, Place place);
// words.cpp: what is said of a word to who writes in that language, in a line of Markdown; empty when nothing. The spelling is the one that is printed.
std::string said_of_word(std::string_view spelling, std::string_view language);
std::string said_of_word(grammar::Word word, std::string_view language);
// The word of the language that stands at a byte of a text, as it is written there: [begin, end), empty when there is none.
struct WordThere { std::uint32_t begin = 0, end = 0; grammar::Word word = grammar::Word::none; };
WordThere word_at(std::string_view text, const grammar::Tree& tree, std::uint32_t offset);

// references.cpp
Json definition(const View& view, Place place);
Json highlights(const View& view, Place place);
// A file that may name a thing, and where it and what it uses name the things that are called so.
struct User {
  std::string path;
  std::shared_ptr<const Analysis> analysis;
};
// Where a thing is named in the files of several analyses, each place once: by identity of its file and place.
struct Found {
  std::string path;
  source::FileId file;
  std::shared_ptr<const Analysis> in;
  Occurrence occurrence;
};
std::vector<Found> everywhere(const std::vector<User>& users, const Analysis& of, const Occurrence& thing);
Json references(const std::vector<Found>& found, Encoding encoding, bool with_declaration);

// rename.cpp. An error is a sentence.
struct Refusal { std::string why; };
Json prepare_rename(const View& view, Place place);
// `users`: the files that may name it, or a thing of its new name; `overlay`: the open texts. What comes out is read again and compared, where it is not plain beforehand that nothing else can have changed.
enum class Proof : std::uint8_t { if_needed, always };
Json rename(const View& view, Place place, const std::string& name, const std::vector<User>& users, const Overlay& overlay, Proof proof = Proof::if_needed);

// completion.cpp, and what fits at a place of a text by asking the grammar (probe.cpp)
Json completion(const View& view, Place place);

// symbols.cpp. Thousands of entries are written as they are sent: a tree of them takes ten times as long to make as to send.
std::string document_symbols(const Document& document, Encoding encoding);
Json workspace_symbols(const std::vector<std::shared_ptr<const Analysis>>& analyses, const std::string& query, Encoding encoding);

// folding.cpp, formatting.cpp: as they are sent, as well
std::string folding_ranges(const Document& document);
std::string formatting(const Document& document, Encoding encoding);

// actions.cpp
Json code_actions(const View& view, Place begin, Place end);

// hints.cpp
Json inlay_hints(const View& view, Place begin, Place end);

// lenses.cpp
inline constexpr const char* run_scenario = "rung.runScenario";
Json code_lenses(const View& view);
// What scenarios came to: a sentence, and a diagnostic for each expectation that did not pass. No name: all of this file.
struct Run {
  std::string said;
  bool passed = false;
  Json diagnostics;
};
Run run_scenarios(const View& view, const std::string& name);

// workspace.cpp: the framework files of folders, in the order of their paths; those that reach `path` by `use`, itself first.
std::vector<std::string> framework_files(const std::vector<std::string>& folders);
using UsedBy = std::map<std::string, std::vector<std::string>>;   // by identity: the paths of the files that use it
// `known`: by path, what files use that have been read already.
UsedBy uses_in(const std::vector<std::string>& files, const model::Load& load, const std::map<std::string, std::vector<std::string>>& known = {});
std::vector<std::string> users_of(const std::string& path, const UsedBy& used_by);

}  // namespace rung::lsp
