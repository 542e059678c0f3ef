// What an answer rests on: agreements, and what a line of one makes of what.
#include <algorithm>

#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

using table::RecognitionKind;

template <class Named>
std::string together(const Telling& in, std::span<const std::uint32_t> credentials, Named named) {
  std::string out;
  for (const std::uint32_t one : credentials) out = out.empty() ? named(one) : filled(in.words.both, {out, named(one)});
  return out;
}

std::string with_credits(const Telling& in, std::uint32_t target) {
  const table::Credential& credential = in.table.credentials()[target];
  if (credential.block != 0 || credential.credits == table::unknown) return title_of(in, target);
  return filled(in.words.in_brackets, {title_of(in, target), amount_of(in, credential.credits, unit_of(in.table, table::Measure::credits, credential.credit_unit))});
}

}  // namespace

std::string agreement_of(const Telling& in, std::uint32_t recognition) {
  const std::uint32_t number = in.table.recognitions()[recognition].agreement;
  const table::Agreement& agreement = in.table.agreements()[number];
  const std::string title = title_in(in.table, in.locale, table::SectionKind::agreements, number, agreement);
  if (agreement.status == table::AgreementStatus::unstated) return title;
  return filled(in.words.in_brackets, {title, in.words.statuses[static_cast<std::size_t>(agreement.status)]});
}

std::string under_agreements(const Telling& in, std::string what, std::span<const std::uint32_t> recognitions) {
  std::vector<std::string> names;
  for (const std::uint32_t recognition : recognitions)
    if (std::string name = agreement_of(in, recognition); std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  return names.empty() ? what : filled(in.words.by_transfer_under, {what, joined(names)});
}

std::string recognition_says(const Telling& in, std::uint32_t line, bool with_issuer) {
  const table::Recognition& recognition = in.table.recognitions()[line];
  const auto targets = in.table.list(recognition.targets);
  const auto title = [&](std::uint32_t one) { return title_of(in, one); };
  std::string sources = together(in, in.table.list(recognition.sources), title);
  if (with_issuer) sources = filled(in.words.in_brackets, {sources, institution_title(in, in.table.agreements()[recognition.agreement].from)});
  const auto said = [&](const words::Noun& pattern, const std::string& what) {
    return filled(recognition.sources.count == 1 ? pattern.one : pattern.more, {sources, what, recognition.year == table::unknown ? std::string() : number_in(in.locale, recognition.year)});
  };
  switch (recognition.kind) {
    case RecognitionKind::credit: return said(in.words.counts_as, together(in, targets, [&](std::uint32_t one) { return with_credits(in, one); }));
    case RecognitionKind::prerequisite: return said(in.words.for_prerequisites, together(in, targets, title));
    case RecognitionKind::exemption: return said(in.words.exempts, together(in, targets, title));
    case RecognitionKind::entry: return said(in.words.admits, together(in, targets, title));
    default: return sources;
  }
}

std::string floor_of(const Telling& in, std::uint32_t line) {
  const table::Recognition& recognition = in.table.recognitions()[line];
  std::vector<std::string> out;
  if (recognition.grade_floor != table::unknown) out.push_back(grade_text(in, recognition.grade_floor, recognition.grade_scale));
  if (recognition.achievement_floor != table::Achievement::unknown) out.emplace_back(in.words.achievements[static_cast<std::size_t>(recognition.achievement_floor)]);
  return joined(out);
}

std::string rests_on(const Telling& in, std::uint32_t line) {
  return filled(in.words.by_agreement, {filled(in.words.under, {recognition_says(in, line, true), agreement_of(in, line)})});
}

}  // namespace rung
