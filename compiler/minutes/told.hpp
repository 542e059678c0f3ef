// The facts of a side in words: those of rung's answers, of the label and of the handbook, so that the minutes of a change say a rule as the counter says it.
#pragma once

#include "compiler/change/facts.hpp"
#include "compiler/handbook/words.hpp"
#include "compiler/minutes/words.hpp"
#include "runtime/label/words.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung::minutes {

// How credentials, competencies, institutions and the language's own terms are called: for people, or for programs.
enum class Naming : std::uint8_t { titles, names };

class Told : public change::Speaker {
 public:
  Told(const change::Side& of, std::string_view language, Naming naming = Naming::titles);

  std::string credential(std::uint32_t id) const override;
  std::string competency(std::uint32_t id) const override;
  std::string institution(std::uint32_t id) const override;
  std::string text(std::string_view written) const override;
  std::string developed(const table::Developed& one) const override;
  std::string number(std::int64_t millionths) const override;
  std::string amount(std::int64_t millionths, table::Measure measure, std::uint32_t unit) const override;
  std::string weeks(std::int64_t millionths) const override;
  std::string fee(std::int64_t millionths, std::uint32_t currency) const override;
  std::string days(std::int32_t first, std::int32_t last) const override;
  std::string day(std::int32_t day) const override;
  std::string months(std::uint32_t months) const override;
  std::string type(table::CredentialType one) const override;
  std::string achievement(table::Achievement one) const override;
  std::string kind(table::CompetencyKind one) const override;
  std::string status(table::AgreementStatus one) const override;
  std::string applies(table::InForce one) const override;
  std::string yes() const override;
  std::string statement(const table::Statement& one) const override;
  std::string node(std::uint32_t node) const override;
  std::string condition(const table::Condition& one) const override;
  std::string title(const table::Title& one) const override;
  std::string version(const table::Version& one, const std::string& piece) const override;
  std::string line(std::uint32_t recognition) const override;
  std::string by_entry(bool entry) const override;
  std::string basis(std::uint32_t unit) const override;
  std::string scale(std::uint32_t scale) const override;

  // "Precision Measurement (northfield.metrology)"; its name where it has no title.
  std::string called(table::SectionKind kind, std::uint32_t id) const;
  // Its title, else its name.
  std::string titled(table::SectionKind kind, std::uint32_t id) const;
  std::string money(const std::string& currency, std::int64_t millionths) const;

  const Telling in;
  const Words& words;

 private:
  std::string named(table::SectionKind kind, std::uint32_t id) const;
  std::string node_alone(std::uint32_t node) const;

  const handbook::Words& handbook_;
  const label::Words& label_;
  Naming naming_;
};

}  // namespace rung::minutes
