// `value`: independent value, check by check, each with the evidence that it rests on.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/diagnostics/json.hpp"
#include "compiler/diagnostics/show.hpp"
#include "compiler/rungc/verbs.hpp"
#include "compiler/rungc/words.hpp"
#include "compiler/value/markers.hpp"
#include "compiler/value/value.hpp"
#include "runtime/command_line/working.hpp"
#include "runtime/table/filled.hpp"

namespace rungc {
namespace {

namespace diagnostics = rung::diagnostics;
namespace model = rung::model;
namespace value = rung::value;
using rung::table::filled;
using diagnostics::printable;   // no terminal obeys what an author wrote
using Json = nlohmann::ordered_json;

std::string remedies(const rung::Compiled& compiled, const value::Verdict& verdict, std::string_view language) {
  std::string out;
  for (const diagnostics::Diagnostic& found : verdict.findings)
    out += (out.empty() ? "" : std::string(words_in(language).between)) + diagnostics::remedies(found, diagnostics::saying(compiled.files, found.span, language));
  return out;
}

// "elmwood.rung:12", or empty where nothing is stated anywhere.
std::string place(const rung::Compiled& compiled, rung::source::Span span) {
  if (span.file == rung::source::no_file) return "";
  return fmt::format("{}:{}", compiled.files.path(span.file), compiled.files.position(span.file, span.begin).line);
}

std::string sentence(const rung::Compiled& compiled, const diagnostics::Related& one, std::string_view language) {
  return diagnostics::words(one.phrase, one.arguments, diagnostics::saying(compiled.files, one.span, language));
}

// Fails before cannot tell before passes, as an answer of several checks.
value::Answer worst(const std::vector<value::Verdict>& verdicts) {
  value::Answer out = value::Answer::holds;
  for (const value::Verdict& one : verdicts) out = value::worse(out, one.answer);
  return out;
}

class Report {
 public:
  Report(const rung::Compiled& compiled, const std::vector<std::uint32_t>& asked, std::string_view language)
      : compiled_(compiled), judge_(compiled.model), markers_(compiled.model), asked_(asked), words_(words_in(language)) {}

  std::string as_json() const {
    Json values = Json::array();
    for (const std::uint32_t id : asked_) {
      rung::command_line::Working::at(values.size(), asked_.size());
      const std::vector<value::Verdict> verdicts = of(id);
      Json checks = Json::array(), markers = Json::array();
      for (std::size_t i = 0; i < verdicts.size(); ++i) {
        const std::string help = remedies(compiled_, verdicts[i], words_.language);
        checks.push_back({{"check", value::name(value::aspects[i])},
                          {"verdict", value::name(verdicts[i].answer)},
                          {"evidence", sentences(verdicts[i].evidence)},
                          {"help", help.empty() ? Json() : Json(help)}});
      }
      for (const value::Marked& one : markers_.of(id))
        markers.push_back({{"marker", value::name(one.marker)}, {"shown", one.shown}, {"evidence", sentences(one.evidence)}});
      values.push_back({{"credential", compiled_.model.credentials[id].name}, {"verdict", value::name(worst(verdicts))}, {"checks", checks}, {"markers", markers}});
    }
    Json out = {{"values", values}};
    out.update(diagnostics::json_of(compiled_.files, compiled_.diagnostics.sorted(), words_.language));
    return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  }

  std::string as_text() const {
    std::string out;
    std::size_t done = 0;
    for (const std::uint32_t id : asked_) {
      rung::command_line::Working::at(done++, asked_.size());
      const model::Credential& credential = compiled_.model.credentials[id];
      const std::vector<value::Verdict> verdicts = of(id);
      out += (out.empty() ? "" : "\n") + filled(words_.value_of, {called(credential), told(words_, worst(verdicts))}) + "\n";
      for (std::size_t i = 0; i < verdicts.size(); ++i) {
        out += line(words_.aspects[i], told(words_, verdicts[i].answer), verdicts[i].evidence);
        if (const std::string help = remedies(compiled_, verdicts[i], words_.language); !help.empty()) out += fmt::format("{:35}{}\n", "", filled(words_.help, {printable(help)}));
      }
      out += fmt::format("  {}\n", words_.quality_markers);
      for (const value::Marked& one : markers_.of(id)) out += line(words_.markers[static_cast<std::size_t>(one.marker)], one.shown ? words_.shown : words_.not_shown, one.evidence);
    }
    if (!out.empty()) return out;
    return std::string(words_.no_microcredentials) + "\n";
  }

 private:
  std::vector<value::Verdict> of(std::uint32_t id) const {
    std::vector<value::Verdict> out;
    for (const value::Aspect aspect : value::aspects) out.push_back(judge_.verdict(id, aspect));
    return out;
  }

  Json sentences(const std::vector<diagnostics::Related>& evidence) const {
    Json out = Json::array();
    for (const diagnostics::Related& one : evidence) out.push_back(sentence(compiled_, one, words_.language));
    return out;
  }

  static std::string called(const model::Credential& credential) {
    return credential.title.empty() ? credential.name : fmt::format("{} ({})", printable(credential.title), credential.name);
  }

  // One check: the first piece of evidence beside it, each further one on a line of its own.
  std::string line(std::string_view what, std::string_view verdict, const std::vector<diagnostics::Related>& evidence) const {
    std::string out;
    for (const diagnostics::Related& one : evidence) {
      const std::string where = place(compiled_, one.span);
      out += fmt::format("  {:<20}{:<13}{}{}\n", out.empty() ? what : "", out.empty() ? verdict : "", printable(sentence(compiled_, one, words_.language)), where.empty() ? "" : " (" + where + ")");
    }
    return out;
  }

  const rung::Compiled& compiled_;
  value::Judge judge_;
  value::QualityMarkers markers_;
  const std::vector<std::uint32_t>& asked_;
  const Words& words_;
};

}  // namespace

int value(const ValueOptions& options) {
  const auto compiled = rungc::compiled(options.files, options.on, options.format);
  if (!compiled) return 2;
  std::vector<std::uint32_t> asked;
  if (options.name.empty()) {
    for (std::uint32_t id = 0; id < compiled->model.credentials.size(); ++id)
      if (compiled->model.credentials[id].type == model::CredentialType::microcredential) asked.push_back(id);
  } else if (const std::string problem = find_credential(compiled->model, options.name, asked); !problem.empty()) {
    return not_found(*compiled, options.format, problem, asked);
  }
  const Report report(*compiled, asked, language_of(options.format));
  const int status = compiled->diagnostics.errors() > 0 ? show_diagnostics(*compiled, "text") : 0;   // to standard error
  print(options.format == "json" ? report.as_json() : report.as_text());
  return status;
}

}  // namespace rungc
