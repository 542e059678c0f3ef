#include "compiler/policy/telling.hpp"

#include "compiler/diagnostics/saying.hpp"
#include "grammar/layout/translate.hpp"
#include "grammar/parser.hpp"
#include "runtime/rung/words/locale.hpp"

namespace rung::policy {

std::string Telling::in_force(const Policy& policy) const {
  const std::string english = when_in_force(policy);
  return language_ == "en" ? english : diagnostics::in_french(english);
}

std::string Telling::evidence(const Library::Held& held, const std::vector<value::Evidence>& all) const {
  std::string out;
  for (const value::Evidence& one : all) {
    diagnostics::Saying saying = diagnostics::saying(files_, one.span, language_);
    if (puts_into_words(*held.policy)) saying.source = language_;
    out += (out.empty() ? "" : std::string(locale_of(language_).semicolon) + " ") + diagnostics::words(one.phrase, one.arguments, saying);
  }
  return out;
}

std::vector<std::string> Telling::helps(const Finding& finding) const {
  const diagnostics::Saying saying = diagnostics::saying(files_, finding.evidence.front().span, language_);
  std::vector<std::string> out;
  for (const auto& [phrase, arguments] : finding.help) out.push_back(diagnostics::remedy_of_rule(phrase, arguments, saying, puts_into_words(*finding.held.policy)));
  return out;
}

std::string Telling::matter(const std::string& english) const {
  if (language_ == "en") return english;
  const std::string said = diagnostics::in_french(english);
  return said == english ? std::string(diagnostics::source_spelling(english, language_)) : said;   // what a rule asks for, by its word
}

std::string Telling::written(const Policy& policy, const Rule& rule) const {
  if (!puts_into_words(policy)) return rule.written;
  auto known = read_.find(rule.span.file);
  if (known == read_.end()) {
    diagnostics::Sink quiet;
    known = read_.emplace(rule.span.file, grammar::parse(files_, rule.span.file, quiet, grammar::Keep::words)).first;
  }
  return grammar::in_other_words(files_, known->second, rule.span, language_);
}

}  // namespace rung::policy
