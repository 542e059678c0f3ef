#include "compiler/rungc/diff_report.hpp"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace rungc {
namespace {

using rung::change::Change;
using rung::change::Effect;
using rung::change::Fate;
using Json = nlohmann::ordered_json;

constexpr std::array<const char*, 4> effects{"none", "easier", "harder", "different"};
constexpr std::array<const char*, 4> fates{"kept", "renamed", "removed", "added"};

const std::string& name_of(const Change& change) { return change.award.empty() ? change.was : change.award; }

std::string called(const Change& change) { return change.title.empty() ? name_of(change) : fmt::format("{} ({})", change.title, name_of(change)); }

// "metrology (70%, 2026-01-01), spc; gate hired"
std::string record(const rung::Learner& learner) {
  std::vector<std::string> pieces;
  for (const rung::Holding& holding : learner.holdings) {
    std::vector<std::string> how;
    if (!holding.grade.empty()) how.push_back(holding.grade);
    if (holding.awarded != learner.on) how.push_back("awarded " + holding.awarded);
    pieces.push_back(holding.name + (how.empty() ? "" : fmt::format(" ({})", fmt::join(how, ", "))));
  }
  std::string out = pieces.empty() ? "nothing" : fmt::format("{}", fmt::join(pieces, ", "));
  if (!learner.gates.empty()) out += fmt::format("; gate {}", fmt::join(learner.gates, ", "));
  return out;
}

std::string effect_of(const Change& change) {
  std::string out = change.fate == Fate::removed ? "removed" : change.fate == Fate::added ? "new" : effects[static_cast<std::size_t>(change.effect)];
  if (change.fate == Fate::renamed) out += ", was " + change.was;
  return out;
}

// Sentences, without an end of line.
std::vector<std::string> sentences(const Change& change) {
  std::vector<std::string> out;
  if (change.loses) out.push_back(fmt::format("Entitled before, and not after: who holds {}.{}", record(*change.loses), change.loss_proven ? "" : " A smaller record may do too."));
  else if (!change.loss_proven) out.push_back("Nobody was found who loses it; whether there is somebody is not proven.");
  if (change.gains) out.push_back(fmt::format("Entitled after, and not before: who holds {}.{}", record(*change.gains), change.gain_proven ? "" : " A smaller record may do too."));
  else if (!change.gain_proven) out.push_back("Nobody was found who gains it; whether there is somebody is not proven.");
  return out;
}

bool is_change(const Change& change) { return change.effect != Effect::none || change.fate != Fate::kept || !change.loss_proven || !change.gain_proven; }

std::vector<std::string> unchanged(const DiffReport& report) {
  std::vector<std::string> out;
  for (const Change& change : report.changes)
    if (!is_change(change)) out.push_back(name_of(change));
  return out;
}

Json record_json(const rung::Learner& learner) {
  Json holdings = Json::array();
  for (const rung::Holding& holding : learner.holdings) {
    Json one = {{"credential", holding.name}, {"awarded", holding.awarded}};
    if (!holding.grade.empty()) one["grade"] = holding.grade;
    holdings.push_back(std::move(one));
  }
  return {{"on", learner.on}, {"holdings", std::move(holdings)}, {"gates", learner.gates}};
}

}  // namespace

std::string diff_text(const DiffReport& report) {
  std::string out = fmt::format("From {} to {}, for learners\n", report.before, report.after);
  for (const Change& change : report.changes) {
    if (!is_change(change)) continue;
    out += fmt::format("\n{}: {}\n", called(change), effect_of(change));
    for (const std::string& sentence : sentences(change)) out += "  " + sentence + "\n";
  }
  if (const auto same = unchanged(report); !same.empty()) out += fmt::format("\nThe same for everybody: {}\n", fmt::join(same, ", "));
  return out;
}

std::string diff_markdown(const DiffReport& report) {
  const auto cell = [](std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
  };
  std::string out = fmt::format("## What changes for learners\n\nFrom `{}` to `{}`.\n\n| Award | Effect | Who |\n| --- | --- | --- |\n", report.before, report.after);
  for (const Change& change : report.changes)
    if (is_change(change)) out += fmt::format("| {} | {} | {} |\n", cell(called(change)), cell(effect_of(change)), cell(fmt::format("{}", fmt::join(sentences(change), " "))));
  if (const auto same = unchanged(report); !same.empty()) out += fmt::format("\nThe same for everybody: {}.\n", fmt::join(same, ", "));
  return out;
}

std::string diff_json(const DiffReport& report) {
  Json out = Json::array();
  for (const Change& change : report.changes) {
    const auto record_or_null = [](const std::optional<rung::Learner>& one) { return one ? record_json(*one) : Json(); };
    out.push_back({{"award", name_of(change)},
                   {"was", change.was.empty() ? Json() : Json(change.was)},
                   {"title", change.title.empty() ? Json() : Json(change.title)},
                   {"fate", fates[static_cast<std::size_t>(change.fate)]},
                   {"effect", effects[static_cast<std::size_t>(change.effect)]},
                   {"witness", record_or_null(change.loses ? change.loses : change.gains)},
                   {"loses", record_or_null(change.loses)},
                   {"gains", record_or_null(change.gains)},
                   {"loss_proven", change.loss_proven},
                   {"gain_proven", change.gain_proven}});
  }
  return Json{{"changes", std::move(out)}}.dump(2) + "\n";
}

}  // namespace rungc
