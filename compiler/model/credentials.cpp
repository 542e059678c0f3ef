// What each credential states, its rules aside.
#include <algorithm>

#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using Syntax = grammar::NodeKind;
using grammar::Tree;
using grammar::Word;

}  // namespace

CredentialType credential_type(Word word) {
  switch (word) {
    case Word::assessment: return CredentialType::assessment;
    case Word::badge: return CredentialType::badge;
    case Word::microcredential: return CredentialType::microcredential;
    case Word::certification: return CredentialType::certification;
    case Word::certificate: return CredentialType::certificate;
    case Word::diploma: return CredentialType::diploma;
    case Word::degree: return CredentialType::degree;
    case Word::licence: return CredentialType::licence;
    case Word::apprenticeship: return CredentialType::apprenticeship;
    default: return CredentialType::course;
  }
}

namespace {

struct CredentialReader {
  Linking& linking;
  const Tree& tree;
  Credential& credential;

  static bool read(void* self, Word word, std::uint32_t node) {
    auto& reader = *static_cast<CredentialReader*>(self);
    return reader.learning(word, node) || reader.manner(word, node) || reader.evidence(word, node) || reader.standing(word, node);
  }

  std::uint32_t first(std::uint32_t node) const { return tree[node].first_child; }
  std::string text(std::uint32_t node) const { return linking.unquoted(tree, node); }
  bool states_unknown(std::uint32_t node) const { return tree[first(node)].word == Word::unknown; }

  std::vector<Word> words(std::uint32_t node) const {
    std::vector<Word> out;
    for (const std::uint32_t value : grammar::children(tree, node))
      if (std::find(out.begin(), out.end(), tree[value].word) == out.end()) out.push_back(tree[value].word);
    return out;
  }

  bool learning(Word word, std::uint32_t node) {
    switch (word) {
      case Word::issued_by: credential.issuers = references(linking, tree, node, Category::institution); return true;
      case Word::develops: develops(node); return true;
      case Word::workload: workload(node); return true;
      case Word::credits: credits(node); return true;
      case Word::fee: fee(node); return true;
      case Word::level:
        if (!states_unknown(node)) {
          const Span span = tree.span(first(node));
          if (const auto level = read_decimal(linking.written(span), span, linking.sink)) credential.level = {*level, span};
        }
        return true;
      case Word::awarded_for: credential.awarded_for = achievement(tree[first(node)].word); return true;
      case Word::assessed_by:
        for (const std::uint32_t item : grammar::children(tree, node)) {
          if (tree[item].kind != Syntax::pass_mark) {
            credential.assessed_by.push_back(text(item));
            continue;
          }
          const Span span = tree.span(first(item));
          const auto mark = read_percent(linking.written(span), span, linking.sink);
          if (mark && *mark > 100 * table::millionths)
            linking.sink.report(Kind::bad_quantity, span, {linking.written(tree, first(item)), "a pass mark is at most 100 %"});
          else credential.pass_mark = mark.value_or(table::unknown);
        }
        return true;
      default: return false;
    }
  }

  bool manner(Word word, std::uint32_t node) {
    switch (word) {
      case Word::delivery: credential.delivery = tree[first(node)].word; return true;
      case Word::pace: credential.pace = tree[first(node)].word; return true;
      case Word::learning: credential.learning = tree[first(node)].word; return true;
      case Word::form: credential.form = words(node); return true;
      case Word::purpose: credential.purpose = words(node); return true;
      case Word::audience: credential.audience = words(node); return true;
      case Word::type: credential.subtype = text(first(node)); return true;
      case Word::subject:
        for (const std::uint32_t value : grammar::children(tree, node)) credential.subjects.push_back(linking.unquoted(tree, value));
        std::sort(credential.subjects.begin(), credential.subjects.end());
        credential.subjects.erase(std::unique(credential.subjects.begin(), credential.subjects.end()), credential.subjects.end());
        return true;
      case Word::tags:
        for (const std::uint32_t name : grammar::children(tree, node)) credential.tags.push_back(linking.written(tree, name));
        std::sort(credential.tags.begin(), credential.tags.end());
        credential.tags.erase(std::unique(credential.tags.begin(), credential.tags.end()), credential.tags.end());
        return true;
      default: return false;
    }
  }

  bool evidence(Word word, std::uint32_t node) {
    const auto add_texts = [&](std::vector<std::string>& to) {
      for (const std::uint32_t item : grammar::children(tree, node)) to.push_back(text(item));
      return true;
    };
    const bool none_said = tree[first(node)].word == Word::none_;
    switch (word) {
      case Word::consulted:
        credential.nobody_consulted |= none_said;
        if (none_said) return true;
        for (const std::uint32_t item : grammar::children(tree, node)) {
          const std::uint32_t when = grammar::child(tree, item, Syntax::date);
          credential.consulted.push_back({text(first(item)), when == grammar::no_node ? std::nullopt : date(when, MonthMeans::first_day)});
        }
        return true;
      case Word::accredited_by:
        credential.not_accredited |= none_said;
        return none_said || add_texts(credential.accredited_by);
      case Word::meets_standard:
        credential.no_standard |= none_said;
        return none_said || add_texts(credential.meets_standard);
      case Word::entitles_to: return add_texts(credential.entitles_to);
      default: return false;
    }
  }

  bool standing(Word word, std::uint32_t node) {
    switch (word) {
      case Word::valid_for: {
        const Quantity quantity = read_quantity(linking, tree, first(node));
        credential.valid_months = read_months(linking, quantity).value_or(0);
        credential.valid_span = quantity.span;
        return true;
      }
      case Word::offered: offered(node); return true;
      case Word::review_by:
        if (const auto day = date(first(node), MonthMeans::last_day)) credential.review_by = {*day, tree.span(first(node))};
        return true;
      case Word::counts_towards: {
        const Span span = tree.span(first(node));
        const auto count = read_count(linking.written(span), span, linking.sink);
        if (count && *count == 0) linking.sink.report(Kind::bad_quantity, span, {std::string(linking.written(span)), "a credential that counts towards no award needs no rule that names it"});
        else if (count) credential.most_awards = {*count, span};
        return true;
      }
      case Word::stacks:
        credential.stacks_span = tree.span(node);
        credential.stacks_none = tree[first(node)].word == Word::none_;
        credential.stacks_into = references(linking, tree, node, Category::credential);
        return true;
      case Word::requires_:
      case Word::prerequisite:
      case Word::withheld_from:
      case Word::surrenders: return true;   // versions.cpp reads these
      case Word::in_force: credential.in_force_when_entered = tree[first(node)].word == Word::when_entered; return true;
      default: return false;
    }
  }

  std::optional<Day> date(std::uint32_t node, MonthMeans month) {
    return read_date(linking.written(tree.span(node)), month, tree.span(node), linking.sink);
  }

  void develops(std::uint32_t node) {
    for (const std::uint32_t item : grammar::children(tree, node)) {
      const Span name = tree.span(first(item));
      const std::uint32_t competency = linking.names.resolve(Category::competency, tree.file, name);
      if (competency == none) {
        credential.develops_incomplete = true;
        continue;
      }
      const std::uint32_t to = grammar::child(tree, item, Syntax::value);
      const auto same = [&](const Developed& d) { return d.competency == competency; };
      const auto earlier = std::find_if(credential.develops.begin(), credential.develops.end(), same);
      if (earlier != credential.develops.end()) {
        linking.sink.report(Kind::duplicate_member, name, {std::string(linking.written(name))}).also(earlier->span, Phrase::first_stated_here);
        continue;
      }
      credential.develops.push_back({competency, to == grammar::no_node ? Achievement::unknown : achievement(tree[to].word), name});
    }
  }

  void workload(std::uint32_t node) {
    if (states_unknown(node)) return;
    for (const std::uint32_t item : grammar::children(tree, node)) {
      const Quantity quantity = read_quantity(linking, tree, item);
      auto* stated = quantity.unit == Word::hours ? &credential.hours : quantity.unit == Word::weeks ? &credential.weeks : nullptr;
      if (stated == nullptr) {
        linking.sink.report(Kind::bad_value, quantity.unit_span, {"a workload", quantity.unit_written, "hours, weeks"});
      } else if (stated->has_value()) {
        linking.sink.report(Kind::repeated_field, quantity.span, {quantity.unit_written});
      } else if (quantity.amount) {
        *stated = {*quantity.amount, quantity.span};
      }
    }
  }

  void credits(std::uint32_t node) {
    if (credits_stated_ != grammar::no_node) {
      linking.sink.report(Kind::repeated_field, tree.span(node), {"credits"}).also(tree.span(credits_stated_), Phrase::first_stated_here);
      return;
    }
    credits_stated_ = node;
    if (states_unknown(node)) return;
    if (tree[first(node)].kind == Syntax::conversion) {
      linking.sink.report(Kind::bad_value, tree.span(node), {"credits", linking.written(tree, first(node)), "a number of credits, unknown"});
      return;
    }
    const Quantity quantity = read_quantity(linking, tree, first(node));
    if (quantity.unit == Word::ects) credential.credit_unit = linking.ects(credential.framework);
    if (quantity.amount) credential.credits = {*quantity.amount, quantity.span};
  }

  void fee(std::uint32_t node) {
    if (states_unknown(node)) return;
    const Quantity quantity = read_quantity(linking, tree, first(node));
    const bool currency = quantity.unit_written.size() == 3 &&
                          std::all_of(quantity.unit_written.begin(), quantity.unit_written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!currency) {
      linking.sink.report(Kind::bad_value, quantity.unit_span, {"a currency", quantity.unit_written, "three capital letters, such as CAD"});
      return;
    }
    if (!quantity.amount) return;
    credential.fee = {*quantity.amount, quantity.span};
    credential.currency = quantity.unit_written;
  }

  void offered(std::uint32_t node) {
    Word which = Word::none;
    for (const std::uint32_t item : grammar::children(tree, node)) {
      if (tree[item].kind == Syntax::value) {
        which = tree[item].word;
        continue;
      }
      const bool from = which == Word::from;
      auto& stated = from ? credential.offered_from : credential.offered_to;
      if (const auto day = date(item, from ? MonthMeans::first_day : MonthMeans::last_day)) stated = {*day, tree.span(item)};
    }
    if (credential.offered_from && credential.offered_to && credential.offered_to->value < credential.offered_from->value) {
      linking.sink
          .report(Kind::bad_date, credential.offered_to->span,
                  {std::string(linking.written(credential.offered_to->span)), "the end is before the beginning"})
          .also(credential.offered_from->span, Phrase::stated_here, {std::string(linking.written(credential.offered_from->span))});
      credential.offered_from.reset();
      credential.offered_to.reset();
    }
  }

  std::uint32_t credits_stated_ = grammar::no_node;
};

}  // namespace

void link_credentials(Linking& linking) {
  const auto& declared = linking.names.of(Category::credential);
  auto& credentials = linking.model.credentials;
  credentials.resize(declared.size());
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const Tree& tree = linking.tree(declared[i].file);
    Credential& credential = credentials[i];
    if (!linking.reads(declared[i].file, declared[i].node)) {
      read_name(linking, declared[i], credential);
      continue;
    }
    credential.type = credential_type(tree[declared[i].node].word);
    credential.broken = tree[declared[i].node].kind == Syntax::broken;
    credential.framework = linking.names.framework_of(declared[i]);
    credential.credit_unit = linking.model.frameworks[credential.framework].credit_unit;
    if (tree[declared[i].node].kind == Syntax::recognition) {
      read_block(linking, declared[i], credential);
      continue;
    }
    CredentialReader reader{linking, tree, credential};
    read_fields(linking, declared[i], credential, &reader, CredentialReader::read);
    for (Developed& developed : credential.develops) {
      if (developed.to == Achievement::unknown) developed.to = credential.awarded_for;
      if (developed.to == Achievement::unknown) developed.to = Achievement::competence;
    }
    std::sort(credential.develops.begin(), credential.develops.end(), [](const auto& a, const auto& b) { return a.competency < b.competency; });
  }
}

}  // namespace rung::model
