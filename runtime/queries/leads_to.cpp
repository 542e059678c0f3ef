// Where a credential counts: breadth first along Credential::uses, so the work is proportional to the answer.
#include <algorithm>
#include <tuple>

#include "runtime/queries/index_map.hpp"
#include "runtime/queries/queries.hpp"

namespace rung {
namespace {

using queries::IndexMap;

class Leads {
 public:
  Leads(const Table& table, std::int32_t on) : table_(table), on_(on) {}

  std::vector<Lead> from(std::span<const std::uint32_t> credentials) {
    std::vector<std::uint32_t> level;
    for (const std::uint32_t credential : credentials) {
      if (reached_.contains(credential)) continue;
      reached_.set(credential, 0);
      level.push_back(credential);
    }
    for (std::uint32_t steps = 1; !level.empty(); ++steps) {
      next_.clear();
      for (const std::uint32_t credential : level) counts(credential, table::none, steps);
      // What an agreement makes of it. Nothing is recognised onward, so this goes one step and no further.
      for (const std::uint32_t credential : level)
        for (const std::uint32_t recognition : table_.list(table_.credentials()[credential].recognised_in))
          if (gives_credit(recognition))
            for (const std::uint32_t target : table_.list(table_.recognitions()[recognition].targets)) counts(target, recognition, steps);
      level.swap(next_);
    }
    std::sort(leads_.begin(), leads_.end(), [](const Lead& a, const Lead& b) {
      return std::tie(a.steps, a.credential, a.node) < std::tie(b.steps, b.credential, b.node);
    });
    one_for_each_member();
    if (on_ == table::no_date) one_for_each_part();
    return std::move(leads_);
  }

 private:
  void counts(std::uint32_t credential, std::uint32_t recognition, std::uint32_t steps) {
    for (const std::uint32_t node : table_.list(table_.credentials()[credential].uses)) {
      if (reported_.contains(node) || !in_force(node)) continue;
      reported_.set(node, steps);
      const std::uint32_t award = table_.nodes()[node].owner;
      leads_.push_back({award, node, steps, recognition});
      if (reached_.contains(award)) continue;
      reached_.set(award, steps);
      next_.push_back(award);
    }
  }

  // Whether the version that a node belongs to is in force on the day, if one is asked about.
  bool in_force(std::uint32_t node) const {
    const std::uint32_t award = table_.nodes()[node].owner;
    if (on_ == table::no_date || table_.credentials()[award].versions.count == 0) return true;
    const std::uint32_t version = version_on(table_, award, on_);
    return version != table::none && table_.versions()[version].root == table_.root_of(node);
  }

  bool gives_credit(std::uint32_t recognition) const {
    const table::Recognition& one = table_.recognitions()[recognition];
    if (one.kind != table::RecognitionKind::credit && one.kind != table::RecognitionKind::exemption) return false;
    const table::Agreement& agreement = table_.agreements()[one.agreement];
    if (on_ == table::no_date || agreement.in_force != table::InForce::when_asked) return true;
    return agreement.effective_from <= on_ && (agreement.effective_to == table::no_date || on_ <= agreement.effective_to);
  }

  // Members of one part that ask for different things of it, such as grades, are nodes of their own; who asks is told of the part.
  void one_for_each_member() {
    std::size_t kept = 0, first = 0;       // of those that are kept, the first of the same steps and award
    for (const Lead& lead : leads_) {
      if (kept > 0 && (leads_[kept - 1].steps != lead.steps || leads_[kept - 1].credential != lead.credential)) first = kept;
      const bool is_told = std::any_of(leads_.begin() + static_cast<std::ptrdiff_t>(first), leads_.begin() + static_cast<std::ptrdiff_t>(kept), [&](const Lead& before) {
        return before.recognition == lead.recognition && table_.root_of(before.node) == table_.root_of(lead.node) && table_.part_of(before.node) == table_.part_of(lead.node);
      });
      if (!is_told) leads_[kept++] = lead;
    }
    leads_.resize(kept);
  }

  // Versions of one rule have the same parts, most often: of those of one name the first stays.
  void one_for_each_part() {
    const auto repeated = [&](std::size_t i) {
      const Lead& lead = leads_[i];
      if (table_.credentials()[lead.credential].versions.count < 2) return false;
      return std::any_of(leads_.begin(), leads_.begin() + static_cast<std::ptrdiff_t>(i), [&](const Lead& before) {
        return before.credential == lead.credential && table_.root_of(before.node) != table_.root_of(lead.node) &&
               table_.part_of(before.node) == table_.part_of(lead.node);
      });
    };
    std::vector<Lead> kept;
    for (std::size_t i = 0; i < leads_.size(); ++i)
      if (!repeated(i)) kept.push_back(leads_[i]);
    leads_.swap(kept);
  }

  const Table& table_;
  std::int32_t on_;
  std::vector<Lead> leads_;
  IndexMap reached_, reported_;              // credentials, by the step that reaches them first; nodes
  std::vector<std::uint32_t> next_;
};

}  // namespace

std::vector<Lead> leads_to(const Table& table, std::span<const std::uint32_t> from, std::int32_t on) { return Leads(table, on).from(from); }

}  // namespace rung
