// Whether what is stated is among the words that a rule names: delivery, pace, learning, form, purpose, audience, achievement, kind of competency, type of issuer.
#include <algorithm>

#include "compiler/policy/asks.hpp"

namespace rung::policy {
namespace {

Word word_of(table::Achievement achievement) {
  static constexpr Word words[] = {Word::none, Word::participation, Word::competence, Word::mastery};
  return words[static_cast<std::size_t>(achievement)];
}

class Words {
 public:
  Words(const Context& context, const Question& question, const model::Credential& credential) : context_(context), question_(question), credential_(credential) {}

  Found found() const {
    switch (question_.rule.asks) {
      case Word::delivery: return one(credential_.delivery, "delivery");
      case Word::pace: return one(credential_.pace, "pace");
      case Word::learning: return one(credential_.learning, "learning");
      case Word::form: return any(credential_.form, "form");
      case Word::purpose: return any(credential_.purpose, "purpose");
      case Word::audience: return any(credential_.audience, "audience");
      case Word::awarded_for: return achievement();
      case Word::kind: return kinds();
      case Word::region: return of_issuers("region", &model::Institution::region);
      case Word::country: return of_issuers("country", &model::Institution::country);
      default: return of_issuers("type", &model::Institution::type);
    }
  }

 private:
  bool named(Word word) const { return std::find(question_.rule.words.begin(), question_.rule.words.end(), word) != question_.rule.words.end(); }

  Found not_stated(const char* field) const { return mended(told(Answer::cannot_tell, credential_.span, Phrase::field_not_stated, {field}), Phrase::state_it, {"'" + question_.printed(question_.rule.asks) + "'"}); }

  Found one(Word stated, const char* field) const {
    if (stated == Word::none) return not_stated(field);
    return told(answer_of(named(stated)), credential_.span, Phrase::field_is, {field, question_.printed(stated)});
  }

  // Of several that are stated, one is enough.
  Found any(const std::vector<Word>& stated, const char* field) const {
    if (stated.empty()) return not_stated(field);
    std::string all;
    bool holds = false;
    for (const Word word : stated) {
      all += (all.empty() ? "" : ", ") + question_.printed(word);
      holds |= named(word);
    }
    return told(answer_of(holds), credential_.span, Phrase::field_is, {field, all});
  }

  // What says how learning is shown is not awarded for participation, even when it does not say for what it is awarded.
  Found achievement() const {
    if (credential_.awarded_for != table::Achievement::unknown) return one(word_of(credential_.awarded_for), "achievement");
    const bool assessed = !credential_.assessed_by.empty() || credential_.pass_mark != table::unknown;
    const bool both = named(Word::competence) && named(Word::mastery), neither = !named(Word::competence) && !named(Word::mastery);
    if (!assessed || (!both && !neither)) return not_stated("achievement");
    const Phrase how = credential_.assessed_by.empty() ? Phrase::its_pass_mark : Phrase::it_is_assessed_by;
    return told(answer_of(both), credential_.span, how, {credential_.assessed_by.empty() ? model::decimal(credential_.pass_mark) : credential_.assessed_by.front()});
  }

  // Every competency that it develops.
  Found kinds() const {
    static constexpr Word words[] = {Word::none, Word::skill, Word::knowledge, Word::attribute};
    Found out;
    for (const model::Developed& developed : credential_.develops) {
      const model::Competency& competency = context_.model.competencies[developed.competency];
      const Word kind = words[static_cast<std::size_t>(competency.kind)];
      const std::string field = "kind of " + context_.name(competency.name);
      if (kind == Word::none) {
        out.evidence.push_back({Phrase::field_not_stated, {field}, competency.span});
        if (out.help.empty()) out.help.emplace_back(Phrase::state_it, Arguments{"'kind'"});
        out.answer = value::worse(out.answer, Answer::cannot_tell);
      } else {
        if (!named(kind)) out.evidence.push_back({Phrase::field_is, {field, question_.printed(kind)}, competency.span});
        out.answer = value::worse(out.answer, answer_of(named(kind)));
      }
    }
    if (credential_.develops.empty()) return told(Answer::cannot_tell, credential_.span, Phrase::develops_nothing);
    if (out.evidence.empty()) out.evidence.push_back({Phrase::states_field, {"kind"}, credential_.span});
    return out;
  }

  // Every institution that issues it.
  Found of_issuers(const char* what, std::string model::Institution::* where) const {
    if (credential_.issuers.empty()) return mended(told(Answer::cannot_tell, credential_.span, Phrase::field_not_stated, {"issuer"}), Phrase::state_it, {"'issued by'"});
    const auto& texts = question_.rule.texts;
    Found out;
    for (const model::Reference& issuer : credential_.issuers) {
      const model::Institution& institution = context_.model.institutions[issuer.id];
      const std::string& stated = institution.*where;
      Answer answer = answer_of(std::find(texts.begin(), texts.end(), stated) != texts.end());
      if (stated.empty()) {
        answer = Answer::cannot_tell;
        out.evidence.push_back({Phrase::issuer_states_no, {institution.name, what}, institution.span});
        if (out.help.empty()) out.help.emplace_back(Phrase::state_it, Arguments{"'" + std::string(what) + "'"});
      } else {
        out.evidence.push_back({Phrase::issuer_is_of, {institution.name, what, stated}, institution.span});
      }
      out.answer = value::worse(out.answer, answer);
    }
    return out;
  }

  const Context& context_;
  const Question& question_;
  const model::Credential& credential_;
};

}  // namespace

Found ask_words(const Context& context, const Question& question, const model::Credential& credential) { return Words(context, question, credential).found(); }

}  // namespace rung::policy
