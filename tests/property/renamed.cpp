#include "tests/property/renamed.hpp"

#include <algorithm>

namespace property {
namespace {

using namespace oracle;

class Renaming {
 public:
  explicit Renaming(const std::vector<int>& names) : names_(names) {}

  int of(int credential) const { return names_[static_cast<std::size_t>(credential)]; }
  void rename(std::vector<int>& credentials) const {
    for (int& one : credentials) one = of(one);
    std::sort(credentials.begin(), credentials.end());
  }
  void rename(Requirement& tree) const {
    if (tree.form == Form::members || tree.form == Form::amount) rename(tree.of);
    if (tree.asked_of == Asked::of_holders || tree.asked_of == Asked::unless_held) rename(tree.whom);
    for (Requirement& part : tree.parts) rename(part);
  }
  void rename(std::vector<Condition>& conditions) const {
    for (Condition& one : conditions) rename(one.of);
  }
  void rename(Credential& one) const {
    if (one.rule) rename(*one.rule);
    if (one.prerequisite) rename(*one.prerequisite);
    rename(one.conditions);
    for (Version& version : one.versions) {
      rename(version.rule);
      rename(version.conditions);
    }
    rename(one.withheld_from);
    rename(one.surrenders);
  }

 private:
  const std::vector<int>& names_;
};

}  // namespace

Case renamed(const Case& one, const std::vector<int>& names) {
  const Renaming renaming(names);
  Case out = one;
  for (std::size_t i = 0; i < names.size(); ++i) {
    Credential& credential = out.framework.credentials[static_cast<std::size_t>(names[i])];
    credential = one.framework.credentials[i];
    renaming.rename(credential);
  }
  for (Line& line : out.framework.lines) {
    renaming.rename(line.sources);
    renaming.rename(line.targets);
  }
  for (Holding& holding : out.learner.holdings) {
    holding.credential = renaming.of(holding.credential);
    renaming.rename(holding.counted);
  }
  out.learner.exceptions.clear();
  for (const auto& [award, part] : one.learner.exceptions) out.learner.exceptions.insert({renaming.of(award), part});
  out.learner.entered.clear();
  for (const auto& [award, month] : one.learner.entered) out.learner.entered[renaming.of(award)] = month;
  return out;
}

rc::Gen<std::vector<int>> other_names(const Framework& framework) {
  const int count = static_cast<int>(framework.credentials.size());
  return rc::gen::exec([count] {
    std::vector<int> names;
    for (int i = 0; i < count; ++i) names.insert(names.begin() + *rc::gen::inRange(0, i + 1), i);
    return names;
  });
}

}  // namespace property
