// Rules that no learner could meet whatever they held, and rules that ask for nothing: counts, amounts, floors, orders. Conditions of the whole rule are in
// impossible_condition.cpp.
#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "compiler/checks/impossible.hpp"
#include "compiler/checks/list.hpp"

namespace rung::checks {
namespace {

using model::Amount;
using model::Choice;
using model::Node;
using model::NodeKind;

class RuleCheck {
 public:
  RuleCheck(const Facts& facts, Sink& sink, std::uint32_t root) : facts_(facts), model_(facts.model), sink_(sink), root_(root) {}

  // Whether nothing was found.
  bool run() {
    if (asks_nobody_for_anything()) say(root_, "every part of it is asked of some only, so that others earn it for nothing", model_.nodes[root_].span, Phrase::ask_it_of_all);
    for (std::uint32_t at = root_; at < model_.nodes[root_].end; ++at) {
      if (model_.nodes[at].incomplete) continue;
      count(at);
      amount(at);
      floors(at);
      order(at);
    }
    return possible_;
  }

 private:
  void report(std::uint32_t at, const std::string& why, model::Span span) {
    say(at, why, span, Phrase::add_members);
  }
  void say(std::uint32_t at, const std::string& why, model::Span span, Phrase remedy) {
    sink_.report(Kind::impossible_rule, span, {part_name(facts_, at), why}).help(remedy);
    possible_ = false;
  }

  // Of somebody: when each of its parts is one that somebody is not asked for. Prerequisites may be so.
  bool asks_nobody_for_anything() const {
    if (model_.nodes[root_].in_prerequisite || model_.nodes[root_].end == root_ + 1) return false;
    for (std::uint32_t at = root_; at < model_.nodes[root_].end;) {
      const Node& node = model_.nodes[at];
      const bool passed_over = node.asked_of != table::Asked::of_all;
      if (!passed_over && !(node.kind == NodeKind::group && node.choice == model::Choice::all)) return false;
      at = passed_over ? node.end : at + 1;
    }
    return true;
  }

  void count(std::uint32_t at) {
    const Node& node = model_.nodes[at];
    std::size_t size = node.members.size();
    std::string_view what = "credentials";
    switch (node.kind) {
      case NodeKind::members: break;
      case NodeKind::competencies:
        size = node.asked.size();
        what = "competencies";
        break;
      case NodeKind::group:
        size = 0;
        for (std::uint32_t child = at + 1; child < node.end; child = model_.nodes[child].end) ++size;
        what = "requirements";
        break;
      default: return;
    }
    if (size == 0 && at == root_) return report(at, "it asks for nothing", node.span);
    if (size == 0) return report(at, fmt::format("its set holds no {}", what), node.span);
    if (node.need == 0) return say(at, fmt::format("it asks for 0 of {} {}, which is always so", size, what), node.need_span, Phrase::ask_for_something);
    if (node.need <= size) return;
    const std::string_view one = node.kind == NodeKind::members ? "credential" : node.kind == NodeKind::competencies ? "competency" : "requirement";
    const std::string why = fmt::format("it asks for {} of {} {}", node.need, size, size == 1 ? one : what);
    if (node.kind == NodeKind::members) return report(at, why, node.need_span);
    sink_.report(Kind::impossible_rule, node.need_span, {part_name(facts_, at), why}).help(Phrase::ask_for_less, {std::to_string(size)});
    possible_ = false;
  }

  void amount(std::uint32_t at) {
    const Node& node = model_.nodes[at];
    if (node.kind != NodeKind::amount) return;
    const Yardstick by = yardstick(node);
    if (node.amount == 0) return say(at, fmt::format("it asks for {}, which is always so", written(model_, Amount{0}, by)), node.need_span, Phrase::ask_for_something);
    Wide offered = 0;
    for (const std::uint32_t member : node.members) {
      const auto one = amount_of(model_, member, by);
      if (!one) return;
      offered = sum(offered, *one);
    }
    if (offered >= target_of(model_, node.amount, by)) return;
    const std::string all = written(model_, offered, by, Shown::at_most);
    auto found = sink_.report(Kind::impossible_rule, node.need_span,
                              {part_name(facts_, at), fmt::format("it asks for {} from a set that offers {}", written(model_, node.amount, by), all)});
    for (const std::uint32_t member : node.members)
      found.also(model_.credentials[member].span, Phrase::member_offers, {facts_.name(member), written(model_, *amount_of(model_, member, by), by, Shown::at_most)});
    found.help(Phrase::ask_for_less, {all});
    possible_ = false;
  }

  void floors(std::uint32_t at) {
    const Node& node = model_.nodes[at];
    if (node.grade_floor != table::unknown && model_.scales[node.grade_scale].percent && node.grade_floor > 100 * table::millionths)
      return say(at, fmt::format("it asks for {} %, and the scale ends at 100 %", model::decimal(node.grade_floor)), node.floor_span, Phrase::lower_the_floor);
    if (node.kind != NodeKind::members || node.need == 0 || node.need > node.members.size()) return;
    const model::Achievement asked = achievement_asked(model_, at);
    if (asked == model::Achievement::unknown) return;
    const auto shows = [&](std::uint32_t member) {
      const model::Achievement stated = model_.credentials[member].awarded_for;
      return stated == model::Achievement::unknown || stated >= asked;
    };
    const auto able = static_cast<std::size_t>(std::count_if(node.members.begin(), node.members.end(), shows));
    if (able >= node.need) return;
    static constexpr std::string_view names[] = {"", "participation", "competence", "mastery"};
    const std::string_view achievement = names[static_cast<std::size_t>(asked)];
    auto found = sink_.report(
        Kind::impossible_rule, node.span,
        {part_name(facts_, at), fmt::format("it asks for {} of {} {} to {}, and {} awarded for that or more", node.need, node.members.size(),
                                            node.members.size() == 1 ? "credential" : "credentials", achievement,
                                            able == 0 ? "none is" : fmt::format("only {} {}", able, able == 1 ? "is" : "are"))});
    for (const std::uint32_t member : node.members)
      if (!shows(member))
        found.also(model_.credentials[member].span, Phrase::member_offers,
                   {facts_.name(member), std::string(names[static_cast<std::size_t>(model_.credentials[member].awarded_for)])});
    possible_ = false;
  }

  // A part that comes after itself, through whatever chain; said once of a rule. Parts are few, so each is walked from; a rule of thousands is walked
  // as far as the steps last.
  void order(std::uint32_t at) {
    if (model_.nodes[at].after.empty() || circular_) return;
    std::vector<std::uint32_t> reached = model_.nodes[at].after;
    std::unordered_set<std::uint32_t> known(reached.begin(), reached.end());
    for (std::size_t next = 0; next < reached.size() && steps_left_ > 0; ++next, --steps_left_) {
      const std::uint32_t before = reached[next];
      const bool itself = before == at || (at < before && before < model_.nodes[at].end) || (before < at && at < model_.nodes[before].end);
      if (itself) {
        circular_ = true;
        return say(at, fmt::format("'{}' would have to come after itself", model_.nodes[at].part), model_.nodes[at].span, Phrase::break_the_circle);
      }
      for (const std::uint32_t further : model_.nodes[before].after)
        if (known.insert(further).second) reached.push_back(further);
    }
  }

  const Facts& facts_;
  const model::Model& model_;
  Sink& sink_;
  std::uint32_t root_;
  bool possible_ = true;
  bool circular_ = false;
  std::uint32_t steps_left_ = 100'000;   // of `order`
};

}  // namespace

void impossible_rule(const Facts& facts, Sink& sink) {
  for (std::uint32_t id = 0; id < facts.model.credentials.size(); ++id) {
    const model::Credential& credential = facts.model.credentials[id];
    if (credential.prerequisite != model::none) RuleCheck(facts, sink, credential.prerequisite).run();
    // A condition of the whole is judged when every part of it is possible.
    for (const std::uint32_t root : credential.rules())
      if (RuleCheck(facts, sink, root).run() && !rule_is_incomplete(facts.model, id)) impossible_conditions(facts, sink, root);
  }
}

}  // namespace rung::checks
