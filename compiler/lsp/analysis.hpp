// What is known of one open file: all that the compiler found out about it and what it uses, and where each thing is named. Made by the worker, and not
// changed afterwards; shared between threads.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/compile.hpp"
#include "compiler/lsp/text.hpp"
#include "compiler/model/names.hpp"
#include "grammar/reading.hpp"

namespace rung::lsp {

// The tree of one text, and nothing else.
struct Parsed {
  std::shared_ptr<const std::string> text;
  bool is_text = true;                       // else nothing was read, as the compiler does not
  grammar::Reading reading;
  const grammar::Tree& tree() const { return reading.tree; }
};
// `before`: that of an older text, of which all is taken over that is the same; or null.
std::shared_ptr<const Parsed> parsed_of(std::shared_ptr<const std::string> text, const Parsed* before);

enum class Sort : std::uint8_t { institution, competency, gate, credential, agreement, framework, policy, tag, part, currency };
std::string_view sort_name(Sort sort);       // "credential"

// A thing, and a place that names it: `span` is its own name, without the framework before it.
struct Occurrence {
  source::Span span;
  Sort sort;
  std::uint32_t id;                          // of the model's list; of a policy: Analysis::policies; of a tag, part or currency: Analysis::labels
  bool declares = false;
};

struct PolicyNote {
  std::string name, title, source, url;
  bool known = false, built_in = false;
};

struct Covered {                             // a set that is described and not listed
  source::Span span;                         // of the requirement
  std::size_t members;
};

// The language of a text, whether or not any of it could be read.
inline std::string_view language_of(const grammar::Tree& tree) { return tree.language.empty() ? std::string_view("en") : tree.language; }

struct Analysis {
  Compiled compiled;
  model::Program program;
  std::vector<diagnostics::Diagnostic> diagnostics;   // sorted
  std::vector<Lines> lines;                           // by FileId
  std::vector<Occurrence> occurrences;                // by place
  std::vector<PolicyNote> policies;                   // by name
  std::vector<std::string> labels;                    // names of tags, parts and currencies
  std::vector<std::vector<std::uint32_t>> counted_by; // by credential: the awards whose rules count it
  std::vector<Covered> covered;                       // by place
  std::shared_ptr<const Parsed> parsed;               // of the first file, when that is an open text
  std::set<std::string> reached;                      // identities of the files that it stands on, also of those that could not be read

  const model::Model& model() const { return compiled.model; }
  const model::Named& named(Sort sort, std::uint32_t id) const;   // of what is a model's
  const std::string& name(Sort sort, std::uint32_t id) const;     // of anything; of a part "northfield.inspector/core"
  // What is named at that byte of a file; its end counts.
  const Occurrence* at(source::FileId file, std::uint32_t offset) const;
  // The things of a framework that a file may name, its own first: indices of model().frameworks.
  std::vector<std::uint32_t> visible_from(source::FileId file) const;
};

// A text that stands above the disk, with its tree or that of an older one, if there is one.
struct OpenText {
  std::shared_ptr<const std::string> text;
  std::shared_ptr<const Parsed> parsed;
};
using Overlay = std::map<std::string, OpenText>;   // by identity (model::identity_of)
model::Load over(std::shared_ptr<const Overlay> overlay);

// Whether everything is asked or only what names mean.
enum class Depth : std::uint8_t { names, everything };
// `path` and what it uses, its own text first: FileId 0.
std::shared_ptr<const Analysis> analyse(const std::string& path, std::shared_ptr<const Overlay> overlay, Depth depth);
// Where things are named that are called by one of these words, in all that is read with `path`: `occurrences` has those, and perhaps others; the names and places of all things are known,
// and nothing of what they say or of what is wrong. Takes a fraction of what analyse() takes.
std::shared_ptr<const Analysis> look_for(const std::string& path, std::shared_ptr<const Overlay> overlay, const std::vector<std::string>& words);

}  // namespace rung::lsp
