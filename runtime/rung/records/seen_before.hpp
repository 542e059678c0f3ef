// Records that differ in the learner's number alone have answers that differ in it alone: newcomers, and whoever took the same on the same days. Each such record is answered
// once, as long as it is remembered. Nothing of the rules is presumed: what is compared is the text, byte for byte.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rung {

class SeenBefore {
 public:
  // A line that begins with the learner's number: {"learner":"A-1029" and then the rest.
  struct Line {
    std::string_view learner;              // between its quotes, with nothing in it that JSON would write otherwise
    std::string_view rest;
    std::uint64_t hash;                    // of the rest
  };
  static std::optional<Line> split(std::string_view line);

  SeenBefore() : slots_(how_many) {}

  // Appends the answer when the rest is remembered.
  bool answer(const Line& line, std::string& out) const;
  // The answer to a good line, to be remembered when its rest comes a second time: what comes twice may come often, and what comes once is not worth the room.
  void remember(const Line& line, std::string_view answer);

 private:
  static constexpr std::size_t how_many = 4096;      // a power of two
  static constexpr std::size_t longest = 4096;       // bytes of a rest, and of an answer: so 32 MiB at the most, and usually a tenth

  struct Slot {
    std::uint64_t hash = 0;                // of what came last
    std::string rest, answer;              // the answer without its learner
  };

  std::vector<Slot> slots_;
};

}  // namespace rung
