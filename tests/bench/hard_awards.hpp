// Awards that are hard to find the cheapest way to: parts that overlap heavily, counts and sums of credits over 5 to 14 members each, each course counted once, some courses with prerequisites.
// Written as a framework, as an integer program, and as an answer-set program, so that the three can be asked the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace bench {

struct HardAward {
  struct Course {
    std::uint32_t credits, fee, hours;       // whole credits, dollars, hours
    std::vector<std::uint32_t> any_of;       // courses, one of which is taken before this one; empty: none is
  };
  struct Part {
    bool counts;                             // `target` courses, else `target` credits
    std::uint32_t target;
    std::vector<std::uint32_t> members;
  };
  std::vector<Course> courses;
  std::vector<Part> parts;
};

// `courses` of them in a sixth as many parts. The same numbers give the same award.
HardAward make_hard_award(std::uint32_t courses, std::uint64_t seed);

// The award is `hard.award`.
std::string as_framework(const HardAward& award);
// For the least fees, in the format that solvers call LP.
std::string as_integer_program(const HardAward& award);
// The same for clingo.
std::string as_answer_set_program(const HardAward& award);

}  // namespace bench
