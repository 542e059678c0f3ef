// What items of one problem compete for. Only what two items want is worth watching.
//
// Along a chain of awards one item brings along almost everything and the others little. So that item is not gone through: what the others want is looked up in what it brings, which is sorted.
#include <algorithm>

#include "runtime/queries/counting/problem.hpp"

namespace rung::queries {
namespace {

constexpr std::uint32_t several = 0xFFFFFFFEu;
constexpr std::size_t much = 64;           // to bring along; less is gone through at once

class Tokens {
 public:
  Tokens(const Supply& supply, Problem& problem) : supply_(supply), problem_(problem) {}

  void number() {
    find_the_greatest();
    for (std::uint32_t i = 0; i < problem_.items.size(); ++i)
      if (i != greatest_) each_of(i, [&](std::uint32_t, std::uint32_t ground, std::uint32_t) { note(i, ground); });
    if (greatest_ != table::none) {
      std::sort(wanted_.begin(), wanted_.end());
      each_list(greatest_, [&](std::uint32_t, std::span<const std::uint32_t> list, std::uint32_t) {
        each_in_common(list, [&](std::uint32_t ground) { note(greatest_, ground); });
      });
    }
    for (std::uint32_t i = 0; i < problem_.items.size(); ++i) {
      if (i != greatest_) {
        each_of(i, [&](std::uint32_t option, std::uint32_t ground, std::uint32_t recognition) { add(option, ground, recognition); });
        continue;
      }
      each_list(i, [&](std::uint32_t option, std::span<const std::uint32_t> list, std::uint32_t recognition) {
        each_in_common(list, [&](std::uint32_t ground) { add(option, ground, recognition); });
      });
    }
  }

 private:
  // Calls `visit(option, grounds, recognition)` for each list of what counting an item so brings along; sorted lists.
  template <class Visit>
  void each_list(std::uint32_t i, Visit visit) const {
    const Item& item = problem_.items[i];
    if (item.inner_scope != table::none) return;
    for (std::uint32_t o = item.options.first; o < item.options.first + item.options.count; ++o) {
      const Source source = problem_.options[o].source;
      if (supply_.is_ground(item.credential, source)) visit(o, std::span(&item.credential, 1), table::none);
      visit(o, supply_.stands_on(item.credential, source), table::none);
      visit(o, supply_.uses(item.credential, source), is_recognised(source) ? recognition_of(source) : table::none);
    }
  }

  template <class Visit>
  void each_of(std::uint32_t i, Visit visit) const {
    each_list(i, [&](std::uint32_t option, std::span<const std::uint32_t> list, std::uint32_t recognition) {
      for (const std::uint32_t ground : list) visit(option, ground, recognition);
    });
  }

  // What is in `list` and wanted by another item than the greatest.
  template <class Visit>
  void each_in_common(std::span<const std::uint32_t> list, Visit visit) const {
    auto from = list.begin();
    for (const std::uint32_t ground : wanted_) {
      from = std::lower_bound(from, list.end(), ground);
      if (from == list.end()) return;
      if (*from == ground) visit(ground);
    }
  }

  void find_the_greatest() {
    std::size_t most = much;
    for (std::uint32_t i = 0; i < problem_.items.size(); ++i) {
      std::size_t size = 0;
      each_list(i, [&](std::uint32_t, std::span<const std::uint32_t> list, std::uint32_t) { size += list.size(); });
      if (size > most) most = size, greatest_ = i;
    }
  }

  void note(std::uint32_t item, std::uint32_t ground) {
    const std::uint32_t before = wanted_by_.find(ground);
    if (before == table::none && greatest_ != table::none) wanted_.push_back(ground);
    if (before != item) wanted_by_.set(ground, before == table::none ? item : several);
  }

  void add(std::uint32_t o, std::uint32_t ground, std::uint32_t recognition) {
    if (wanted_by_.find(ground) != several) return;
    if (!numbers_.contains(ground)) numbers_.set(ground, problem_.token_count++);
    Option& option = problem_.options[o];
    if (option.tokens.count++ == 0) option.tokens.first = size_of(problem_.tokens);
    problem_.tokens.push_back({numbers_.find(ground), recognition});
  }

  const Supply& supply_;
  Problem& problem_;
  IndexMap wanted_by_, numbers_;           // token → the one item that wants it, or `several`; token → its number
  std::uint32_t greatest_ = table::none;   // the item that brings along the most
  std::vector<std::uint32_t> wanted_;      // by the others, sorted; only where there is a greatest
};

}  // namespace

void number_tokens(const Supply& supply, Problem& problem) { Tokens(supply, problem).number(); }

}  // namespace rung::queries
