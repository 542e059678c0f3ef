// The quality label of a credential, from its table: the "nutrition label" that Making Sense of Microcredentials (Higher Education Quality Council of Ontario, 2021) asks
// for. What is derived is derived here; how it looks is in the files beside this one, and every word of it in words.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "runtime/queries/queries.hpp"

namespace rung::label {

// The six quality markers of the report.
enum class Marker : std::uint8_t { relevant, accredited, standardized, assessed, flexible, stackable, count_ };

// What it is not, or what nobody should take it for.
enum class Limit : std::uint8_t {
  no_formal_qualification,  // neither diploma, degree, licence nor apprenticeship
  no_credits,               // none are stated
  no_entitlement,           // nothing is stated, and it is no licence
  no_assessment,            // none is stated, and it is not awarded for participation
  for_participation,        // being there was enough
  not_for_ever,             // it has an end
  counts_towards_nothing,   // in this table
  count_
};

struct Marked {
  bool shown = false;                          // whether there is evidence
  std::vector<std::uint32_t> evidence;         // Table::statements; of `stackable` it is Label::counts_towards
};

struct Label {
  std::uint32_t credential;
  std::array<Marked, static_cast<std::size_t>(Marker::count_)> markers;   // by Marker
  std::vector<Lead> counts_towards;            // by the rules, whatever the credential says of itself
  std::vector<std::uint32_t> recognised;       // recognitions for credit, prerequisites or exemption of which it is a source
  std::vector<std::uint32_t> refused;          // and refusals
  std::vector<std::uint32_t> counts_as_it;     // recognitions of which it is a target, whatever for
  std::vector<Limit> limits;
};

Label label_of(const Table& table, std::uint32_t credential);

// The same in each of its forms. `language`: "en" or "fr"; titles are those in that language, where there are some.
// `format`: text, json, html or svg.
std::string shown(const Table& table, std::uint32_t credential, std::string_view format, std::string_view language);
std::string as_text(const Table& table, const Label& label, std::string_view language);
std::string as_json(const Table& table, const Label& label, std::string_view language);
std::string as_html(const Table& table, const Label& label, std::string_view language);   // one page that needs nothing else
std::string as_svg(const Table& table, const Label& label, std::string_view language);    // one picture that needs nothing else

}  // namespace rung::label
