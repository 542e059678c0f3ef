// A change of rules, told: in text, as Markdown for a committee's minutes, and as JSON.
#pragma once

#include "compiler/change/agreements.hpp"
#include "compiler/change/conformance.hpp"
#include "compiler/change/prices.hpp"
#include "compiler/change/wording.hpp"

namespace rung::minutes {

// What it means for people; what the tables state; what is put into other words.
enum class Level : std::uint8_t { learner, table, text };
inline constexpr std::array<std::string_view, 3> levels{"learner", "table", "text"};

// What differs between two editions of a framework, at one level. What belongs to another level is empty, but for what is lost.
struct Minutes {
  const change::Tables& tables;
  std::string before, after;               // as they were named on the command line
  Level level = Level::learner;
  // Awards and agreements, whether or not a loss is allowed; by their new names: by which somebody loses, and by which nobody was found who does, without proof that there is nobody.
  std::vector<std::string> losses{}, not_proven{};

  // learner
  std::vector<change::Change> awards{};
  std::vector<change::AgreementChange> agreements{};
  std::vector<change::Thing> labels{};       // credentials of both
  change::Prices prices{};
  std::optional<std::vector<change::PolicyChange>> policies{};   // none: one of the two is a table, which does not say
  const model::Model* before_model = nullptr;                  // null: a table
  const model::Model* after_model = nullptr;
  // table
  std::vector<change::Thing> facts{};        // of every kind
  // text
  std::vector<change::WordingChange> wording{};
};

// `language`: "en" or "fr".
std::string as_text(const Minutes& minutes, std::string_view language);
std::string as_markdown(const Minutes& minutes, std::string_view language);
// The same in every language.
std::string as_json(const Minutes& minutes);

}  // namespace rung::minutes
