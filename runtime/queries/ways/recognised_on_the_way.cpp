#include "runtime/queries/ways/recognised_on_the_way.hpp"

#include <algorithm>
#include <span>

#include "runtime/queries/fixed_point/recognition.hpp"

namespace rung::queries {
namespace {

class Finder {
 public:
  Finder(const Closure& outcome, const Path& path) : outcome_(outcome), supply_(outcome.supply()), table_(supply_.table()) {
    for (const Step& step : path.steps)
      if (step.node == table::none) before_.push_back(step.credential);
  }

  void in_rules(std::uint32_t award, const std::vector<std::uint32_t>& earns) {
    std::vector<std::uint32_t> anew;       // awards whose choice was made anew for this one
    if (const Choice* const choice = supply_.derived(award)) {
      for (const CountedOffer& one : choice->counted) note(one);
      for (const Offer& one : choice->inside) {
        note(one);
        anew.push_back(table_.nodes()[one.node].owner);
      }
    }
    for (const std::uint32_t one : earns) {
      const Choice* const choice = supply_.derived(one);
      if (one == award || choice == nullptr || std::find(anew.begin(), anew.end(), one) != anew.end()) continue;
      for (const CountedOffer& counted : choice->counted) note(counted);
    }
  }

  void before(std::uint32_t credential) {
    const std::uint32_t root = table_.credentials()[credential].prerequisite;
    for (std::uint32_t at = root; at != table::none && at < table_.nodes()[root].end; ++at)
      if (table_.nodes()[at].kind != table::NodeKind::gate)
        for (const std::uint32_t member : table_.list(table_.nodes()[at].members)) as_prerequisite(member);
  }

  std::vector<std::uint32_t> found() {
    std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return std::move(out_);
  }

 private:
  void note(const Offer& counted) {
    if (is_recognised(counted.source)) out_.push_back(recognition_of(counted.source));
  }

  void as_prerequisite(std::uint32_t member) {
    if (outcome_.has(member) || supply_.is_taken(member)) return;
    for (const std::uint32_t line : table_.list(table_.credentials()[member].given_by)) {
      if (supply_.recognised(line) == nullptr || !gives(table_.recognitions()[line])) continue;
      const auto sources = table_.list(table_.recognitions()[line].sources);
      if (std::any_of(sources.begin(), sources.end(), [&](std::uint32_t source) { return std::find(before_.begin(), before_.end(), source) != before_.end(); })) out_.push_back(line);
    }
  }

  const Closure& outcome_;
  const Supply& supply_;
  const Table& table_;
  std::vector<std::uint32_t> before_;      // taken as prerequisites
  std::vector<std::uint32_t> out_;
};

}  // namespace

std::vector<std::uint32_t> recognised_on_the_way(const Closure& outcome, std::uint32_t award, const Path& path) {
  Finder finder(outcome, path);
  finder.in_rules(award, path.earns);
  for (const Step& step : path.steps) finder.before(step.credential);
  for (const std::uint32_t earned : path.earns) finder.before(earned);
  return finder.found();
}

}  // namespace rung::queries
