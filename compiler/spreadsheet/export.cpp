#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/spreadsheet/catalogue.hpp"
#include "runtime/rung/enum_names.hpp"

namespace rung::spreadsheet {
namespace {

using model::Credential;
using model::Model;
using Cells = std::array<std::string, static_cast<std::size_t>(Column::count_)>;

// How a name is written in a file of that framework.
std::string written(const std::string& name, const std::string& framework) {
  return name.starts_with(framework + '.') ? name.substr(framework.size() + 1) : name;
}

// The credentials of which all are asked for, by name; none when the prerequisite says more than that.
std::optional<std::vector<std::string>> plain_prerequisites(const Model& model, const Credential& credential, const std::string& framework) {
  std::vector<std::string> out;
  if (credential.prerequisite == model::none) return out;
  const std::uint32_t end = model.nodes[credential.prerequisite].end;
  for (std::uint32_t at = credential.prerequisite; at < end; ++at) {
    const model::Node& node = model.nodes[at];
    const bool all = node.choice == model::Choice::all || node.need == (node.kind == model::NodeKind::members ? node.members.size() : 0);
    const bool plain = (node.kind == model::NodeKind::group || node.kind == model::NodeKind::members) && all && node.achievement_floor == model::Achievement::unknown &&
                       node.grade_floor == table::unknown && node.oldest_months == 0 && node.after.empty() && node.asked_of == table::Asked::of_all;
    if (!plain || (node.kind == model::NodeKind::members && node.members.size() != node.written.size())) return std::nullopt;
    for (const model::Reference& one : node.written) out.push_back(written(model.credentials[one.id].name, framework));
  }
  return model.conditions_of(credential.prerequisite).empty() ? std::optional(out) : std::nullopt;
}

std::string amount(const std::optional<model::Stated<model::Amount>>& stated) { return stated ? model::decimal(stated->value) : ""; }

std::string row(const Cells& cells) {
  std::string out;
  for (const std::string& text : cells) out += (&text == cells.data() ? "" : ",") + cell(text);
  return out + "\r\n";
}

}  // namespace

Exported export_catalogue(const Model& model) {
  Exported out;
  Cells headings;
  for (std::size_t i = 0; i < headings.size(); ++i) headings[i] = column_name(static_cast<Column>(i));
  out.text = row(headings);
  std::size_t rules = 0;
  for (const Credential& credential : model.credentials) {
    if (credential.block || credential.broken) continue;
    const std::string& framework = model.frameworks[credential.framework].name;
    Cells cells;
    const auto at = [&](Column column) -> std::string& { return cells[static_cast<std::size_t>(column)]; };
    at(Column::framework) = framework;
    at(Column::name) = written(credential.name, framework);
    at(Column::title) = credential.title;
    at(Column::type) = enum_name(credential.type);
    std::vector<std::string> things;
    const auto list = [&](Column column) {
      at(column) = cell_of(things);
      things.clear();
    };
    for (const model::Reference& issuer : credential.issuers) things.push_back(model.institutions[issuer.id].name);
    list(Column::issuer);
    at(Column::credits) = amount(credential.credits);
    if (credential.credits && model.units[credential.credit_unit].name != "credits") at(Column::credits) += " " + model.units[credential.credit_unit].name;
    at(Column::hours) = amount(credential.hours);
    at(Column::weeks) = amount(credential.weeks);
    at(Column::level) = amount(credential.level);
    at(Column::fee) = amount(credential.fee);
    at(Column::currency) = credential.currency;
    for (const model::Developed& one : credential.develops) {
      things.push_back(written(model.competencies[one.competency].name, framework));
      if (one.to != model::Achievement::competence) things.back() += fmt::format(" to {}", enum_name(one.to));
    }
    list(Column::develops);
    if (auto before = plain_prerequisites(model, credential, framework)) {
      things = std::move(*before);
      list(Column::prerequisites);
    } else {
      out.left_out.push_back(fmt::format("the prerequisite of {} is more than a list of credentials", credential.name));
    }
    at(Column::tags) = cell_of(credential.tags);
    at(Column::subjects) = cell_of(credential.subjects);
    at(Column::assessed_by) = cell_of(credential.assessed_by);
    if (credential.awarded_for != model::Achievement::unknown) at(Column::awarded_for) = enum_name(credential.awarded_for);
    at(Column::code) = credential.code;
    at(Column::id) = credential.id;
    at(Column::url) = credential.url;
    for (const auto& [language, text] : credential.descriptions)
      if (language.empty()) at(Column::description) = text;
    rules += credential.rule != model::none ? 1 : 0;
    out.text += row(cells);
  }
  if (rules > 0) out.left_out.push_back(rules == 1 ? std::string("the rule of an award") : fmt::format("the rules of {} awards", rules));
  return out;
}

}  // namespace rung::spreadsheet
