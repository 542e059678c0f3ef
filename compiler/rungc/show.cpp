#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/diagnostics/saying.hpp"
#include "compiler/diagnostics/show.hpp"
#include "runtime/command_line/words.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/rung/words/locale.hpp"
#include "runtime/table/write_file.hpp"
#include "compiler/rungc/verbs.hpp"

namespace rungc {

using rung::diagnostics::Diagnostic;
using rung::diagnostics::Kind;

namespace {

// What cannot be written to standard error has nowhere to be said; the status still tells. (fmt::print would throw.)
void tell(std::string_view text) {
  rung::command_line::Working::end();
  std::fwrite(text.data(), 1, text.size(), stderr);
}

// "2 errors, 1 warning"
std::string counted(std::size_t errors, std::size_t warnings) {
  const rung::Locale& locale = rung::locale_of(language_of("text"));
  const bool french = locale.language == "fr";
  const auto so_many = [&](std::size_t number, std::string_view one) {
    return fmt::format("{} {}{}", number, one, rung::takes_one_of(locale, number) ? "" : "s");
  };
  return so_many(errors, french ? "erreur" : "error") + ", " + so_many(warnings, french ? "avertissement" : "warning") + "\n";
}

// What rungc says of itself: of its command line, or else of what it does.
std::string said_in(std::string_view language, const std::string& english) {
  const std::string spoken = rung::command_line::said(language, english);
  return language == "fr" && spoken == english ? rung::diagnostics::in_french(english) : spoken;
}

}  // namespace

std::string& asked_language() {
  static std::string language;
  return language;
}

std::string_view language_of(std::string_view format) {
  static const std::string of_environment = rung::language_of_environment();
  if (!asked_language().empty()) return asked_language();
  return format == "text" ? std::string_view(of_environment) : std::string_view("en");
}

bool color_wanted() { return ::isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

int show_diagnostics(const rung::source::Files& files, const rung::diagnostics::Sink& diagnostics, const std::string& format, std::size_t files_read) {
  const std::vector<Diagnostic> all = diagnostics.sorted();
  if (format == "json") {
    print(rung::diagnostics::as_json(files, all, language_of(format)));
  } else if (format == "sarif") {
    print(rung::diagnostics::as_sarif(files, all, language_of(format)));
  } else if (format == "github") {
    print(rung::diagnostics::as_github(files, all, language_of(format)));
  } else if (format == "junit") {
    print(rung::diagnostics::as_junit(files, files_read, all, language_of(format)));
  } else {
    const std::size_t errors = diagnostics.errors(), warnings = diagnostics.warnings();
    tell(rung::diagnostics::as_text(files, all, color_wanted(), language_of("text")));
    if (errors + warnings > 0) tell(counted(errors, warnings));
  }
  const bool unreadable = std::any_of(all.begin(), all.end(), [](const Diagnostic& d) { return d.kind == Kind::unreadable_file; });
  return unreadable ? 2 : diagnostics.errors() > 0 ? 1 : 0;
}

void tell_people(const std::string& english) {
  const std::string_view language = language_of("text");
  tell(fmt::format("rungc{} {}\n", rung::locale_of(language).colon, rung::diagnostics::printable(said_in(language, english))));
}

void show_failure(const std::string& format, const std::string& code, const std::string& said) {
  tell_people(said);
  if (format != "json" && format != "sarif" && format != "junit") return;   // a page, a picture or a list has no place for it
  const nlohmann::ordered_json failure = {{"errors", nlohmann::ordered_json::array({{{"code", code}, {"message", said_in(language_of(format), said)}}})}};
  print(failure.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

void print(std::string_view text) {
  rung::command_line::Working::end();
  std::fwrite(text.data(), 1, text.size(), stdout);
}

int hand_over(const std::string& text, const std::string& output, const std::string& format, const std::vector<std::string>& read) {
  if (output.empty()) {
    print(text);
    return 0;
  }
  if (const std::string problem = over_a_source("the answer", output, read); !problem.empty()) {
    show_failure(format, "usage", problem);
    return 2;
  }
  const std::string problem = rung::table::write_file(output, text);
  if (problem.empty()) return 0;
  show_failure(format, "unwritable-file", fmt::format("{} cannot be written: {}", output, problem));
  return 2;
}

int finished(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  show_failure("text", "unwritable-file", fmt::format("standard output cannot be written: {}", std::strerror(errno)));
  return 2;
}

}  // namespace rungc
