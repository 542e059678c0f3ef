// What a table states of a thing, fact by fact: what differs between two of them, by meaning and in words.
//
// One list of pieces serves both: a Speaker puts each into what it means, and its descendants into words (compiler/minutes/told.hpp). So what is compared and what is told cannot drift apart.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/change/side.hpp"

namespace rung::change {

enum class Fact : std::uint8_t {
  // of a credential, as its label shows it
  type, issued_by, certifies, level, hours, weeks, credits, awarded_for, assessed_by, pass_mark, consulted, accredited_by, meets_standard, delivery, pace, learning, form, purpose, audience,
  entitles_to, fee, before, counts_towards, recognised, refused, valid, offered, review_by,
  // of a credential besides
  code, tags, subjects, rule, in_force, titles, withheld_from, surrenders, most_awards,
  // of a competency, an institution, a framework
  kind, broader, institution_type, country, region, version, credit_basis, grades,
  // of an agreement
  from, to, status, effective, applies, not_older, at_most, one_award_only, lines,
  count_
};

// Of which things there are facts: frameworks, institutions, competencies, gates, credentials and agreements. In the order of Fact.
std::span<const Fact> facts_of(table::SectionKind kind);
// Those of a credential that its label shows, without its fee: prices are told by themselves.
std::span<const Fact> label_facts();
// Several things, each of which may come or go, rather than one that becomes another.
bool is_list(Fact fact);

// How pieces are put; here as what they mean: by new names, in exact amounts, apart from any order. Each is alike on both sides only where nothing differs.
class Speaker {
 public:
  explicit Speaker(const Side& of) : side(of), table(of.table()) {}
  virtual ~Speaker() = default;

  virtual std::string credential(std::uint32_t id) const { return side.name(id); }
  virtual std::string competency(std::uint32_t id) const { return side.competency(id); }
  virtual std::string institution(std::uint32_t id) const { return side.institution(id); }
  virtual std::string text(std::string_view written) const { return std::string(written); }
  virtual std::string developed(const table::Developed& one) const;
  virtual std::string number(std::int64_t millionths) const;
  virtual std::string amount(std::int64_t millionths, table::Measure measure, std::uint32_t unit) const;
  virtual std::string weeks(std::int64_t millionths) const { return number(millionths); }
  virtual std::string fee(std::int64_t millionths, std::uint32_t currency) const;
  virtual std::string days(std::int32_t first, std::int32_t last) const;   // either may be no_date: open
  virtual std::string day(std::int32_t day) const { return days(day, day); }
  virtual std::string months(std::uint32_t months) const { return std::to_string(months); }
  virtual std::string how_many(std::uint32_t number) const { return std::to_string(number); }
  virtual std::string type(table::CredentialType one) const { return std::to_string(static_cast<int>(one)); }
  virtual std::string achievement(table::Achievement one) const { return std::to_string(static_cast<int>(one)); }
  virtual std::string kind(table::CompetencyKind one) const { return std::to_string(static_cast<int>(one)); }
  virtual std::string status(table::AgreementStatus one) const { return std::to_string(static_cast<int>(one)); }
  virtual std::string applies(table::InForce one) const { return std::to_string(static_cast<int>(one)); }
  virtual std::string yes() const { return "yes"; }
  virtual std::string statement(const table::Statement& one) const;
  virtual std::string node(std::uint32_t node) const { return std::to_string(side.shape(node)); }   // with all under it
  virtual std::string condition(const table::Condition& one) const { return side.condition(one); }
  virtual std::string title(const table::Title& one) const;
  virtual std::string version(const table::Version& one, const std::string& piece) const;
  virtual std::string line(std::uint32_t recognition) const;
  virtual std::string by_entry(bool entry) const { return entry ? "entry" : "question"; }
  virtual std::string basis(std::uint32_t unit) const { return unit_of(table, table::Measure::credits, unit); }
  virtual std::string scale(std::uint32_t scale) const { return scale_of(table, scale); }

  const Side& side;
  const Table& table;
};

// The pieces of one fact, in the order of the table; none: it is not stated. Every speaker gives as many, in the same order.
std::vector<std::string> pieces(const Speaker& speaker, table::SectionKind kind, std::uint32_t id, Fact fact);

}  // namespace rung::change
