// A college's framework, and editions of it in which one thing is another: for what rungc diff says of them.
#pragma once

#include <nlohmann/json.hpp>

#include "tests/end-to-end/working_folder.hpp"

namespace end_to_end {

using nlohmann::json;

inline constexpr const char* college = R"(rung 1 en
framework elm "Elm College" { version 2026-09 grades percent credits 1 credit = 15 hours }
institution elm "Elm College" { title fr "Collège Elm" type college region CA-ON }
institution oak "Oak University" { title fr "Université Oak" }
competency turns "Turns parts" { kind skill level 3 }
competency inspects "Inspects parts"
competency draws "Draws parts"
gate hired "Is hired"
course cad "Drawing" { issued by oak develops draws credits 3 fee 300 CAD valid for 5 years }
course shop "Open Workshop" { issued by oak develops draws credits 3 fee 300 CAD }
course drawing "Drawing at Elm" { issued by elm develops draws credits 3 fee 200 CAD }
microcredential turning "Turning" {
  title fr "Tournage"
  description "Turning on a lathe."
  note "Since 2019."
  url "https://elm.example/turning"
  code "T-1"
  issued by elm
  develops turns
  credits 3
  workload 42 hours over 6 weeks
  fee 480 CAD
  level 4
  assessed by test, project, pass mark 60%
  delivery online
  pace self-paced
  consulted "Machinists" on 2026-02-11
  tags metal
  valid for 3 years
  offered from 2026-09-01 to 2028-08-31
  review by 2027-06
  prerequisite drawing
}
certificate inspector "Inspector" {
  issued by elm
  develops inspects
  entitles to "Sign off parts"
  requires {
    core: turning at 60%
    draw: drawing
    at least 6 credits
  }
}
agreement articulation "Articulation" {
  from oak to elm
  effective 2024-09 to 2028-08
  nothing older than 60 months
  at most 6 credits
  cad at 50% counts as drawing
  all of { cad, shop } counts as 3 credits unassigned at level 2
  shop not recognised because "content under 50 %"
}
)";

// `text` with another thing in place of one of its parts.
inline std::string with(std::string text, const std::string& part, const std::string& other) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part;
  return at == std::string::npos ? text : text.replace(at, part.size(), other);
}

class TwoEditions : public WorkingFolder {
 protected:
  json diff(const std::string& part, const std::string& other, const std::string& level, int status, const std::string& old = college) {
    write("old.rung", old);
    write("new.rung", with(old, part, other));
    const Answer answer = run("rungc diff old.rung new.rung --format json --level " + level);
    EXPECT_EQ(answer.status, status) << part << " → " << other << "\n" << answer.err << answer.out;
    const json out = json::parse(answer.out, nullptr, false);
    EXPECT_FALSE(out.is_discarded()) << answer.out;
    return out;
  }
  json agreement(const std::string& part, const std::string& other, int status) {
    const json all = diff(part, other, "learner", status)["agreements"];
    EXPECT_EQ(all.size(), 1u) << part;
    return all.empty() ? json::object() : all[0];
  }
  // "cad@50% 2021-01-01": what a witness holds, with the days that are not the day of the question.
  static std::string held(const json& witness) {
    if (witness.is_null()) return "nobody";
    std::string out;
    for (const json& one : witness["holdings"]) {
      out += (out.empty() ? "" : ", ") + one["credential"].get<std::string>().substr(4);
      if (one.contains("grade")) out += "@" + one["grade"].get<std::string>();
      if (one["awarded"] != witness["on"]) out += " " + one["awarded"].get<std::string>();
    }
    return out;
  }
};

}  // namespace end_to_end
