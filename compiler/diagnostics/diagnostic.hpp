// A diagnostic: one cause, one message, every place involved.
//
// Each kind is declared once, in catalogue.def: its code, severity, the number of its arguments and its words in each language. A
// page of its own (pages/CODE.md) says what is meant, with a bad and a good example; a test fails when any of them is missing.
//
//   sink.report(duplicate_name, span, {name}).also(first, first_declared_here, {name}).help(did_you_mean, {nearest});
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/source/source.hpp"

namespace rung::diagnostics {

enum class Severity : std::uint8_t { error, warning, note };

// The index of a declaration in catalogue.def. Diagnostics have a code; phrases (of related places and remedies) have none.
enum class Kind : std::uint16_t {
#define DIAGNOSTIC(id, code, severity, arity, words) id,
#include "compiler/diagnostics/catalogue.def"
#undef DIAGNOSTIC
  count_
};
enum class Phrase : std::uint16_t {
#define PHRASE(id, arity, words) id,
#include "compiler/diagnostics/catalogue.def"
#undef PHRASE
  count_
};

using Arguments = std::vector<std::string>;  // as many as the declaration says; already words of the author's own file

struct Related {
  Phrase phrase;
  Arguments arguments;
  source::Span span;
};

// By whose rule something is found, and how heavily that rule weighs.
struct Ruling {
  std::string policy, rule, source;                // names, and the source that the rule or else its policy states; empty when none is
  Severity severity = Severity::error;
  // Of a policy that is built in: the rule in the words of other languages than its own ("fr"). Whoever reads in one of them is told of it, and of what it finds, in those words.
  std::vector<std::pair<std::string, std::string>> written_in = {};
};

struct Diagnostic {
  Kind kind;
  Arguments arguments;
  source::Span span;                               // file == source::no_file: about the whole run, such as a file that cannot be read
  std::vector<Related> related;                    // in the order in which they are to be read
  std::vector<std::pair<Phrase, Arguments>> help;  // remedies, the likeliest first
  std::optional<Ruling> ruling = {};               // of a policy's finding
};

// In which languages something is said: "en" or "fr".
struct Saying {
  std::string_view reader = "en";                  // to whom
  std::string_view source = "en";                  // of which file: a word of the language is told as it is written there
};

// What is known of a kind without an instance.
std::string_view code(Kind kind);  // "stacking-cycle"
Severity severity(Kind kind);
Severity severity(const Diagnostic& diagnostic);   // as its ruling says, else as its kind
std::string_view name(Severity severity, std::string_view language = "en");  // "error"
std::string_view help_heading(std::string_view language);        // "help:"
std::vector<Kind> all_kinds();
std::vector<Phrase> all_phrases();
// The declared words, with {0}, {1} … where the arguments go, and how many those are.
std::string_view pattern(Kind kind, std::string_view language = "en");
std::string_view pattern(Phrase phrase, std::string_view language = "en");
std::size_t arity(Kind kind);
std::size_t arity(Phrase phrase);
// The page of `rungc explain CODE` as Markdown; empty when there is no such code. Names are near misses for "did you mean".
std::string_view page(std::string_view code, std::string_view language = "en");

// Whether the diagnostic, its related places and its remedies each have as many arguments as declared. Tests ask.
bool well_formed(const Diagnostic& diagnostic);

// The words of a message, with its arguments in their places. An argument that is missing is "?", one longer than 1,000 bytes
// loses its middle, and bytes that are no UTF-8 become U+FFFD.
std::string message(const Diagnostic& diagnostic, Saying saying = {});
std::string words(Phrase phrase, const Arguments& arguments, Saying saying = {});
// Of a finding of a policy (Kind::policy, policy_cannot_tell): the rule as its reader is told it, and "{0}: {4}", what does not conform and why.
std::string_view rule_as_told(const Diagnostic& finding, std::string_view language);
std::string finding(const Diagnostic& finding, Saying saying = {});
// A remedy of that diagnostic.
std::string remedy(const Diagnostic& diagnostic, Phrase phrase, const Arguments& arguments, Saying saying = {});
// The same of a rule; `in_other_words`: that is told in other words than its policy has (Ruling::written_in).
std::string remedy_of_rule(Phrase phrase, const Arguments& arguments, Saying saying, bool in_other_words);
// All remedies, in order, with "; " between.
std::string remedies(const Diagnostic& diagnostic, Saying saying = {});

class Builder;

// Collects what the steps of the compiler have to say. `sorted` orders by file (as added to the run; what has no file comes
// first), place, code.
class Sink {
 public:
  Builder report(Kind kind, source::Span span, Arguments arguments = {});
  std::vector<Diagnostic> sorted() const;         // duplicates (same kind, place and arguments) once
  std::size_t errors() const { return errors_; }  // as reported; `sorted` may hold fewer
  std::size_t warnings() const { return warnings_; }
  bool empty() const { return diagnostics_.empty(); }
  void take(Sink other);                          // all of its diagnostics
  void add(Diagnostic diagnostic);                // as it was reported to another sink

 private:
  friend class Builder;
  void count(Severity severity, std::size_t by);
  std::vector<Diagnostic> diagnostics_;
  std::size_t errors_ = 0;
  std::size_t warnings_ = 0;
};

class Builder {
 public:
  Builder& also(source::Span span, Phrase phrase, Arguments arguments = {});
  Builder& help(Phrase phrase, Arguments arguments = {});
  Builder& by(Ruling ruling);

 private:
  friend class Sink;
  Builder(Sink& sink, std::size_t index) : sink_(sink), index_(index) {}
  Sink& sink_;
  std::size_t index_;
};

// The name in `candidates` nearest to `name` (edit distance, at most a third of its length; the first of equals), or empty. A name
// that another framework declares under the same last word, such as mohawk.cad-1 for cad-1, is one step away. A name longer than
// 64 bytes has no near miss.
std::string_view nearest(std::string_view name, const std::vector<std::string_view>& candidates);

// Renderers. Text shows the source line with a caret under the place, right under wide and combining characters.
std::string as_text(const source::Files& files, const std::vector<Diagnostic>& diagnostics, bool color, std::string_view language = "en");
std::string as_json(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language = "en");   // the form of docs/interfaces.md
std::string as_sarif(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language = "en");  // SARIF 2.1.0
std::string as_github(const source::Files& files, const std::vector<Diagnostic>& diagnostics, std::string_view language = "en"); // workflow commands
std::string as_junit(const source::Files& files, std::size_t files_read, const std::vector<Diagnostic>& diagnostics, std::string_view language = "en");   // the first so many files have a suite in any case
// The language of the reader, and of the file of that place.
Saying saying(const source::Files& files, source::Span span, std::string_view language);

}  // namespace rung::diagnostics
