#include "runtime/learner/grades.hpp"

#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

std::optional<Grade> read_percent(std::string_view written, std::uint32_t scale) {
  if (written.ends_with('%')) {
    written.remove_suffix(1);
    for (const std::string_view blank : {" ", "\u00A0", "\u202F"})
      if (written.ends_with(blank)) {
        written.remove_suffix(blank.size());
        break;
      }
  }
  const auto value = table::read_decimal(written);
  if (!value || *value > 100 * table::millionths) return std::nullopt;
  return Grade{*value, scale};
}

constexpr std::string_view achievements[] = {"unknown", "participation", "competence", "mastery"};

}  // namespace

std::optional<Grade> read_grade(const Table& table, const table::Framework& framework, std::string_view written) {
  if (framework.scale == table::none) return written.ends_with('%') ? read_percent(written, table::none) : Grade{};
  const table::Scale& scale = table.scales()[framework.scale];
  if (scale.kind == table::ScaleKind::percent) return read_percent(written, framework.scale);
  const auto grades = table.list(scale.grades);
  for (std::size_t i = 0; i < grades.size(); i += 2)
    if (table.text({grades[i], grades[i + 1]}) == written) return Grade{static_cast<std::int64_t>(i / 2), framework.scale};
  return std::nullopt;
}

std::optional<std::string> fraction_as_percent(const Table& table, const table::Framework& framework, std::string_view written) {
  if (!written.starts_with('0') || written.ends_with('%')) return std::nullopt;   // as nearly all are, of everybody in a stream of records
  if (framework.scale != table::none && table.scales()[framework.scale].kind != table::ScaleKind::percent) return std::nullopt;
  const auto value = table::read_decimal(written);
  if (!value || *value <= 0 || *value >= table::millionths) return std::nullopt;
  return table::decimal(*value * 100) + "%";
}

std::optional<table::Achievement> read_achievement(std::string_view written) {
  for (std::size_t i = 1; i < std::size(achievements); ++i)
    if (written == achievements[i]) return static_cast<table::Achievement>(i);
  return std::nullopt;
}

std::string_view written_achievement(table::Achievement achievement) { return achievements[static_cast<std::size_t>(achievement)]; }

}  // namespace rung
