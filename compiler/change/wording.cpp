#include "compiler/change/wording.hpp"

#include <algorithm>
#include <set>

#include "compiler/change/records.hpp"

namespace rung::change {
namespace {

using table::SectionKind;
using Texts = std::vector<std::string>;

// What a table and a model were made of has the same numbers: both are sorted by name.
const model::Named& declared(const model::Model& model, SectionKind kind, std::uint32_t id) {
  switch (kind) {
    case SectionKind::frameworks: return model.frameworks[id];
    case SectionKind::institutions: return model.institutions[id];
    case SectionKind::competencies: return model.competencies[id];
    case SectionKind::gates: return model.gates[id];
    case SectionKind::agreements: return model.agreements[id];
    default: return model.credentials[id];
  }
}

Texts one(std::string_view text) { return text.empty() ? Texts{} : Texts{std::string(text)}; }

// Names of parts, those of every version of the rule and of the prerequisites.
Texts parts(const Side& side, std::uint32_t id) {
  Texts out;
  for (const std::uint32_t root : roots_of(side.table(), id))
    for (std::uint32_t at = root; at < side.table().nodes()[root].end; ++at)
      if (side.table().nodes()[at].part.length > 0) out.emplace_back(side.table().text(side.table().nodes()[at].part));
  return out;
}

Texts award_titles(const Side& side, std::uint32_t id) {
  Texts out;
  for (const table::Title& title : side.table().titles(side.table().credentials()[id].titles)) out.emplace_back(side.table().text(title.title));
  return out;
}

Texts reasons(const Side& side, std::uint32_t id) {
  const table::Agreement& agreement = side.table().agreements()[id];
  Texts out;
  for (const table::Recognition& line : side.table().arrays().recognitions.subspan(agreement.recognitions.first, agreement.recognitions.count))
    if (line.reason.length > 0) out.emplace_back(side.table().text(line.reason));
  return out;
}

class Comparison {
 public:
  Comparison(const Tables& tables, const model::Model* before, const model::Model* after) : tables_(tables), before_(before), after_(after) {}

  std::vector<WordingChange> run() {
    for (const Side* side : {&tables_.before, &tables_.after})
      for (const table::Translation& translation : side->table().translations()) languages_.emplace(side->table().text(translation.language));
    for (const SectionKind kind : thing_kinds)
      for (const Thing& thing : things(tables_, kind, {})) {
        if (thing.before == table::none || thing.after == table::none) continue;
        thing_ = &thing;
        of_table();
        if (before_ != nullptr && after_ != nullptr) of_models(declared(*before_, kind, thing.before), declared(*after_, kind, thing.after));
        if (kind == SectionKind::frameworks && before_ != nullptr && after_ != nullptr)
          compare(Wording::language, "", one(before_->frameworks[thing.before].language), one(after_->frameworks[thing.after].language));
      }
    return std::move(out_);
  }

 private:
  void compare(Wording what, const std::string& language, const Texts& was, const Texts& is) {
    const auto only = [](const Texts& some, const Texts& others) {
      Texts out;
      for (const std::size_t at : without_equals(some, others)) out.push_back(some[at]);
      return out;
    };
    Texts gone = only(was, is), come = only(is, was);
    if (gone.empty() && come.empty()) return;
    out_.push_back({thing_->kind, thing_->before, thing_->after, thing_->name, what, language, std::move(gone), std::move(come)});
  }

  void of_table() {
    const Table &was = tables_.before.table(), &is = tables_.after.table();
    compare(Wording::title, "", one(was.text(title_text(was, thing_->kind, thing_->before))), one(is.text(title_text(is, thing_->kind, thing_->after))));
    for (const std::string& language : languages_)
      compare(Wording::title, language, one(was.translated(thing_->kind, thing_->before, language)), one(is.translated(thing_->kind, thing_->after, language)));
    if (thing_->kind == SectionKind::credentials) {
      compare(Wording::part_names, "", parts(tables_.before, thing_->before), parts(tables_.after, thing_->after));
      compare(Wording::award_titles, "", award_titles(tables_.before, thing_->before), award_titles(tables_.after, thing_->after));
    }
    if (thing_->kind == SectionKind::agreements) compare(Wording::reasons, "", reasons(tables_.before, thing_->before), reasons(tables_.after, thing_->after));
  }

  void of_models(const model::Named& was, const model::Named& is) {
    std::set<std::string> languages;
    for (const model::Named* named : {&was, &is})
      for (const auto& description : named->descriptions) languages.insert(description.first);
    const auto in = [](const model::Named& named, const std::string& language) {
      Texts out;
      for (const auto& [of, text] : named.descriptions)
        if (of == language) out.push_back(text);
      return out;
    };
    for (const std::string& language : languages) compare(Wording::description, language, in(was, language), in(is, language));
    compare(Wording::note, "", was.notes, is.notes);
    compare(Wording::source, "", one(was.url), one(is.url));
  }

  const Tables& tables_;
  const model::Model* before_;
  const model::Model* after_;
  std::set<std::string> languages_;        // of further titles
  const Thing* thing_ = nullptr;
  std::vector<WordingChange> out_;
};

}  // namespace

std::vector<WordingChange> wording(const Tables& tables, const model::Model* before, const model::Model* after) { return Comparison(tables, before, after).run(); }

}  // namespace rung::change
