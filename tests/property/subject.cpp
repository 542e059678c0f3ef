#include "tests/property/subject.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "tests/oracle/choices.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

// Errors of the model; what the checks find is their own business, and a table can be made all the same.
bool hinders(const std::string& code) {
  static const std::set<std::string> findings = {"prerequisite-cycle", "unattainable", "impossible-rule", "double-counting", "not-standing-alone",
                                                 "no-added-benefit", "stacking-cycle"};
  return !findings.contains(code);
}

void compare_trees(const rung::Table& table, std::uint32_t root, const oracle::Requirement& requirement, int owner) {
  const oracle::Tree tree(requirement, owner);
  const std::uint32_t size = root == rung::table::none ? 0 : table.nodes()[root].end - root;
  if (size != tree.nodes.size()) throw std::logic_error("c" + std::to_string(owner) + " was compiled to another tree");
}

}  // namespace

int Subject::number(std::uint32_t node) const {
  std::uint32_t root = node;
  while (table.nodes()[root].parent != rung::table::none) root = table.nodes()[root].parent;
  return static_cast<int>(node - root);
}

rung::Holdings bound(const rung::Table& table, const oracle::Learner& learner) {
  auto holdings = rung::bind(table, written(learner));
  if (!holdings) throw std::logic_error(holdings.error().message);
  for (const rung::SetAside& one : holdings->set_aside)
    if (one.reason != "expired" && one.reason != "surrendered") throw std::logic_error("set aside: " + one.message);
  return std::move(*holdings);
}

Subject subject(const Case& one) {
  const rung::Compiled compiled = rung::compile_text("f.rung", written(one.framework));
  for (const auto& diagnostic : compiled.diagnostics.sorted())
    if (rung::diagnostics::severity(diagnostic) == rung::diagnostics::Severity::error && hinders(std::string(rung::diagnostics::code(diagnostic.kind))))
      throw std::logic_error(rung::diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false));
  std::string bytes = rung::table::serialize(rung::emit::make_image(compiled.model));
  auto table = rung::Table::copy(std::as_bytes(std::span(bytes)));
  if (!table) throw std::logic_error(table.error().message);
  for (int i = 0; i < static_cast<int>(one.framework.credentials.size()); ++i) {
    const auto& [mine, theirs] = std::tie(one.framework.credentials[i], table->credentials()[i]);
    if (mine.rule && mine.versions.empty()) compare_trees(*table, theirs.rule, *mine.rule, i);
    if (theirs.versions.count != mine.versions.size()) throw std::logic_error("c" + std::to_string(i) + " has other versions");
    for (std::size_t v = 0; v < mine.versions.size(); ++v)
      compare_trees(*table, table->versions(theirs.versions)[v].root, mine.versions[v].rule, i);
    if (mine.prerequisite) compare_trees(*table, theirs.prerequisite, *mine.prerequisite, i);
  }
  rung::Holdings holdings = bound(*table, one.learner);
  return {std::move(bytes), std::move(*table), std::move(holdings)};
}

namespace {

double share_of_cases() {
  const char* const times = std::getenv("RUNG_PROPERTY_CASES");
  return times != nullptr ? std::atof(times) : 1.0;
}

}  // namespace

bool in_full() { return share_of_cases() >= 1; }

void check(const char* name, int cases, const std::function<void()>& property) {
  rc::detail::TestMetadata metadata;
  metadata.id = metadata.description = name;
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  params.maxSuccess = std::max(1, static_cast<int>(cases * share_of_cases()));
  // The same cases in every run of the suite, so that a change is to blame for a failure; RUNG_PROPERTY_SEED asks for others.
  const char* const seed = std::getenv("RUNG_PROPERTY_SEED");
  if (std::getenv("RC_PARAMS") == nullptr) params.seed = seed == nullptr ? 2021 : std::strtoull(seed, nullptr, 10);
  const auto bounded = [&] {
    oracle::steps_left = 400'000;
    try {
      property();
    } catch (const oracle::TooMuch&) {
      RC_DISCARD("too many choices for the oracle");
    }
  };
  const auto result = rc::detail::checkProperty(rc::detail::toProperty(bounded), metadata, params);
  rc::detail::printResultMessage(result, std::cerr);
  std::cerr << std::endl;
  EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << name;
}

}  // namespace property
