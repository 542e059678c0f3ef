// Scenarios: names resolved, dates, grades and costs read. A line with a mistake is reported and left out, and the others are kept.
#include <algorithm>

#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Tree;
using grammar::Word;
using Syntax = grammar::NodeKind;

class ScenarioReader {
 public:
  ScenarioReader(Linking& linking, const Tree& tree, Scenario& scenario)
      : linking_(linking), model_(linking.model), tree_(tree), scenario_(scenario) {}

  void read(std::uint32_t node) {
    for (const std::uint32_t line : grammar::children(tree_, node)) {
      if (tree_[line].kind == Syntax::field) field(line);
      if (tree_[line].kind == Syntax::expectation) expectation(line);
    }
  }

 private:
  void field(std::uint32_t line) {
    switch (tree_[line].word) {
      case Word::on: on(line); return;
      case Word::holds: holds(line); return;
      case Word::knows: knows(line); return;
      case Word::entered: entered(line); return;
      case Word::meets:
        for (const Reference& gate : references(linking_, tree_, line, Category::gate)) scenario_.gates.push_back(gate.id);
        return;
      case Word::excused_from: excused(line); return;
      default: return;  // a note
    }
  }

  std::string printed(Word word) const { return std::string(grammar::Vocabulary::of(tree_.language)->printed(word)); }

  // Whether this is the first statement of a word; a second is reported.
  bool first(Word word, std::uint32_t node, std::optional<std::uint32_t>& seen) {
    if (!seen) {
      seen = node;
      return true;
    }
    linking_.sink.report(Kind::repeated_field, tree_.span(node), {printed(word)}).also(tree_.span(*seen), Phrase::first_stated_here);
    return false;
  }

  std::optional<Day> date(std::uint32_t node, MonthMeans month = MonthMeans::first_day) {
    return read_date(linking_.written(tree_, node), month, tree_.span(node), linking_.sink);
  }

  void entered(std::uint32_t line) {
    const std::uint32_t name = tree_[line].first_child;
    const std::uint32_t id = award(name);
    const auto day = date(tree_[name].next_sibling);
    const auto same = [&](const auto& one) { return one.first == id; };
    if (std::any_of(scenario_.entered.begin(), scenario_.entered.end(), same)) return repeated(name);
    if (id != none && day) scenario_.entered.emplace_back(id, *day);
  }

  void on(std::uint32_t line) {
    if (first(Word::on, line, on_)) scenario_.on = date(tree_[line].first_child);
  }

  // ---- what the learner has --------------------------------------------------------------------------------------------------
  void holds(std::uint32_t line) {
    const std::uint32_t name = tree_[line].first_child;
    ScenarioHolding holding{};
    holding.id = linking_.names.resolve(Category::credential, tree_.file, tree_.span(name));
    bool sound = holding.id != none;
    std::optional<std::uint32_t> grade, achieved, awarded, expires, counted, term, by;
    for (std::uint32_t suffix = tree_[name].next_sibling; suffix != grammar::no_node; suffix = tree_[suffix].next_sibling) {
      const Word word = tree_[suffix].word;
      const std::uint32_t value = tree_[suffix].first_child;
      const bool is_achievement = tree_[suffix].kind == Syntax::floor && tree_[value].kind == Syntax::value;
      if (word == Word::by_prior_learning || word == Word::by_transfer || word == Word::ungraded) {
        if (!first(word, suffix, by)) continue;
        holding.by_prior_learning = word == Word::by_prior_learning;
        holding.by_transfer = word == Word::by_transfer;
        holding.ungraded = word == Word::ungraded;
      } else if (word == Word::in_term) {
        if (first(word, suffix, term)) holding.term = linking_.unquoted(tree_, value);
      } else if (is_achievement) {  // `to mastery`, and `at mastery` as a floor may say it
        if (first(word, suffix, achieved)) holding.achievement = achievement(tree_[value].word);
      } else if (word == Word::at) {
        if (first(word, suffix, grade) && sound) sound = read_grade(value, holding) && sound;
      } else if (word == Word::awarded) {
        if (!first(word, suffix, awarded)) continue;
        holding.awarded = date(value);
        sound = holding.awarded.has_value() && sound;
      } else if (word == Word::expires) {
        if (!first(word, suffix, expires)) continue;
        holding.expires = date(value, MonthMeans::last_day);
        sound = holding.expires.has_value() && sound;
      } else if (first(word, suffix, counted)) {
        sound = sound && award(name) != none;
        sound = read_counted(suffix, holding) && sound;
      }
    }
    if (holding.awarded && holding.expires && *holding.expires < *holding.awarded) {
      const Span span = tree_.span(tree_[*expires].first_child);
      linking_.sink.report(Kind::bad_date, span, {std::string(linking_.written(span)), "it would expire before it was awarded"});
      sound = false;
    }
    if (sound) scenario_.holdings.push_back(std::move(holding));
  }

  bool read_counted(std::uint32_t suffix, ScenarioHolding& holding) {
    const std::size_t before = linking_.sink.errors();
    for (const Reference& one : references(linking_, tree_, suffix, Category::credential)) holding.counted.push_back(one.id);
    return linking_.sink.errors() == before;
  }

  // A grade must be one of the scale of its credential's framework. A framework that declares none may have any.
  bool read_grade(std::uint32_t value, ScenarioHolding& holding) {
    const Span span = tree_.span(value);
    holding.grade = linking_.unquoted(tree_, value);
    if (tree_[value].kind == Syntax::percent) holding.grade = grammar::closed_up(holding.grade);
    const Framework& framework = model_.frameworks[model_.credentials[holding.id].framework];
    if (tree_[value].kind == Syntax::percent && !read_percent(holding.grade, span, linking_.sink)) return false;
    if (framework.scale == none) return true;
    const Scale& scale = model_.scales[framework.scale];
    const bool is_percent = tree_[value].kind == Syntax::percent;
    const bool known = scale.percent ? is_percent : std::find(scale.grades.begin(), scale.grades.end(), holding.grade) != scale.grades.end();
    if (known) return true;
    std::string may_be = scale.percent ? "a percentage" : "";
    for (const std::string& grade : scale.grades) may_be += (may_be.empty() ? "" : ", ") + grade;
    linking_.sink.report(Kind::bad_value, span, {"a grade", holding.grade, may_be});
    return false;
  }

  void knows(std::uint32_t line) {
    const std::uint32_t name = tree_[line].first_child;
    ScenarioHolding known{};
    known.is_competency = known.by_prior_learning = true;
    known.id = linking_.names.resolve(Category::competency, tree_.file, tree_.span(name));
    if (const std::uint32_t to = tree_[name].next_sibling; to != grammar::no_node)
      known.achievement = achievement(tree_[tree_[to].first_child].word);
    if (known.id != none) scenario_.holdings.push_back(std::move(known));
  }

  // `excused from methods of inspector by "Dean" on 2026-02-01 because "…"`; `prerequisite` stands for what must come before enrolling.
  void excused(std::uint32_t line) {
    const std::uint32_t part = tree_[line].first_child, of = tree_[part].next_sibling, by = tree_[of].next_sibling;
    const bool prerequisite = tree_[part].kind == Syntax::value;
    ScenarioException out{};
    out.award = prerequisite ? linking_.names.resolve(Category::credential, tree_.file, tree_.span(of)) : award(of);
    if (out.award == none) return;
    out.by = linking_.unquoted(tree_, by);
    std::uint32_t next = tree_[by].next_sibling;
    if (tree_[next].kind == Syntax::date) {
      out.on = date(next);
      if (!out.on) return;
      next = tree_[next].next_sibling;
    }
    out.because = linking_.unquoted(tree_, next);
    if (prerequisite && model_.credentials[out.award].prerequisite == none) {
      linking_.sink.report(Kind::unknown_name, tree_.span(part), {"prerequisite of " + linking_.written(tree_, of), linking_.written(tree_, part)});
      return;
    }
    if (!prerequisite) {
      out.part = linking_.written(tree_, part);
      const std::vector<std::string_view> known = parts_of(model_.credentials[out.award].rule);
      if (std::find(known.begin(), known.end(), out.part) == known.end()) {
        unknown_part(part, out.part, known);
        return;
      }
    }
    scenario_.exceptions.push_back(std::move(out));
  }

  std::vector<std::string_view> parts_of(std::uint32_t root) const {
    std::vector<std::string_view> known;
    for (std::uint32_t node = root; node < model_.nodes[root].end; ++node)
      if (!model_.nodes[node].part.empty()) known.push_back(model_.nodes[node].part);
    return known;
  }

  // ---- what is expected ------------------------------------------------------------------------------------------------------
  void expectation(std::uint32_t line) {
    Expectation expected{};
    expected.span = tree_.span(line);
    const std::uint32_t name = tree_[line].first_child, next = tree_[name].next_sibling;
    const Word word = tree_[line].word;
    const bool of_any = word == Word::earns || word == Word::leads_to || word == Word::does_not_lead_to;
    expected.of = of_any ? linking_.names.resolve(Category::credential, tree_.file, tree_.span(name)) : award(name);
    bool sound = expected.of != none;
    switch (word) {
      case Word::earned: expected.what = Expected::earned; break;
      case Word::not_earned: expected.what = Expected::not_earned; break;
      case Word::cannot_be_told: expected.what = Expected::cannot_be_told; break;
      case Word::earns: expected.what = Expected::earned_by_transfer; break;
      case Word::no_path_to: expected.what = Expected::no_path; break;
      case Word::titled:
        expected.what = Expected::titled;
        expected.title = linking_.unquoted(tree_, next);
        sound = sound && is_a_title(next, expected);
        break;
      case Word::missing:
        expected.what = Expected::missing;
        sound = sound && read_missing(next, expected);
        break;
      case Word::after:
        expected.what = Expected::earned_after;
        sound = read_taken(next, expected) && sound;
        break;
      case Word::leads_to:
      case Word::does_not_lead_to: {
        expected.what = word == Word::leads_to ? Expected::leads_to : Expected::leads_not_to;
        const std::uint32_t to = award(next);
        sound = sound && to != none;
        expected.others = {to};
        break;
      }
      default: expected.what = Expected::shortest_path; sound = sound && read_cost(next, expected);
    }
    if (sound) scenario_.expectations.push_back(std::move(expected));
  }

  // One of those that the award can have, or its own.
  bool is_a_title(std::uint32_t text, const Expectation& expected) {
    const Credential& award = model_.credentials[expected.of];
    std::string known = award.title;
    for (const Title& title : award.titled) {
      if (title.title == expected.title) return true;
      known += (known.empty() ? "" : ", ") + title.title;
    }
    if (award.title == expected.title) return true;
    linking_.sink.report(Kind::bad_value, tree_.span(text), {"a title of " + std::string(short_name(award.name)), expected.title, known.empty() ? "nothing: it has no title" : known});
    return false;
  }

  // Only what is made of other credentials can be earned, be missing parts, or be led to.
  std::uint32_t award(std::uint32_t name) {
    const std::uint32_t id = linking_.names.resolve(Category::credential, tree_.file, tree_.span(name));
    if (id == none || model_.credentials[id].rule != none) return id;
    if (model_.credentials[id].broken) return none;  // has its message
    const Declared& declared = linking_.names.of(Category::credential)[id];
    const Tree& there = linking_.tree(declared.file);
    linking_.sink
        .report(Kind::wrong_kind, tree_.span(name),
                {linking_.written(tree_, name),
                 std::string(grammar::Vocabulary::of(there.language)->printed(there[declared.node].word)) + " that requires nothing", "award"})
        .also(declared.span, Phrase::declared_here, {linking_.written(tree_, name)});
    return none;
  }

  bool read_taken(std::uint32_t first_name, Expectation& expected) {
    bool sound = true;
    for (std::uint32_t name = first_name; name != grammar::no_node; name = tree_[name].next_sibling) {
      const std::uint32_t id = linking_.names.resolve(Category::credential, tree_.file, tree_.span(name));
      sound = sound && id != none;
      if (std::find(expected.others.begin(), expected.others.end(), id) == expected.others.end()) expected.others.push_back(id);
      else if (id != none) repeated(name);
    }
    return sound;
  }

  // Names of parts. Where a requirement has no name, what it asks for stands for it: a credential of an `all of`, a gate.
  bool read_missing(std::uint32_t first_name, Expectation& expected) {
    const std::vector<std::uint32_t> roots = model_.credentials[expected.of].rules();   // of whichever version, the day decides
    std::vector<std::string_view> known;
    for (const std::uint32_t root : roots)
      for (std::uint32_t node = root; node < model_.nodes[root].end; ++node)
        if (!model_.nodes[node].part.empty()) known.push_back(model_.nodes[node].part);
    bool sound = true;
    for (std::uint32_t name = first_name; name != grammar::no_node; name = tree_[name].next_sibling) {
      const std::string written = linking_.written(tree_, name);
      const bool is_part = std::find(known.begin(), known.end(), written) != known.end();
      std::string meant = is_part ? written : "";
      for (const std::uint32_t root : roots)
        if (meant.empty()) meant = asked_without_a_name(root, name, written);
      if (meant.empty()) sound = unknown_part(name, written, known);
      else if (std::find(expected.parts.begin(), expected.parts.end(), meant) != expected.parts.end()) repeated(name);
      else expected.parts.push_back(meant);
    }
    std::sort(expected.parts.begin(), expected.parts.end());
    return sound;
  }

  void repeated(std::uint32_t name) { linking_.sink.report(Kind::duplicate_member, tree_.span(name), {linking_.written(tree_, name)}); }

  std::string asked_without_a_name(std::uint32_t root, std::uint32_t name, const std::string& written) {
    const std::uint32_t credential = linking_.names.find(Category::credential, tree_.file, written);
    const std::uint32_t gate = linking_.names.find(Category::gate, tree_.file, written);
    for (std::uint32_t at = root; at < model_.nodes[root].end; ++at) {
      const Node& node = model_.nodes[at];
      if (!node.part.empty()) continue;
      const bool is_gate = node.kind == NodeKind::gate;
      if (!is_gate && (node.kind != NodeKind::members || node.choice != Choice::all)) continue;
      const std::uint32_t wanted = is_gate ? gate : credential;
      if (wanted == none || !std::binary_search(node.members.begin(), node.members.end(), wanted)) continue;
      linking_.names.note(is_gate ? Category::gate : Category::credential, tree_.span(name), wanted);
      return is_gate ? model_.gates[gate].name : model_.credentials[credential].name;
    }
    return {};
  }

  bool unknown_part(std::uint32_t name, const std::string& written, const std::vector<std::string_view>& known) {
    auto report = linking_.sink.report(Kind::unknown_name, tree_.span(name), {"part of this award", written});
    if (const auto near = diagnostics::nearest(written, known); !near.empty()) report.help(Phrase::did_you_mean, {std::string(near)});
    return false;
  }

  bool read_cost(std::uint32_t cost, Expectation& expected) {
    const Credential& award = model_.credentials[expected.of];
    const Quantity quantity = read_quantity(linking_, tree_, tree_[cost].next_sibling);
    std::string unit;
    Word wanted = tree_[cost].word;
    switch (wanted) {
      case Word::credits:
        expected.by = PathCost::credits;
        unit = model_.units[award.credit_unit].name;
        wanted = unit == "ECTS" ? Word::ects : Word::credits;
        break;
      case Word::hours:
        expected.by = PathCost::hours;
        unit = "hours";
        break;
      case Word::weeks:
        expected.by = PathCost::weeks;
        unit = "weeks";
        break;
      case Word::fee:
        expected.by = PathCost::fee;
        unit = "an amount of money such as 240 CAD";
        wanted = Word::none;
        break;
      default:
        expected.by = PathCost::count;
        unit = "credentials";
        wanted = Word::counted_credentials;
    }
    if (quantity.unit != wanted) {
      linking_.sink.report(Kind::bad_value, quantity.unit_span,
                           {"the unit of a path by " + printed(tree_[cost].word), quantity.unit_written, unit});
      return false;
    }
    if (wanted == Word::none) expected.currency = quantity.unit_written;
    if (!quantity.amount) return false;
    expected.amount = *quantity.amount;
    return true;
  }

  Linking& linking_;
  Model& model_;
  const Tree& tree_;
  Scenario& scenario_;
  std::optional<std::uint32_t> on_;
};

}  // namespace

void link_scenarios(Linking& linking) {
  std::vector<Scenario>& scenarios = linking.model.scenarios;
  for (const Tree& tree : linking.program.trees) {
    for (const std::uint32_t declaration : tree.declarations) {
      if (tree[declaration].kind != Syntax::scenario || !linking.reads(tree.file, declaration)) continue;
      const std::uint32_t name = grammar::child(tree, declaration, Syntax::text);
      Scenario scenario{};
      scenario.name = linking.unquoted(tree, name);
      scenario.framework = linking.names.framework_of(tree.file);
      scenario.span = tree.span(name);
      ScenarioReader(linking, tree, scenario).read(declaration);
      scenarios.push_back(std::move(scenario));
    }
  }
  // Two of one framework with one name could not be told apart in a report.
  std::vector<const Scenario*> by_name;
  for (const Scenario& scenario : scenarios) by_name.push_back(&scenario);
  std::stable_sort(by_name.begin(), by_name.end(),
                   [](const Scenario* a, const Scenario* b) { return std::tie(a->framework, a->name) < std::tie(b->framework, b->name); });
  for (std::size_t i = 1; i < by_name.size(); ++i) {
    const Scenario &earlier = *by_name[i - 1], &later = *by_name[i];
    if (earlier.framework != later.framework || earlier.name != later.name) continue;
    linking.sink.report(Kind::duplicate_name, later.span, {"scenario", later.name})
        .also(earlier.span, Phrase::first_declared_here, {earlier.name});
  }
}

}  // namespace rung::model
