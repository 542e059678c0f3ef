#include "runtime/queries/best_choice.hpp"

#include <algorithm>

#include "runtime/queries/counting/tally.hpp"

namespace rung::queries {
namespace {

using table::ConditionKind;
using table::Node;

// The next `chosen` of {0 … size-1} with as many elements, in lexicographic order; false after the last.
bool next_subset(std::vector<std::uint32_t>& chosen, std::uint32_t size) {
  for (std::size_t i = chosen.size(); i-- > 0;) {
    if (chosen[i] + (chosen.size() - i) >= size) continue;
    ++chosen[i];
    for (std::size_t j = i + 1; j < chosen.size(); ++j) chosen[j] = chosen[j - 1] + 1;
    return true;
  }
  return false;
}

std::vector<std::uint32_t> first_subset(std::uint32_t count) {
  std::vector<std::uint32_t> chosen(count);
  for (std::uint32_t i = 0; i < count; ++i) chosen[i] = i;
  return chosen;
}

class Chooser {
 public:
  Chooser(const Closure& closure, std::uint32_t award, Work& work)
      : closure_(closure), supply_(closure.supply()), table_(supply_.table()), award_(award), work_(work) {}

  BestChoice choose() {
    find_what_can_hold();
    if (anew_ && everything_is_counted_as_earned()) return std::move(best_);
    const auto parts = static_cast<std::uint32_t>(parts_.size()), conditions = static_cast<std::uint32_t>(conditions_.size());
    for (std::uint32_t unmet = 0; unmet <= parts && !found_; ++unmet)
      for (std::uint32_t waived = 0; waived <= conditions && !found_; ++waived)
        if (!try_all(unmet, waived)) return give_up();
    return std::move(best_);
  }

 private:
  // What fails even when nothing has to be counted only once is waived from the start; the rest is tried.
  void find_what_can_hold() {
    const auto nodes = table_.nodes();
    const std::uint32_t root = supply_.shown_root_of(award_);
    closure_.offers(award_, wants_every_holding(table_, root), offers_);
    anew_ = std::any_of(offers_.begin(), offers_.end(), [](const Offer& offer) { return offer.source == from_rule; });
    std::vector<Tally> tallies;
    tally(supply_, root, offers_, tallies);
    for (std::uint32_t at = root; at < nodes[root].end;) {
      const Node& node = nodes[at];
      if (node.kind == table::NodeKind::group && node.choice == table::Choice::all) {
        ++at;   // it holds when the parts under it do, and they are looked at one by one
        continue;
      }
      // What the learner is excused from holds whatever is counted.
      if (!supply_.is_excused(at)) (tallies[at - root].holds ? parts_ : hopeless_).push_back(at);
      at = node.end;
    }
    const table::Range range = nodes[root].conditions;
    for (std::uint32_t c = range.first; c < range.first + range.count; ++c) {
      const ConditionKind kind = table_.conditions()[c].kind;
      // A limit can be kept to by counting less; these could keep parts from being shown as met.
      if (!table::is_limit(kind) && !table::bounds_nothing_counted(kind)) conditions_.push_back(c);
    }
  }

  // Where only numbers are asked for, and each thing could be counted in one place, nothing is better than to count everything; how awards among it are earned then makes no difference, and need
  // not be chosen anew, which would lay out every rule of a chain of awards in one problem.
  bool everything_is_counted_as_earned() {
    const std::uint32_t root = supply_.shown_root_of(award_);
    const auto nodes = table_.nodes();
    if (nodes[root].conditions.count > 0) return false;
    for (std::uint32_t at = root; at < nodes[root].end; ++at)
      if (nodes[at].after.count > 0 || nodes[at].kind == table::NodeKind::amount || nodes[at].kind == table::NodeKind::competencies) return false;
    IndexMap place;
    std::uint32_t different = 0;
    for (const Offer& offer : offers_) {
      const std::uint32_t known = place.find(offer.credential);
      if (known != table::none && known != offer.node) return false;
      different += known == table::none ? 1 : 0;
      place.set(offer.credential, offer.node);
    }
    anew_ = false;
    Work part{work_.left / 2};
    const std::uint64_t given = part.left;
    search({hopeless_, {}}, part);
    work_.left -= given - part.left;
    if (found_ && counted_ == different) return true;
    best_ = {};
    found_ = false;
    counted_ = 0;
    anew_ = true;
    return false;
  }

  // Every way of leaving so many parts and conditions unmet. False when the work limit stopped it.
  bool try_all(std::uint32_t unmet, std::uint32_t waived) {
    auto parts = first_subset(unmet);
    do {
      auto conditions = first_subset(waived);
      do {
        if (!try_without(parts, conditions)) return false;
      } while (next_subset(conditions, static_cast<std::uint32_t>(conditions_.size())));
    } while (next_subset(parts, static_cast<std::uint32_t>(parts_.size())));
    return true;
  }

  bool try_without(const std::vector<std::uint32_t>& parts, const std::vector<std::uint32_t>& conditions) {
    Waived waived{hopeless_, {}};
    for (const std::uint32_t part : parts) waived.nodes.push_back(parts_[part]);
    for (const std::uint32_t condition : conditions) waived.conditions.push_back(conditions_[condition]);
    return search(waived, work_);
  }

  bool search(const Waived& waived, Work& work) {
    Problem problem;
    if (!lay_out(supply_, closure_, award_, anew_, waived, work, problem)) return false;
    Assignment assignment(supply_, problem, work);
    const Outcome outcome = assignment.count_most();
    if (assignment.found() && (!found_ || assignment.counted() > counted_)) {
      best_.choice = assignment.choice();
      counted_ = assignment.counted();
      found_ = true;
    }
    return outcome != Outcome::undecided;
  }

  // Out of steps: the best so far, or whatever can be counted when nothing has to hold.
  BestChoice give_up() {
    if (!found_) {
      Work little{100'000};
      anew_ = false;
      Waived all{parts_, conditions_};
      all.nodes.insert(all.nodes.end(), hopeless_.begin(), hopeless_.end());
      search(all, little);
    }
    best_.proven = false;
    return std::move(best_);
  }

  const Closure& closure_;
  const Supply& supply_;
  const Table& table_;
  std::uint32_t award_;
  Work& work_;
  bool anew_ = false;
  std::vector<Offer> offers_;
  std::vector<std::uint32_t> parts_, hopeless_, conditions_;
  BestChoice best_;
  bool found_ = false;
  std::uint32_t counted_ = 0;              // credentials, by the best choice so far
};

}  // namespace

BestChoice best_choice(const Closure& closure, std::uint32_t award, Work& work) { return Chooser(closure, award, work).choose(); }

}  // namespace rung::queries
