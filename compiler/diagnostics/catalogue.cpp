// What catalogue.def and the pages say, as tables; and a message from its words and its arguments.
#include <algorithm>
#include <array>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/pages.hpp"
#include "compiler/diagnostics/show.hpp"

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

const Declared& declared(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
const DeclaredPhrase& declared(Phrase phrase) { return phrases[static_cast<std::size_t>(phrase)]; }

std::string filled(std::string_view words, const Arguments& arguments) {
  std::string out;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (words[at] != '{' || at + 2 >= words.size() || words[at + 2] != '}') {
      out += words[at];
      continue;
    }
    const auto index = static_cast<std::size_t>(words[at + 1] - '0');
    out += index < arguments.size() ? shortened(arguments[index]) : "?";
    at += 2;
  }
  return out;
}

template <class Index>
std::vector<Index> all_of() {
  std::vector<Index> out;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Index::count_); ++i) out.push_back(static_cast<Index>(i));
  return out;
}

}  // namespace

std::string_view code(Kind kind) { return declared(kind).code; }
Severity severity(Kind kind) { return declared(kind).severity; }
Severity severity(const Diagnostic& diagnostic) { return diagnostic.ruling ? diagnostic.ruling->severity : severity(diagnostic.kind); }
std::string_view pattern(Kind kind) { return declared(kind).words; }
std::string_view pattern(Phrase phrase) { return declared(phrase).words; }
std::size_t arity(Kind kind) { return declared(kind).arity; }
std::size_t arity(Phrase phrase) { return declared(phrase).arity; }
std::vector<Kind> all_kinds() { return all_of<Kind>(); }
std::vector<Phrase> all_phrases() { return all_of<Phrase>(); }

std::string_view name(Severity severity) {
  static constexpr std::string_view names[] = {"error", "warning", "note"};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view page(std::string_view code) {
  const auto all = pages();
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

std::string message(const Diagnostic& diagnostic) { return filled(pattern(diagnostic.kind), diagnostic.arguments); }
std::string words(Phrase phrase, const Arguments& arguments) { return filled(pattern(phrase), arguments); }

std::string remedies(const Diagnostic& diagnostic) {
  std::string out;
  for (const auto& [phrase, arguments] : diagnostic.help) {
    if (!out.empty()) out += "; ";
    out += words(phrase, arguments);
  }
  return out;
}

}  // namespace rung::diagnostics
