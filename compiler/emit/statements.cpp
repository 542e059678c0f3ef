#include "compiler/emit/statements.hpp"

#include <algorithm>

namespace rung::emit {
namespace {

using grammar::Word;
using table::SectionKind;
using table::StatementKind;
using table::Term;

Term term_of(Word word) {
  switch (word) {
    case Word::in_person: return Term::in_person;
    case Word::online: return Term::online;
    case Word::hybrid: return Term::hybrid;
    case Word::fixed: return Term::fixed;
    case Word::self_paced: return Term::self_paced;
    case Word::cohort: return Term::cohort;
    case Word::independent: return Term::independent;
    case Word::both: return Term::both;
    case Word::digital: return Term::digital;
    case Word::paper: return Term::paper;
    case Word::pathway: return Term::pathway;
    case Word::update: return Term::update;
    case Word::technical_skills: return Term::technical_skills;
    case Word::transferable_skills: return Term::transferable_skills;
    case Word::recent_graduate: return Term::recent_graduate;
    case Word::student: return Term::student;
    case Word::employed_adult: return Term::employed_adult;
    case Word::unemployed_adult: return Term::unemployed_adult;
    default: return Term::none;            // nothing is stated, or that it is unknown
  }
}

class Statements {
 public:
  Statements(const model::Credential& credential, std::uint32_t id, table::Image& image) : id_(id), image_(image) {
    texts(StatementKind::assessed_by, credential.assessed_by);
    if (credential.pass_mark != table::unknown) add(StatementKind::pass_mark).amount = credential.pass_mark;
    term(StatementKind::delivery, credential.delivery);
    term(StatementKind::pace, credential.pace);
    term(StatementKind::learning, credential.learning);
    for (const Word word : credential.form) term(StatementKind::form, word);
    for (const Word word : credential.purpose) term(StatementKind::purpose, word);
    for (const Word word : credential.audience) term(StatementKind::audience, word);
    for (const model::Consultation& one : credential.consulted) {
      if (one.who.empty()) continue;
      const table::Text who = image_.intern(one.who);
      table::Statement& statement = add(StatementKind::consulted);
      statement.text = who;
      statement.day = one.on.value_or(table::no_date);
    }
    texts(StatementKind::accredited_by, credential.accredited_by);
    texts(StatementKind::meets_standard, credential.meets_standard);
    texts(StatementKind::entitles_to, credential.entitles_to);
  }

 private:
  table::Statement& add(StatementKind kind) {
    table::Statement statement{};
    statement.credential = id_;
    statement.amount = table::unknown;
    statement.day = table::no_date;
    statement.kind = kind;
    return image_.statements.emplace_back(statement);
  }

  void term(StatementKind kind, Word word) {
    if (const Term term = term_of(word); term != Term::none) add(kind).term = term;
  }

  void texts(StatementKind kind, const std::vector<std::string>& all) {
    for (const std::string& one : all) {
      if (one.empty()) continue;
      const table::Text text = image_.intern(one);
      add(kind).text = text;
    }
  }

  std::uint32_t id_;
  table::Image& image_;
};

// A language that is given twice is the compiler's to report; the first title is taken.
template <class T>
void translations(SectionKind kind, const std::vector<T>& things, table::Image& image) {
  for (std::uint32_t of = 0; of < things.size(); ++of) {
    auto titles = things[of].titles;
    std::stable_sort(titles.begin(), titles.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < titles.size(); ++i) {
      if (i > 0 && titles[i].first == titles[i - 1].first) continue;
      const table::Text language = image.intern(titles[i].first);
      image.translations.push_back({language, image.intern(titles[i].second), kind, of});
    }
  }
}

}  // namespace

void add_statements(const model::Model& model, table::Image& image) {
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) Statements(model.credentials[id], id, image);
  translations(SectionKind::frameworks, model.frameworks, image);
  translations(SectionKind::institutions, model.institutions, image);
  translations(SectionKind::competencies, model.competencies, image);
  translations(SectionKind::gates, model.gates, image);
  translations(SectionKind::credentials, model.credentials, image);
  translations(SectionKind::agreements, model.agreements, image);
}

}  // namespace rung::emit
