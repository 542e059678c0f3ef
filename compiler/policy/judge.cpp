#include "compiler/policy/judge.hpp"

#include <algorithm>

#include "compiler/checks/facts.hpp"
#include "compiler/policy/asks.hpp"
#include "compiler/policy/fields.hpp"

namespace rung::policy {

using model::Credential;

struct Judge::State : Context {
  static graph::Graph counted_by_of(const model::Model& model, bool with_agreements) {
    std::vector<graph::NewEdge> edges = graph::stacking_edges(model);
    for (graph::NewEdge& edge : edges) std::swap(edge.from, edge.to);
    if (with_agreements) {
      for (const model::Recognition& line : model.recognitions)
        if (line.kind == table::RecognitionKind::credit)
          for (const model::Reference& source : line.sources)
            for (const model::Reference& target : line.targets) edges.push_back({source.id, target.id, {model::none, line.span}});
    }
    return graph::make_graph(model.credentials.size(), std::move(edges));
  }

  State(const model::Model& m, std::optional<Day> day) : Context{m, day, value::Judge(m), counted_by_of(m, false), counted_by_of(m, true)} {}

  bool issued_in(const Credential& credential, const std::vector<std::string>& wanted, std::string model::Institution::* where) const {
    return wanted.empty() || std::any_of(credential.issuers.begin(), credential.issuers.end(), [&](const model::Reference& issuer) {
             return std::find(wanted.begin(), wanted.end(), model.institutions[issuer.id].*where) != wanted.end();
           });
  }

  bool is_subject(const Subjects& subjects, const Credential& credential) const {
    if (credential.block || credential.broken) return false;
    const bool kind = subjects.credentials || (subjects.awards && credential.rule != model::none) || std::binary_search(subjects.types.begin(), subjects.types.end(), credential.type);
    if (!kind || !issued_in(credential, subjects.issuers, &model::Institution::name)) return false;
    if (!issued_in(credential, subjects.regions, &model::Institution::region) || !issued_in(credential, subjects.countries, &model::Institution::country)) return false;
    return subjects.tags.empty() || std::any_of(subjects.tags.begin(), subjects.tags.end(), [&](const std::string& tag) { return std::binary_search(credential.tags.begin(), credential.tags.end(), tag); });
  }

  bool is_subject(const Subjects& subjects, Subject subject) const {
    switch (subject.kind) {
      case SubjectKind::credential: return is_subject(subjects, model.credentials[subject.id]);
      case SubjectKind::agreement: return subjects.agreements;
      case SubjectKind::framework: return subjects.frameworks;
    }
    return false;
  }

  const model::Named& named(Subject subject) const {
    if (subject.kind == SubjectKind::agreement) return model.agreements[subject.id];
    if (subject.kind == SubjectKind::framework) return model.frameworks[subject.id];
    return model.credentials[subject.id];
  }

  bool stated(Subject subject, Word field) const {
    if (subject.kind == SubjectKind::agreement) return states(model.agreements[subject.id], field);
    if (subject.kind == SubjectKind::framework) return states(model, model.frameworks[subject.id], field);
    return states(model, model.credentials[subject.id], field);
  }

  // One of the fields that the rule names is stated, or a note begins with one of its texts.
  Found ask_state(const Question& question, Subject subject) const {
    const model::Named& declared = named(subject);
    std::string wanted;
    const auto or_else = [&](const std::string& one) { wanted += (wanted.empty() ? "'" : " or '") + one + "'"; };
    for (const Word field : question.rule.words) {
      if (stated(subject, field)) return told(Answer::holds, declared.span, Phrase::states_field, {question.printed(field)});
      or_else(question.printed(field));
    }
    for (const std::string& text : question.rule.texts) {
      if (question.rule.when_awarded) return told(Answer::holds, declared.span, Phrase::stated_when_awarded, {text});
      for (const std::string& note : declared.notes)
        if (note.starts_with(text + ":")) return told(Answer::holds, declared.span, Phrase::states_by_note, {text});
      or_else(text);
    }
    if (question.rule.when_awarded) return told(Answer::holds, declared.span, Phrase::stated_when_awarded, {wanted});
    Found out = told(Answer::fails, declared.span, Phrase::states_none_of, {wanted});
    if (question.rule.words.empty()) return mended(std::move(out), Phrase::write_a_note, {question.rule.texts.front()});
    if (std::find(question.rule.words.begin(), question.rule.words.end(), Word::stacks) != question.rule.words.end() && subject.kind == SubjectKind::credential)
      if (const std::string awards = what_counts(subject.id); !awards.empty()) {
        out = mended(std::move(out), Phrase::write_what_counts_it, {awards});
        if (question.rule.words.size() + question.rule.texts.size() == 1) return out;
      }
    return mended(std::move(out), Phrase::state_it, {wanted});
  }

  // The awards whose rules count it, as 'stacks into' names them.
  std::string what_counts(std::uint32_t credential) const {
    std::vector<std::string> names;
    for (const graph::Edge edge : graph::arrows(counted_by, credential)) names.push_back(name(model.credentials[graph::to(counted_by, edge)].name));
    return checks::in_a_list(std::move(names));
  }

  Found ask_status(const Question& question, const model::Agreement& agreement) const {
    static constexpr Word words[] = {Word::none, Word::guaranteed, Word::indicative, Word::pending};
    const Word status = words[static_cast<std::size_t>(agreement.status)];
    if (status == Word::none) return mended(told(Answer::cannot_tell, agreement.span, Phrase::field_not_stated, {"status"}), Phrase::state_it, {"'status'"});
    const bool holds = std::find(question.rule.words.begin(), question.rule.words.end(), status) != question.rule.words.end();
    return told(answer_of(holds), agreement.span, Phrase::field_is, {"status", question.printed(status)});
  }

  Found ask(const Question& question, Subject subject) const {
    const Word asks = question.rule.asks;
    if (asks == Word::state) return ask_state(question, subject);
    if (asks == Word::titled_with) return ask_title(question, named(subject));
    if (subject.kind != SubjectKind::credential) return ask_status(question, model.agreements[subject.id]);   // frameworks have nothing else (read_rule.cpp)
    const Credential& credential = model.credentials[subject.id];
    switch (asks) {
      case Word::workload:
      case Word::credits:
      case Word::fee:
      case Word::level:
      case Word::pass_mark:
      case Word::valid_for: return ask_amount(*this, question, credential);
      case Word::count: return ask_number(*this, question, subject.id);
      case Word::reviewed_within: return ask_review(*this, credential, question.rule);
      case Word::independent_value: return ask_worth(*this, question, subject.id);
      case Word::counts_towards: return ask_towards(*this, question, subject.id);
      case Word::smaller_than: return ask_size(*this, subject.id);
      case Word::below: return ask_fewer(*this, subject.id);
      case Word::a_part_of: return ask_subset(*this, subject.id);
      case Word::share_an_assessment: return ask_assessments(*this, subject.id);
      case Word::take_away: return ask_taking(*this, credential);
      case Word::share: return ask_sharing(*this, credential);
      default: return ask_words(*this, question, credential);
    }
  }

  Finding finding(const Library::Held& held, Subject subject) const {
    const Rule& rule = *held.rule;
    Found found = ask({*held.policy, rule}, subject);
    // What is forbidden, and what may be left out, is so when what is named is not.
    if ((rule.forbids || rule.excuses) && found.answer != Answer::cannot_tell) found.answer = answer_of(found.answer == Answer::fails);
    if (found.answer == Answer::holds) found.help.clear();
    return {held, found.answer, std::move(found.evidence), std::move(found.help)};
  }
};

Judge::Judge(const model::Model& model, std::optional<Day> on) : state_(std::make_unique<State>(model, on)) {}
Judge::~Judge() = default;

bool Judge::speaks_of(const std::vector<Library::Held>& rules, Subject subject) const {
  return std::any_of(rules.begin(), rules.end(), [&](const Library::Held& held) { return state_->is_subject(held.policy->sections[held.rule->section], subject); });
}

Conformity Judge::conformity(const std::vector<Library::Held>& rules, Subject subject) const {
  Conformity out;
  for (const Library::Held& held : rules) {
    if (!state_->is_subject(held.policy->sections[held.rule->section], subject)) continue;
    out.findings.push_back(state_->finding(held, subject));
    if (held.rule->modal == Modal::must && !held.rule->unverified) out.answer = value::worse(out.answer, out.findings.back().answer);
  }
  if (out.findings.empty()) out.answer = Answer::cannot_tell;
  return out;
}

}  // namespace rung::policy
