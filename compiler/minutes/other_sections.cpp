// What the tables state, and what is put into other words.
#include "compiler/minutes/sections.hpp"
#include "runtime/rung/plain.hpp"

namespace rung::minutes {
namespace {

using table::SectionKind;

// Of each kind of thing, in the order in which they are told.
struct Kind {
  SectionKind kind;
  Word Words::*heading;
};
constexpr std::array kinds{Kind{SectionKind::frameworks, &Words::frameworks}, Kind{SectionKind::institutions, &Words::institutions}, Kind{SectionKind::competencies, &Words::competencies},
                           Kind{SectionKind::gates, &Words::gates}, Kind{SectionKind::credentials, &Words::credentials}, Kind{SectionKind::agreements, &Words::agreements}};

Section of_kind(const Teller& teller, const Kind& kind) {
  return {std::string(teller.words.*kind.heading), {std::string(teller.words.thing), std::string(teller.words.effect), std::string(teller.words.what)}, {}};
}

}  // namespace

std::vector<Section> table_sections(const Teller& teller) {
  std::vector<Section> out;
  for (const Kind& kind : kinds) {
    Section section = of_kind(teller, kind);
    for (const change::Thing& thing : teller.minutes.facts)
      if (thing.kind == kind.kind && (thing.fate != change::Fate::kept || !thing.differ.empty())) section.entries.push_back({teller.called(thing), teller.fate(thing), teller.facts(thing)});
    out.push_back(std::move(section));
  }
  return out;
}

std::vector<Section> text_sections(const Teller& teller) {
  const Words& words = teller.words;
  std::vector<Section> out;
  for (const Kind& kind : kinds) {
    Section section = of_kind(teller, kind);
    const change::WordingChange* last = nullptr;
    for (const change::WordingChange& one : teller.minutes.wording) {
      if (one.kind != kind.kind) continue;
      if (last == nullptr || last->after != one.after) section.entries.push_back({teller.after.called(one.kind, one.after), "", {}});
      last = &one;
      std::string name(words.wordings[static_cast<std::size_t>(one.what)]);
      if (!one.language.empty()) name = filled(words.in_language, {name, plain(one.language)});
      std::vector<std::string>& says = section.entries.back().says;
      if (one.gone.size() <= 1 && one.come.size() <= 1) {
        const auto text = [](const std::vector<std::string>& texts) { return texts.empty() ? std::string() : plain(texts.front()); };
        says.push_back(pair_of(teller.after.in, name, teller.became(text(one.gone), text(one.come))));
        continue;
      }
      for (const std::string& text : one.gone) says.push_back(filled(words.no_longer, {name, plain(text)}));
      for (const std::string& text : one.come) says.push_back(filled(words.now, {name, plain(text)}));
    }
    out.push_back(std::move(section));
  }
  return out;
}

}  // namespace rung::minutes
