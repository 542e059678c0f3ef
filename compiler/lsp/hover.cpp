// What stands under the pointer: a credential's label in brief, a policy and where it comes from, a word of the language and what it says.
#include <fmt/format.h>

#include "compiler/diagnostics/show.hpp"
#include "compiler/lsp/features.hpp"
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
  explicit Brief(const View& view) : view_(view), model_(view.model()) {}

  std::string of(Sort sort, std::uint32_t id) {
    if (sort == Sort::policy) return policy(view_.analysis().policies[id]);
    const model::Named& named = view_.analysis().named(sort, id);
    std::string kind(sort_name(sort));
    if (sort == Sort::credential) kind = grammar::Vocabulary::of("en")->printed(type_word(model_.credentials[id].type));
    head(kind, named);
    if (sort == Sort::credential) credential(id);
    if (sort == Sort::competency) competency(id);
    if (sort == Sort::institution) institution(model_.institutions[id]);
    if (sort == Sort::agreement) agreement(model_.agreements[id]);
    if (sort == Sort::framework && !model_.frameworks[id].version.empty()) row("version", plain(model_.frameworks[id].version));
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

  void head(std::string_view kind, const model::Named& named) {
    out_ = fmt::format("**{}** {} `{}`\n\n", plain(named.title.empty() ? model::short_name(named.name) : std::string_view(named.title)), kind, named.name);
  }
  void row(std::string_view what, const std::string& is) { out_ += fmt::format("- {}: {}\n", what, is); }

  // The first few of many, and how many more there are.
  template <class Ids, class Name>
  static std::string some(const Ids& ids, const Name& name) {
    constexpr std::size_t most = 6;
    std::string out;
    for (std::size_t i = 0; i < ids.size() && i < most; ++i) out += (i == 0 ? "" : ", ") + name(ids[i]);
    if (ids.size() > most) out += fmt::format(" and {} more", ids.size() - most);
    return out;
  }
  template <class T>
  static std::string called(const std::vector<T>& things, std::uint32_t id) {
    return plain(things[id].title.empty() ? model::short_name(things[id].name) : std::string_view(things[id].title));
  }

  void credential(std::uint32_t id) {
    const model::Credential& one = model_.credentials[id];
    if (!one.issuers.empty()) row("issued by", some(one.issuers, [&](const model::Reference& of) { return called(model_.institutions, of.id); }));
    std::string size;
    const auto add = [&](const auto& amount, std::string_view unit) {
      if (amount && amount->value != table::unknown) size += (size.empty() ? "" : ", ") + model::decimal(amount->value) + " " + std::string(unit);
    };
    add(one.credits, one.credit_unit < model_.units.size() ? std::string_view(model_.units[one.credit_unit].name) : "credits");
    add(one.hours, "hours");
    add(one.weeks, "weeks");
    add(one.fee, one.currency);
    if (!size.empty()) row("size", size);
    if (one.level && one.level->value != table::unknown) row("level", model::decimal(one.level->value));
    if (!one.develops.empty()) row("develops", some(one.develops, [&](const model::Developed& of) { return called(model_.competencies, of.competency); }));
    if (!one.assessed_by.empty()) row("assessed by", some(one.assessed_by, [](const std::string& by) { return plain(by); }));
    if (one.valid_months != 0) row("valid for", fmt::format("{} months", one.valid_months));
    if (one.rule != model::none) {
      std::size_t counted = 0;
      for (const auto& awards : view_.analysis().counted_by) counted += std::binary_search(awards.begin(), awards.end(), id) ? 1 : 0;
      row("made of", fmt::format("{} {}", counted, counted == 1 ? "credential" : "credentials"));
    }
    const auto& towards = view_.analysis().counted_by[id];
    row("counts towards", towards.empty() ? "no award" : some(towards, [&](std::uint32_t award) { return called(model_.credentials, award); }));
    if (one.review_by) row("review by", model::written_date(one.review_by->value));
  }

  void competency(std::uint32_t id) {
    const model::Competency& one = model_.competencies[id];
    if (one.level != table::unknown) row("level", model::decimal(one.level));
    if (!one.broader.empty()) row("part of", some(one.broader, [&](const model::Reference& of) { return called(model_.competencies, of.id); }));
    std::vector<std::uint32_t> by;
    for (std::uint32_t credential = 0; credential < model_.credentials.size(); ++credential) {
      const auto& develops = model_.credentials[credential].develops;
      const auto found = std::lower_bound(develops.begin(), develops.end(), id, [](const model::Developed& d, std::uint32_t c) { return d.competency < c; });
      if (found != develops.end() && found->competency == id) by.push_back(credential);
    }
    row("developed by", by.empty() ? "nothing" : some(by, [&](std::uint32_t credential) { return called(model_.credentials, credential); }));
  }

  void institution(const model::Institution& one) {
    if (!one.type.empty()) row("type", plain(one.type));
    if (!one.country.empty() || !one.region.empty()) row("in", plain(one.region.empty() ? one.country : one.region));
  }

  void agreement(const model::Agreement& one) {
    if (one.from != model::none && one.to != model::none) row("between", called(model_.institutions, one.from) + " and " + called(model_.institutions, one.to));
  }

  std::string policy(const PolicyNote& note) {
    if (!note.known) return fmt::format("no policy is named `{}`", note.name);
    out_ = fmt::format("**{}** policy `{}`\n\n", plain(note.title.empty() ? note.name : note.title), note.name);
    row("source", note.source.empty() ? "not stated" : plain(note.source));
    if (!note.url.empty()) row("page", plain(note.url));
    if (note.built_in) row("built in", fmt::format("`rungc policies {}` prints it", note.name));
    return out_;
  }

  const View& view_;
  const model::Model& model_;
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
  const std::string_view printed = grammar::Vocabulary::of("en")->printed(there.word);
  const std::string said = said_of_word(printed);
  if (said.empty()) return nullptr;
  const Lines& lines = document.lines();
  return shown(fmt::format("`{}` {}", printed, said), as_json(lines.place(text, there.begin, view.encoding()), lines.place(text, there.end, view.encoding())));
}

}  // namespace rung::lsp
