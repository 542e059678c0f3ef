#include "compiler/policy/report.hpp"

#include <algorithm>
#include <map>

#include "compiler/model/values.hpp"
#include "compiler/policy/telling.hpp"

namespace rung::policy {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;

class Reporter {
 public:
  Reporter(const model::Model& model, Library& library, source::Files& files, std::optional<Day> on, diagnostics::Sink& sink)
      : model_(model), library_(library), files_(files), on_(on), sink_(sink), judge_(model, on) {}

  void framework(std::uint32_t id, const std::vector<std::string>& asked) {
    std::vector<std::pair<std::string, Span>> named;
    for (const auto& stated : model_.frameworks[id].conforms_to) named.emplace_back(stated.value, stated.span);
    for (const std::string& name : asked)
      if (std::none_of(named.begin(), named.end(), [&](const auto& one) { return one.first == name; })) named.emplace_back(name, model_.frameworks[id].span);
    std::vector<Asked> policies;
    for (const auto& [name, span] : named) {
      const Policy* policy = library_.find(name, files_, sink_);
      if (policy == nullptr) report_unknown(library_, name, span, sink_);
      else if (policy->broken) continue;
      else if (on_ && !policy->in_force(*on_)) sink_.report(Kind::policy_not_in_force, span, {name, when_in_force(*policy), model::written_date(*on_)});
      else policies.push_back({policy, library_.rules_of(*policy, files_, sink_)});
    }
    for (const Subject subject : subjects_of(model_, id)) check(policies, subject);
  }

 private:
  struct Asked {
    const Policy* policy;
    std::vector<Library::Held> rules;
  };
  struct Told {
    const Policy* policy;                      // that is asked for; the rule may be of one that it refines
    Finding finding;
    diagnostics::Severity weight;
  };

  void check(const std::vector<Asked>& policies, Subject subject) {
    std::vector<Told> all;
    for (const auto& [policy, rules] : policies)
      for (Finding& finding : judge_.conformity(rules, subject).findings) {
        const Rule& rule = *finding.held.rule;
        const bool fails = finding.answer == Answer::fails;
        if (!finding.is_reported() || (!fails && (rule.modal != Modal::must || rule.unverified))) continue;
        const diagnostics::Severity weight = fails ? severity(policy->proposed ? *policy : *finding.held.policy, rule) : diagnostics::Severity::warning;
        all.push_back({policy, std::move(finding), weight});
      }
    for (const Told& one : all)
      if (std::none_of(all.begin(), all.end(), [&](const Told& other) { return says_it(other, one); })) tell(one, subject);
  }

  // Whether what the other says makes it needless to say this one: a rule that a refinement takes over is told of the policy that states it, and of a rule and a tighter one only the tighter.
  bool says_it(const Told& other, const Told& one) {
    if (other.policy == one.policy || other.weight > one.weight) return false;
    const Library::Held &held = one.finding.held, &others = other.finding.held;
    if (others.rule == held.rule) {
      const bool own = other.policy == others.policy, ours = one.policy == held.policy;
      return own != ours ? own : other.weight != one.weight || &other < &one;
    }
    return Library::stands_for(*others.policy, *others.rule, held) && library_.refines(*others.policy, *held.policy, files_, sink_);
  }

  void tell(const Told& one, Subject subject) {
    const Policy& policy = *one.policy;
    const Finding& finding = one.finding;
    const Rule& rule = *finding.held.rule;
    const model::Named& declared = policy::named(model_, subject);
    std::string sentences;
    for (const value::Evidence& evidence : finding.evidence) sentences += (sentences.empty() ? "" : "; ") + diagnostics::words(evidence.phrase, evidence.arguments);
    const std::string name = model::shown_name(model_, declared.name);
    auto report = sink_.report(finding.answer == Answer::fails ? Kind::policy : Kind::policy_cannot_tell, declared.span, {name, policy.name, rule.name, rule.written, sentences});
    report.by({policy.name, rule.name, source_of(*finding.held.policy, rule).text, one.weight, written_in(finding.held)});
    for (const value::Evidence& evidence : finding.evidence)
      if (evidence.span.file != source::no_file && evidence.span != declared.span) report.also(evidence.span, evidence.phrase, evidence.arguments);
    const auto [phrase, arguments] = where(finding.held);
    report.also(rule.span, phrase, arguments);
    for (const auto& [remedy, words] : finding.help) report.help(remedy, words);
  }

  // Of a rule that is built in: what it asks, in the words of each other language.
  const std::vector<std::pair<std::string, std::string>>& written_in(const Library::Held& held) {
    const auto [at, fresh] = written_in_.try_emplace(held.rule);
    if (!fresh || !held.policy->built_in) return at->second;
    for (const std::string_view language : grammar::Vocabulary::languages())
      if (language != "en") at->second.emplace_back(language, tellings_.try_emplace(language, files_, language).first->second.written(*held.policy, *held.rule));
    return at->second;
  }

  // The rule's place, with what it rests on.
  static std::pair<Phrase, diagnostics::Arguments> where(const Library::Held& held) {
    const Source& source = source_of(*held.policy, *held.rule);
    const std::string &from = source.text, &policy = held.policy->name, &rule = held.rule->name, &because = held.rule->because;
    if (from.empty()) return because.empty() ? std::pair(Phrase::rule_here, diagnostics::Arguments{policy, rule}) : std::pair(Phrase::rule_here_because, diagnostics::Arguments{policy, rule, because});
    diagnostics::Arguments arguments{policy, rule, from};
    if (source.retrieved) arguments.push_back(model::written_date(*source.retrieved));
    if (because.empty()) return {source.retrieved ? Phrase::rule_here_from_read : Phrase::rule_here_from, std::move(arguments)};
    arguments.push_back(because);
    return {source.retrieved ? Phrase::rule_here_from_read_because : Phrase::rule_here_from_because, std::move(arguments)};
  }

  const model::Model& model_;
  Library& library_;
  source::Files& files_;
  std::optional<Day> on_;
  diagnostics::Sink& sink_;
  Judge judge_;
  std::map<const Rule*, std::vector<std::pair<std::string, std::string>>> written_in_;
  std::map<std::string_view, Telling> tellings_;   // by language
};

}  // namespace

void report(const model::Model& model, Library& library, source::Files& files, const std::vector<std::string>& asked, std::optional<Day> on, diagnostics::Sink& sink) {
  const bool any = !asked.empty() || std::any_of(model.frameworks.begin(), model.frameworks.end(), [](const model::Framework& one) { return !one.conforms_to.empty(); });
  if (!any) return;
  Reporter reporter(model, library, files, on, sink);
  for (std::uint32_t id = 0; id < model.frameworks.size(); ++id) reporter.framework(id, asked);
}

std::vector<Subject> subjects_of(const model::Model& model, std::uint32_t framework) {
  std::vector<Subject> out{{SubjectKind::framework, framework}};
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id)
    if (model.credentials[id].framework == framework) out.push_back({SubjectKind::credential, id});
  for (std::uint32_t id = 0; id < model.agreements.size(); ++id)
    if (model.agreements[id].framework == framework) out.push_back({SubjectKind::agreement, id});
  return out;
}

const model::Named& named(const model::Model& model, Subject subject) {
  if (subject.kind == SubjectKind::agreement) return model.agreements[subject.id];
  if (subject.kind == SubjectKind::framework) return model.frameworks[subject.id];
  return model.credentials[subject.id];
}

std::string_view kind_name(SubjectKind kind) {
  return kind == SubjectKind::agreement ? "agreement" : kind == SubjectKind::framework ? "framework" : "credential";
}

table::SectionKind section_of(SubjectKind kind) {
  return kind == SubjectKind::agreement ? table::SectionKind::agreements : kind == SubjectKind::framework ? table::SectionKind::frameworks : table::SectionKind::credentials;
}

}  // namespace rung::policy
