// Independent value: what more evidence does, and what the order of declarations does not.
#include <gtest/gtest.h>

#include <algorithm>

#include "compiler/compile.hpp"
#include "compiler/value/value.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

using rung::value::Answer;

// "c3 stands-alone", for each credential and aspect that fails.
std::set<std::string> failing(const rung::model::Model& model) {
  const rung::value::Judge judge(model);
  std::set<std::string> out;
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id)
    for (const rung::value::Aspect aspect : rung::value::aspects)
      if (judge.verdict(id, aspect).answer == Answer::fails) out.insert(model.credentials[id].name + " " + std::string(name(aspect)));
  return out;
}

TEST(Value, MoreEvidenceFindsNothingMore) {
  check("evidence that is added never adds a finding", 300, [] {
    rung::Compiled compiled = rung::compile_text("f.rung", written((*cases()).framework));
    RC_PRE(!compiled.model.credentials.empty());
    const std::set<std::string> before = failing(compiled.model);
    rung::model::Credential& one = compiled.model.credentials[*rc::gen::inRange<std::size_t>(0, compiled.model.credentials.size())];
    switch (*rc::gen::inRange(0, 5)) {
      case 0: one.assessed_by.push_back("test"); break;
      case 1: one.consulted.push_back({"Machinists", std::nullopt}); break;
      case 2: one.accredited_by.push_back("CQI"); break;
      case 3: one.meets_standard.push_back("ISO 9001"); break;
      default: one.entitles_to.push_back("work at heights");
    }
    const std::set<std::string> after = failing(compiled.model);
    RC_ASSERT(std::includes(before.begin(), before.end(), after.begin(), after.end()));
  });
}

TEST(Value, DoesNotDependOnTheOrderOfDeclarations) {
  check("declarations in any order are worth the same", 200, [] {
    const std::string text = written((*cases()).framework);
    // A declaration begins at the beginning of a line; the head stays first.
    std::vector<std::string> declarations;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
      const std::string line = text.substr(at, end - at);
      if (declarations.empty() || (line[0] != ' ' && line[0] != '}')) declarations.push_back(line);
      else declarations.back() += line;
      at = end;
    }
    RC_PRE(declarations.size() > 2u);
    std::string turned = declarations[0] + declarations[1];
    for (std::size_t i = declarations.size(); i-- > 2;) turned += declarations[i];
    RC_ASSERT(failing(rung::compile_text("f.rung", turned).model) == failing(rung::compile_text("f.rung", text).model));
  });
}

}  // namespace
}  // namespace property
