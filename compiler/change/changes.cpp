#include "compiler/change/changes.hpp"

#include <algorithm>
#include <set>

#include "compiler/change/besides.hpp"
#include "compiler/change/demands.hpp"
#include "compiler/change/witness.hpp"

namespace rung::change {
namespace {

class Comparison {
 public:
  Comparison(const Side& before, const Side& after, std::int32_t day) : before_(before), after_(after), day_(day), losses_(before, after), gains_(after, before), besides_(before, after) {}

  Change compare(const std::string& name) {
    Change out;
    const auto was = award(before_, name), is = award(after_, name);
    if (was) out.was = before_.table().text(before_.table().credentials()[*was].name);
    if (is) out.award = name;
    out.fate = fate_of(was.has_value(), is.has_value(), out.was == out.award);
    const Side& told = is ? after_ : before_;
    out.title = told.table().text(told.table().credentials()[is ? *is : *was].title);
    const bool only_the_rule = was && is && besides_.are_the_same(*was, *is);
    if (only_the_rule && before_.meaning(*was) == after_.meaning(*is)) return out;
    if (was && !(only_the_rule && losses_.covers(*was, *is))) find(before_, *was, after_, is, out.loses, out.loss_proven);
    if (is && !(only_the_rule && gains_.covers(*is, *was))) find(after_, *is, before_, was, out.gains, out.gain_proven);
    if (was && is && !only_the_rule) out.loss_proven = out.gain_proven = false;
    out.effect = effect_of(out.loses.has_value(), out.gains.has_value());
    return out;
  }

 private:
  static std::optional<std::uint32_t> award(const Side& side, const std::string& name) {
    const auto found = side.find(name);
    return found && side.table().credentials()[*found].rule != table::none ? found : std::nullopt;
  }

  void find(const Side& has, std::uint32_t award, const Side& lacks, std::optional<std::uint32_t> there, std::optional<Learner>& out, bool& proven) const {
    Witness witness = find_witness(has, award, lacks, there, day_);
    out = std::move(witness.learner);
    proven = witness.proven;
  }

  const Side& before_;
  const Side& after_;
  std::int32_t day_;
  Demands losses_, gains_;                 // by which nobody is seen to lose, and nobody to gain
  Besides besides_;
};

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
  Comparison comparison(tables.before, tables.after, day);
  std::vector<Change> out;
  for (const std::string& name : names) out.push_back(comparison.compare(name));
  return out;
}

}  // namespace rung::change
