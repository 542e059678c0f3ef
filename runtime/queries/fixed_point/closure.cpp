#include "runtime/queries/fixed_point/closure.hpp"

#include <algorithm>

#include "runtime/queries/counting/only_choice.hpp"
#include "runtime/queries/fixed_point/recognition.hpp"

namespace rung::queries {

Closure::Closure(const Table& table, const Holdings& holdings, Terms terms, Work& work, const Bounds& bounds)
    : table_(table), holdings_(holdings), work_(work), bounds_(bounds), supply_(table, holdings, terms), to_take_(table), to_settle_(table) {}

void Closure::run() {
  if (!holdings_.unsure.empty() || !holdings_.recognised_unsure.empty()) supply_.note_unknown();
  owners_.reserve(16);
  touches_.reserve(4 * holdings_.held.size());
  std::uint32_t last = table::none;
  for (const Held& held : holdings_.held) {
    if (held.credential != last) {
      touch_uses(table_.credentials()[held.credential].uses, held.credential);
      recognise_with(held.credential);
    }
    last = held.credential;
  }
  for (const std::uint32_t gate : holdings_.gates) touch_uses(table_.gates()[gate].uses, table::none);
  for (const table::Developed& recognised : holdings_.recognised)
    touch_uses(table_.competencies()[recognised.competency].uses, table::none);
  // Where a part is excused, what is left may ask for nothing that is held.
  for (const Excused& one : holdings_.excused)
    if (one.node != table::none && (bounds_.only == nullptr || bounds_.only->contains(one.award))) queue(owner_of(one.award));
  for (const std::uint32_t award : bounds_.first) queue(owner_of(award));

  go_on(bounds_.take, {});
}

void Closure::go_on(std::span<const std::uint32_t> take, std::span<const std::uint32_t> let_go) {
  if (supply_.terms().in_order) {
    supply_.next_turn();
    for (const std::uint32_t credential : take) supply_.take(credential);
    for (const std::uint32_t credential : take) there_is(credential);
  } else {
    for (const std::uint32_t credential : take) to_take_.add(credential, true);
  }
  for (const std::uint32_t award : let_go) {
    const std::uint32_t owner = owner_of(award);
    owners_[owner].let_go = true;
    if (owners_[owner].ripe && !refused(award)) earn(owner);
  }
  settle_all();
}

// Awards that were about to be earned are looked at again: more may be asked for them now, and they may be refused.
void Closure::begin(std::uint32_t credential, bool matters) {
  supply_.begin(credential);
  if (!matters) return;
  for (std::uint32_t owner = 0; owner < owners_.size(); ++owner) {
    if (owners_[owner].earned || !owners_[owner].rule_met || owners_[owner].ripe) continue;
    owners_[owner].rule_met = false;
    queue(owner);
  }
}

// Until nothing more comes up.
void Closure::settle_all() {
  for (bool progress = true; progress;) {
    drain();
    progress = take_what_can_be_taken();
    if (bounds_.expected != nullptr && !all_taken_ && !is_too_early(bounds_.expected->award)) {
      all_taken_ = progress = true;        // what was taken last may be counted nowhere
      queue(owner_of(bounds_.expected->award));
    }
    // Prerequisites read what is earned, so those that did not hold may hold now.
    to_settle_.begin_round();
    for (std::uint32_t place = 0; to_settle_.next(place);) {
      const std::uint32_t owner = owner_at_.find(to_settle_.credential(place));
      if (owners_[owner].earned || owners_[owner].ripe) continue;   // something that its prerequisites name came once more
      settle(owner);
      if (owners_[owner].earned) progress = true;
    }
  }
}

std::uint32_t Closure::owner_of(std::uint32_t award) {
  const std::uint32_t known = owner_at_.find(award);
  if (known != table::none) return known;
  const auto owner = static_cast<std::uint32_t>(owners_.size());
  owners_.push_back({award});
  owner_at_.set(award, owner);
  return owner;
}

void Closure::touch_uses(table::Range uses, std::uint32_t credential) {
  for (const std::uint32_t node : table_.list(uses)) touch(node, credential);
}

void Closure::touch(std::uint32_t node, std::uint32_t credential) {
  const std::uint32_t award = table_.nodes()[node].owner;
  if (bounds_.only != nullptr && !bounds_.only->contains(award)) return;
  const std::uint32_t owner = owner_of(award);
  if (credential != table::none) {
    touches_.push_back({node, credential, owners_[owner].touches});
    owners_[owner].touches = static_cast<std::uint32_t>(touches_.size() - 1);
  }
  queue(owner);
}

void Closure::queue(std::uint32_t owner) {
  if (owners_[owner].queued) return;
  owners_[owner].queued = true;
  queue_.push_back(owner);
}

void Closure::drain() {
  while (next_ < queue_.size()) {
    const std::uint32_t owner = queue_[next_++];
    owners_[owner].queued = false;
    if (owners_[owner].earned)
      look_at_those_that_count(owner);
    else
      look_at(owner);
  }
}

void Closure::look_at(std::uint32_t owner) {
  const std::uint32_t award = owners_[owner].award;
  // An award that is held may be counted as earned by its rule as well; else a conferral could take something away.
  if (owners_[owner].rule_met || refused(award) || is_too_early(award)) return;
  Choice choice;
  const Outcome outcome = decide(award, choice);
  owners_[owner].undecided = outcome == Outcome::undecided;
  if (outcome != Outcome::met) return;
  owners_[owner].rule_met = true;
  owners_[owner].choice = static_cast<std::uint32_t>(choices_.size());
  choices_.push_back(std::move(choice));
  settle(owner);
}

// An award that is earned already may have something new to stand on, and so be counted where it was in the way before.
void Closure::look_at_those_that_count(std::uint32_t owner) {
  if (owners_[owner].passed_on_at == news_) return;   // competencies can go in a circle; news goes round once
  owners_[owner].passed_on_at = news_;
  for (const std::uint32_t node : table_.list(table_.credentials()[owners_[owner].award].uses)) {
    const std::uint32_t known = owner_at_.find(table_.nodes()[node].owner);
    if (known != table::none && work_.spend()) queue(known);
  }
}

// The rule holds: the award is earned when its prerequisites hold too, else it waits for them.
void Closure::settle(std::uint32_t owner) {
  if (!owners_[owner].rule_met) return;    // it did, before something began
  const std::uint32_t award = owners_[owner].award;
  const std::uint32_t prerequisite = table_.credentials()[award].prerequisite;
  if (prerequisite != table::none && !work_.spend(1 + table_.nodes()[prerequisite].end - prerequisite)) {
    owners_[owner].undecided = true;
    return;
  }
  if (!prerequisites_hold(supply_, *this, award)) {
    if (owners_[owner].waits_at == table::none) owners_[owner].waits_at = to_settle_.add(award, false);
    return to_settle_.still_waits(owners_[owner].waits_at);
  }
  if (bounds_.delayed == nullptr || !bounds_.delayed->contains(award) || owners_[owner].let_go) return earn(owner);
  owners_[owner].ripe = true;
  ripe_.push_back(award);
}

void Closure::earn(std::uint32_t owner) {
  const std::uint32_t award = owners_[owner].award;
  owners_[owner].earned = true;
  supply_.derive(award, std::move(choices_[owners_[owner].choice]));
  there_is(award);
}

// A credential that is there in a new way.
void Closure::there_is(std::uint32_t credential) {
  ++news_;
  look_again(credential);
  recognise_with(credential);
}

// What agreements make of a credential. Nothing is recognised onward, so what they give is not asked about in its turn.
void Closure::recognise_with(std::uint32_t credential) {
  for (const std::uint32_t recognition : table_.list(table_.credentials()[credential].recognised_in)) {
    if (!gives(table_.recognitions()[recognition])) continue;
    if (!work_.spend(1 + table_.recognitions()[recognition].sources.count)) return;
    Judgement judgement = judge(supply_, recognition);
    if (judgement.basis.verdict == Passes::no) continue;
    if (judgement.basis.verdict == Passes::cannot_tell) {
      supply_.note_unknown();
      if (!supply_.terms().optimistic) continue;
    }
    ++news_;
    supply_.recognise(recognition, std::move(judgement.basis));
    for (const std::uint32_t target : table_.list(table_.recognitions()[recognition].targets)) look_again(target);
  }
}

// The rules that can count it are looked at. Where it has been noted before, once more.
void Closure::look_again(std::uint32_t credential) {
  if (bounds_.delayed != nullptr) came_.push_back(credential);   // only who lets delayed awards go asks
  to_take_.came(credential);
  to_settle_.came(credential);
  const table::Range uses = table_.credentials()[credential].uses;
  if (noted_.contains(credential) || supply_.is_held(credential)) {
    for (const std::uint32_t node : table_.list(uses)) {
      const std::uint32_t known = owner_at_.find(table_.nodes()[node].owner);
      if (known != table::none) queue(known);
    }
    return;
  }
  noted_.set(credential, 1);
  touch_uses(uses, credential);
}

bool Closure::take_what_can_be_taken() {
  if (!work_.spend(to_take_.begin_round() / 16)) return false;
  bool progress = false;
  for (std::uint32_t place = 0; to_take_.next(place);) {
    const std::uint32_t credential = to_take_.credential(place);
    if (supply_.is_taken(credential)) continue;
    if (!prerequisites_hold(supply_, *this, credential)) {
      to_take_.still_waits(place);
      continue;
    }
    supply_.take(credential);
    taken_.push_back(credential);
    progress = true;
    there_is(credential);
  }
  return progress;
}

bool Closure::refused(std::uint32_t award) const {
  if (bounds_.without != nullptr && bounds_.without->contains(award)) return true;
  if (bounds_.only != nullptr && !bounds_.only->contains(award)) return true;
  const auto barred = table_.list(table_.credentials()[award].withheld_from);
  // What may have expired bars as long as nobody says so.
  const auto bars = [&](std::uint32_t credential) {
    if (supply_.is_unsure(credential)) return true;
    const table::Range held = supply_.held(credential);
    return std::any_of(holdings_.held.begin() + held.first, holdings_.held.begin() + held.first + held.count,
                       [&](const Held& one) { return !one.is_unsure() || !supply_.terms().optimistic; });
  };
  return std::any_of(barred.begin(), barred.end(), bars) || supply_.turn_refused(award) != table::none;
}

bool Closure::is_too_early(std::uint32_t award) const {
  const Expected* const expected = bounds_.expected;
  return expected != nullptr && award == expected->award &&
         !std::all_of(expected->take.begin(), expected->take.end(), [&](std::uint32_t one) { return supply_.is_taken(one); });
}

void Closure::offers(std::uint32_t award, bool every_holding, std::vector<Offer>& out) const {
  const std::uint32_t owner = owner_at_.find(award);
  const std::uint32_t root = supply_.shown_root_of(award);
  if (owner == table::none || root == table::none) return;
  for (std::uint32_t t = owners_[owner].touches; t != table::none; t = touches_[t].next)
    if (root <= touches_[t].node && touches_[t].node < table_.nodes()[root].end)   // of other versions nothing
      supply_.offer(touches_[t].node, touches_[t].credential, every_holding, out);
  // What an award was earned with was there when it could still be earned.
  if (const std::uint32_t since = supply_.turn_refused(award); since != table::none) std::erase_if(out, [&](const Offer& one) { return !supply_.was_there(one.credential, one.source, since); });
  std::sort(out.begin(), out.end());
}

Sum Closure::most_it_stands_on(std::uint32_t award, table::Measure measure, std::uint32_t unit) const {
  Sum most = amount_of(table_, award, supply_.adding(award, from_rule), measure, unit);
  Work part{work_.left / 2};
  const std::uint64_t given = part.left;
  Problem problem;
  if (lay_out(supply_, *this, award, true, {}, part, problem)) {
    Assignment assignment(supply_, problem, part);
    assignment.weigh_most(measure, unit);
    if (assignment.found() && assignment.weight().known > most.known) most = assignment.weight();
  }
  work_.left -= given - part.left;
  if (part.stopped) work_.stopped = true;
  return most;
}

// Whether each part that has to count something has something that it might count. Most rules that a learner touches fail here, before anything is weighed.
bool Closure::every_part_is_touched(std::uint32_t award, std::uint32_t root) {
  const auto nodes = table_.nodes();
  const std::uint32_t owner = owner_at_.find(award);
  if (owner == table::none) return true;
  touched_.assign(nodes[root].end - root, 0);
  for (std::uint32_t t = owners_[owner].touches; t != table::none; t = touches_[t].next)
    if (root <= touches_[t].node && touches_[t].node < nodes[root].end) touched_[touches_[t].node - root] = 1;   // a prerequisite may be touched too
  for (std::uint32_t at = root; at < nodes[root].end;) {
    const table::Node& node = nodes[at];
    if (!supply_.is_asked(at)) {
      at = node.end;
      continue;
    }
    const bool counts = (node.kind == table::NodeKind::members && node.need > 0) || (node.kind == table::NodeKind::amount && node.amount > 0);
    if (counts && touched_[at - root] == 0) return false;
    // Of a group that does not need all its parts, any may be the ones left out.
    at = node.kind == table::NodeKind::group && node.choice != table::Choice::all ? node.end : at + 1;
  }
  return true;
}

Outcome Closure::decide(std::uint32_t award, Choice& choice) {
  const RuleOf rule = rule_of(table_, holdings_, award);
  if (rule.root != table::none) return decide(award, rule.root, choice);
  if (!rule.day_unknown) return Outcome::unmet;   // no version is in force
  supply_.note_unknown();
  if (!supply_.terms().optimistic) return Outcome::unmet;
  // Any version may be the one of that day: the newest by which it is earned.
  const auto versions = table_.versions(table_.credentials()[award].versions);
  Outcome outcome = Outcome::unmet;
  for (std::size_t v = versions.size(); v-- > 0 && outcome != Outcome::met;) {
    supply_.try_version(award, versions[v].root);
    const Outcome of_this = decide(award, versions[v].root, choice);
    if (of_this != Outcome::unmet) outcome = of_this;
  }
  return outcome;
}

Outcome Closure::decide(std::uint32_t award, std::uint32_t root, Choice& choice) {
  // Reading a rule is cheap beside searching it, and is charged so.
  if (!work_.spend((table_.nodes()[root].end - root) / 16)) return Outcome::undecided;
  if (!every_part_is_touched(award, root)) return Outcome::unmet;
  offers_.clear();
  offers(award, wants_every_holding(table_, root), offers_);
  tally(supply_, root, offers_, tallies_);
  if (!tallies_[0].holds || !enough_for_conditions(supply_, root, offers_)) return Outcome::unmet;
  // What leaves no choice is charged like a search that finds no choice, where that much is left.
  const std::uint64_t places = table_.nodes()[root].end - root, steps = places + 2 * offers_.size() + 1;
  if (steps < work_.left / 2 && only_choice(supply_, root, offers_, choice)) return work_.spend(steps) ? Outcome::met : Outcome::undecided;
  const bool stands_on_choices = std::any_of(offers_.begin(), offers_.end(), [](const Offer& offer) { return offer.source == from_rule; });

  // The choices by which the awards counted here were earned are tried first; only when they are in each other's way all others are.
  Outcome outcome = search(award, false, choice);
  if (outcome == Outcome::unmet && stands_on_choices) outcome = search(award, true, choice);
  return outcome;
}

Outcome Closure::search(std::uint32_t award, bool anew, Choice& choice) {
  // One hard award may use half of what is left, so that it does not keep all others from an answer.
  const std::uint64_t allowance = work_.left / 2 + 1;
  Work part{std::min(allowance, work_.left)};
  const std::uint64_t given = part.left;
  Outcome outcome = Outcome::undecided;
  Problem problem;
  if (lay_out(supply_, *this, award, anew, {}, part, problem)) {
    if (bounds_.expected != nullptr && award == bounds_.expected->award) try_first(problem, bounds_.expected->counted);
    Assignment assignment(supply_, problem, part);
    outcome = assignment.decide();
    if (outcome == Outcome::met) choice = assignment.choice();
  }
  work_.left -= given - part.left;
  if (outcome == Outcome::undecided) work_.stopped = true;
  return outcome;
}

std::vector<std::uint32_t> Closure::undecided() const {
  std::vector<std::uint32_t> out;
  for (const Owner& owner : owners_)
    if (owner.undecided && !owner.earned) out.push_back(owner.award);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace rung::queries
