#include <algorithm>

#include "compiler/model/linking.hpp"
#include "grammar/fields.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using Syntax = grammar::NodeKind;
using grammar::Tree;
using grammar::Word;

// Fields that add to each other; any other is stated once.
bool may_repeat(Word word) {
  switch (word) {
    case Word::title:
    case Word::description:
    case Word::note:
    case Word::renamed_from:
    case Word::consulted:
    case Word::accredited_by:
    case Word::meets_standard:
    case Word::entitles_to:
    case Word::aligns_with:
    case Word::requires_:              // versions of a rule; versions.cpp reports two that overlap
    case Word::credits: return true;   // in a framework: conversions; credentials.cpp reports a second statement
    default: return false;
  }
}

// The fields that every declaration may have.
bool read_common(Linking& linking, const Tree& tree, Word word, std::uint32_t node, Named& named) {
  const auto text_of = [&] { return linking.unquoted(tree, grammar::child(tree, node, Syntax::text)); };
  const auto language_of = [&] {
    const std::uint32_t name = grammar::child(tree, node, Syntax::name);
    return name == grammar::no_node ? std::string{} : linking.written(tree, name);
  };
  switch (word) {
    case Word::title: named.titles.emplace_back(language_of(), text_of()); return true;
    case Word::description: named.descriptions.emplace_back(language_of(), text_of()); return true;
    case Word::code: named.code = text_of(); return true;
    case Word::id: named.id = text_of(); return true;
    case Word::url: named.url = text_of(); return true;
    case Word::note: named.notes.push_back(text_of()); return true;
    case Word::renamed_from:
      for (const std::uint32_t name : grammar::children(tree, node)) named.renamed_from.push_back({linking.written(tree, name), tree.span(name)});
      return true;
    default: return false;
  }
}

}  // namespace

bool Linking::reads(source::FileId file, std::uint32_t node) const { return chosen == nullptr || std::binary_search((*chosen)[file].begin(), (*chosen)[file].end(), node); }

void read_name(const Linking& linking, const Declared& declared, Named& named) {
  named.name = declared.name;
  named.span = declared.span;
  named.framework = linking.names.framework_of(declared);
}

void read_fields(Linking& linking, const Declared& declared, Named& named, void* self, ReadField read) {
  const Tree& tree = linking.tree(declared.file);
  read_name(linking, declared, named);
  std::vector<std::pair<Word, std::uint32_t>> seen;
  seen.reserve(16);                          // more than most declarations have
  for (const std::uint32_t node : grammar::children(tree, declared.node)) {
    if (tree[node].kind == Syntax::text) named.title = linking.unquoted(tree, node);
    if (tree[node].kind != Syntax::field) continue;
    const Word word = tree[node].word;
    const auto printed = [&] { return std::string(grammar::Vocabulary::of(tree.language)->printed(word)); };
    const auto earlier = std::find_if(seen.begin(), seen.end(), [&](const auto& field) { return field.first == word; });
    if (earlier != seen.end() && !may_repeat(word)) {
      linking.sink.report(Kind::repeated_field, tree.span(node), {printed()}).also(tree.span(earlier->second), Phrase::first_stated_here);
      continue;
    }
    if (earlier == seen.end()) seen.emplace_back(word, node);
    if (!read_common(linking, tree, word, node, named) && !read(self, word, node)) {
      const Word kind = tree[declared.node].word;
      auto report = linking.sink.report(Kind::misplaced_field, tree.span(node), {std::string(grammar::Vocabulary::of(tree.language)->printed(kind)), printed()});
      if (const std::string_view owner = grammar::owner(word); !owner.empty()) report.help(Phrase::belongs_to, {printed(), std::string(owner)});
    }
  }
}

std::vector<Reference> references(Linking& linking, const Tree& tree, std::uint32_t node, Category category) {
  std::vector<Reference> out;
  for (const std::uint32_t name : grammar::children(tree, node)) {
    if (tree[name].kind != Syntax::name) continue;
    const std::uint32_t id = linking.names.resolve(category, tree.file, tree.span(name));
    if (id == none) continue;
    const auto earlier = std::find_if(out.begin(), out.end(), [&](const Reference& r) { return r.id == id; });
    if (earlier != out.end()) {
      linking.sink.report(Kind::duplicate_member, tree.span(name), {linking.written(tree, name)}).also(earlier->span, Phrase::first_stated_here);
      continue;
    }
    out.push_back({id, tree.span(name)});
  }
  return out;
}

Achievement achievement(Word word) {
  switch (word) {
    case Word::participation: return Achievement::participation;
    case Word::competence: return Achievement::competence;
    case Word::mastery: return Achievement::mastery;
    default: return Achievement::unknown;
  }
}

std::string_view achievement_name(Achievement achievement) {
  static constexpr std::string_view names[] = {"unknown", "participation", "competence", "mastery"};
  return names[static_cast<std::size_t>(achievement)];
}

Quantity read_quantity(Linking& linking, const Tree& tree, std::uint32_t node) {
  Quantity out;
  out.span = tree.span(node);
  for (const std::uint32_t child : grammar::children(tree, node)) {
    if (tree[child].kind == Syntax::number) {
      out.amount = read_decimal(linking.written(tree.span(child)), tree.span(child), linking.sink);
    } else {
      out.unit = tree[child].kind == Syntax::value ? tree[child].word : Word::none;
      out.unit_written = linking.written(tree, child);
      out.unit_span = tree.span(child);
    }
  }
  return out;
}

void read_period(Linking& linking, const Tree& tree, std::uint32_t node, std::optional<Day>& first, std::optional<Day>& last) {
  bool ends = false;
  Span beginning;
  for (const std::uint32_t child : grammar::children(tree, node)) {
    const Span span = tree.span(child);
    if (tree[child].kind == Syntax::date && !ends) {
      first = read_date(linking.written(span), MonthMeans::first_day, span, linking.sink);
      beginning = span;
    } else if (tree[child].kind == Syntax::date) {
      last = read_date(linking.written(span), MonthMeans::last_day, span, linking.sink);
      if (!first || !last || *last >= *first) continue;
      linking.sink.report(Kind::bad_date, span, {std::string(linking.written(span)), "the end is before the beginning"})
          .also(beginning, Phrase::stated_here, {std::string(linking.written(beginning))});
      first.reset();
      last.reset();
    }
    ends = true;   // the first date begins, and what comes after it, or after `to`, ends
  }
}

std::optional<std::uint32_t> read_months(Linking& linking, const Quantity& quantity) {
  if (quantity.unit != Word::years && quantity.unit != Word::months) {
    linking.sink.report(Kind::bad_value, quantity.unit_span, {"a length of time", quantity.unit_written, "years, months"});
    return std::nullopt;
  }
  if (!quantity.amount) return std::nullopt;
  const Amount months = *quantity.amount * (quantity.unit == Word::years ? 12 : 1);
  if (months % table::millionths != 0 || months == 0 || months > 12'000 * table::millionths) {
    linking.sink.report(Kind::bad_quantity, quantity.span,
                        {std::string(linking.written(quantity.span)), "a length of time is whole months, from 1 month to 1000 years"});
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(months / table::millionths);
}

}  // namespace rung::model
