// What institutions recognise of each other's credentials: each agreement, and each of its lines.
#include <algorithm>

#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using Syntax = grammar::NodeKind;
using grammar::Tree;
using grammar::Word;
using table::RecognitionKind;

std::uint32_t resolve(Linking& linking, const Tree& tree, std::uint32_t name, Category category) {
  return linking.names.resolve(category, tree.file, tree.span(name));
}

struct AgreementReader {
  Linking& linking;
  const Tree& tree;
  Agreement& agreement;

  static bool read(void* self, Word word, std::uint32_t node) { return static_cast<AgreementReader*>(self)->field(word, node); }

  bool field(Word word, std::uint32_t node) {
    const std::uint32_t first = tree[node].first_child;
    switch (word) {
      case Word::from: {
        const std::uint32_t second = tree[first].next_sibling;
        agreement.from = resolve(linking, tree, first, Category::institution);
        agreement.to = resolve(linking, tree, second, Category::institution);
        agreement.from_span = tree.span(first);
        agreement.to_span = tree.span(second);
        return true;
      }
      case Word::effective: effective(first); return true;
      case Word::status:
        agreement.status = tree[first].word == Word::guaranteed   ? table::AgreementStatus::guaranteed
                           : tree[first].word == Word::indicative ? table::AgreementStatus::indicative
                                                                  : table::AgreementStatus::pending;
        return true;
      case Word::in_force:
        agreement.in_force = tree[first].word == Word::when_awarded ? table::InForce::when_awarded : table::InForce::when_asked;
        return true;
      case Word::one_award_only: agreement.one_award_only = true; return true;
      default: return false;
    }
  }

  void effective(std::uint32_t first) {
    const std::uint32_t second = tree[first].next_sibling;
    const auto day = [&](std::uint32_t node, MonthMeans month) { return read_date(linking.written(tree.span(node)), month, tree.span(node), linking.sink); };
    if (const auto begins = day(first, MonthMeans::first_day)) agreement.effective_from = {*begins, tree.span(first)};
    if (second == grammar::no_node) return;
    if (const auto ends = day(second, MonthMeans::last_day)) agreement.effective_to = {*ends, tree.span(second)};
    if (agreement.effective_from && agreement.effective_to && agreement.effective_to->value < agreement.effective_from->value)
      linking.sink.report(Kind::bad_date, tree.span(second), {linking.written(tree, second), "the agreement ends before it begins"});
  }

  // `at most 30 credits`, `nothing older than 7 years`.
  void limits(std::uint32_t declaration) {
    for (const std::uint32_t node : grammar::children(tree, declaration)) {
      const std::uint32_t first = tree[node].first_child;
      if (tree[node].kind == Syntax::at_most_from) at_most(first);
      if (tree[node].kind != Syntax::nothing) continue;
      if (tree[node].word != Word::older_than) {
        linking.sink.report(Kind::misplaced_condition, tree.span(node));
        continue;
      }
      const auto months = read_months(linking, read_quantity(linking, tree, first));
      if (months && (agreement.oldest_months == 0 || *months < agreement.oldest_months)) agreement.oldest_months = *months;
    }
  }

  void at_most(std::uint32_t node) {
    const Quantity quantity = read_quantity(linking, tree, node);
    if (!quantity.amount) return;
    switch (quantity.unit) {
      case Word::credits:
        agreement.at_most_measure = Measure::credits;
        agreement.at_most_unit = linking.model.frameworks[agreement.framework].credit_unit;
        break;
      case Word::ects:
        agreement.at_most_measure = Measure::credits;
        agreement.at_most_unit = linking.ects(agreement.framework);
        break;
      case Word::hours: agreement.at_most_measure = Measure::hours; break;
      case Word::counted_credentials: agreement.at_most_measure = Measure::credentials; break;
      default:
        linking.sink.report(Kind::bad_value, quantity.unit_span, {"what an agreement gives", quantity.unit_written, "credits, ECTS, hours, credentials"});
        return;
    }
    agreement.at_most = agreement.at_most == table::unknown ? *quantity.amount : std::min(agreement.at_most, *quantity.amount);
  }
};

class LineReader {
 public:
  LineReader(Linking& linking, const Tree& tree, std::uint32_t agreement) : linking_(linking), tree_(tree), agreement_(agreement) {}

  // `block`: the name of the credential that stands for the line's block of credit, if it gives one.
  void read(std::uint32_t line, const std::string& block) {
    Recognition recognition;
    recognition.agreement = agreement_;
    recognition.span = tree_.span(line);
    bool whole = true;   // every name of it is known
    bool any = false;
    for (const std::uint32_t child : grammar::children(tree_, line)) {
      switch (tree_[child].kind) {
        case Syntax::sources:
          any = tree_[child].word == Word::any_of;
          recognition.sources = references(linking_, tree_, child, Category::credential);
          whole = whole && recognition.sources.size() == names_in(child);
          break;
        case Syntax::floor: read_floor_of(recognition, child); break;
        case Syntax::outcome: whole = outcome(recognition, child, block) && whole; break;
        default: break;
      }
    }
    if (!whole) return;
    parties(recognition, block);
    if (!any) {
      linking_.model.recognitions.push_back(std::move(recognition));
      return;
    }
    for (const Reference& source : recognition.sources) {
      Recognition one = recognition;
      one.sources = {source};
      linking_.model.recognitions.push_back(std::move(one));
    }
  }

 private:
  std::size_t names_in(std::uint32_t node) const {
    std::size_t count = 0;
    for (const std::uint32_t child : grammar::children(tree_, node)) count += tree_[child].kind == Syntax::name ? 1 : 0;
    return count;
  }

  // On the scale of the first credential's framework.
  void read_floor_of(Recognition& recognition, std::uint32_t node) {
    if (recognition.sources.empty()) return;
    const std::uint32_t framework = linking_.model.credentials[recognition.sources[0].id].framework;
    const auto floor = read_floor(linking_, tree_, tree_[node].first_child, framework);
    if (!floor) return;
    recognition.achievement_floor = floor->achievement;
    recognition.grade_floor = floor->grade;
    recognition.grade_scale = floor->grade_scale;
  }

  bool outcome(Recognition& recognition, std::uint32_t node, const std::string& block) {
    recognition.targets = references(linking_, tree_, node, Category::credential);
    const bool whole = recognition.targets.size() == names_in(node);
    switch (tree_[node].word) {
      case Word::counts_as: {
        const std::uint32_t last = grammar::child(tree_, node, Syntax::value);
        if (last != grammar::no_node && tree_[last].word == Word::for_prerequisites_only) recognition.kind = RecognitionKind::prerequisite;
        if (!block.empty()) {
          const auto& all = linking_.model.credentials;
          const auto at = std::lower_bound(all.begin(), all.end(), block, [](const Credential& one, const std::string& name) { return one.name < name; });
          recognition.targets = {{static_cast<std::uint32_t>(at - all.begin()), recognition.span}};
        }
        return whole;
      }
      case Word::exempts: recognition.kind = RecognitionKind::exemption; return whole;
      case Word::admits_to: {
        recognition.kind = RecognitionKind::entry;
        const std::uint32_t year = grammar::child(tree_, node, Syntax::number);
        recognition.year = read_decimal(linking_.written(tree_.span(year)), tree_.span(year), linking_.sink).value_or(table::unknown);
        return whole && recognition.year != table::unknown;
      }
      default:
        recognition.kind = RecognitionKind::refusal;
        recognition.reason = linking_.unquoted(tree_, tree_[node].first_child);
        return true;
    }
  }

  // A credential that another institution issues is no part of this agreement.
  void parties(const Recognition& recognition, const std::string& block) {
    const Agreement& agreement = linking_.model.agreements[agreement_];
    const auto issued = [&](const std::vector<Reference>& credentials, std::uint32_t by) {
      if (by == none) return;
      for (const Reference& one : credentials) {
        const auto& issuers = linking_.model.credentials[one.id].issuers;
        if (issuers.empty() || std::any_of(issuers.begin(), issuers.end(), [&](const Reference& issuer) { return issuer.id == by; })) continue;
        linking_.sink.report(Kind::wrong_party, one.span,
                             {linking_.model.credentials[one.id].name, linking_.model.institutions[issuers[0].id].name, linking_.model.institutions[by].name});
      }
    };
    issued(recognition.sources, agreement.from);
    if (block.empty()) issued(recognition.targets, agreement.to);
  }

  Linking& linking_;
  const Tree& tree_;
  std::uint32_t agreement_;
};

}  // namespace

void read_block(Linking& linking, const Declared& declared, Credential& credential) {
  const Tree& tree = linking.tree(declared.file);
  const std::uint32_t outcome = grammar::child(tree, declared.node, Syntax::outcome);
  const Quantity quantity = read_quantity(linking, tree, grammar::child(tree, outcome, Syntax::quantity));
  credential.name = declared.name;
  credential.span = declared.span;
  credential.block = true;
  if (quantity.unit == Word::ects) credential.credit_unit = linking.ects(credential.framework);
  if (quantity.unit != Word::credits && quantity.unit != Word::ects)
    linking.sink.report(Kind::bad_value, quantity.unit_span, {"a block of credit", quantity.unit_written, "credits, ECTS"});
  else if (quantity.amount)
    credential.credits = {*quantity.amount, quantity.span};
  const std::uint32_t level = grammar::child(tree, outcome, Syntax::number);
  if (level != grammar::no_node)
    if (const auto read = read_decimal(linking.written(tree.span(level)), tree.span(level), linking.sink)) credential.level = {*read, tree.span(level)};
  // The table is the same whatever language the file is written in.
  const std::string number = linking.written(tree, grammar::child(tree, grammar::child(tree, outcome, Syntax::quantity), Syntax::number));
  credential.title = number + (quantity.unit == Word::ects ? " ECTS" : number == "1" ? " credit" : " credits") + " unassigned" +
                     (level == grammar::no_node ? "" : " at level " + linking.written(tree, level));
}

void link_agreements(Linking& linking) {
  const auto& declared = linking.names.of(Category::agreement);
  auto& agreements = linking.model.agreements;
  agreements.resize(declared.size());
  for (std::uint32_t i = 0; i < declared.size(); ++i) {
    const Tree& tree = linking.tree(declared[i].file);
    if (!linking.reads(declared[i].file, declared[i].node)) {
      read_name(linking, declared[i], agreements[i]);
      continue;
    }
    AgreementReader reader{linking, tree, agreements[i]};
    read_fields(linking, declared[i], agreements[i], &reader, AgreementReader::read);
    if (tree[declared[i].node].kind == Syntax::broken) continue;
    reader.limits(declared[i].node);
    if (agreements[i].from != none && agreements[i].from == agreements[i].to)
      linking.sink.report(Kind::bad_value, agreements[i].to_span, {"the institution that recognises", std::string(linking.written(agreements[i].to_span)), "another one than that which awarded the credentials"});
    if (grammar::child(tree, declared[i].node, Syntax::field) == grammar::no_node || agreements[i].from_span.file == source::no_file)
      linking.sink.report(Kind::no_parties, declared[i].span, {std::string(short_name(declared[i].name))}).help(Phrase::write_parties);
    LineReader lines(linking, tree, i);
    std::uint32_t blocks = 0;
    for (const std::uint32_t line : grammar::children(tree, declared[i].node)) {
      if (tree[line].kind != Syntax::recognition) continue;
      lines.read(line, is_block(tree, line) ? declared[i].name + "-block-" + std::to_string(++blocks) : std::string{});
    }
  }
}

}  // namespace rung::model
