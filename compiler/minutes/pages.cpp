// Sections as text and as Markdown.
#include <algorithm>

#include "compiler/minutes/sections.hpp"
#include "runtime/rung/plain.hpp"

namespace rung::minutes {
namespace {

using change::Change;

std::vector<Section> sections(const Teller& teller) {
  std::vector<Section> out = teller.minutes.level == Level::learner ? learner_sections(teller) : teller.minutes.level == Level::table ? table_sections(teller) : text_sections(teller);
  std::erase_if(out, [](const Section& one) { return one.entries.empty() && !one.always; });
  return out;
}

// What is said below everything, a sentence each.
std::vector<std::string> remarks(const Teller& teller, bool nothing) {
  const Minutes& minutes = teller.minutes;
  std::vector<std::string> out;
  if (minutes.level == Level::learner) {
    std::vector<std::string> same;
    for (const Change& change : minutes.awards)
      if (!change.is_change()) same.push_back(plain(change.award));
    if (nothing && same.empty()) out.emplace_back(teller.words.nothing_differs);
    if (!same.empty()) out.push_back(filled(teller.words.same_for_everybody, {joined(same)}));
    if (!minutes.policies) out.emplace_back(teller.words.no_policies_in_tables);
    return out;
  }
  if (nothing) out.emplace_back(teller.words.nothing_differs);
  if (minutes.level == Level::text && (minutes.before_model == nullptr || minutes.after_model == nullptr)) out.emplace_back(teller.words.wording_of_tables);
  const auto say = [&](Word sentence, const std::vector<std::string>& names) {
    std::vector<std::string> shown;
    for (const std::string& name : names) shown.push_back(plain(name));
    if (!shown.empty()) out.push_back(filled(sentence, {joined(shown)}));
  };
  say(teller.words.could_lose, minutes.losses);
  say(teller.words.loss_not_proven, minutes.not_proven);
  return out;
}

bool has_entries(const std::vector<Section>& all) {
  return std::any_of(all.begin(), all.end(), [](const Section& one) { return !one.entries.empty(); });
}

// Titles are somebody else's: minutes show them, and neither link nor load what they name.
std::string cell(std::string text) {
  for (std::size_t at = 0; (at = text.find_first_of("|\\[]", at)) != std::string::npos; at += 2) text.insert(at, "\\");
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string::npos; at += 4) text.replace(at, 1, "&lt;");
  return text;
}

}  // namespace

std::string as_text(const Minutes& minutes, std::string_view language) {
  const Teller teller(minutes, language);
  const auto all = sections(teller);
  std::string out = filled(teller.words.from_to[static_cast<std::size_t>(minutes.level)], {plain(minutes.before), plain(minutes.after)}) + "\n";
  for (const Section& section : all) {
    if (!section.heading.empty()) out += "\n" + section.heading + "\n";
    for (const Entry& entry : section.entries) {
      out += "\n" + (entry.effect.empty() ? entry.of : pair_of(teller.after.in, entry.of, entry.effect)) + "\n";
      for (const std::string& sentence : entry.says) out += "  " + sentence + "\n";
    }
  }
  for (const std::string& remark : remarks(teller, !has_entries(all))) out += "\n" + remark + "\n";
  return out;
}

std::string as_markdown(const Minutes& minutes, std::string_view language) {
  const Teller teller(minutes, language);
  const auto all = sections(teller);
  std::string out = "## " + std::string(teller.words.headings[static_cast<std::size_t>(minutes.level)]) + "\n\n" + filled(teller.words.from_to_page, {plain(minutes.before), plain(minutes.after)}) + "\n";
  for (const Section& section : all) {
    const bool effects = !section.columns[1].empty() && (section.always || std::any_of(section.entries.begin(), section.entries.end(), [](const Entry& one) { return !one.effect.empty(); }));
    const auto row = [&](const std::string& of, const std::string& effect, const std::string& says) { return effects ? "| " + of + " | " + effect + " | " + says + " |\n" : "| " + of + " | " + says + " |\n"; };
    if (!section.heading.empty()) out += "\n### " + section.heading + "\n";
    out += "\n" + row(section.columns[0], section.columns[1], section.columns[2]) + row("---", "---", "---");
    for (const Entry& entry : section.entries) {
      std::string says;
      for (const std::string& sentence : entry.says) says += (says.empty() ? "" : "<br>") + cell(sentence);
      out += row(cell(entry.of), cell(entry.effect), says);
    }
  }
  for (const std::string& remark : remarks(teller, !has_entries(all))) out += "\n" + cell(remark) + (remark.ends_with('.') ? "\n" : ".\n");
  return out;
}

}  // namespace rung::minutes
