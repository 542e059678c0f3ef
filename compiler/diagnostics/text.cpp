// Diagnostics for people, as compilers show them:
//
//   northfield.rung:12:20: error: a credential is a part of itself: a → b → a [stacking-cycle]
//     12 |   core: all of { b }
//        |                  ^
//   northfield.rung:20:14: note: b counts a here
//     20 |   requires { a }
//        |              ^
//     help: leave out one of these steps
//
// What a policy's rule finds in several places is told once, after all else (by_rule.hpp).
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "compiler/diagnostics/by_rule.hpp"
#include "compiler/diagnostics/excerpt.hpp"
#include "compiler/diagnostics/saying.hpp"
#include "compiler/diagnostics/show.hpp"

namespace rung::diagnostics {
namespace {

constexpr std::size_t most_related = 12, most_of_a_rule = 5;

class TextWriter {
 public:
  TextWriter(const source::Files& files, bool color, std::string_view language) : files_(files), color_(color), language_(language) {}

  void write(const Diagnostic& diagnostic) {
    if (!out_.empty()) out_ += '\n';
    const Severity severity = diagnostics::severity(diagnostic);
    heading(diagnostic.span, severity, printable(message(diagnostic, said(diagnostic))) + " [" + std::string(code(diagnostic.kind)) + "]");
    lines(diagnostic.span, severity);
    for (std::size_t i = 0; i < diagnostic.related.size(); ++i) {
      if (i == most_related) {
        fmt::format_to(std::back_inserter(out_), fmt::runtime(french() ? "  … et {} de plus\n" : "  … and {} more\n"), diagnostic.related.size() - most_related);
        break;
      }
      const Related& related = diagnostic.related[i];
      heading(related.span, Severity::note, printable(words(related.phrase, related.arguments, saying(files_, related.span, language_))));
      lines(related.span, Severity::note);
    }
    helps(diagnostic, "  ");
  }

  // What one rule finds: the rule, then the first of the places, and how many there are.
  void write(const std::vector<const Diagnostic*>& found) {
    if (!out_.empty()) out_ += '\n';
    const Diagnostic& first = *found.front();
    const Severity severity = diagnostics::severity(first);
    const Phrase all = first.kind == Kind::policy ? Phrase::broken_in_places : Phrase::not_told_in_places;
    heading({}, severity, printable(words(all, {std::to_string(found.size()), first.ruling->policy, first.ruling->rule, std::string(rule_as_told(first, language_))}, {language_, language_})) + " [" + std::string(code(first.kind)) + "]");
    if (const Related* const rule = place_of_rule(first)) {
      heading(rule->span, Severity::note, printable(words(rule->phrase, rule->arguments, saying(files_, rule->span, language_))));
      lines(rule->span, Severity::note);
    }
    const bool one_remedy = std::all_of(found.begin(), found.end(), [&](const Diagnostic* one) { return one->help == first.help && said(*one).source == said(first).source; });
    const std::size_t told = found.size() == most_of_a_rule + 1 ? found.size() : std::min(found.size(), most_of_a_rule);   // the last costs no more than to say that there is one more
    for (std::size_t i = 0; i < told; ++i) {
      place(found[i]->span);
      out_ += printable(finding(*found[i], said(*found[i]))) + '\n';
      if (!one_remedy) helps(*found[i], "    ");
    }
    if (told < found.size()) out_ += "  " + words(Phrase::and_in_more_places, {std::to_string(found.size() - told)}, {language_, language_}) + '\n';
    if (one_remedy) helps(first, "  ");
  }

  std::string take() { return std::move(out_); }

 private:
  bool french() const { return language_ == "fr"; }
  Saying said(const Diagnostic& diagnostic) const { return saying(files_, diagnostic.span, language_); }

  static constexpr std::string_view bold = "\x1b[1m", red = "\x1b[1;31m", magenta = "\x1b[1;35m";
  static constexpr std::string_view cyan = "\x1b[1;36m", green = "\x1b[1;32m";

  std::string_view on(std::string_view color) const { return color_ ? color : std::string_view{}; }
  std::string_view off() const { return color_ ? "\x1b[0m" : std::string_view{}; }
  static std::string_view color_of(Severity severity) {
    return severity == Severity::error ? red : severity == Severity::warning ? magenta : cyan;
  }

  void place(source::Span span) {
    if (!has_file(files_, span)) return;
    const source::Position at = files_.position(span.file, span.begin);
    const std::string path = printable(files_.path(span.file));
    fmt::format_to(std::back_inserter(out_), "{}{}:{}:{}:{} ", on(bold), path, at.line, at.column, off());
  }

  void helps(const Diagnostic& diagnostic, std::string_view indent) {
    for (const auto& [phrase, arguments] : diagnostic.help)
      fmt::format_to(std::back_inserter(out_), "{}{}{}{} {}\n", indent, on(green), help_heading(language_), off(), printable(remedy(diagnostic, phrase, arguments, said(diagnostic))));
  }

  void heading(source::Span span, Severity severity, const std::string& what) {
    place(span);
    fmt::format_to(std::back_inserter(out_), "{}{}{}{} {}\n", on(color_of(severity)), name(severity, language_), french() ? "\u00A0:" : ":", off(), what);
  }

  void lines(source::Span span, Severity severity) {
    if (!has_file(files_, span)) return;
    const Excerpt shown = excerpt(files_, span);
    const std::string number = fmt::format("{:>4}", shown.line);
    fmt::format_to(std::back_inserter(out_), "{} | {}\n{:>{}} | {}{}{}\n", number, shown.text, "", number.size(), on(color_of(severity)),
                   shown.carets, off());
  }

  const source::Files& files_;
  bool color_;
  std::string_view language_;
  std::string out_;
};

}  // namespace

Saying saying(const source::Files& files, source::Span span, std::string_view language) {
  return {language, has_file(files, span) ? language_of_source(files.text(span.file)) : language};
}

std::string as_text(const source::Files& files, const std::vector<Diagnostic>& diagnostics, bool color, std::string_view language) {
  TextWriter writer(files, color, language);
  const ByRule by_rule = diagnostics::by_rule(diagnostics);
  for (const Diagnostic* const diagnostic : by_rule.apart) writer.write(*diagnostic);
  for (const auto& found : by_rule.together) writer.write(found);
  return writer.take();
}

}  // namespace rung::diagnostics
