// How answers call the things of a table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/queries/queries.hpp"

namespace rung {

// Names as JSON answers use them; views of the table's text.
std::string_view name_of(const Table& table, std::uint32_t credential);
std::string_view unit_of(const Table& table, table::Measure measure, std::uint32_t unit);   // "credits", "ECTS", "hours", "credentials"
std::string_view cost_name(Cost cost);                                                      // "credits", "fee", "hours", "weeks", "count"
// "fee", or several with commas between them, "fee,weeks"; none is named twice. Error: "usage".
Result<std::vector<Cost>> costs_named(std::string_view text);
// The same of a question: "fee,weeks".
std::string costs_told(const PathsQuestion& question);
// What a cost is counted in: the award's unit of credits, the currency (of which empty: none), or as cost_name().
std::string_view cost_unit(const Table& table, Cost cost, std::uint32_t credit_unit, std::uint32_t currency);
// With commas; where a framework has none in that language its title, and where it has none at all its name.
std::string framework_titles(const Table& table, std::string_view language = "en");
std::string_view node_name(const table::Node& node);                                        // "all", "any", "exactly", "at-least", "credits" …
std::string_view verdict_name(Verdict verdict);                                             // "met"

// What is missing and has no name is called by its kind: as JSON does, or in a language (text/support.hpp).
struct LackNames {
  std::string_view any, exactly, at_least, credits, hours, credentials, competencies;
  std::span<const std::string_view> conditions;   // by table::ConditionKind
  std::string_view version, prerequisite, withheld;
};
LackNames codes_of_lacks();

// What still keeps an award away, outermost first: the names of unmet parts. Where a part has no name, what it lacks: the credentials of
// an `all of`, a gate's name, else its kind. Then the kinds of unmet conditions, "prerequisite", and "withheld" for a bar.
std::vector<std::string> missing_parts(const Table& table, const Holdings& holdings, std::uint32_t award, const MissingAnswer& answer, const LackNames& names = codes_of_lacks());

// Credentials that the learner holds and whose holders are refused this award.
std::vector<std::uint32_t> bars(const Table& table, const Holdings& holdings, std::uint32_t award);

}  // namespace rung
