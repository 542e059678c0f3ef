#include "runtime/queries/out_of_reach.hpp"

#include <algorithm>

#include "runtime/queries/fixed_point/closure.hpp"

namespace rung {
namespace {

using namespace queries;

constexpr Terms whatever_is_stated{.optimistic = true, .path = true, .all_gates = true};

class Everything {
 public:
  Everything(const Table& table, std::span<const std::uint32_t> awards, Work& work) : table_(table), work_(work) {
    for (std::uint32_t competency = 0; competency < table.competencies().size(); ++competency)
      learner_.recognised.push_back({competency, table::Achievement::mastery, {}});
    for (std::uint32_t gate = 0; gate < table.gates().size(); ++gate) learner_.gates.push_back(gate);
    for (const std::uint32_t id : reached_from(awards)) {
      const table::Credential& one = table.credentials()[id];
      if (one.rule != table::none) {
        awards_.push_back(id);
        only_.set(id, 0);
      } else if (one.block == 0) {
        all_.push_back(id);
      }
    }
  }

  // Those of `awards` that are neither had nor left open, when all is taken but `barred` (sorted).
  void add_those_not_had(std::span<const std::uint32_t> awards, std::span<const std::uint32_t> barred, std::vector<std::uint32_t>& out) const {
    std::vector<std::uint32_t> take;
    std::set_difference(all_.begin(), all_.end(), barred.begin(), barred.end(), std::back_inserter(take));
    Closure closure(table_, learner_, whatever_is_stated, work_, {.only = &only_, .first = awards_, .take = take});
    closure.run();
    if (work_.stopped) return;
    const std::vector<std::uint32_t> open = closure.undecided();
    if (!open.empty()) return;             // any of the others may count one of these
    for (const std::uint32_t award : awards)
      if (!closure.has(award)) out.push_back(award);
  }

 private:
  // All that these awards may come to need, they themselves included, by whichever version of a rule and whichever agreement; sorted.
  std::vector<std::uint32_t> reached_from(std::span<const std::uint32_t> awards) const {
    std::vector<std::vector<std::uint32_t>> nodes(table_.credentials().size());
    for (std::uint32_t at = 0; at < table_.nodes().size(); ++at) nodes[table_.nodes()[at].owner].push_back(at);
    std::vector<std::uint32_t> out(awards.begin(), awards.end());
    std::vector<char> known(table_.credentials().size(), 0);
    for (const std::uint32_t award : awards) known[award] = 1;
    const auto add = [&](std::span<const std::uint32_t> some) {
      for (const std::uint32_t one : some)
        if (known[one] == 0) {
          known[one] = 1;
          out.push_back(one);
        }
    };
    for (std::size_t next = 0; next < out.size(); ++next) {
      const std::uint32_t id = out[next];
      for (const std::uint32_t at : nodes[id])
        if (table_.nodes()[at].kind != table::NodeKind::gate) add(table_.list(table_.nodes()[at].members));
      for (const std::uint32_t line : table_.list(table_.credentials()[id].given_by)) add(table_.list(table_.recognitions()[line].sources));
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  const Table& table_;
  Work& work_;
  Holdings learner_;
  IndexMap only_;
  std::vector<std::uint32_t> awards_, all_;
};

}  // namespace

std::vector<std::uint32_t> out_of_reach(const Table& table, std::span<const std::uint32_t> awards, WorkLimit limit) {
  Work work{limit.steps};
  const Everything everything(table, awards, work);
  const auto barred_from = [&](std::uint32_t award) { return table.list(table.credentials()[award].withheld_from); };
  std::vector<std::uint32_t> open_to_all, out;
  for (const std::uint32_t award : awards)
    if (barred_from(award).empty()) open_to_all.push_back(award);
  if (!open_to_all.empty()) everything.add_those_not_had(open_to_all, {}, out);
  for (const std::uint32_t award : awards)
    if (!barred_from(award).empty()) everything.add_those_not_had(std::span(&award, 1), barred_from(award), out);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace rung
