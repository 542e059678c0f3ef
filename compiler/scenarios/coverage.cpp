// A node, a least amount, the prerequisite and a bar are decided when one learner met it and another did not. An option is decided when it was
// counted once. A floor, an order, a limit and a sharing are decided when some learner would be answered differently without it.
#include "compiler/scenarios/coverage.hpp"

#include <algorithm>
#include <span>

#include "compiler/scenarios/bends.hpp"
#include "compiler/scenarios/phrases.hpp"
#include "runtime/table/filled.hpp"

namespace rung::scenarios {
namespace {

using model::Choice;
using table::filled;
using model::ConditionKind;
using model::Model;
using model::NodeKind;

bool same(const NodeState& a, const NodeState& b) {
  return a.verdict == b.verdict && a.have == b.have && a.have_amount == b.have_amount && a.counted == b.counted &&
         a.recognised == b.recognised;
}

bool same(const MissingAnswer& a, const MissingAnswer& b) {
  const auto nodes_same = [](const NodeState& x, const NodeState& y) { return same(x, y); };
  return a.earned == b.earned && a.cannot_tell == b.cannot_tell &&
         std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), nodes_same) &&
         std::equal(a.prerequisites.begin(), a.prerequisites.end(), b.prerequisites.begin(), b.prerequisites.end(), nodes_same);
}

// Whether both answers were given.
class Sides {
 public:
  void see(rung::Verdict verdict) { (verdict == rung::Verdict::met ? met_ : not_met_) = true; }
  bool decided() const { return met_ && not_met_; }
  bool always() const { return met_; }

 private:
  bool met_ = false, not_met_ = false;
};

class Cover {
 public:
  Cover(const Compiled& compiled, WorkLimit limit, const Words& words) : compiled_(compiled), words_(words), model_(compiled.model), bendable_(compiled.model), limit_(limit) {}

  void award(std::uint32_t id, std::span<const Asking> askings) {
    award_ = id;
    askings_ = askings;
    if (askings.empty()) {
      ++out_.things;
      add("", std::string(words_.nobody_asks));
      return;
    }
    const model::Credential& award = model_.credentials[id];
    for (const std::uint32_t root : award.rules()) {
      of_version(root);
      version_.clear();
    }
    for (const model::Title& title : award.titled) {
      ++out_.things;
      const auto has_it = [&](const Asking& asking) { return asking.title == title.title; };
      if (std::none_of(askings.begin(), askings.end(), has_it)) add("", filled(words_.title_of_nobody, {title.title}));
    }
    if (award.prerequisite != model::none) of_prerequisite();
    for (const model::Reference& barred : award.withheld_from) of_bar(barred.id);
    of_what_decides_by_its_absence();
  }

  // A line of an agreement is decided when it recognised something of one learner. Refusals and entries give nothing to count.
  void agreements(std::span<const Asking> askings, std::span<const std::uint32_t> recognised, const std::vector<bool>& in_scope) {
    std::vector<bool> seen(model_.recognitions.size());
    for (const std::uint32_t line : recognised) seen[line] = true;
    for (const Asking& asking : askings)
      for (const NodeState& state : asking.answer.nodes)
        for (const std::uint32_t line : state.recognised) seen[line] = true;
    for (std::uint32_t line = 0; line < model_.recognitions.size(); ++line) {
      const model::Recognition& one = model_.recognitions[line];
      const model::Agreement& agreement = model_.agreements[one.agreement];
      const bool counts = one.kind == table::RecognitionKind::credit || one.kind == table::RecognitionKind::exemption;
      if (!counts || !in_scope[agreement.framework]) continue;
      ++out_.things;
      if (!seen[line]) out_.uncovered.push_back({agreement.name, "", filled(words_.used_by_nobody, {filled(words_.quoted, {as_written(compiled_.files, one.span)})})});
    }
  }

  Coverage take() && { return std::move(out_); }

 private:
  void add(std::string part, std::string what) {
    out_.uncovered.push_back({model_.credentials[award_].name, std::move(part), std::move(what)});
    if (!version_.empty()) out_.uncovered.back().what = filled(words_.by_version, {out_.uncovered.back().what, version_});
  }

  void judge(const Sides& sides, const std::string& part, const std::string& thing) {
    ++out_.things;
    if (sides.decided()) return;
    const bool all = sides.always();
    add(part, thing.empty() ? std::string(all ? words_.met_by_all : words_.met_by_none) : filled(all ? words_.part_met_by_all : words_.part_met_by_none, {thing}));
  }

  // A rule with versions is decided version by version, each by the learners to whom it applied.
  void of_version(std::uint32_t root) {
    const bool asked = std::any_of(askings_.begin(), askings_.end(), [&](const Asking& asking) { return shows(asking, root); });
    if (!asked) {
      ++out_.things;
      add("", filled(words_.version_of_nobody, {version_of(words_, model_, root)}));
      return;
    }
    version_ = version_of(words_, model_, root);
    for (std::uint32_t node = root; node < model_.nodes[root].end; ++node) of_node(node, root);
    for (const model::Condition& condition : model_.conditions_of(root)) of_condition(static_cast<std::uint32_t>(&condition - model_.conditions.data()));
  }

  static bool shows(const Asking& asking, std::uint32_t root) { return !asking.answer.nodes.empty() && asking.answer.nodes.front().node == root; }

  void of_node(std::uint32_t at, std::uint32_t root) {
    const model::Node& node = model_.nodes[at];
    // The root says no more than its parts and the verdict on the award.
    if (at != root || node.kind != NodeKind::group || node.choice != Choice::all) {
      Sides sides;
      for (const Asking& asking : askings_)
        if (const NodeState& state = asking.answer.nodes[at - root]; shows(asking, root) && state.exception == table::none) sides.see(state.verdict);   // who is excused shows nothing
      judge(sides, part_of(model_, at), node.part.empty() ? written_node(words_, compiled_, at) : "");
    }
    if (node.kind == NodeKind::members && node.choice != Choice::all) options(at, root);
  }

  // Those that the author names; what a description covers is one thing.
  void options(std::uint32_t at, std::uint32_t root) {
    const model::Node& node = model_.nodes[at];
    for (const model::Reference& option : node.written) {
      if (!std::binary_search(node.members.begin(), node.members.end(), option.id)) continue;
      ++out_.things;
      const auto counts_it = [&](const Asking& asking) {
        if (!shows(asking, root)) return false;
        const auto& counted = asking.answer.nodes[at - root].counted;
        return std::binary_search(counted.begin(), counted.end(), option.id);
      };
      if (std::none_of(askings_.begin(), askings_.end(), counts_it))
        add(part_of(model_, at), filled(words_.never_counted, {model::short_name(model_.credentials[option.id].name)}));
    }
  }

  static bool is_least(ConditionKind kind) {
    return !table::is_limit(kind) && !table::bounds_nothing_counted(kind);
  }

  void of_condition(std::uint32_t number) {
    if (!is_least(model_.conditions[number].kind) || decides_nothing(model_, number)) return;
    Sides sides;
    for (const Asking& asking : askings_)
      for (const ConditionState& state : asking.answer.conditions)
        if (state.condition == number) sides.see(state.verdict);
    judge(sides, "", written_condition(words_, compiled_, number));
  }

  void of_prerequisite() {
    Sides sides;
    for (const Asking& asking : askings_)
      if (const NodeState& state = asking.answer.prerequisites.front(); state.exception == table::none) sides.see(state.verdict);
    judge(sides, "", std::string(words_.the_prerequisite));
  }

  void of_bar(std::uint32_t barred) {
    ++out_.things;
    const auto holds_it = [&](const Asking& asking) {
      return std::any_of(asking.holdings->held.begin(), asking.holdings->held.end(),
                         [&](const Held& held) { return held.credential == barred; });
    };
    if (std::none_of(askings_.begin(), askings_.end(), holds_it))
      add("", filled(words_.nobody_holds, {model_.credentials[barred].name}));
  }

  void of_what_decides_by_its_absence() {
    for (const Bend& bend : bends_of(compiled_, award_, words_)) {
      std::string thing;
      switch (bend.kind) {
        case Bend::Kind::no_grade_floor: thing = filled(words_.grade_floor_in, {written_node(words_, compiled_, bend.node)}); break;
        case Bend::Kind::no_achievement_floor: thing = filled(words_.achievement_floor_in, {written_node(words_, compiled_, bend.node)}); break;
        case Bend::Kind::no_age_limit: thing = filled(words_.age_limit_in, {written_node(words_, compiled_, bend.node)}); break;
        case Bend::Kind::asked_of_all: thing = filled(words_.asked_of_in, {written_node(words_, compiled_, bend.node)}); break;
        case Bend::Kind::no_order: thing = filled(words_.order_in, {written_node(words_, compiled_, bend.node)}); break;
        case Bend::Kind::no_condition:
          if (is_least(model_.conditions[bend.condition].kind)) continue;
          thing = written_condition(words_, compiled_, bend.condition);
          break;
        case Bend::Kind::no_most_awards:
          thing = filled(words_.how_many_awards, {model::short_name(model_.credentials[bend.member].name)});
          break;
        default: continue;
      }
      ++out_.things;
      const Table without = bent(bendable_, bend);
      if (std::all_of(askings_.begin(), askings_.end(), [&](const Asking& asking) { return same(asking.answer, asked_again(without, asking)); }))
        add(bend.node == model::none ? "" : part_of(model_, bend.node), filled(words_.no_difference, {thing}));
    }
  }

  MissingAnswer asked_again(const Table& table, const Asking& asking) const {
    if (asking.taken == nullptr) return missing(table, *asking.holdings, award_, limit_);
    return missing_after(table, *asking.holdings, award_, *asking.taken, limit_).answer;
  }

  const Compiled& compiled_;
  const Words& words_;
  const Model& model_;
  Model bendable_;
  WorkLimit limit_;
  std::uint32_t award_ = 0;
  std::string version_;                    // whose parts are looked at; empty for a rule that is always in force
  std::span<const Asking> askings_;
  Coverage out_;
};

}  // namespace

Coverage cover(const Compiled& compiled, const std::vector<Asking>& askings, const std::vector<std::uint32_t>& recognised,
               const std::vector<bool>& in_scope, WorkLimit limit, const Words& words) {
  const model::Model& model = compiled.model;
  Cover cover(compiled, limit, words);
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const model::Credential& award = model.credentials[id];
    if (award.rule == model::none || !in_scope[award.framework]) continue;
    const auto by_award = [](const Asking& asking, std::uint32_t wanted) { return asking.award < wanted; };
    const auto first = std::lower_bound(askings.begin(), askings.end(), id, by_award);
    cover.award(id, std::span(first, std::lower_bound(first, askings.end(), id + 1, by_award)));
  }
  cover.agreements(askings, recognised, in_scope);
  return std::move(cover).take();
}

}  // namespace rung::scenarios
