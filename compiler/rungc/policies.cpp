// `policies`: what is built in, as a list; or one, as its file.
#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "compiler/model/values.hpp"
#include "compiler/rungc/policy_words.hpp"
#include "compiler/rungc/verbs.hpp"
#include "grammar/layout/translate.hpp"
#include "runtime/table/filled.hpp"

namespace rungc {
namespace {

namespace policy = rung::policy;
using rung::table::filled;
using Json = nlohmann::ordered_json;

Json date(const std::optional<rung::model::Day>& day) { return day ? Json(rung::model::written_date(*day)) : Json(); }

Json source(const policy::Source& source) {
  if (source.text.empty()) return Json();
  return {{"text", source.text}, {"retrieved", date(source.retrieved)}};
}

Json head(const policy::Policy& one) {
  Json sources = Json::array(), refines = Json::array();
  for (const policy::Source& each : one.sources) sources.push_back(source(each));
  for (const auto& base : one.refines) refines.push_back(base.value);
  return {{"policy", one.name},
          {"title", one.title},
          {"status", one.proposed ? "proposed" : "published"},
          {"in_force", {{"from", date(one.in_force_from)}, {"to", date(one.in_force_to)}}},
          {"refines", refines},
          {"sources", sources}};
}

Json whole(rung::Compiled& compiled, const policy::Policy& one) {
  Json out = head(one), rules = Json::array();
  for (const auto& [language, text] : one.descriptions)
    if (language.empty()) out["description"] = text;
  out["notes"] = one.notes;
  for (const policy::Library::Held& held : compiled.policies.rules_of(one, compiled.files, compiled.diagnostics)) {
    const policy::Rule& rule = *held.rule;
    rules.push_back({{"rule", rule.name},
                     {"of", held.policy->name},
                     {"severity", rung::diagnostics::name(policy::severity(one.proposed ? one : *held.policy, rule))},
                     {"written", rule.written},
                     {"because", rule.because.empty() ? Json() : Json(rule.because)},
                     {"source", source(policy::source_of(*held.policy, rule))},
                     {"unverified", rule.unverified},
                     {"stated", rule.when_awarded ? "when awarded" : "in the framework"}});
  }
  out["rules"] = rules;
  return out;
}

// The file, in the words of that language; its texts stay as they are.
std::string in_words_of(std::string_view language, const rung::Compiled& compiled, rung::source::FileId file) {
  rung::diagnostics::Sink quiet;
  const auto other = language == "en" ? rung::grammar::LaidOut{} : rung::grammar::put_into(language, compiled.files, file, quiet);
  return other.text ? *other.text : std::string(compiled.files.text(file));
}

int list(rung::Compiled& compiled, const std::string& format, std::optional<rung::model::Day> day) {
  Json all = Json::array();
  std::string text;
  const policy::Telling telling(compiled.files, language_of(format));
  for (const std::string& name : compiled.policies.names()) {
    const policy::Policy& one = *compiled.policies.find(name, compiled.files, compiled.diagnostics);
    if (day && !one.in_force(*day)) continue;
    if (format == "json") all.push_back(head(one));
    else text += fmt::format("{:<22} {}{}\n", name, one.title, standing(telling, one));
  }
  print(format == "json" ? Json{{"policies", all}}.dump(2) + "\n" : text);
  return 0;
}

}  // namespace

std::string standing(const policy::Telling& telling, const policy::Policy& one) {
  const Words& words = words_in(telling.language());
  std::string out;
  if (one.proposed) out = words.proposal;
  if (one.in_force_from || one.in_force_to) out += filled(words.in_force, {telling.in_force(one)});
  return out;
}

int policies(const PoliciesOptions& options) {
  std::optional<rung::model::Day> day;
  if (!read_day(options.on, options.format, day)) return 2;
  rung::Compiled compiled;
  if (options.name.empty()) return list(compiled, options.format, day);
  const policy::Policy* one = find_policy(compiled, options.name, options.format);
  if (one == nullptr) return 2;
  if (options.format == "json") print(whole(compiled, *one).dump(2) + "\n");
  else print(in_words_of(language_of(options.format), compiled, one->span.file));
  return 0;
}

}  // namespace rungc
