// Diagnostics for people, as compilers show them:
//
//   northfield.rung:12:20: error: a credential is a part of itself: a → b → a [stacking-cycle]
//     12 |   core: all of { b }
//        |                  ^
//   northfield.rung:20:14: note: b counts a here
//     20 |   requires { a }
//        |              ^
//     help: leave out one of these steps
#include <fmt/format.h>

#include <iterator>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/diagnostics/excerpt.hpp"
#include "compiler/diagnostics/saying.hpp"
#include "compiler/diagnostics/show.hpp"

namespace rung::diagnostics {
namespace {

constexpr std::size_t most_related = 12;

class TextWriter {
 public:
  TextWriter(const source::Files& files, bool color, std::string_view language) : files_(files), color_(color), language_(language) {}

  void write(const Diagnostic& diagnostic) {
    if (!out_.empty()) out_ += '\n';
    const Severity severity = diagnostics::severity(diagnostic);
    const Saying said = saying(files_, diagnostic.span, language_);
    heading(diagnostic.span, severity, printable(message(diagnostic, said)) + " [" + std::string(code(diagnostic.kind)) + "]");
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
    for (const auto& [phrase, arguments] : diagnostic.help)
      fmt::format_to(std::back_inserter(out_), "  {}{}{} {}\n", on(green), help_heading(language_), off(), printable(words(phrase, arguments, said)));
  }

  std::string take() { return std::move(out_); }

 private:
  bool french() const { return language_ == "fr"; }

  static constexpr std::string_view bold = "\x1b[1m", red = "\x1b[1;31m", magenta = "\x1b[1;35m";
  static constexpr std::string_view cyan = "\x1b[1;36m", green = "\x1b[1;32m";

  std::string_view on(std::string_view color) const { return color_ ? color : std::string_view{}; }
  std::string_view off() const { return color_ ? "\x1b[0m" : std::string_view{}; }
  static std::string_view color_of(Severity severity) {
    return severity == Severity::error ? red : severity == Severity::warning ? magenta : cyan;
  }

  void heading(source::Span span, Severity severity, const std::string& what) {
    if (has_file(files_, span)) {
      const source::Position at = files_.position(span.file, span.begin);
      const std::string path = printable(files_.path(span.file));
      fmt::format_to(std::back_inserter(out_), "{}{}:{}:{}:{} ", on(bold), path, at.line, at.column, off());
    }
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
  for (const Diagnostic& diagnostic : diagnostics) writer.write(diagnostic);
  return writer.take();
}

}  // namespace rung::diagnostics
