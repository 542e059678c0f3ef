// Many at once: mistakes, circles, depth. Made here rather than kept as files.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "compiler/compile.hpp"

namespace {

const std::string head = "rung 1 en\nframework northfield \"Northfield College\" { version 2026-09 }\n";

std::map<std::string, int> counted(const std::string& text) {
  std::map<std::string, int> out;
  const rung::Compiled compiled = rung::compile_text("many.rung", text);
  for (const auto& diagnostic : compiled.diagnostics.sorted()) ++out[std::string(rung::diagnostics::code(diagnostic.kind))];
  return out;
}

using Counts = std::map<std::string, int>;

TEST(Many, FiftyMistakesAreFiftyMessages) {
  std::string text = head + "competency skill \"A skill\"\n";
  for (int i = 0; i < 10; ++i) {
    const std::string n = std::to_string(i);
    text += "course quantity-" + n + " \"Quantity\" { develops skill  credits -3 }\n";
    text += "course date-" + n + " \"Date\" { develops skill  review by 2026-13 }\n";
    text += "course name-" + n + " \"Name\" { develops skill  prerequisite nobody-" + n + " }\n";
    text += "course twice-" + n + " \"Twice\" { develops skill  fee 20 CAD  fee 20 CAD }\n";
    text += "course broken-" + n + " \"Broken\" { develops skill  credits credits }\n";
  }
  int sum = 0;
  for (const auto& [code, count] : counted(text)) sum += count;
  EXPECT_EQ(sum, 50);
}

TEST(Many, SetsTooLargeForAMachineAreRefusedOnce) {
  std::string text = head + "competency skill \"A skill\"\n";
  for (int i = 0; i < 3'300; ++i) {
    const std::string n = std::to_string(i);
    text += "course c-" + n + " \"C\" { develops skill tags x }\ncertificate a-" + n + " \"A\" { accredited by \"X\" requires any of { tagged x } }\n";
  }
  EXPECT_EQ(counted(text)["too-large"], 1);
}

TEST(Many, AKnotOfTenThousandIsOneReport) {
  constexpr int size = 10'000;
  std::string text = head + "competency skill \"A skill\"\ncourse ground \"Ground\" { develops skill }\n";
  for (int i = 0; i < size; ++i) {
    const auto name = [](int n) { return "award-" + std::to_string(n % size); };
    const int across = (i * 7 + 3) % size;
    const std::string second = across == (i + 1) % size ? "" : ", " + name(across);
    text += "certificate " + name(i) + " \"Award\" { develops skill  requires { all of { ground, " + name(i + 1) + second + " } } }\n";
  }
  EXPECT_EQ(counted(text), (Counts{{"stacking-cycle", 1}}));
}

TEST(Many, NestingOfAnyDepthIsOneMessage) {
  std::string text = head + "competency skill \"A skill\"\ncourse ground \"Ground\" { develops skill }\ncertificate deep \"Deep\" { develops skill  requires ";
  for (int i = 0; i < 100'000; ++i) text += "{ all of ";
  text += "{ ground }";
  for (int i = 0; i < 100'000; ++i) text += " }";
  text += " }\n";
  EXPECT_EQ(counted(text), (Counts{{"nested-too-deep", 1}}));
}

TEST(Many, AReturnAloneEndsAComment) {
  std::string text = head + "# a comment\n" + "competency skill \"A skill\" # another\n" + "course a { develops skill  prerequisite nobody }\n";
  std::replace(text.begin(), text.end(), '\n', '\r');
  EXPECT_EQ(counted(text), (Counts{{"unknown-name", 1}}));
}

TEST(Many, TheOrderOfDeclarationsChangesNothing) {
  std::vector<std::string> declarations = {
      "competency skill \"A skill\"\n",
      "competency unused \"Unused\"\n",
      "course ground \"Ground\" { develops skill  credits 3 }\n",
      "course other \"Other\" { develops skill  credits 3  prerequisite grund }\n",
      "certificate a \"A\" { develops skill  requires { all of { ground, b } } }\n",
      "certificate b \"B\" { develops skill  requires { all of { other, a } } }\n",
      "certificate c \"C\" { entitles to \"A licence\"  requires { at least 30 credits from { ground } } }\n",
  };
  const auto whole = [&] {
    std::string text = head;
    for (const std::string& one : declarations) text += one;
    return counted(text);
  };
  std::sort(declarations.begin(), declarations.end());
  const Counts expected = {{"orphan-competency", 1}, {"unknown-name", 1}, {"stacking-cycle", 1}, {"impossible-rule", 1}};
  int orders = 0;
  do {
    ASSERT_EQ(whole(), expected) << "in order " << orders;
  } while (++orders < 720 && std::next_permutation(declarations.begin(), declarations.end()));
}

}  // namespace
