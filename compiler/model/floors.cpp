// Grades and achievements as floors: `at 70%`, `at C-`, `to mastery`.
#include <algorithm>

#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using Syntax = grammar::NodeKind;

std::string grades_of(const Scale& scale) {
  if (scale.percent) return "a percentage";
  std::string out;
  for (const std::string& grade : scale.grades) out += (out.empty() ? "" : ", ") + grade;
  return out;
}

}  // namespace

std::uint32_t percent_scale(Model& model, std::uint32_t framework) {
  if (model.frameworks[framework].scale != none) return model.frameworks[framework].scale;
  for (std::uint32_t i = 0; i < model.scales.size(); ++i)
    if (model.scales[i].percent) return i;
  model.scales.push_back({});
  return static_cast<std::uint32_t>(model.scales.size() - 1);
}

std::optional<Floor> read_floor(Linking& linking, const grammar::Tree& tree, std::uint32_t value, std::uint32_t framework) {
  const Span span = tree.span(value);
  if (tree[value].kind == Syntax::value) return Floor{achievement(tree[value].word), table::unknown, none};
  const Framework& of = linking.model.frameworks[framework];
  const Scale* scale = of.scale == none ? nullptr : &linking.model.scales[of.scale];
  if (tree[value].kind == Syntax::percent) {
    if (scale != nullptr && !scale->percent) {
      linking.sink.report(Kind::bad_value, span, {"a grade", linking.written(tree, value), grades_of(*scale)});
      return std::nullopt;
    }
    const auto percent = read_percent(linking.written(span), span, linking.sink);
    if (!percent) return std::nullopt;
    return Floor{Achievement::unknown, *percent, percent_scale(linking.model, framework)};
  }
  const std::string grade = linking.unquoted(tree, value);
  if (scale == nullptr || scale->percent) {
    linking.sink.report(Kind::bad_value, span, {"a grade", grade, "a percentage; other grades are declared by 'grades' in the framework"});
    return std::nullopt;
  }
  const auto at = std::find(scale->grades.begin(), scale->grades.end(), grade);
  if (at != scale->grades.end()) return Floor{Achievement::unknown, at - scale->grades.begin(), of.scale};
  linking.sink.report(Kind::bad_value, span, {"a grade", grade, grades_of(*scale)});
  return std::nullopt;
}

}  // namespace rung::model
