// A row a credential, a column a policy. Policies with long names, or many, are columns with numbers, and a list below says which is which. Reasons are told rule by rule, each rule once
// with all that it finds the same of; of one credential, policy by policy.
#include <algorithm>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include "compiler/diagnostics/show.hpp"
#include "compiler/model/values.hpp"
#include "compiler/policy/report.hpp"
#include "compiler/rungc/policy_words.hpp"
#include "runtime/table/filled.hpp"

namespace rungc {
namespace {

namespace policy = rung::policy;
using rung::diagnostics::printable;
using rung::table::filled;
constexpr std::size_t widest = 100;   // a terminal, and a printed page

class Text {
 public:
  explicit Text(const Conformed& conformed)
      : compiled_(conformed.compiled), matrix_(conformed.matrix), why_(conformed.why), words_(words_in(conformed.language)), telling_(conformed.compiled.files, words_.language) {}

  std::string take() {
    if (matrix_.policies.empty()) say(words_.no_policy_in_force);
    else if (matrix_.rows.empty()) say(words_.not_spoken_of);
    else table();
    for (const policy::Policy* one : matrix_.not_in_force) say(filled(words_.left_out, {one->name, telling_.in_force(*one)}));
    if (why_) reasons();
    contradictions();
    return std::move(out_);
  }

 private:
  const std::string& name(std::size_t row) const { return policy::named(compiled_.model, matrix_.rows[row].subject).name; }

  void say(std::string_view line) { (out_ += line) += '\n'; }

  std::string_view shown(const policy::Cell& cell) const {
    using rung::value::Answer;
    if (!cell.applies) return "";
    return cell.conformity.answer == Answer::holds ? words_.cell_passes : cell.conformity.answer == Answer::fails ? words_.cell_fails : words_.cell_unknown;
  }

  void table() {
    std::size_t first = 10, width = first;
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) first = std::max(first, name(row).size());
    for (const policy::Policy* one : matrix_.policies) width += std::max<std::size_t>(one->name.size(), 4) + 2;
    const bool numbered = first + width > widest;
    out_ += fmt::format("{:<{}}", words_.credential, first);
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
        say(fmt::format("{:>4}  {}{}", column + 1, filled(words_.policy_of_number, {matrix_.policies[column]->name, printable(matrix_.policies[column]->title)}), standing(telling_, *matrix_.policies[column])));
    }
    const bool any_unknown = std::any_of(matrix_.rows.begin(), matrix_.rows.end(), [&](const policy::Row& row) {
      return std::any_of(row.cells.begin(), row.cells.end(), [&](const policy::Cell& cell) { return shown(cell) == words_.cell_unknown; });
    });
    if (any_unknown) say(words_.unknown_means);
    if (!why_) say(words_.why_says_more);
  }

  std::string head(std::size_t column, bool numbered) const { return numbered ? std::to_string(column + 1) : matrix_.policies[column]->name; }
  std::size_t column_width(std::size_t column, bool numbered) const { return std::max<std::size_t>(head(column, numbered).size(), 4); }

  void end_line() {
    while (out_.ends_with(' ')) out_.pop_back();
    out_ += '\n';
  }

  void reasons() {
    if (matrix_.rows.size() == 1) return reasons_of_the_one();
    for (std::size_t column = 0; column < matrix_.policies.size(); ++column)
      if (const std::string lines = reasons_of(column); !lines.empty()) out_ += "\n" + matrix_.policies[column]->name + "\n" + lines;
  }

  void reasons_of_the_one() {
    for (std::size_t column = 0; column < matrix_.policies.size(); ++column) {
      const policy::Cell& cell = matrix_.rows[0].cells[column];
      if (!cell.applies) continue;
      const policy::Policy& asked = *matrix_.policies[column];
      std::string lines;
      for (const policy::Finding& one : cell.conformity.findings)
        if (one.is_reported()) lines += fmt::format("  {}\n    {}\n{}{}", rule(one), evidence(one), source(one), helps(one));
      if (cell.conformity.findings.empty()) lines = fmt::format("  {}\n", says_nothing(asked, words_.language));
      if (!lines.empty()) out_ += "\n" + filled(words_.row_and_policy, {printable(name(0)), asked.name, told(words_, cell.conformity.answer)}) + "\n" + lines;
    }
  }

  // What a policy finds: its rules in their order, under each what it finds, and under that of whom.
  std::string reasons_of(std::size_t column) const {
    using Place = std::tuple<rung::source::FileId, std::uint32_t, rung::value::Answer>;
    struct Found { const policy::Finding* first; std::map<std::string, std::vector<std::string>> of; };   // by what is found and what would mend it
    std::map<Place, Found> rules;
    std::vector<std::string> unsaid;
    for (std::size_t row = 0; row < matrix_.rows.size(); ++row) {
      const policy::Cell& cell = matrix_.rows[row].cells[column];
      if (!cell.applies) continue;
      if (cell.conformity.findings.empty()) unsaid.push_back(name(row));
      for (const policy::Finding& one : cell.conformity.findings) {
        if (!one.is_reported()) continue;
        const rung::source::Span at = one.held.rule->span;
        Found& found = rules.try_emplace({at.file, at.begin, one.answer}, Found{&one, {}}).first->second;
        found.of[fmt::format("    {}\n{}", evidence(one), helps(one))].push_back(name(row));
      }
    }
    std::string out;
    for (const auto& [_, found] : rules) {
      out += fmt::format("  {}\n{}", rule(*found.first), source(*found.first));
      for (const auto& [what, names] : found.of) out += what + listed(names);
    }
    if (!unsaid.empty()) out += fmt::format("  {}\n{}", says_nothing(*matrix_.policies[column], words_.language), listed(unsaid));
    return out;
  }

  // On lines of their own, none wider than a page.
  static std::string listed(const std::vector<std::string>& names) {
    constexpr std::string_view indent = "      ";
    std::string out, line;
    for (const std::string& one : names) {
      const std::string name = printable(one) + (&one == &names.back() ? "" : ",");
      if (!line.empty() && indent.size() + line.size() + 1 + name.size() > widest) {
        out += fmt::format("{}{}\n", indent, line);
        line.clear();
      }
      line += (line.empty() ? "" : " ") + name;
    }
    return out + fmt::format("{}{}\n", indent, line);
  }

  std::string rule(const policy::Finding& one) const {
    const policy::Rule& rule = *one.held.rule;
    const std::string_view how = one.answer == rung::value::Answer::cannot_tell ? words_.rule_not_told : rule.modal == policy::Modal::must && !rule.unverified ? words_.rule_fails : words_.rule_falls_short;
    return filled(words_.rule_and_how, {rule.name, printable(telling_.written(*one.held.policy, rule)), how});
  }
  std::string evidence(const policy::Finding& one) const { return printable(telling_.evidence(one.held, one.evidence)); }
  std::string source(const policy::Finding& one) const {
    const policy::Source& source = policy::source_of(*one.held.policy, *one.held.rule);
    if (source.text.empty()) return "";
    return fmt::format("    {}\n", source.retrieved ? filled(words_.retrieved, {printable(source.text), rung::model::written_date(*source.retrieved)}) : filled(words_.source, {printable(source.text)}));
  }
  std::string helps(const policy::Finding& one) const {
    std::string out;
    for (const std::string& help : telling_.helps(one)) out += fmt::format("    {}\n", filled(words_.help, {printable(help)}));
    return out;
  }

  void contradictions() {
    if (!why_) {
      std::string line;
      for (std::size_t i = 0; i < matrix_.contradictions.size(); ++i) {
        const policy::Contradiction& one = matrix_.contradictions[i];
        const bool first = i == 0 || matrix_.contradictions[i - 1].row != one.row;
        if (first) out_ += "\n" + filled(words_.contradict, {printable(name(one.row)), telling_.matter(one.matter)});
        else out_ += ", " + telling_.matter(one.matter);
      }
      if (!matrix_.contradictions.empty()) out_ += '\n';
      return;
    }
    for (const policy::Contradiction& one : matrix_.contradictions) {
      say("\n" + filled(words_.contradict, {printable(name(one.row)), telling_.matter(one.matter)}));
      for (const policy::Stand& stand : one.stands)
        say("  " + filled(words_.stand, {stand.policy->name, stance(words_, stand), printable(telling_.written(*stand.held.policy, *stand.held.rule)), printable(telling_.evidence(stand.held, stand.evidence))}));
    }
  }

  const rung::Compiled& compiled_;
  const policy::Matrix& matrix_;
  bool why_;
  const Words& words_;
  policy::Telling telling_;
  std::string out_;
};

}  // namespace

std::string as_text(const Conformed& conformed) { return Text(conformed).take(); }

}  // namespace rungc
