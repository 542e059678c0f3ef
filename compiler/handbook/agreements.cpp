// Agreements: what is recognised from elsewhere. One line of an agreement is a sentence, as `rung transfers` says it.
#include "compiler/handbook/edition.hpp"
#include "runtime/learner/dates.hpp"

namespace rung::handbook {
namespace {

using table::RecognitionKind;

Markup together(const Edition& edition, const std::string& from, std::span<const std::uint32_t> credentials) {
  Markup out;
  for (const std::uint32_t one : credentials) out = out.empty() ? edition.credential(from, one) : sentence(edition.in.words.both, {out, edition.credential(from, one)});
  return out;
}

std::string when(const Edition& edition, const table::Agreement& agreement) {
  const bool begins = agreement.effective_from != table::no_date, ends = agreement.effective_to != table::no_date;
  const std::string first = begins ? day_of(edition.in, agreement.effective_from) : "", last = ends ? day_of(edition.in, agreement.effective_to) : "";
  if (begins && ends) return filled(edition.words.in_force_from_to, {first, last});
  return begins ? filled(edition.words.in_force_from, {first}) : ends ? filled(edition.words.in_force_to, {last}) : "";
}

Markup of_one(const Edition& edition, const std::string& from, std::uint32_t id) {
  const Words& words = edition.words;
  const table::Agreement& one = edition.table.agreements()[id];
  std::vector<Markup> facts{sentence(words.from_to, {edition.institution(from, one.from), edition.institution(from, one.to)})};
  const auto fact = [&](const std::string& said) {
    if (!said.empty()) facts.push_back(text(said));
  };
  if (one.status != table::AgreementStatus::unstated) fact(std::string(edition.in.words.statuses[static_cast<std::size_t>(one.status)]));
  fact(when(edition, one));
  if (one.in_force == table::InForce::when_awarded) fact(std::string(words.when_awarded));
  if (one.oldest_months > 0) fact(filled(edition.in.words.not_older, {months_of(edition.in, one.oldest_months)}));
  if (one.one_award_only != 0) fact(std::string(words.one_award_only));
  if (one.at_most != table::unknown)
    fact(filled(words.at_most_in_one, {filled(edition.in.words.at_most, {amount_of(edition.in, one.at_most, unit_of(edition.table, one.at_most_measure, one.at_most_unit))})}));
  std::vector<Markup> lines;
  for (std::uint32_t i = 0; i < one.recognitions.count; ++i) lines.push_back(recognition(edition, from, one.recognitions.first + i));
  return description(edition, edition.model.agreements[id]) + list(facts) + element("h3", {}, text(words.says)) + "\n"_html + list(lines) + remarks(edition, edition.model.agreements[id]);
}

}  // namespace

Markup recognition(const Edition& edition, const std::string& from, std::uint32_t id) {
  const Telling& in = edition.in;
  const table::Recognition& one = edition.table.recognitions()[id];
  const Markup sources = together(edition, from, edition.table.list(one.sources)), targets = together(edition, from, edition.table.list(one.targets));
  const auto said = [&](const rung::words::Noun& pattern) {
    return sentence(one.sources.count == 1 ? pattern.one : pattern.more, {sources, targets, text(one.year == table::unknown ? std::string() : number_in(in.locale, one.year))});
  };
  Markup out;
  switch (one.kind) {
    case RecognitionKind::credit: out = said(in.words.counts_as); break;
    case RecognitionKind::prerequisite: out = said(in.words.for_prerequisites); break;
    case RecognitionKind::exemption: out = said(in.words.exempts); break;
    case RecognitionKind::entry: out = said(in.words.admits); break;
    default:
      out = one.reason.length == 0 ? sentence(edition.words.not_recognised, {sources}) : sentence(edition.words.not_recognised_because, {sources, text(edition.table.text(one.reason))});
  }
  for (const std::string& floor : floors_of(in, one)) out += text(in.locale.semicolon) + " "_html + text(floor);
  return out;
}

Page agreements_page(const Edition& edition) {
  Page out{"agreements.html", std::string(edition.words.agreements), text(edition.words.agreements), {}};
  std::vector<Section> all;
  for (std::uint32_t id = 0; id < edition.table.agreements().size(); ++id)
    all.push_back({id_of(edition.model.agreements[id].name), edition.title(table::SectionKind::agreements, id), of_one(edition, edition.path(out.page), id)});
  out.content = element("p", {}, text(all.empty() ? edition.words.no_agreements : edition.words.about_agreements)) + "\n"_html + sections(edition, all);
  return out;
}

}  // namespace rung::handbook
