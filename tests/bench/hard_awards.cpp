#include "tests/bench/hard_awards.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tests/bench/dice.hpp"

namespace bench {
namespace {

std::string name_of(std::uint32_t course) { return fmt::format("c{:03}", course); }

std::string names_of(const std::vector<std::uint32_t>& courses) {
  std::vector<std::string> names;
  for (const std::uint32_t course : courses) names.push_back(name_of(course));
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

HardAward make_hard_award(std::uint32_t courses, std::uint64_t seed) {
  Dice dice(seed);
  HardAward out;
  for (std::uint32_t c = 0; c < courses; ++c) {
    out.courses.push_back({dice.between(1, 6), dice.between(50, 500), dice.between(5, 60), {}});
    auto& any_of = out.courses.back().any_of;
    if (c < 2 || dice.below(100) >= 15) continue;
    for (int i = 0; i < 2; ++i) {
      const std::uint32_t before = dice.below(c);
      if (std::find(any_of.begin(), any_of.end(), before) == any_of.end()) any_of.push_back(before);
    }
  }
  for (std::uint32_t p = 0; p < courses / 6; ++p) {
    HardAward::Part part{dice.one_in(2), 0, {}};
    const std::uint32_t size = dice.between(5, 14);
    while (part.members.size() < size) {
      const std::uint32_t course = dice.below(courses);
      if (std::find(part.members.begin(), part.members.end(), course) == part.members.end()) part.members.push_back(course);
    }
    std::sort(part.members.begin(), part.members.end());
    std::uint32_t credits = 0;
    for (const std::uint32_t member : part.members) credits += out.courses[member].credits;
    part.target = part.counts ? dice.between(2, std::max(2u, size / 3)) : dice.between(credits / 5, credits / 3);
    out.parts.push_back(std::move(part));
  }
  return out;
}

std::string as_framework(const HardAward& award) {
  std::string out = "rung 1 en\nframework hard { version 2026-09 }\ncompetency integrates\n";
  for (std::uint32_t c = 0; c < award.courses.size(); ++c) {
    const auto& course = award.courses[c];
    out += fmt::format("competency s{0}\ncourse {1} {{ credits {2} fee {3} CAD workload {4} hours develops s{0}", c, name_of(c), course.credits, course.fee, course.hours);
    if (!course.any_of.empty()) out += fmt::format(" prerequisite any of {{ {} }}", names_of(course.any_of));
    out += " }\n";
  }
  out += "diploma award {\n  develops integrates\n  requires {\n";
  for (std::uint32_t p = 0; p < award.parts.size(); ++p) {
    const auto& part = award.parts[p];
    out += fmt::format("    p{:02}: at least {} {} {{ {} }}\n", p, part.target, part.counts ? "of" : "credits from", names_of(part.members));
  }
  return out + "  }\n}\n";
}

std::string as_integer_program(const HardAward& award) {
  std::string out = "Minimize\n fees:", binaries;
  for (std::uint32_t c = 0; c < award.courses.size(); ++c) {
    out += fmt::format(" + {} x{}\n", award.courses[c].fee, c);
    binaries += fmt::format(" x{}\n", c);
  }
  out += "Subject To\n";
  std::vector<std::string> counted(award.courses.size());
  for (std::uint32_t p = 0; p < award.parts.size(); ++p) {
    const auto& part = award.parts[p];
    out += fmt::format(" part{}:", p);
    for (const std::uint32_t c : part.members) {
      out += fmt::format(" + {} y{}_{}", part.counts ? 1 : award.courses[c].credits, p, c);
      counted[c] += fmt::format(" + y{}_{}", p, c);
      binaries += fmt::format(" y{}_{}\n", p, c);
    }
    out += fmt::format(" >= {}\n", part.target);
  }
  for (std::uint32_t c = 0; c < award.courses.size(); ++c) {
    if (!counted[c].empty()) out += fmt::format(" once{0}:{1} - x{0} <= 0\n", c, counted[c]);
    if (award.courses[c].any_of.empty()) continue;
    out += fmt::format(" before{0}: x{0}", c);
    for (const std::uint32_t before : award.courses[c].any_of) out += fmt::format(" - x{}", before);
    out += " <= 0\n";
  }
  return out + "Binary\n" + binaries + "End\n";
}

std::string as_answer_set_program(const HardAward& award) {
  std::string out;
  for (std::uint32_t c = 0; c < award.courses.size(); ++c) {
    out += fmt::format("{{ take({0}) }}. fee({0},{1}).\n", c, award.courses[c].fee);
    if (award.courses[c].any_of.empty()) continue;
    std::vector<std::string> none;
    for (const std::uint32_t before : award.courses[c].any_of) none.push_back(fmt::format("not take({})", before));
    out += fmt::format(":- take({}), {}.\n", c, fmt::join(none, ", "));
  }
  for (std::uint32_t p = 0; p < award.parts.size(); ++p) {
    const auto& part = award.parts[p];
    for (const std::uint32_t c : part.members) out += fmt::format("member({},{},{}).\n", p, c, part.counts ? 1 : award.courses[c].credits);
    out += fmt::format(":- #sum {{ A,C : count({0},C), member({0},C,A) }} < {1}.\n", p, part.target);
  }
  return out + "{ count(P,C) : member(P,C,_) } 1 :- take(C).\n#minimize { F,C : take(C), fee(C,F) }.\n#show take/1.\n";
}

}  // namespace bench
