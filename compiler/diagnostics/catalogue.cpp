// What catalogue.def and the pages say, as tables; and a message from its words and its arguments.
#include <algorithm>
#include <array>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/pages.hpp"
#include "compiler/diagnostics/saying.hpp"

namespace rung::diagnostics {
namespace {

struct Declared {
  std::string_view code;
  Severity severity;
  std::size_t arity;
  std::string_view words;
};
constexpr std::array kinds = {
#define DIAGNOSTIC(id, code, severity, arity, words) Declared{code, Severity::severity, arity, words},
#include "compiler/diagnostics/catalogue.def"
#undef DIAGNOSTIC
};

struct DeclaredPhrase {
  std::size_t arity;
  std::string_view words;
};
constexpr std::array phrases = {
#define PHRASE(id, arity, words) DeclaredPhrase{arity, words},
#include "compiler/diagnostics/catalogue.def"
#undef PHRASE
};

constexpr std::array french_kinds = {
#define DIAGNOSTIC(id, words) std::string_view{words},
#include "compiler/diagnostics/catalogue_fr.def"
#undef DIAGNOSTIC
};
constexpr std::array french_phrases = {
#define PHRASE(id, words) std::string_view{words},
#include "compiler/diagnostics/catalogue_fr.def"
#undef PHRASE
};
static_assert(french_kinds.size() == kinds.size() && french_phrases.size() == phrases.size());

// The same in the same order: what is left out or misplaced in the French catalogue does not compile.
enum class FrenchKind : std::uint16_t {
#define DIAGNOSTIC(id, words) id,
#include "compiler/diagnostics/catalogue_fr.def"
#undef DIAGNOSTIC
};
enum class FrenchPhrase : std::uint16_t {
#define PHRASE(id, words) id,
#include "compiler/diagnostics/catalogue_fr.def"
#undef PHRASE
};
#define DIAGNOSTIC(id, code, severity, arity, words) static_assert(static_cast<int>(FrenchKind::id) == static_cast<int>(Kind::id), "catalogue_fr.def is not in order");
#define PHRASE(id, arity, words) static_assert(static_cast<int>(FrenchPhrase::id) == static_cast<int>(Phrase::id), "catalogue_fr.def is not in order");
#include "compiler/diagnostics/catalogue.def"
#undef DIAGNOSTIC
#undef PHRASE

const Declared& declared(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
const DeclaredPhrase& declared(Phrase phrase) { return phrases[static_cast<std::size_t>(phrase)]; }

template <class Index>
std::vector<Index> all_of() {
  std::vector<Index> out;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Index::count_); ++i) out.push_back(static_cast<Index>(i));
  return out;
}

// The arguments of a policy's finding (catalogue.def).
namespace of_finding {
constexpr std::size_t subject = 0, rule = 3, sentences = 4;
}

// The rule that a finding is of, in the words of that language; null when it is told as it is written.
const std::string* rule_in(const Diagnostic& diagnostic, std::string_view language) {
  if (!diagnostic.ruling) return nullptr;
  for (const auto& [of, written] : diagnostic.ruling->written_in)
    if (of == language) return &written;
  return nullptr;
}

}  // namespace

std::string_view code(Kind kind) { return declared(kind).code; }
Severity severity(Kind kind) { return declared(kind).severity; }
Severity severity(const Diagnostic& diagnostic) { return diagnostic.ruling ? diagnostic.ruling->severity : severity(diagnostic.kind); }
std::string_view pattern(Kind kind, std::string_view language) { return language == "fr" ? french_kinds[static_cast<std::size_t>(kind)] : declared(kind).words; }
std::string_view pattern(Phrase phrase, std::string_view language) { return language == "fr" ? french_phrases[static_cast<std::size_t>(phrase)] : declared(phrase).words; }
std::size_t arity(Kind kind) { return declared(kind).arity; }
std::size_t arity(Phrase phrase) { return declared(phrase).arity; }
std::vector<Kind> all_kinds() { return all_of<Kind>(); }
std::vector<Phrase> all_phrases() { return all_of<Phrase>(); }

std::string_view name(Severity severity, std::string_view language) {
  static constexpr std::string_view names[] = {"error", "warning", "note"}, french[] = {"erreur", "avertissement", "note"};
  return (language == "fr" ? french : names)[static_cast<std::size_t>(severity)];
}

std::string_view help_heading(std::string_view language) { return language == "fr" ? "aide\u00A0:" : "help:"; }

std::string_view page(std::string_view code, std::string_view language) {
  const auto all = language == "fr" ? french_pages() : pages();
  const auto found = std::lower_bound(all.begin(), all.end(), code, [](const Page& p, std::string_view c) { return p.code < c; });
  return found != all.end() && found->code == code ? found->markdown : std::string_view{};
}

bool well_formed(const Diagnostic& diagnostic) {
  return diagnostic.arguments.size() == arity(diagnostic.kind) &&
         std::all_of(diagnostic.related.begin(), diagnostic.related.end(),
                     [](const Related& related) { return related.arguments.size() == arity(related.phrase); }) &&
         std::all_of(diagnostic.help.begin(), diagnostic.help.end(),
                     [](const auto& remedy) { return remedy.second.size() == arity(remedy.first); });
}

std::string message(const Diagnostic& diagnostic, Saying saying) {
  if (rule_in(diagnostic, saying.reader) == nullptr) return filled(pattern(diagnostic.kind, saying.reader), diagnostic.arguments, saying);
  Arguments arguments = diagnostic.arguments;
  arguments[of_finding::rule] = rule_as_told(diagnostic, saying.reader);
  return filled(pattern(diagnostic.kind, saying.reader), arguments, {saying.reader, saying.reader});
}

std::string_view rule_as_told(const Diagnostic& finding, std::string_view language) {
  const std::string* const rule = rule_in(finding, language);
  return rule == nullptr ? finding.arguments[of_finding::rule] : *rule;
}

std::string finding(const Diagnostic& finding, Saying saying) {
  if (rule_in(finding, saying.reader) != nullptr) saying.source = saying.reader;
  return words(Phrase::in_this_place, {finding.arguments[of_finding::subject], finding.arguments[of_finding::sentences]}, saying);
}

std::string words(Phrase phrase, const Arguments& arguments, Saying saying) { return filled(pattern(phrase, saying.reader), arguments, saying); }

std::string remedy(const Diagnostic& diagnostic, Phrase phrase, const Arguments& arguments, Saying saying) {
  return remedy_of_rule(phrase, arguments, saying, rule_in(diagnostic, saying.reader) != nullptr);
}

std::string remedy_of_rule(Phrase phrase, const Arguments& arguments, Saying saying, bool in_other_words) {
  const std::string out = words(phrase, arguments, saying);
  if (phrase != Phrase::state_it || saying.source == saying.reader || !in_other_words) return out;
  // The rule has just named it otherwise than it is to be written in that file.
  return words(Phrase::in_that_file, {words(phrase, arguments, {saying.reader, saying.reader}), arguments.front()}, saying);
}

std::string remedies(const Diagnostic& diagnostic, Saying saying) {
  std::string out;
  for (const auto& [phrase, arguments] : diagnostic.help) {
    if (!out.empty()) out += saying.reader == "fr" ? "\u00A0; " : "; ";
    out += remedy(diagnostic, phrase, arguments, saying);
  }
  return out;
}

}  // namespace rung::diagnostics
