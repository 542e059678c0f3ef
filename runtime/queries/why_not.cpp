// What keeps an award away: minimal sets of facts, each of which is enough.
//
// What fails node by node, before anything has to be counted only once, is cut out of the tree (cut.hpp). What is left can fail only by the interplay of parts and conditions; there subsets are tried, the
// smallest first, and then one fact after the other is left out as long as the rest is still in the way.
#include <algorithm>
#include <iterator>
#include <utility>

#include "runtime/queries/counting/assignment.hpp"
#include "runtime/queries/blemishes.hpp"
#include "runtime/queries/fixed_point/closure.hpp"
#include "runtime/queries/cut.hpp"
#include "runtime/queries/doubt.hpp"
#include "runtime/queries/queries.hpp"

namespace rung {
namespace {

using namespace queries;

constexpr std::size_t most_tried_together = 3;   // of the interplay: every set up to so many is tried before facts are left out one by one
constexpr std::size_t most_for_trying = 14;      // … where there are so few facts

class Finder {
 public:
  Finder(const Closure& closure, std::uint32_t award, Work& work)
      : closure_(closure), supply_(closure.supply()), table_(supply_.table()), award_(award), work_(work) {}

  std::vector<Obstruction> find() {
    bars();
    prerequisites();
    rule();
    // The smallest first; else as the rule has them.
    std::stable_sort(out_.begin(), out_.end(), [](const Obstruction& a, const Obstruction& b) { return a.size() < b.size(); });
    return std::move(out_);
  }

 private:
  void bars() {
    for (const std::uint32_t barred : table_.list(table_.credentials()[award_].withheld_from))
      if (supply_.is_held(barred) || supply_.is_unsure(barred)) out_.push_back({{FactKind::bar, barred}});
  }

  void prerequisites() {
    const std::uint32_t root = table_.credentials()[award_].prerequisite;
    if (root == table::none || prerequisites_hold(supply_, closure_, award_)) return;
    std::vector<Offer> offers;
    std::vector<Tally> tallies;
    prerequisite_offers(supply_, root, offers);
    tally_prerequisites(supply_, closure_, root, offers, tallies);
    for (const std::vector<std::uint32_t>& cut : cuts(table_, root, tallies)) out_.push_back(facts(FactKind::prerequisite, root, cut, tallies, offers));
  }

  void rule() {
    if (table_.credentials()[award_].rule == table::none) return;
    const std::uint32_t root = supply_.root_of(award_);
    if (root == table::none) {
      out_.push_back({{FactKind::no_version}});
      return;
    }
    closure_.offers(award_, wants_every_holding(table_, root), offers_);
    anew_ = std::any_of(offers_.begin(), offers_.end(), [](const Offer& offer) { return offer.source == from_rule; });
    tally(supply_, root, offers_, tallies_);
    for (const std::vector<std::uint32_t>& cut : cuts(table_, root, tallies_)) {
      out_.push_back(facts(FactKind::part, root, cut, tallies_, offers_));
      gone_.nodes.insert(gone_.nodes.end(), cut.begin(), cut.end());
    }
    interplay(root);
  }

  // Facts that could be left out, each by itself: leaves of the rule, and conditions.
  struct Candidate {
    bool is_condition;
    std::uint32_t index;
  };

  void interplay(std::uint32_t root) {
    std::vector<Candidate> all;
    for (std::uint32_t node = root; node < table_.nodes()[root].end; ++node) {
      const bool gone = std::find(gone_.nodes.begin(), gone_.nodes.end(), node) != gone_.nodes.end();
      if (table_.nodes()[node].kind != table::NodeKind::group && !gone && supply_.is_asked(node)) all.push_back({false, node});
    }
    const table::Range conditions = table_.nodes()[root].conditions;
    for (std::uint32_t c = conditions.first; c < conditions.first + conditions.count; ++c)
      if (!table::bounds_nothing_counted(table_.conditions()[c].kind)) all.push_back({true, c});
    while (!work_.stopped && !open_with(all, {})) {
      const std::vector<std::size_t> set = smallest(all);
      if (set.empty() || work_.stopped) break;   // nothing that can be left out is in the way: the work limit
      Obstruction obstruction;
      for (const std::size_t i : set) obstruction.push_back(together(root, all[i]));
      if (obstruction.size() > 1) mark_rivals(obstruction);
      out_.push_back(std::move(obstruction));
      for (std::size_t i = set.size(); i-- > 0;) {
        (all[set[i]].is_condition ? gone_.conditions : gone_.nodes).push_back(all[set[i]].index);
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(set[i]));
      }
    }
  }

  // Whether the rule holds when, of the candidates, only those of `kept` have to (all, when `kept` is empty), and what is gone need not.
  bool open_with(const std::vector<Candidate>& all, const std::vector<std::size_t>& kept) {
    Waived waived = gone_;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (!kept.empty() && std::find(kept.begin(), kept.end(), i) == kept.end()) (all[i].is_condition ? waived.conditions : waived.nodes).push_back(all[i].index);
    for (const bool anew : {false, true}) {
      if (anew && !anew_) break;
      Problem problem;
      if (!lay_out(supply_, closure_, award_, anew, waived, work_, problem)) break;
      Assignment assignment(supply_, problem, work_);
      const Outcome outcome = assignment.decide();
      if (outcome == Outcome::met) return true;
      if (outcome == Outcome::undecided) work_.stopped = true;
    }
    return false;
  }

  std::vector<std::size_t> smallest(const std::vector<Candidate>& all) {
    std::vector<std::size_t> set;
    if (all.size() <= most_for_trying)
      for (std::size_t size = 1; size <= std::min(most_tried_together, all.size()); ++size) {
        set.resize(size);
        for (std::size_t i = 0; i < size; ++i) set[i] = i;
        do {
          if (!open_with(all, set)) return set;
        } while (next(set, all.size()));
      }
    set.resize(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) set[i] = i;
    // Conditions first: where parts alone are in each other's way, that is the plainer thing to say.
    for (std::size_t i = set.size(); i-- > 0 && set.size() > 1;) {
      std::vector<std::size_t> less = set;
      less.erase(less.begin() + static_cast<std::ptrdiff_t>(i));
      if (!open_with(all, less)) set = std::move(less);
      if (work_.stopped) return {};
    }
    return set;
  }

  // The next of {0 … size-1} with as many elements, in lexicographic order; false after the last.
  static bool next(std::vector<std::size_t>& set, std::size_t size) {
    for (std::size_t i = set.size(); i-- > 0;) {
      if (set[i] + (set.size() - i) >= size) continue;
      ++set[i];
      for (std::size_t j = i + 1; j < set.size(); ++j) set[j] = set[j - 1] + 1;
      return true;
    }
    return false;
  }

  Fact together(std::uint32_t root, const Candidate& one) const {
    if (one.is_condition) return {FactKind::condition, one.index};
    return fact(FactKind::part, root, one.index, tallies_, offers_);
  }

  bool lies_in(const Offer& offer, const Fact& fact) const { return fact.kind == FactKind::part && fact.index <= offer.node && offer.node < table_.nodes()[fact.index].end; }

  // What counting it so uses up: itself; and where that serves in this part alone, what it stands on, and what was recognised for it.
  std::vector<std::uint32_t> used_by(const Offer& offer, const Fact& here, const Obstruction& obstruction) const {
    std::vector<std::uint32_t> out{offer.credential};
    const bool elsewhere = std::any_of(offers_.begin(), offers_.end(), [&](const Offer& one) {
      return one.credential == offer.credential && !lies_in(one, here) && std::any_of(obstruction.begin(), obstruction.end(), [&](const Fact& fact) { return lies_in(one, fact); });
    });
    if (elsewhere) return out;
    for (const auto more : {supply_.stands_on(offer.credential, offer.source), supply_.uses(offer.credential, offer.source)}) out.insert(out.end(), more.begin(), more.end());
    return out;
  }

  // Of parts that each hold by themselves: what serves in more than one of them, directly or within an award.
  void mark_rivals(Obstruction& obstruction) const {
    const auto used_in = [&](const Fact& fact) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> out;   // what is used up, and the node
      for (const Offer& offer : offers_)
        if (lies_in(offer, fact))
          for (const std::uint32_t used : used_by(offer, fact, obstruction)) out.emplace_back(used, offer.node);
      std::sort(out.begin(), out.end());
      return out;
    };
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> used;
    for (const Fact& fact : obstruction) used.push_back(used_in(fact));
    const auto serves_in = [&](std::size_t fact, std::uint32_t credential) {
      const auto at = std::lower_bound(used[fact].begin(), used[fact].end(), std::pair(credential, std::uint32_t{0}));
      return at != used[fact].end() && at->first == credential;
    };
    for (std::size_t i = 0; i < obstruction.size(); ++i)
      for (auto one = used[i].begin(); one != used[i].end(); ++one) {
        if (one != used[i].begin() && std::prev(one)->first == one->first) continue;   // it is told once of a part
        for (std::size_t other = 0; other < obstruction.size(); ++other)
          if (other != i && serves_in(other, one->first)) {
            obstruction[i].blemishes.push_back({one->first, one->second, Reason::counted_elsewhere});
            break;
          }
      }
  }

  Fact fact(FactKind kind, std::uint32_t root, std::uint32_t node, const std::vector<Tally>& tallies, std::span<const Offer> offers) const {
    const table::Node& at = table_.nodes()[node];
    Fact out{kind, node, tallies[node - root].have};
    if (at.kind == table::NodeKind::amount) out.have_amount = shown(table_, tallies[node - root].amount.known, at.measure, at.unit);
    if (!tallies[node - root].holds) out.blemishes = blemishes(supply_, node, offers);
    return out;
  }

  Obstruction facts(FactKind kind, std::uint32_t root, const std::vector<std::uint32_t>& nodes, const std::vector<Tally>& tallies, std::span<const Offer> offers) const {
    Obstruction out;
    for (const std::uint32_t node : nodes) out.push_back(fact(kind, root, node, tallies, offers));
    return out;
  }

  const Closure& closure_;
  const Supply& supply_;
  const Table& table_;
  std::uint32_t award_;
  Work& work_;
  std::vector<Offer> offers_;
  std::vector<Tally> tallies_;
  bool anew_ = false;
  Waived gone_;                              // facts that are told already, and need not hold any more
  std::vector<Obstruction> out_;
};

}  // namespace

WhyNot why_not(const Table& table, const Holdings& holdings, std::uint32_t award, WorkLimit limit) {
  Work work{limit.steps};
  Closure closure(table, holdings, {}, work);
  closure.run();
  WhyNot out;
  out.earned = closure.has(award);
  if (out.earned) return out;
  out.in_the_way = Finder(closure, award, work).find();
  if (closure.supply().met_unknown()) {
    const Holdings trusted = trusting(holdings);
    Closure hopeful(table, trusted, {.optimistic = true}, work);
    hopeful.run();
    const auto doubtful = awards_in_doubt(closure, hopeful, work);
    out.cannot_tell = std::any_of(doubtful.begin(), doubtful.end(), [&](const auto& one) { return one.first == award; });
  }
  PathsQuestion question{award, Cost::credits, 1, true, limit};
  Paths ways = paths(table, holdings, question);
  out.opens = std::move(ways.paths);
  out.proven = !work.stopped && ways.proven;
  return out;
}

}  // namespace rung
