// Small edits of agreements, as committees make them.
#pragma once

#include "tests/property/generate.hpp"

namespace property {

// Whether an edit can only ask more or give less (harder), only the other way about (easier), or either.
enum class Known { harder, easier, either };
// Edits one thing of an agreement that has lines.
inline Known edit_agreement(oracle::Framework& framework) {
  oracle::Line& line = framework.lines[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(framework.lines.size())))];
  switch (*rc::gen::inRange(0, 6)) {
    case 0: {
      const int was = line.grade;
      line.grade = *rc::gen::element(-1, 50, 60, 70);
      return line.grade >= was ? Known::harder : Known::easier;
    }
    case 1: {
      const int was = framework.line_months == 0 ? 10'000 : framework.line_months;
      framework.line_months = *rc::gen::element(0, 6, 24);
      return (framework.line_months == 0 ? 10'000 : framework.line_months) <= was ? Known::harder : Known::easier;
    }
    case 2:
      if (line.sources.size() < 2) return Known::either;
      line.sources.pop_back();
      return Known::easier;
    case 3:
      if (line.targets.size() < 2) return Known::either;
      line.targets.pop_back();
      return Known::harder;
    case 4: line.as = *rc::gen::element(oracle::Recognised::credit, oracle::Recognised::prerequisite, oracle::Recognised::exemption); return Known::either;
    default:
      if (framework.lines.size() > 1) framework.lines.erase(framework.lines.begin() + (&line - framework.lines.data()));
      return Known::harder;
  }
}

}  // namespace property
