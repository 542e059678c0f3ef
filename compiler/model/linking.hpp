// What the steps of linking share, and the steps themselves. link.cpp runs them in order: names, frameworks, fields, sets, rules.
#pragma once

#include <optional>

#include "compiler/model/model.hpp"
#include "compiler/model/names.hpp"
#include "compiler/model/values.hpp"
#include "grammar/lexer.hpp"

namespace rung::model {

struct Linking {
  const source::Files& files;
  const Program& program;
  diagnostics::Sink& sink;
  Names names;
  Model model;

  const grammar::Tree& tree(source::FileId file) const { return program.trees[file]; }
  std::string_view written(Span span) const { return files.text(span); }
  std::string written(const grammar::Tree& t, std::uint32_t node) const { return std::string(files.text(t.span(node))); }
  std::string unquoted(const grammar::Tree& t, std::uint32_t node) const {
    return t[node].kind == grammar::NodeKind::text ? grammar::unquoted(files.text(t.span(node))) : written(t, node);
  }

  // The unit of that name and basis, added when it is new.
  std::uint32_t unit(std::string_view name, std::string_view of, Amount hours);
  std::uint32_t ects(std::uint32_t framework) const { return ects_units[framework]; }
  std::vector<std::uint32_t> ects_units;     // by framework

  const Chosen* chosen = nullptr;            // the declarations that are read, of whatever but frameworks; null: all
  bool reads(source::FileId file, std::uint32_t node) const;

  // Whether a set of that many members may be added; past the limit it is reported, once. A few kilobytes of text can describe more members
  // than a machine can hold.
  bool room_for(std::size_t members, Span span);
  std::size_t members_so_far = 0;
  bool too_many_reported = false;
};
inline constexpr std::size_t most_members = 10'000'000;   // of all sets of a model together; a registry of 100,000 credentials has two million

// frameworks.cpp: units, scales and publishers, which all else is read with.
void link_frameworks(Linking& linking);
// things.cpp: institutions, competencies, gates. credentials.cpp: what each credential states, its rules aside.
void link_institutions(Linking& linking);
void link_competencies(Linking& linking);
void link_gates(Linking& linking);
void link_credentials(Linking& linking);
// versions.cpp: stacking rules with their versions and conditions, prerequisites.
void link_rules(Linking& linking);
// agreements.cpp: what institutions recognise of each other's credentials. The blocks of credit that they give are credentials, read with the others.
void link_agreements(Linking& linking);
void read_block(Linking& linking, const Declared& declared, Credential& credential);
// scenarios.cpp: the committee's own tests, after all that they speak of.
void link_scenarios(Linking& linking);

// ---- reading a declaration (fields.cpp) ---------------------------------------------------------------------------------------
// Goes through the fields of a declaration: common ones (title, code, url, …) are read into `named`; of the others each is given to `read(word, node)`,
// which says false for a word that this kind of declaration does not have (misplaced-field). A field that may be stated once is given once
// (repeated-field).
using ReadField = bool (*)(void* self, grammar::Word word, std::uint32_t node);
void read_fields(Linking& linking, const Declared& declared, Named& named, void* self, ReadField read);
// Only what it is called, and where.
void read_name(const Linking& linking, const Declared& declared, Named& named);

// Resolves the names among a field's children.
std::vector<Reference> references(Linking& linking, const grammar::Tree& tree, std::uint32_t node, Category category);
Achievement achievement(grammar::Word word);
CredentialType credential_type(grammar::Word word);
std::string_view achievement_name(Achievement achievement);

// A grade or an achievement that has to be reached (floors.cpp), on the scale of `framework`. Reports bad-value.
struct Floor {
  Achievement achievement = Achievement::unknown;
  Amount grade = table::unknown;             // as table::Node::grade_floor
  std::uint32_t grade_scale = none;
};
// The framework's own scale, or one scale of percentages for all frameworks that declare no grades.
std::uint32_t percent_scale(Model& model, std::uint32_t framework);
std::optional<Floor> read_floor(Linking& linking, const grammar::Tree& tree, std::uint32_t value, std::uint32_t framework);

// A number and its unit. `unit` is a word of the language, or none when a name (a currency) stands there.
struct Quantity {
  std::optional<Amount> amount;
  grammar::Word unit = grammar::Word::none;
  std::string unit_written;
  Span span, unit_span;
};
Quantity read_quantity(Linking& linking, const grammar::Tree& tree, std::uint32_t node);
// Two dates, each of which may be open: a date, `to` and a date, or both. An end before its beginning is reported (bad-date), and then nothing is stated.
void read_period(Linking& linking, const grammar::Tree& tree, std::uint32_t node, std::optional<Day>& first, std::optional<Day>& last);
// Years and months as months; anything else is reported (bad-value).
std::optional<std::uint32_t> read_months(Linking& linking, const Quantity& quantity);

// ---- sets (sets.cpp) ----------------------------------------------------------------------------------------------------------
// What set descriptions select from: credentials by tag, issuer, type, competency.
class SetIndex {
 public:
  explicit SetIndex(const Model& model);
  const std::vector<std::uint32_t>& tagged(const std::string& tag) const;
  const std::vector<std::uint32_t>& issued_by(std::uint32_t institution) const;
  const std::vector<std::uint32_t>& of_type(CredentialType type) const;
  const std::vector<std::uint32_t>& developing(std::uint32_t competency) const;
  const std::vector<std::uint32_t>& levelled() const { return levelled_; }     // all that state a level
  std::vector<std::string_view> tags() const;

 private:
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_tag_;
  std::vector<std::vector<std::uint32_t>> by_issuer_, by_type_, by_competency_;
  std::vector<std::uint32_t> levelled_;
};

struct ReadSet {
  std::vector<std::uint32_t> members;        // sorted, distinct
  std::vector<Reference> written;            // names as the author wrote them
  bool incomplete = false;
  bool only_institutions = false;            // the author named institutions and nothing else: `from northfield`
};
// Expands a `set` node. `owner` is left out of descriptions: an award does not describe itself.
ReadSet read_set(Linking& linking, const SetIndex& index, const grammar::Tree& tree, std::uint32_t set, std::uint32_t owner);
// Whether a `braced` node holds descriptions or sets, and so stands for a set rather than for a list of requirements.
bool describes(const grammar::Tree& tree, std::uint32_t braced);

}  // namespace rung::model
