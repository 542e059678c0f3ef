// What is decided in a Filling so far, with what follows from it at once; taken back step by step.
#pragma once

#include "runtime/queries/ways/filling/filling.hpp"

namespace rung::queries::filling {

enum class Take : char { open, yes, no };
enum class Count : char { open, here, not_here };

class Decisions {
 public:
  explicit Decisions(const Filling& filling);

  // False from `possible` when no way fills everything as it stands.
  bool possible() const { return possible_; }
  Take take_of(std::uint32_t credential) const { return take_[credential]; }
  Count count_of(std::uint32_t entry) const { return count_[entry]; }
  std::int32_t counted_in(std::uint32_t part) const { return counted_[part]; }      // for sure
  std::int32_t possible_in(std::uint32_t part) const { return possible_in_[part]; } // that, and what is open
  std::uint32_t open_entries(std::uint32_t credential) const { return open_[credential]; }
  bool is_counted(std::uint32_t credential) const { return place_[credential] != nobody; }
  // Nothing more is asked for it, however the rest is decided.
  bool is_settled(std::uint32_t need) const {
    const std::uint32_t owner = filling_.needs[need].owner;
    return sure_[need] >= filling_.needs[need].least || (owner != nobody && take_[owner] == Take::no);
  }
  std::uint32_t place_of(std::uint32_t credential) const { return place_[credential]; }

  // Each decides one thing and all that follows. False when that leaves no way; then only undo() may follow.
  bool take(std::uint32_t credential) { return decide_take(credential, Take::yes) && follow(); }
  bool leave(std::uint32_t credential) { return decide_take(credential, Take::no) && follow(); }
  bool count(std::uint32_t entry) { return decide_count(entry, Count::here) && follow(); }
  bool bar(std::uint32_t entry) { return decide_count(entry, Count::not_here) && follow(); }

  std::size_t mark() const { return trail_.size(); }
  void undo(std::size_t mark);

 private:
  bool decide_take(std::uint32_t credential, Take what);
  bool decide_count(std::uint32_t entry, Count what);
  bool follow();
  bool look_at_part(std::uint32_t part);
  bool look_at_need(std::uint32_t need);
  void look_later(std::vector<std::uint32_t>& list, std::vector<char>& listed, std::uint32_t one);

  struct Step {
    bool is_entry;
    std::uint32_t which;
  };

  const Filling& filling_;
  bool possible_ = true;
  std::vector<Take> take_;
  std::vector<Count> count_;
  std::vector<std::int32_t> counted_, possible_in_;   // by part
  std::vector<std::uint32_t> open_, place_;           // by credential: open entries; the part where it is counted
  std::vector<std::int32_t> available_, sure_;        // by need: members that are not left; that are taken
  std::vector<Step> trail_;
  std::vector<std::uint32_t> parts_to_look_at_, needs_to_look_at_;
  std::vector<char> part_listed_, need_listed_;
};

}  // namespace rung::queries::filling
