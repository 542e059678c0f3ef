// What stands under the pointer: a credential's label in brief, a policy and where it comes from, a word of the language and what it says.
#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/show.hpp"
#include "compiler/lsp/amounts.hpp"
#include "compiler/lsp/features.hpp"
#include "compiler/lsp/notes.hpp"
#include "runtime/table/filled.hpp"
#include "compiler/model/values.hpp"

namespace rung::lsp {
namespace {

using model::Amount;

// An author's text as words, whatever Markdown would make of it.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : diagnostics::shortened(text)) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

class Brief {
 public:
  explicit Brief(const View& view) : view_(view), model_(view.model()), words_(*grammar::Vocabulary::of(view.language())), notes_(notes_in(view.language())), amounts_(view.language()) {}

  std::string of(Sort sort, std::uint32_t id) {
    if (sort == Sort::policy) return policy(view_.analysis().policies[id]);
    if (sort > Sort::policy) return label(sort, view_.analysis().name(sort, id));
    const model::Named& named = view_.analysis().named(sort, id);
    head(words_.printed(sort == Sort::credential ? type_word(model_.credentials[id].type) : word_of(sort)), named);
    if (sort == Sort::credential) credential(id);
    if (sort == Sort::competency) competency(id);
    if (sort == Sort::institution) institution(model_.institutions[id]);
    if (sort == Sort::agreement) agreement(model_.agreements[id]);
    if (sort == Sort::framework && !model_.frameworks[id].version.empty()) row(notes_.version, plain(model_.frameworks[id].version));
    for (const auto& [language, text] : named.descriptions)
      if (language.empty()) return out_ + "\n" + plain(text);
    return out_;
  }

 private:
  static grammar::Word type_word(model::CredentialType type) {
    using grammar::Word;
    constexpr Word words[] = {Word::course,      Word::assessment, Word::badge,  Word::microcredential, Word::certification,
                              Word::certificate, Word::diploma,    Word::degree, Word::licence,         Word::apprenticeship};
    return words[static_cast<std::size_t>(type)];
  }

  static grammar::Word word_of(Sort sort) {
    using grammar::Word;
    constexpr Word words[] = {Word::institution, Word::competency, Word::gate, Word::none, Word::agreement, Word::framework, Word::policy};
    return words[static_cast<std::size_t>(sort)];
  }

  void head(std::string_view kind, const model::Named& named) {
    out_ = fmt::format("**{}** {} `{}`\n\n", plain(named.title.empty() ? model::short_name(named.name) : std::string_view(named.title)), kind, named.name);
  }
  void row(std::string_view what, const std::string& is) { out_ += fmt::format("- {}{}{}\n", what, notes_.colon, is); }

  // The first few of many, and how many more there are.
  template <class Ids, class Name>
  std::string some(const Ids& ids, const Name& name) const {
    constexpr std::size_t most = 6;
    std::string out;
    for (std::size_t i = 0; i < ids.size() && i < most; ++i) out += (i == 0 ? "" : ", ") + name(ids[i]);
    if (ids.size() > most) out += table::filled(notes_.and_more, {std::to_string(ids.size() - most)});
    return out;
  }
  template <class T>
  static std::string called(const std::vector<T>& things, std::uint32_t id) {
    return plain(things[id].title.empty() ? model::short_name(things[id].name) : std::string_view(things[id].title));
  }

  void credential(std::uint32_t id) {
    const model::Credential& one = model_.credentials[id];
    if (!one.issuers.empty()) row(notes_.issued_by, some(one.issuers, [&](const model::Reference& of) { return called(model_.institutions, of.id); }));
    std::string size;
    const auto stated = [](const auto& amount) { return amount && amount->value != table::unknown; };
    const auto add = [&](const std::string& amount) { size += (size.empty() ? "" : ", ") + amount; };
    const bool other_unit = one.credit_unit < model_.units.size() && model_.units[one.credit_unit].name != "credits";
    if (stated(one.credits)) add(other_unit ? amounts_.amount(one.credits->value, model_.units[one.credit_unit].name) : amounts_.amount(one.credits->value, amounts_.nouns.credit));
    if (stated(one.hours)) add(amounts_.amount(one.hours->value, amounts_.nouns.hour));
    if (stated(one.weeks)) add(amounts_.amount(one.weeks->value, amounts_.nouns.week));
    if (stated(one.fee)) add(amounts_.money(one.fee->value, one.currency));
    if (!size.empty()) row(notes_.size, size);
    if (one.level && one.level->value != table::unknown) row(notes_.level, number_in(amounts_.locale, one.level->value));
    if (!one.develops.empty()) row(notes_.develops, some(one.develops, [&](const model::Developed& of) { return called(model_.competencies, of.competency); }));
    if (!one.assessed_by.empty()) row(notes_.assessed_by, some(one.assessed_by, [](const std::string& by) { return plain(by); }));
    if (one.valid_months != 0) row(notes_.valid_for, amounts_.many(one.valid_months, amounts_.nouns.month));
    if (one.rule != model::none) {
      std::size_t counted = 0;
      for (const auto& awards : view_.analysis().counted_by) counted += std::binary_search(awards.begin(), awards.end(), id) ? 1 : 0;
      row(notes_.made_of, amounts_.many(counted, amounts_.nouns.credential));
    }
    const auto& towards = view_.analysis().counted_by[id];
    row(notes_.counts_towards, towards.empty() ? std::string(notes_.no_award) : some(towards, [&](std::uint32_t award) { return called(model_.credentials, award); }));
    if (one.review_by) row(notes_.review_by, model::written_date(one.review_by->value));
  }

  void competency(std::uint32_t id) {
    const model::Competency& one = model_.competencies[id];
    if (one.level != table::unknown) row(notes_.level, number_in(amounts_.locale, one.level));
    if (!one.broader.empty()) row(notes_.part_of, some(one.broader, [&](const model::Reference& of) { return called(model_.competencies, of.id); }));
    std::vector<std::uint32_t> by;
    for (std::uint32_t credential = 0; credential < model_.credentials.size(); ++credential) {
      const auto& develops = model_.credentials[credential].develops;
      const auto found = std::lower_bound(develops.begin(), develops.end(), id, [](const model::Developed& d, std::uint32_t c) { return d.competency < c; });
      if (found != develops.end() && found->competency == id) by.push_back(credential);
    }
    row(notes_.developed_by, by.empty() ? std::string(notes_.nothing) : some(by, [&](std::uint32_t credential) { return called(model_.credentials, credential); }));
  }

  void institution(const model::Institution& one) {
    if (!one.type.empty()) row(notes_.type, plain(one.type));
    if (!one.country.empty() || !one.region.empty()) row(notes_.in, plain(one.region.empty() ? one.country : one.region));
  }

  void agreement(const model::Agreement& one) {
    if (one.from != model::none && one.to != model::none) row(notes_.between, called(model_.institutions, one.from) + std::string(notes_.and_) + called(model_.institutions, one.to));
  }

  std::string policy(const PolicyNote& note) {
    if (!note.known) return table::filled(notes_.no_policy, {note.name});
    out_ = fmt::format("**{}** {} `{}`\n\n", plain(note.title.empty() ? note.name : note.title), words_.printed(grammar::Word::policy), note.name);
    row(notes_.source, note.source.empty() ? std::string(notes_.not_stated) : plain(note.source));
    if (!note.url.empty()) row(notes_.page, plain(note.url));
    if (note.built_in) row(notes_.built_in, table::filled(notes_.prints_it, {note.name}));
    return out_;
  }

  std::string label(Sort sort, const std::string& name) {
    if (sort == Sort::part) {
      const std::size_t slash = name.rfind('/');
      const auto found = std::lower_bound(model_.credentials.begin(), model_.credentials.end(), name.substr(0, slash), [](const model::Credential& one, const std::string& wanted) { return one.name < wanted; });
      out_ = fmt::format("**{}** {}\n\n", plain(name.substr(slash + 1)), notes_.part);
      if (found != model_.credentials.end() && found->name == name.substr(0, slash)) row(notes_.part_of, called(model_.credentials, static_cast<std::uint32_t>(found - model_.credentials.begin())));
      return out_;
    }
    out_ = fmt::format("**{}** {}\n\n", plain(name), sort == Sort::tag ? notes_.tag : notes_.currency);
    const auto bears = [&](const model::Credential& one) { return sort == Sort::tag ? std::binary_search(one.tags.begin(), one.tags.end(), name) : one.currency == name; };
    const auto bearers = std::count_if(model_.credentials.begin(), model_.credentials.end(), bears);
    row(notes_.used, amounts_.many(static_cast<std::size_t>(bearers), amounts_.nouns.credential));
    return out_;
  }

  const View& view_;
  const model::Model& model_;
  const grammar::Vocabulary& words_;
  const Notes& notes_;
  const Amounts amounts_;
  std::string out_;
};

Json shown(std::string markdown, Json range) {
  Json out = {{"contents", {{"kind", "markdown"}, {"value", std::move(markdown)}}}};
  if (!range.is_null()) out["range"] = std::move(range);
  return out;
}

}  // namespace

Json hover(const View& view, Place place) {
  if (const Occurrence* there = view.at(place)) return shown(Brief(view).of(there->sort, there->id), view.range(there->span));
  const Document& document = view.document();
  const std::string_view text = *document.text;
  const WordThere there = word_at(text, document.parsed().tree(), document.lines().offset(text, place, view.encoding()));
  if (there.word == grammar::Word::none) return nullptr;
  const std::string_view language = language_of(document.parsed().tree());
  const std::string_view printed = grammar::Vocabulary::of(language)->printed(there.word);
  const std::string said = said_of_word(there.word, language);
  if (said.empty()) return nullptr;
  const Lines& lines = document.lines();
  return shown(fmt::format("`{}` {}", printed, said), as_json(lines.place(text, there.begin, view.encoding()), lines.place(text, there.end, view.encoding())));
}

}  // namespace rung::lsp
