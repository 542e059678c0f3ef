// The best fillings one after the other: the cheapest first, of equally cheap ones the first by name, and none that contains one before it.
//
// What is left when a set has been found is divided: every other set leaves out some credential of it, so there is one question for each of its credentials (that one is left out, those
// before it are taken). A question is worked out only when its bound is the least of all, and only as far as it takes to see that another comes first.
#pragma once

#include <memory>

#include "runtime/queries/ways/filling/branches.hpp"

namespace rung::queries::filling {

class BestFillings {
 public:
  // `filling` and `work` outlive it.
  BestFillings(const Filling& filling, Work& work);

  enum class Next : std::uint8_t { found, none, stopped };
  Next next(Filled& out);
  // Whether there is one that contains none of those found, where that is seen at a glance.
  bool clearly_more();
  // Nothing that is still to come costs less.
  std::int64_t bound() const { return queue_.empty() ? 0 : queue_.front()->bound; }
  // The cheapest that was seen and not proven; for when the search was stopped.
  const Filled& some() const { return some_; }

 private:
  // Of a question: what is known of its best. `later`: its cost, and that one of the same cost whose name is known comes before it.
  enum class Known : std::uint8_t { bound, cost, name, later };
  struct Question {
    std::vector<std::uint32_t> taken, left;
    std::int64_t bound = 0;
    Known known = Known::bound;
    Filled best;
  };
  using Ask = std::shared_ptr<Question>;
  struct Later {
    bool operator()(const Ask& a, const Ask& b) const;
  };

  void put(Ask question);
  Ask take_first();
  std::int64_t least_known() const;
  const Filled* first_of(std::int64_t cost) const;
  bool decide(const Question& question);
  const std::vector<std::uint32_t>* found_and_not_left_out(const Question& question) const;
  bool contains_found(const Filled& filled) const;
  bool divide(const Question& question, const std::vector<std::uint32_t>& found);
  bool find_cost(Question& question);
  bool find_name(Question& question);

  const Filling& filling_;
  Work& work_;
  Decisions decisions_;
  Branches branches_;
  RentsAndTolls rents_;                    // of the first search
  std::vector<Ask> queue_;                 // a heap: what comes first in front
  std::vector<std::vector<std::uint32_t>> found_;
  Filled some_;
};

}  // namespace rung::queries::filling
