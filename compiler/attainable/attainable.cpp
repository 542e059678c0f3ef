#include "compiler/attainable/attainable.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "compiler/attainable/relaxed.hpp"
#include "compiler/checks/amounts.hpp"
#include "compiler/checks/facts.hpp"
#include "compiler/emit/table_of.hpp"
#include "runtime/queries/out_of_reach.hpp"

namespace rung::attainable {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using diagnostics::Sink;
using model::Model;

constexpr WorkLimit of_all{2'000'000};                 // of the first question, which is asked of all awards at once
constexpr WorkLimit each{200'000};
constexpr std::size_t most_copied = 4'000'000;         // credentials and nodes, of the tables that are made to see what is to blame
constexpr std::size_t most_demands = 24;               // of one award, that are left out one after the other
constexpr std::size_t most_shown = 60;                 // bytes of what is quoted from the source

class Report {
 public:
  Report(const Model& model, const source::Files& files, Sink& sink) : model_(model), files_(files), sink_(sink) {}

  void run(const std::vector<std::uint32_t>& awards) {
    const Table table = table_of_what_all_are_asked();
    for (const std::uint32_t award : out_of_reach(table, awards, of_all))
      if (!rests_on_what_nobody_stated(award) && no_way_to(table, award)) lost_.push_back(award);
    if (lost_.empty()) return;
    std::vector<std::uint32_t> causes, dependents;
    for (const std::uint32_t award : lost_) {
      const std::vector<std::uint32_t> others = in_reach(award, lost_);
      const bool depends = !others.empty() && attainable_with([&](Model& asked) { give_away(asked, others); }, award);
      (depends ? dependents : causes).push_back(award);
    }
    for (const std::uint32_t award : causes) blame(award);
    std::map<std::vector<std::uint32_t>, std::vector<std::uint32_t>> by_cause;
    for (const std::uint32_t award : dependents) by_cause[in_reach(award, causes)].push_back(award);
    for (const auto& [keeping_away, awards_kept_away] : by_cause) say_dependent(awards_kept_away, keeping_away);
  }

 private:
  Table table_of_what_all_are_asked() const {
    const auto of_some = [](const model::Node& node) { return node.asked_of != table::Asked::of_all; };
    if (std::none_of(model_.nodes.begin(), model_.nodes.end(), of_some)) return emit::table_of(model_);
    Model asked = model_;
    ask_only_what_all_are_asked(asked);
    return emit::table_of(asked);
  }

  // Asked once more in the learner's own words; what is not proven is not said.
  static bool no_way_to(const Table& table, std::uint32_t award) {
    PathsQuestion question{};
    question.award = award;
    question.by = Cost::count;
    question.k = 1;
    question.limit = each;
    const Paths answer = paths(table, {}, question);
    return answer.proven && answer.paths.empty();
  }

  // False as well when nothing more may be asked, and true where the work limit left it open: then more is blamed than had to be.
  template <class Change>
  bool attainable_with(const Change& change, std::uint32_t award) {
    copied_ += model_.credentials.size() + model_.nodes.size();
    if (copied_ > most_copied) return false;
    Model asked = model_;
    ask_only_what_all_are_asked(asked);
    change(asked);
    return out_of_reach(emit::table_of(asked), std::span(&award, 1), each).empty();
  }

  const graph::Graph& needs() {
    if (!needs_) {
      auto edges = graph::stacking_edges(model_);
      const auto before = graph::prerequisite_edges(model_);
      edges.insert(edges.end(), before.begin(), before.end());
      needs_ = graph::make_graph(model_.credentials.size(), std::move(edges));
    }
    return *needs_;
  }

  // Whether a rule in reach, or its prerequisites, reads credits, hours, issuers or subjects that something in reach does not state. With them it might be had.
  bool rests_on_what_nobody_stated(std::uint32_t award) {
    std::vector<std::uint32_t> reached = checks::reachable(needs(), award);
    reached.push_back(award);
    const std::set<std::uint32_t> inside(reached.begin(), reached.end());
    bool credits = false, hours = false, unstated_key = false;
    const auto reads = [&](model::Measure measure) {
      credits = credits || measure == model::Measure::credits;
      hours = hours || measure == model::Measure::hours;
    };
    for (const model::Node& node : model_.nodes)
      if (node.kind == model::NodeKind::amount && inside.contains(node.owner)) reads(node.measure);
    for (const model::Condition& one : model_.conditions) {
      if (!inside.contains(one.owner)) continue;
      reads(one.measure);
      for (std::uint32_t at = one.root; at < model_.nodes[one.root].end; ++at)
        if (model_.nodes[at].kind != model::NodeKind::gate)
          for (const std::uint32_t member : model_.nodes[at].members)
            unstated_key = unstated_key || (one.key == table::Key::institution && model_.credentials[member].issuers.empty()) ||
                           (one.key == table::Key::subject && model_.credentials[member].subjects.empty());
    }
    if (unstated_key) return true;
    return std::any_of(reached.begin(), reached.end(), [&](std::uint32_t id) {
      const model::Credential& one = model_.credentials[id];
      const bool taken = one.rule == model::none;   // an award has the sum of what it stands on
      return (credits && taken && !one.credits) || (hours && taken && !one.hours);
    });
  }

  // Those of `some` (sorted) that the award may come to need.
  std::vector<std::uint32_t> in_reach(std::uint32_t award, const std::vector<std::uint32_t>& some) {
    const std::vector<std::uint32_t> reached = checks::reachable(needs(), award);
    std::vector<std::uint32_t> out;
    std::set_intersection(reached.begin(), reached.end(), some.begin(), some.end(), std::back_inserter(out));
    std::erase(out, award);
    return out;
  }

  // The demands without any one of which the rest could be met: each is left out in turn, and stays out when nothing is to be had by that.
  void blame(std::uint32_t award) {
    std::vector<Demand> to_blame = demands_of(model_, award), out;
    if (to_blame.size() <= most_demands) {
      for (std::size_t i = 0; i < to_blame.size();) {
        std::vector<Demand> without = out;
        without.push_back(to_blame[i]);
        if (attainable_with([&](Model& asked) { leave_out(asked, without, award); }, award)) {
          ++i;
          continue;
        }
        out = std::move(without);
        to_blame.erase(to_blame.begin() + static_cast<std::ptrdiff_t>(i));
      }
    }
    if (to_blame.empty() || copied_ > most_copied) to_blame = demands_of(model_, award);   // so much could not be asked
    say(award, to_blame);
  }

  void say(std::uint32_t award, const std::vector<Demand>& blamed) {
    std::vector<std::string> names;
    for (const Demand& one : blamed) names.push_back(name_of(award, one));
    if (wants_the_same(award, blamed)) {
      const std::vector<std::string> others(names.begin() + 1, names.end());
      auto found = sink_.report(Kind::double_counting, blamed.front().span, {names.front(), checks::listed(others)});
      for (std::size_t i = 1; i < blamed.size(); ++i) found.also(blamed[i].span, Phrase::other_part_here, {names[i]});
      if (all_have_names(blamed)) found.help(Phrase::allow_sharing, {names.front(), fmt::format("{}", fmt::join(others, ", "))});
      else found.help(Phrase::add_members);
      return;
    }
    const bool alone = blamed.size() == 1;
    auto found = sink_.report(Kind::unattainable, blamed.front().span,
                              {name(award), alone ? fmt::format("nothing that can be had meets {}", names.front())
                                                  : fmt::format("no choice of credentials meets all of this at once: {}", checks::listed(names))});
    for (std::size_t i = 1; i < blamed.size(); ++i) {
      if (blamed[i].what == Demand::What::bar) found.also(blamed[i].span, Phrase::barred_here, {name(model_.credentials[award].withheld_from[blamed[i].index].id)});
      else found.also(blamed[i].span, Phrase::asked_here, {names[i]});
    }
    if (!alone) found.help(Phrase::leave_one_out);
  }

  void say_dependent(const std::vector<std::uint32_t>& awards, const std::vector<std::uint32_t>& others) {
    auto found = sink_.report(Kind::unattainable, model_.credentials[awards.front()].span,
                              {checks::listed(names(awards)), fmt::format("the way there leads through {}, which nobody can hold", checks::listed(names(others)))});
    for (const std::uint32_t other : others) found.also(model_.credentials[other].span, Phrase::declared_here, {name(other)});
  }

  // Whether these are parts that could all be met if each credential might be counted in several of them.
  bool wants_the_same(std::uint32_t award, const std::vector<Demand>& blamed) {
    if (blamed.size() < 2 || std::any_of(blamed.begin(), blamed.end(), [](const Demand& one) { return one.what != Demand::What::node; })) return false;
    std::vector<std::uint32_t> nodes;
    for (const Demand& one : blamed) nodes.push_back(one.index);
    return attainable_with([&](Model& asked) { let_share(asked, asked.credentials[award].rule, nodes); }, award);
  }

  // ---- words ----------------------------------------------------------------------------------------------------------------
  std::string name(std::uint32_t id) const { return model::shown_name(model_, model_.credentials[id].name); }
  std::vector<std::string> names(const std::vector<std::uint32_t>& some) const {
    std::vector<std::string> out;
    for (const std::uint32_t one : some) out.push_back(name(one));
    return out;
  }

  bool all_have_names(const std::vector<Demand>& blamed) const {
    return std::none_of(blamed.begin(), blamed.end(), [&](const Demand& one) { return model_.nodes[one.index].part.empty(); });
  }

  // By its name in the rule, or as the author wrote it.
  std::string name_of(std::uint32_t award, const Demand& one) const {
    if (one.what == Demand::What::bar) return fmt::format("'withheld from holders of {}'", name(model_.credentials[award].withheld_from[one.index].id));
    if (one.what == Demand::What::node && !model_.nodes[one.index].part.empty()) return model_.nodes[one.index].part;
    // A condition's place begins at its quantity; what is quoted, where it is written: at most …
    const std::string_view whole = files_.text(one.span.file);
    std::size_t begin = one.span.begin;
    if (one.what == Demand::What::condition)
      while (begin > 0 && std::string_view(",{}\n").find(whole[begin - 1]) == std::string_view::npos) --begin;
    std::string out;
    for (const char c : whole.substr(begin, one.span.end - begin)) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!space) out += c;
      else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    if (out.size() <= most_shown) return '\'' + out + '\'';
    std::size_t end = most_shown;
    while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xC0u) == 0x80u) --end;   // not within a character
    return '\'' + out.substr(0, end) + "…'";
  }

  const Model& model_;
  const source::Files& files_;
  Sink& sink_;
  std::optional<graph::Graph> needs_;
  std::vector<std::uint32_t> lost_;        // sorted
  std::size_t copied_ = 0;
};

// Whether a condition may be in the way of the parts, so that the checks, which compare it with what the parts can count at the most, do not decide it.
bool limits(const model::Condition& one) {
  switch (one.kind) {
    case table::ConditionKind::total:
    case table::ConditionKind::amount_from:
    case table::ConditionKind::share:
    case table::ConditionKind::average:
    case table::ConditionKind::may_share:
    case table::ConditionKind::one_at_a_time:
    case table::ConditionKind::at_most_prior:
    case table::ConditionKind::at_most_transfer:
    case table::ConditionKind::at_most_ungraded: return false;
    default: return true;
  }
}

// How many credentials a part takes, about.
std::size_t places(const Model& model, const model::Node& node) {
  if (node.kind == model::NodeKind::members) return node.need;
  if (node.kind != model::NodeKind::amount) return 0;
  checks::Wide offered = 0;
  for (const std::uint32_t member : node.members) offered = checks::sum(offered, checks::amount_of(model, member, checks::yardstick(node)).value_or(0));
  const checks::Wide asked = checks::target_of(model, node.amount, checks::yardstick(node)) * static_cast<checks::Wide>(node.members.size());
  return offered == 0 ? 0 : static_cast<std::size_t>((asked + offered - 1) / offered);
}

// Whether parts of a rule want the same credentials, or awards that may bring them along, and there are not twice as many as they take. Where there are, one part leaves enough
// to the others.
bool is_tight(const Model& model, std::uint32_t root) {
  std::vector<std::uint32_t> wanted;
  std::size_t taken = 0;
  bool compete = false;
  for (std::uint32_t at = root; at < model.nodes[root].end; ++at) {
    const model::Node& node = model.nodes[at];
    if (node.kind != model::NodeKind::members && node.kind != model::NodeKind::amount) continue;
    taken += places(model, node);
    wanted.insert(wanted.end(), node.members.begin(), node.members.end());
    compete = compete || std::any_of(node.members.begin(), node.members.end(), [&](std::uint32_t member) { return model.credentials[member].rule != model::none; });
  }
  std::sort(wanted.begin(), wanted.end());
  const auto last = std::unique(wanted.begin(), wanted.end());
  compete = compete || last != wanted.end();
  return compete && 2 * taken > static_cast<std::size_t>(last - wanted.begin());
}

// Awards whose parts, limits and bars may well be in each other's way. Asking for all would cost as much as all checks together.
std::vector<std::uint32_t> to_be_asked(const Model& model) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const model::Credential& one = model.credentials[id];
    const std::vector<std::uint32_t> roots = one.rules();
    const bool may_clash = std::any_of(roots.begin(), roots.end(), [&](std::uint32_t root) {
      const auto conditions = model.conditions_of(root);
      return !one.withheld_from.empty() || std::any_of(conditions.begin(), conditions.end(), limits) || is_tight(model, root);
    });
    if (may_clash) out.push_back(id);
  }
  return out;
}

}  // namespace

void report(const Model& model, const source::Files& files, Sink& sink) {
  const std::vector<std::uint32_t> awards = to_be_asked(model);
  if (!awards.empty()) Report(model, files, sink).run(awards);
}

}  // namespace rung::attainable
