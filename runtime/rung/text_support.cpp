#include "runtime/rung/text_support.hpp"

#include <algorithm>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

constexpr std::size_t most_titles = 8;      // of a long set, in a line

}  // namespace

std::string title_of(const Table& table, std::uint32_t credential) {
  const table::Credential& record = table.credentials()[credential];
  return plain(table.text(record.title.length > 0 ? record.title : record.name));
}

std::string called(const Table& table, std::uint32_t credential) {
  const table::Credential& record = table.credentials()[credential];
  if (record.title.length == 0) return plain(table.text(record.name));
  return plain(table.text(record.title)) + " (" + plain(table.text(record.name)) + ")";
}

std::string gate_title(const Table& table, std::uint32_t gate) {
  const table::Gate& record = table.gates()[gate];
  return plain(table.text(record.title.length > 0 ? record.title : record.name));
}

std::string titles(const Table& table, std::span<const std::uint32_t> credentials) {
  // One over the limit is named as well: "and 1 more" is no shorter.
  const std::size_t shown = credentials.size() <= most_titles + 1 ? credentials.size() : most_titles;
  std::vector<std::string> pieces;
  for (const std::uint32_t credential : credentials.first(shown)) pieces.push_back(title_of(table, credential));
  std::string out = joined(pieces);
  if (shown < credentials.size()) {
    std::string more(words::and_more);
    out += more.replace(more.find("{}"), 2, std::to_string(credentials.size() - shown));
  }
  return out;
}

std::string so_many(std::uint64_t number, const words::Noun& noun) {
  return std::to_string(number) + " " + std::string(number == 1 ? noun.one : noun.more);
}

std::string amount_of(std::int64_t amount, std::string_view unit) {
  if (amount == table::millionths)
    for (const words::Noun& noun : {words::credit, words::hour, words::week, words::credential})
      if (unit == noun.more) unit = noun.one;
  return table::decimal(amount) + " " + std::string(unit);
}

std::string head(const Asked& asked) {
  std::string out = asked.learner.id.empty() ? std::string(words::a_learner) : plain(asked.learner.id);
  if (asked.holdings.on != table::no_date) out += std::string(words::on) + written_date(asked.holdings.on);
  return out + "\n";
}

std::string set_aside(const Holdings& holdings) {
  if (holdings.set_aside.empty()) return {};
  std::string out = "\n" + std::string(words::set_aside_heading) + "\n";
  for (const SetAside& one : holdings.set_aside)
    out += "  " + std::string(one.is_exception ? words::exception_entry : one.is_entry ? words::entry : one.is_gate ? words::gate_entry : words::holding) + std::to_string(one.holding + 1) + ": " + plain(one.message) + "\n";
  return out;
}

std::vector<std::string> statements(const Table& table, const std::vector<Missing>& missing) {
  std::vector<std::string> out;
  for (const Missing& one : missing) {
    // The day is one, whatever depends on it.
    const bool about_one = one.credential != table::none && one.what != words::the_day;
    std::string piece = one.what == words::awarded_for && about_one
                            ? std::string(words::what_was_awarded_for[0]) + called(table, one.credential) + std::string(words::what_was_awarded_for[1])
                            : one.what + (about_one ? std::string(words::nobody_stated) + called(table, one.credential) : "");
    if (std::find(out.begin(), out.end(), piece) == out.end()) out.push_back(std::move(piece));
  }
  return out;
}

std::string version_line(const Asked& asked, std::uint32_t award, bool shown) {
  const Table& table = asked.table;
  const table::Credential& credential = table.credentials()[award];
  if (credential.versions.count == 0) return {};
  const RuleOf rule = rule_of(table, asked.holdings, award);
  if (rule.day_unknown) return std::string(words::which_version) + std::string(shown ? words::newest_shown : ".") + "\n";
  std::int32_t day = asked.holdings.on;
  bool by_entry = false;
  for (const auto& [entered, when] : asked.holdings.entered)
    if (credential.when_entered != 0 && entered == award) by_entry = true, day = when;
  if (rule.version == table::none) return std::string(words::no_version) + written_date(day) + std::string(words::no_version_end) + "\n";
  const table::Version& version = table.versions()[rule.version];
  std::string out(words::by_the_rule);
  if (version.first != table::no_date) out += std::string(words::from_day) + written_date(version.first);
  if (version.last != table::no_date) out += std::string(words::to_day) + written_date(version.last);
  if (version.first == table::no_date && version.last == table::no_date) out += words::always;
  if (by_entry) out += std::string(words::of_entry) + written_date(day);
  return out + ".\n";
}

std::string agreement_of(const Table& table, std::uint32_t recognition) {
  const table::Agreement& agreement = table.agreements()[table.recognitions()[recognition].agreement];
  std::string out = plain(table.text(agreement.title.length > 0 ? agreement.title : agreement.name));
  if (agreement.status != table::AgreementStatus::unstated) out += " (" + std::string(enum_name(agreement.status)) + ")";
  return out;
}

std::string under_agreements(const Table& table, std::span<const std::uint32_t> recognitions) {
  std::vector<std::string> names;
  for (const std::uint32_t recognition : recognitions)
    if (std::string name = agreement_of(table, recognition); std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  return names.empty() ? std::string() : std::string(words::by_transfer) + std::string(words::under) + joined(names);
}

std::string exception_line(const Asked& asked, std::uint32_t exception) {
  const Exception& one = asked.learner.exceptions[exception];
  const auto excused = std::find_if(asked.holdings.excused.begin(), asked.holdings.excused.end(), [&](const Excused& bound) { return bound.exception == exception; });
  const std::string award = excused == asked.holdings.excused.end() ? plain(one.award) : title_of(asked.table, excused->award);
  return std::string(words::excused_from) + (one.prerequisite ? std::string(words::prerequisites) : plain(one.part)) + std::string(words::of_award) + award +
         std::string(words::by_whom) + plain(one.by) + (one.on.empty() ? "" : std::string(words::on) + plain(one.on)) + std::string(words::why) + plain(one.because);
}

std::string exception_lines(const Asked& asked, std::span<const std::uint32_t> exceptions, std::size_t indent) {
  std::string out;
  for (const std::uint32_t one : exceptions) out += std::string(indent, ' ') + exception_line(asked, one) + "\n";
  return out;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string out;
  for (const std::string& piece : pieces) out += (out.empty() ? "" : ", ") + piece;
  return out;
}

}  // namespace rung
