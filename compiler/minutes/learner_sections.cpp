// What a change means for people: their awards, what is recognised of theirs, what policies and labels say, what they pay.
#include <algorithm>

#include "compiler/minutes/sections.hpp"
#include "compiler/policy/report.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/learner/grades.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/table/decimal.hpp"

namespace rung::minutes {
namespace {

using change::AgreementChange;
using change::Change;
using change::Effect;
using change::Fate;
using table::SectionKind;

class Sections {
 public:
  explicit Sections(const Teller& teller) : teller_(teller), minutes_(teller.minutes), words_(teller.words), in_(teller.after.in) {}

  std::vector<Section> run() const { return {awards(), agreements(), policies(), labels(), prices()}; }

 private:
  // "Metrology (northfield.metrology, 70%, awarded 2025-01-01), SPC (northfield.spc); gate Is hired (northfield.hired)"
  std::string record(const Learner& learner) const {
    std::vector<std::string> pieces, gates;
    for (const Holding& holding : learner.holdings) {
      const auto [title, name] = titled(SectionKind::credentials, holding.name);
      std::vector<std::string> how;
      if (title != name) how.push_back(name);
      if (!holding.grade.empty()) how.push_back(grade(holding.grade));
      if (!holding.achievement.empty()) how.push_back(filled(words_.for_achievement, {achievement(holding.achievement)}));
      if (holding.awarded != learner.on) how.push_back(filled(words_.awarded_on, {day_of(in_, holding.awarded)}));
      pieces.push_back(how.empty() ? title : filled(in_.words.in_brackets, {title, joined(how)}));
    }
    const std::string held = pieces.empty() ? std::string(words_.holds_nothing) : joined(pieces);
    for (const std::string& gate : learner.gates) {
      const auto [title, name] = titled(SectionKind::gates, gate);
      gates.push_back(title == name ? name : filled(in_.words.in_brackets, {title, name}));
    }
    return gates.empty() ? held : filled(words_.and_gate, {held, filled(words_.with_gate, {joined(gates)})});
  }
  // Of what a witness names (by new names): its title by the side that has it, the new one first, and its name.
  std::pair<std::string, std::string> titled(SectionKind kind, const std::string& name) const {
    for (const Told* told : {&teller_.after, &teller_.before})
      if (const auto id = kind == SectionKind::gates ? told->side.find_gate(name) : told->side.find(name)) return {told->titled(kind, *id), plain(change::own_name(told->side, kind, *id))};
    return {plain(name), plain(name)};
  }
  std::string grade(const std::string& written) const {
    const auto percent = written.ends_with('%') ? table::read_decimal(std::string_view(written).substr(0, written.size() - 1)) : std::nullopt;
    return percent ? percent_in(in_.locale, *percent) : plain(written);
  }
  std::string achievement(const std::string& written) const {
    const auto one = read_achievement(written);
    return one ? teller_.after.achievement(*one) : plain(written);
  }

  std::string effect(Effect effect, Fate fate, const std::string& was) const {
    const std::string out(fate == Fate::removed ? words_.removed : fate == Fate::added ? words_.added : words_.effects[static_cast<std::size_t>(effect)]);
    return fate == Fate::renamed ? filled(words_.was, {out, plain(was)}) : out;
  }

  void who(std::vector<std::string>& says, std::string found, bool proven, bool is_loss) const {
    if (!found.empty()) says.push_back(proven ? std::move(found) : found + " " + std::string(words_.smaller_may_do));
    else if (!proven) says.emplace_back(is_loss ? words_.nobody_loses_found : words_.nobody_gains_found);
  }

  Section awards() const {
    Section out{"", {std::string(words_.award), std::string(words_.effect), std::string(words_.who)}, {}, true};
    for (const Change& change : minutes_.awards) {
      if (!change.is_change()) continue;
      const Told& side = change.award.empty() ? teller_.before : teller_.after;
      const std::string& name = change.award.empty() ? change.was : change.award;
      Entry entry{side.called(SectionKind::credentials, *side.table.find_credential(name)), effect(change.effect, change.fate, change.was), {}};
      who(entry.says, change.loses ? filled(words_.entitled_before, {record(*change.loses)}) : "", change.loss_proven, true);
      who(entry.says, change.gains ? filled(words_.entitled_after, {record(*change.gains)}) : "", change.gain_proven, false);
      out.entries.push_back(std::move(entry));
    }
    return out;
  }

  Section agreements() const {
    Section out{std::string(words_.agreements), {std::string(words_.agreement), std::string(words_.effect), std::string(words_.who)}, {}};
    for (const AgreementChange& change : minutes_.agreements) {
      if (!change.is_change()) continue;
      Entry entry{teller_.called(change.thing), effect(change.effect, change.thing.fate, change.thing.was), {}};
      const auto sentence = [&](Word pattern, const std::optional<Learner>& learner, const Told& side, std::uint32_t line) {
        return learner ? filled(pattern, {record(*learner), side.line(line), day_of(in_, learner->on)}) : std::string();
      };
      who(entry.says, sentence(words_.recognised_before, change.loses, teller_.before, change.lost_line), change.loss_proven, true);
      who(entry.says, sentence(words_.recognised_after, change.gains, teller_.after, change.gained_line), change.gain_proven, false);
      if (change.limits_more) entry.says.emplace_back(words_.limits_more);
      if (change.limits_less) entry.says.emplace_back(words_.limits_less);
      for (std::string& fact : teller_.facts(change.thing)) entry.says.push_back(std::move(fact));
      out.entries.push_back(std::move(entry));
    }
    return out;
  }

  std::string verdict(const std::optional<policy::Answer>& answer) const {
    const handbook::Words& words = handbook::words_in(in_.locale.language);
    if (!answer) return std::string(words_.no_verdict);
    return std::string(*answer == policy::Answer::holds ? words.passes : *answer == policy::Answer::fails ? words.fails : words.cannot_tell);
  }

  Section policies() const {
    Section out{std::string(words_.policies), {std::string(words_.policy), "", std::string(words_.what)}, {}};
    if (!minutes_.policies) return out;
    for (const change::PolicyChange& change : *minutes_.policies) {
      Entry entry{filled(words_.of_framework, {plain(change.policy), plain(change.framework)}), "", {}};
      if (change.said != change.says) entry.says.emplace_back(change.says ? words_.says_now : words_.says_no_longer);
      if (change.was != change.is) entry.says.push_back(filled(words_.comes_to, {verdict(change.was), verdict(change.is)}));
      else if (change.said != change.says) entry.says.push_back(filled(words_.result, {verdict(change.is)}));
      for (const change::PolicyChange::Of& one : change.differ) {
        const SectionKind kind = policy::section_of(one.kind);
        if (kind == SectionKind::frameworks && change.differ.size() == 1 && change.was != change.is) continue;   // the result says it
        entry.says.push_back(pair_of(in_, teller_.after.titled(kind, one.after), filled(words_.becomes, {verdict(one.was), verdict(one.is)})));
      }
      out.entries.push_back(std::move(entry));
    }
    return out;
  }

  Section labels() const {
    Section out{std::string(words_.labels), {std::string(words_.credential), "", std::string(words_.what)}, {}};
    for (const change::Thing& thing : minutes_.labels)
      if (!thing.differ.empty()) out.entries.push_back({teller_.called(thing), "", teller_.facts(thing)});
    return out;
  }

  std::string total(const std::optional<change::Total>& one) const {
    if (!one) return std::string(words_.no_way);
    std::vector<std::string> fees;
    for (const auto& [currency, amount] : one->fees) fees.push_back(teller_.after.money(currency, amount));
    std::string out = fees.empty() ? std::string(words_.no_fee) : joined(fees);
    if (!fees.empty() && one->at_least) out = filled(words_.at_least, {out});
    return one->proven ? out : filled(words_.not_proven, {out});
  }

  Section prices() const {
    Section out{std::string(words_.prices), {std::string(words_.credential), "", std::string(words_.what)}, {}};
    std::map<std::string, Entry> all;      // by name
    for (const change::Thing& thing : minutes_.prices.fees) all[thing.name] = {teller_.called(thing), "", teller_.facts(thing)};
    for (const change::TotalChange& one : minutes_.prices.totals) {
      Entry& entry = all.try_emplace(one.award, Entry{teller_.after.called(SectionKind::credentials, one.after), "", {}}).first->second;
      entry.says.push_back(filled(words_.cheapest_way, {total(one.was), total(one.is)}));
    }
    for (auto& [name, entry] : all) out.entries.push_back(std::move(entry));
    return out;
  }

  const Teller& teller_;
  const Minutes& minutes_;
  const Words& words_;
  const Telling& in_;
};

}  // namespace

std::vector<Section> learner_sections(const Teller& teller) { return Sections(teller).run(); }

}  // namespace rung::minutes
