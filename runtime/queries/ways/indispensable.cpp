#include "runtime/queries/ways/indispensable.hpp"

#include <algorithm>

namespace rung::queries {
namespace {

using table::Node;
using table::NodeKind;

class Indispensable {
 public:
  Indispensable(const Trial& trial, const Closure& outcome) : table_(trial.table()), work_(trial.work()), supply_(outcome.supply()) {}

  IndexMap of(std::uint32_t award) {
    if (!supply_.is_held(award)) note(award);
    while (!open_.empty()) {
      const std::uint32_t credential = open_.back();
      open_.pop_back();
      read(supply_.is_award(credential) ? supply_.root_of(credential) : table::none);
      if (supply_.excused_from_prerequisites(credential) == nullptr) read(table_.credentials()[credential].prerequisite);
    }
    return work_.stopped ? IndexMap{} : std::move(found_);
  }

 private:
  void note(std::uint32_t credential) {
    if (found_.contains(credential)) return;
    found_.set(credential, 1);
    open_.push_back(credential);
  }

  // The parts that have to hold whenever the tree does.
  void read(std::uint32_t root) {
    if (root == table::none) return;
    for (std::uint32_t at = root; at < table_.nodes()[root].end;) {
      const Node& node = table_.nodes()[at];
      const bool all_under_it = node.kind == NodeKind::group && node.choice == table::Choice::all && supply_.is_asked(at);
      if (node.kind == NodeKind::members && supply_.is_asked(at)) read_members(at);
      at = all_under_it ? at + 1 : node.end;
    }
  }

  // Where there is no more than is asked for, each is counted; and where each way to count it is of one kind, that is the way.
  void read_members(std::uint32_t at) {
    const auto members = table_.list(table_.nodes()[at].members);
    if (!work_.spend(1 + members.size() / 16)) return;
    std::vector<Offer> offers;
    for (const std::uint32_t member : members) supply_.offer(at, member, false, offers);
    std::size_t different = 0;
    for (std::size_t o = 0; o < offers.size(); ++o) different += o == 0 || offers[o].credential != offers[o - 1].credential ? 1 : 0;
    if (different != table_.nodes()[at].need) return;
    for (std::size_t first = 0, end = 0; first < offers.size(); first = end) {
      while (end < offers.size() && offers[end].credential == offers[first].credential) ++end;
      const Source source = offers[first].source;
      if (end - first == 1 && (source == from_rule || source == from_taking)) note(offers[first].credential);
    }
  }

  const Table& table_;
  Work& work_;
  const Supply& supply_;
  IndexMap found_;
  std::vector<std::uint32_t> open_;
};

}  // namespace

IndexMap indispensable(const Trial& trial, const Closure& outcome) {
  if (!trial.has_award(outcome)) return {};
  return Indispensable(trial, outcome).of(trial.award());
}

}  // namespace rung::queries
