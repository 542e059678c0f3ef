// What the compiler finds does not depend on the order in which things are declared: the golden files, with their declarations in other orders.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "compiler/compile.hpp"
#include "compiler/model/program.hpp"

namespace {

namespace fs = std::filesystem;
using rung::diagnostics::Diagnostic;

// Codes and messages, as a sorted list.
std::vector<std::string> findings(const std::string& text) {
  const rung::Compiled compiled = rung::compile_text("order.rung", text);
  std::vector<std::string> out;
  for (const Diagnostic& one : compiled.diagnostics.sorted()) out.push_back(std::string(code(one.kind)) + ": " + message(one));
  std::sort(out.begin(), out.end());
  return out;
}

// The declarations of a text that could be read to its end, each by itself; none when it could not, as then it is not known where one ends.
std::vector<std::string> declarations(const std::string& text) {
  rung::source::Files files;
  rung::diagnostics::Sink sink;
  const rung::model::Program program = rung::model::read_text("order.rung", text, files, sink);
  if (!sink.empty()) return {};
  std::vector<std::string> out;
  for (const std::uint32_t declaration : program.trees[0].declarations) out.emplace_back(files.text(program.trees[0].span(declaration)));
  return out;
}

std::string joined(const std::string& head, const std::vector<std::string>& declarations) {
  std::string out = head;
  for (const std::string& one : declarations) out += one + "\n";
  return out;
}

TEST(Order, OfDeclarationsChangesNoFinding) {
  std::mt19937 random(20211125);   // the same orders in every run
  int shuffled = 0;
  for (const char* kind : {"good", "bad"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(RUNG_SOURCE_DIR) / "tests/golden" / kind)) {
      if (entry.path().extension() != ".rung") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::stringstream text;
      text << file.rdbuf();
      std::vector<std::string> all = declarations(text.str());
      if (all.size() < 3) continue;
      ++shuffled;
      const std::string head = entry.path().stem().string().ends_with("-fr") ? "rung 1 fr\n" : "rung 1 en\n";
      const std::vector<std::string> expected = findings(joined(head, all));
      std::reverse(all.begin(), all.end());
      EXPECT_EQ(findings(joined(head, all)), expected) << entry.path().filename() << ", turned round";
      for (int round = 0; round < 20; ++round) {
        for (std::size_t i = all.size() - 1; i > 0; --i) std::swap(all[i], all[random() % (i + 1)]);
        ASSERT_EQ(findings(joined(head, all)), expected) << entry.path().filename() << ", as:\n" << joined(head, all);
      }
    }
  }
  EXPECT_GT(shuffled, 50);
}

}  // namespace
