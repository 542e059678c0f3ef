#include "compiler/policy/read.hpp"

#include <algorithm>
#include <cctype>

#include "compiler/model/linking.hpp"
#include "compiler/model/values.hpp"
#include "compiler/policy/read_rule.hpp"

namespace rung::policy {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using Syntax = grammar::NodeKind;

class Reader {
 public:
  Reader(const source::Files& files, const grammar::Tree& tree, diagnostics::Sink& sink) : text_{files, tree, sink} {}

  Policy policy(std::uint32_t declaration) {
    Policy out;
    for (const std::uint32_t node : grammar::children(text_.tree, declaration)) {
      const grammar::Node& at = text_.tree[node];
      if (at.kind == Syntax::name) {
        out.name = text_.written(node);
        out.span = text_.tree.span(node);
      } else if (at.kind == Syntax::text) {
        out.title = text_.unquoted(node);
      } else if (at.kind == Syntax::field) {
        field(node, out);
      } else if (at.kind == Syntax::section) {
        section(node, out);
      }
    }
    name_rules(out);
    return out;
  }

 private:
  void field(std::uint32_t node, Policy& out) {
    const grammar::Tree& tree = text_.tree;
    const std::uint32_t first = tree[node].first_child;
    switch (tree[node].word) {
      case Word::source: out.sources.push_back(text_.source(node)); return;
      case Word::refines:
        for (const std::uint32_t name : grammar::children(tree, node)) out.refines.push_back({text_.written(name), tree.span(name)});
        return;
      case Word::in_force: period(node, out); return;
      case Word::status: out.proposed = true; return;
      case Word::credits: basis(node, out); return;
      case Word::url: out.url = text_.unquoted(first); return;
      case Word::note: out.notes.push_back(text_.unquoted(first)); return;
      case Word::description: {
        const std::uint32_t language = grammar::child(tree, node, Syntax::name);
        out.descriptions.emplace_back(language == grammar::no_node ? "" : text_.written(language), text_.unquoted(grammar::child(tree, node, Syntax::text)));
        return;
      }
      default: return;   // titles in other languages, identifiers: kept in the file
    }
  }

  void period(std::uint32_t node, Policy& out) {
    bool ends = false;
    for (const std::uint32_t child : grammar::children(text_.tree, node)) {
      if (text_.tree[child].kind == Syntax::value) ends = text_.tree[child].word == Word::to;
      else (ends ? out.in_force_to : out.in_force_from) = text_.date(child, ends ? model::MonthMeans::last_day : model::MonthMeans::first_day);
    }
    if (!out.in_force_from || !out.in_force_to || *out.in_force_from <= *out.in_force_to) return;
    text_.sink.report(Kind::bad_date, text_.tree.span(node), {text_.written(node), "the end is before the beginning"});
    out.in_force_to.reset();
  }

  // `credits 1 credit = 10 hours`, `credits 1 ECTS = 28 hours`
  void basis(std::uint32_t node, Policy& out) {
    const grammar::Tree& tree = text_.tree;
    const std::uint32_t both = grammar::child(tree, node, Syntax::conversion);
    const auto bad = [&] {
      text_.sink.report(Kind::bad_value, tree.span(node), {"a basis of credits", text_.written(node), "1 credit = 10 hours, 1 ECTS = 28 hours"});
    };
    if (both == grammar::no_node) return bad();
    const std::uint32_t left = tree[both].first_child, right = tree[left].next_sibling;
    const auto unit = [&](std::uint32_t quantity) { return tree[tree[tree[quantity].first_child].next_sibling].word; };
    const auto amount = [&](std::uint32_t quantity) { return text_.number(tree[quantity].first_child); };
    const auto of = amount(left), hours = amount(right);
    const bool ects = unit(left) == Word::ects;
    if (!of || !hours || *of != table::millionths || *hours == 0 || unit(right) != Word::hours || (!ects && unit(left) != Word::credits)) return bad();
    (ects ? out.ects_hours : out.credit_hours) = *hours;
  }

  void section(std::uint32_t node, Policy& out) {
    const std::uint32_t whom = grammar::child(text_.tree, node, Syntax::subjects);
    out.sections.push_back(subjects(whom));
    for (const std::uint32_t rule : grammar::children(text_.tree, node)) {
      if (text_.tree[rule].kind != Syntax::policy_rule) continue;
      if (auto read = read_rule(text_, rule, out.sections.back())) {
        read->section = out.sections.size() - 1;
        out.rules.push_back(std::move(*read));
      }
    }
  }

  Subjects subjects(std::uint32_t node) {
    Subjects out;
    for (const std::uint32_t child : grammar::children(text_.tree, node)) {
      const grammar::Node& at = text_.tree[child];
      if (at.kind == Syntax::value) {
        switch (at.word) {
          case Word::counted_credentials: out.credentials = true; break;
          case Word::awards: out.awards = true; break;
          case Word::agreement: out.agreements = true; break;
          case Word::framework: out.frameworks = true; break;
          default: out.types.push_back(model::credential_type(at.word));
        }
        continue;
      }
      auto& into = at.word == Word::issued_by ? out.issuers : at.word == Word::region ? out.regions : at.word == Word::country ? out.countries : out.tags;
      for (const std::uint32_t one : grammar::children(text_.tree, child)) into.push_back(text_.unquoted(one));
    }
    std::sort(out.types.begin(), out.types.end());
    out.types.erase(std::unique(out.types.begin(), out.types.end()), out.types.end());
    return out;
  }

  // A rule without a label is named after what it asks; a second one of that name gets a number.
  void name_rules(Policy& policy) {
    std::vector<const Rule*> seen;
    for (Rule& rule : policy.rules) {
      const auto is_taken = [&](const std::string& name) {
        return std::any_of(policy.rules.begin(), policy.rules.end(), [&](const Rule& other) { return &other != &rule && other.name == name && (other.labelled || &other < &rule); });
      };
      if (rule.labelled) {
        const auto earlier = std::find_if(seen.begin(), seen.end(), [&](const Rule* other) { return other->labelled && other->name == rule.name; });
        if (earlier != seen.end())
          text_.sink.report(Kind::duplicate_name, rule.span, {"rule of " + policy.name, rule.name}).also((*earlier)->span, Phrase::first_declared_here, {rule.name});
      } else if (is_taken(rule.name)) {
        std::size_t number = 2;
        while (is_taken(rule.name + '-' + std::to_string(number))) ++number;
        rule.name += '-' + std::to_string(number);
      }
      seen.push_back(&rule);
    }
  }

  Text text_;
};

}  // namespace

std::vector<Policy> read(const source::Files& files, const grammar::Tree& tree, diagnostics::Sink& sink) {
  std::vector<Policy> out;
  Reader reader(files, tree, sink);
  for (const std::uint32_t declaration : tree.declarations)
    if (tree[declaration].kind == Syntax::policy || (tree[declaration].kind == Syntax::broken && tree[declaration].word == Word::policy)) {
      out.push_back(reader.policy(declaration));
      out.back().broken = tree[declaration].kind == Syntax::broken;
      if (out.back().name.empty()) out.pop_back();   // broken before its name
    }
  return out;
}

}  // namespace rung::policy
