#include "compiler/policy/read_rule.hpp"

#include <algorithm>

#include "compiler/policy/fields.hpp"

namespace rung::policy {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using Syntax = grammar::NodeKind;

class RuleReader {
 public:
  RuleReader(const Text& text, std::uint32_t node, const Subjects& whom) : text_(text), tree_(text.tree), node_(node), whom_(whom) {}

  std::optional<Rule> read() {
    modal(tree_[node_].word);
    for (const std::uint32_t child : grammar::children(tree_, node_)) {
      switch (tree_[child].kind) {
        case Syntax::part:
          rule_.name = text_.written(tree_[child].first_child);
          rule_.labelled = true;
          break;
        case Syntax::asks: asks(child); break;
        case Syntax::field:
          if (tree_[child].word == Word::because) rule_.because = text_.unquoted(tree_[child].first_child);
          else rule_.source = text_.source(child);
          break;
        default:
          rule_.when_awarded |= tree_[child].word == Word::when_awarded;
          rule_.unverified |= tree_[child].word == Word::unverified;
      }
    }
    if (!rule_.labelled) rule_.name = made_name();
    fits();
    return sound_ ? std::optional(std::move(rule_)) : std::nullopt;
  }

 private:
  void modal(Word word) {
    switch (word) {
      case Word::must_not: rule_.forbids = true; break;
      case Word::must: break;
      case Word::should_not: rule_.forbids = true; [[fallthrough]];
      case Word::should: rule_.modal = Modal::should; break;
      case Word::need_not: rule_.excuses = true; [[fallthrough]];
      case Word::may: rule_.modal = Modal::may; break;
      default:
        // Some read it as a prohibition, some as a permission.
        sound_ = false;
        text_.sink.report(Kind::bad_value, tree_.span(node_), {"what a rule begins with", text_.printed(word), "must, must not, should, should not, may, need not"})
            .help(Phrase::write_must_not);
    }
  }

  void asks(std::uint32_t node) {
    rule_.asks = tree_[node].word;
    // As written, from the verb to the end of what it asks, without the label, the reason and the source; on one line.
    std::uint32_t begin = tree_[node_].first_token;
    if (const std::uint32_t label = grammar::child(tree_, node_, Syntax::part); label != grammar::no_node) begin = tree_[label].end_token + 1;   // behind its colon
    rule_.span = {tree_.file, tree_.tokens[begin].begin, tree_.tokens[tree_[node].end_token - 1].end};
    for (const char c : text_.files.text(rule_.span)) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!space) rule_.written += c;
      else if (!rule_.written.ends_with(' ')) rule_.written += ' ';
    }
    for (const std::uint32_t child : grammar::children(tree_, node)) {
      switch (tree_[child].kind) {
        case Syntax::bound: bound(child); break;
        case Syntax::quantity: length(child); break;
        case Syntax::value: value(tree_[child].word); break;
        case Syntax::name: name(child); break;
        default: rule_.texts.push_back(text_.unquoted(child));
      }
    }
  }

  void value(Word word) {
    const bool is_unit = rule_.asks == Word::workload || rule_.asks == Word::credits || rule_.asks == Word::valid_for || rule_.asks == Word::count;
    if (is_unit) rule_.unit = word;
    else rule_.words.push_back(word);
  }

  void name(std::uint32_t node) {
    if (rule_.asks != Word::independent_value) {
      rule_.texts.push_back(text_.written(node));
      return;
    }
    const std::string written = text_.written(node);
    if (const auto aspect = value::aspect_named(written)) {
      rule_.aspects.push_back(*aspect);
      return;
    }
    sound_ = false;
    std::vector<std::string_view> known;
    for (const Aspect aspect : value::aspects) known.push_back(value::name(aspect));
    auto report = text_.sink.report(Kind::unknown_name, tree_.span(node), {"aspect of independent value", written});
    if (const auto near = diagnostics::nearest(written, known); !near.empty()) report.help(Phrase::did_you_mean, {std::string(near)});
  }

  void bound(std::uint32_t node) {
    std::vector<Amount> numbers;
    for (const std::uint32_t child : grammar::children(tree_, node)) {
      const auto number = text_.number(child);
      sound_ &= number.has_value();
      numbers.push_back(number.value_or(0));
    }
    switch (tree_[node].word) {
      case Word::above: rule_.bound.without_least = true; [[fallthrough]];
      case Word::at_least: rule_.bound.least = numbers.front(); break;
      case Word::below: rule_.bound.without_most = true; [[fallthrough]];
      case Word::at_most: rule_.bound.most = numbers.front(); break;
      default: rule_.bound.least = numbers.front(), rule_.bound.most = numbers.back();
    }
    if (!sound_ || !rule_.bound.least || !rule_.bound.most || *rule_.bound.least <= *rule_.bound.most) return;
    sound_ = false;
    text_.sink.report(Kind::bad_quantity, tree_.span(node), {text_.written(node), "nothing lies between a greater and a smaller number"});
  }

  // `within 3 years`, as months.
  void length(std::uint32_t node) {
    const std::uint32_t number = tree_[node].first_child;
    const auto amount = text_.number(number);
    sound_ &= amount.has_value();
    const bool years = tree_[tree_[number].next_sibling].word == Word::years;
    if (amount && (*amount % table::millionths != 0 || *amount == 0 || *amount > 1000 * table::millionths)) {
      sound_ = false;
      text_.sink.report(Kind::bad_quantity, tree_.span(node), {text_.written(node), "a length of time is a whole number, from 1 to 1000"});
    }
    rule_.bound.most = amount.value_or(0) * (years ? 12 : 1);
    rule_.unit = Word::months;
  }

  // "workload", "awarded-for", "competencies": what it asks, as the language spells it.
  std::string made_name() const {
    const bool fields = rule_.asks == Word::state, counted = rule_.asks == Word::count;
    std::string name;
    if (fields && rule_.words.empty()) name = rule_.texts.empty() ? "state" : rule_.texts.front();
    else name = text_.printed(fields ? rule_.words.front() : counted ? rule_.unit : rule_.asks);
    if (rule_.aspects.size() == 1) name = value::name(rule_.aspects.front());
    std::string out;
    for (const char c : name) {
      const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) out += lower;
      else if (!out.empty() && !out.ends_with('-')) out += '-';
    }
    while (out.ends_with('-')) out.pop_back();
    return out.empty() ? "rule" : out;
  }

  // What is asked must be something that those who are spoken of can have.
  void fits() {
    const auto refuse = [&](Word subject, Word asked) {
      sound_ = false;
      text_.sink.report(Kind::misplaced_field, rule_.span, {text_.printed(subject), text_.printed(asked)});
    };
    const bool credentials = whom_.credentials || whom_.awards || !whom_.types.empty();
    const auto check = [&](Word asked) {
      if (asked == Word::none || rule_.when_awarded) return;
      if (credentials && !of_credentials(asked)) return refuse(Word::counted_credentials, asked);
      if (whom_.agreements && !of_agreements(asked)) return refuse(Word::agreement, asked);
      if (whom_.frameworks && !of_frameworks(asked)) refuse(Word::framework, asked);
    };
    if (rule_.asks != Word::state) return check(rule_.asks);
    for (const Word word : rule_.words) check(word);
  }

  const Text& text_;
  const grammar::Tree& tree_;
  std::uint32_t node_;
  const Subjects& whom_;
  Rule rule_;
  bool sound_ = true;
};

}  // namespace

Source Text::source(std::uint32_t field) const {
  Source out{unquoted(tree[field].first_child), {}};
  if (const std::uint32_t when = grammar::child(tree, field, Syntax::date); when != grammar::no_node) out.retrieved = date(when, model::MonthMeans::first_day);
  return out;
}

std::optional<Rule> read_rule(const Text& text, std::uint32_t node, const Subjects& whom) { return RuleReader(text, node, whom).read(); }

}  // namespace rung::policy
