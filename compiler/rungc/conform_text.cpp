// A row a credential, a column a policy. Policies with long names, or many, are columns with numbers, and a list below says which is which.
#include <algorithm>

#include <fmt/format.h>

#include "compiler/diagnostics/show.hpp"
#include "compiler/model/values.hpp"
#include "compiler/policy/report.hpp"
#include "compiler/rungc/policy_words.hpp"

namespace rungc {
namespace {

namespace policy = rung::policy;
using rung::diagnostics::printable;
constexpr std::size_t widest = 100;   // a terminal, and a printed page

class Text {
 public:
  explicit Text(const Conformed& conformed) : compiled_(conformed.compiled), matrix_(conformed.matrix), why_(conformed.why) {}

  std::string take() {
    if (matrix_.rows.empty() && matrix_.policies.empty()) out_ += "No policy is in force.\n";
    else if (matrix_.rows.empty()) out_ += "There is nothing here that these policies speak of.\n";
    else table();
    for (const policy::Policy* one : matrix_.not_in_force) out_ += fmt::format("{} is left out: it is in force {}\n", one->name, policy::when_in_force(*one));
    if (why_) reasons();
    contradictions();
    return std::move(out_);
  }

 private:
  const std::string& name(std::size_t row) const { return policy::named(compiled_.model, matrix_.rows[row].subject).name; }

  static std::string_view shown(const policy::Cell& cell) {
    using rung::value::Answer;
    if (!cell.applies) return "";
    return cell.conformity.answer == Answer::holds ? "pass" : cell.conformity.answer == Answer::fails ? "FAIL" : "?";
  }

  void table() {
    std::size_t first = 10, width = first;
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) first = std::max(first, name(row).size());
    for (const policy::Policy* one : matrix_.policies) width += std::max<std::size_t>(one->name.size(), 4) + 2;
    const bool numbered = first + width > widest;
    out_ += fmt::format("{:<{}}", "credential", first);
    for (std::size_t column = 0; column < matrix_.policies.size(); ++column) out_ += fmt::format("  {:<{}}", head(column, numbered), column_width(column, numbered));
    end_line();
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      out_ += fmt::format("{:<{}}", printable(name(row)), first);
      for (std::size_t column = 0; column < matrix_.policies.size(); ++column) out_ += fmt::format("  {:<{}}", shown(matrix_.rows[row].cells[column]), column_width(column, numbered));
      end_line();
    }
    if (numbered) {
      out_ += '\n';
      for (std::size_t column = 0; column < matrix_.policies.size(); ++column)
        out_ += fmt::format("{:>4}  {}: {}{}\n", column + 1, matrix_.policies[column]->name, printable(matrix_.policies[column]->title), standing(*matrix_.policies[column]));
    }
    const bool any_unknown = std::any_of(matrix_.rows.begin(), matrix_.rows.end(), [](const policy::Row& row) {
      return std::any_of(row.cells.begin(), row.cells.end(), [](const policy::Cell& cell) { return shown(cell) == "?"; });
    });
    if (any_unknown) out_ += "? cannot be told from what is stated\n";
    if (!why_) out_ += "--why says which rule is not met\n";
  }

  std::string head(std::size_t column, bool numbered) const { return numbered ? std::to_string(column + 1) : matrix_.policies[column]->name; }
  std::size_t column_width(std::size_t column, bool numbered) const { return std::max<std::size_t>(head(column, numbered).size(), 4); }

  void end_line() {
    while (out_.ends_with(' ')) out_.pop_back();
    out_ += '\n';
  }

  void reasons() {
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row)
      for (std::size_t column = 0; column < matrix_.policies.size(); ++column) {
        const policy::Cell& cell = matrix_.rows[row].cells[column];
        if (!cell.applies) continue;
        const policy::Policy& asked = *matrix_.policies[column];
        std::string lines;
        for (const policy::Finding& one : cell.conformity.findings) lines += reason(one);
        if (cell.conformity.findings.empty()) lines = fmt::format("  {}\n", says_nothing(asked));
        if (!lines.empty()) out_ += fmt::format("\n{} and {}: {}\n{}", printable(name(row)), asked.name, told(cell.conformity.answer), lines);
      }
  }

  static std::string reason(const policy::Finding& one) {
    if (!one.is_reported()) return "";
    const policy::Rule& rule = *one.held.rule;
    const std::string_view how = one.answer == rung::value::Answer::cannot_tell ? "cannot tell" : rule.modal == policy::Modal::must && !rule.unverified ? "fails" : "falls short";
    std::string out = fmt::format("  {}: {} ({})\n    {}\n", rule.name, printable(rule.written), how, printable(sentences(one.evidence)));
    const policy::Source& source = policy::source_of(*one.held.policy, rule);
    if (!source.text.empty()) out += fmt::format("    source: {}{}\n", printable(source.text), source.retrieved ? ", retrieved " + rung::model::written_date(*source.retrieved) : "");
    for (const auto& [phrase, arguments] : one.help) out += fmt::format("    help: {}\n", printable(rung::diagnostics::words(phrase, arguments)));
    return out;
  }

  void contradictions() {
    if (!why_) {
      std::string line;
      for (std::size_t i = 0; i < matrix_.contradictions.size(); ++i) {
        const policy::Contradiction& one = matrix_.contradictions[i];
        const bool first = i == 0 || matrix_.contradictions[i - 1].row != one.row;
        if (first) out_ += fmt::format("{}policies contradict each other for {}: {}", "\n", printable(name(one.row)), one.matter);
        else out_ += ", " + one.matter;
      }
      if (!matrix_.contradictions.empty()) out_ += '\n';
      return;
    }
    for (const policy::Contradiction& one : matrix_.contradictions) {
      out_ += fmt::format("\npolicies contradict each other for {}: {}\n", printable(name(one.row)), one.matter);
      for (const policy::Stand& stand : one.stands)
        out_ += fmt::format("  {} {}: {} ({})\n", stand.policy->name, stance(stand), printable(stand.held.rule->written), printable(sentences(stand.evidence)));
    }
  }

  const rung::Compiled& compiled_;
  const policy::Matrix& matrix_;
  bool why_;
  std::string out_;
};

}  // namespace

std::string as_text(const Conformed& conformed) { return Text(conformed).take(); }

}  // namespace rungc
