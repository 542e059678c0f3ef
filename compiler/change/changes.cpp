#include "compiler/change/changes.hpp"

#include <algorithm>
#include <set>

#include "compiler/change/besides.hpp"
#include "compiler/change/demands.hpp"
#include "compiler/change/witness.hpp"
#include "compiler/parts/side_by_side.hpp"

namespace rung::change {
namespace {

// An award, and whether somebody who loses or gains has to be looked for.
struct Compared {
  Change change;
  std::optional<std::uint32_t> was, is;
  bool only_the_rule = false, may_lose = false, may_gain = false;
};

// What is seen without a search. Sides remember what they tell, so that this is for one thread.
class Comparison {
 public:
  Comparison(const Side& before, const Side& after) : before_(before), after_(after), losses_(before, after), gains_(after, before), besides_(before, after) {}

  Compared compare(const std::string& name) {
    Compared out{{}, award(before_, name), award(after_, name)};
    const auto [was, is] = std::pair(out.was, out.is);
    if (was) out.change.was = before_.table().text(before_.table().credentials()[*was].name);
    if (is) out.change.award = name;
    out.change.fate = fate_of(was.has_value(), is.has_value(), out.change.was == out.change.award);
    const Side& told = is ? after_ : before_;
    out.change.title = told.table().text(told.table().credentials()[is ? *is : *was].title);
    out.only_the_rule = was && is && besides_.are_the_same(*was, *is);
    if (out.only_the_rule && before_.meaning(*was) == after_.meaning(*is)) return out;
    out.may_lose = was && !(out.only_the_rule && losses_.covers(*was, *is));
    out.may_gain = is && !(out.only_the_rule && gains_.covers(*is, *was));
    return out;
  }

 private:
  static std::optional<std::uint32_t> award(const Side& side, const std::string& name) {
    const auto found = side.find(name);
    return found && side.table().credentials()[*found].rule != table::none ? found : std::nullopt;
  }

  const Side& before_;
  const Side& after_;
  Demands losses_, gains_;                 // by which nobody is seen to lose, and nobody to gain
  Besides besides_;
};

void take(Witness witness, bool only_the_rule, std::optional<Learner>& out, bool& proven) {
  out = std::move(witness.learner);
  proven = witness.proven && only_the_rule;
}

}  // namespace

Renamed renamed(const model::Model& after) {
  Renamed out;
  std::set<std::string, std::less<>> kept;
  const auto gather = [&](const auto& all) {
    for (const auto& one : all) kept.insert(one.name);
    for (const auto& one : all)
      for (const auto& old : one.renamed_from) {
        const std::size_t dot = one.name.find('.');
        const bool is_whole = old.value.find('.') != std::string::npos || dot == std::string::npos;
        out[is_whole ? old.value : one.name.substr(0, dot + 1) + old.value] = one.name;
      }
  };
  gather(after.credentials);
  gather(after.competencies);
  gather(after.gates);
  gather(after.agreements);
  gather(after.institutions);
  std::erase_if(out, [&](const auto& one) { return kept.contains(one.first); });
  return out;
}

std::vector<Change> changes(const Tables& tables, std::int32_t day) {
  std::set<std::string> names;
  for (const Side* side : {&tables.before, &tables.after})
    for (std::uint32_t id = 0; id < side->table().credentials().size(); ++id)
      if (side->table().credentials()[id].rule != table::none) names.insert(side->name(id));
  Comparison comparison(tables.before, tables.after);
  std::vector<Compared> all;
  for (const std::string& name : names) all.push_back(comparison.compare(name));
  parts::side_by_side(2 * all.size(), 0, [&](std::size_t i) {
    Compared& one = all[i / 2];
    const bool alone = one.only_the_rule || !one.was || !one.is;   // what differs beside the rules is not searched
    if (i % 2 == 0 && one.may_lose) take(find_witness(tables.before, *one.was, tables.after, one.is, day), alone, one.change.loses, one.change.loss_proven);
    if (i % 2 == 1 && one.may_gain) take(find_witness(tables.after, *one.is, tables.before, one.was, day), alone, one.change.gains, one.change.gain_proven);
  });
  std::vector<Change> out;
  for (Compared& one : all) {
    one.change.effect = effect_of(one.change.loses.has_value(), one.change.gains.has_value());
    out.push_back(std::move(one.change));
  }
  return out;
}

}  // namespace rung::change
