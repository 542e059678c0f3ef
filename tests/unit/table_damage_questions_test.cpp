// Tables with every construct of the language, damaged at each of their bytes: refused, or asked everything that can be asked. What is damaged by accident does not get past the checksum;
// what is damaged on purpose, with a checksum that is right again, may say something else, and must not do any harm.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"
#include "tests/unit/table_sample.hpp"

namespace {

using rung::Table;

// The bytes of a table of tests/fuzz/corpus/framework.
std::string table_of(const std::string& name) {
  std::ostringstream text;
  text << std::ifstream(std::string(RUNG_SOURCE_DIR) + "/tests/fuzz/corpus/framework/" + name + ".rung").rdbuf();
  const rung::Compiled compiled = rung::compile_text(name + ".rung", text.str());
  EXPECT_EQ(compiled.diagnostics.errors(), 0u) << rung::diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false);
  return rung::table::serialize(rung::emit::make_image(compiled.model));
}

std::shared_ptr<const Table> opened(const std::string& bytes) {
  auto table = Table::copy(std::as_bytes(std::span(bytes)));
  return table ? std::make_shared<const Table>(std::move(*table)) : nullptr;
}

// Somebody who has much of what the undamaged table knows, in every way that a record can say.
rung::Learner learner_of(const Table& table) {
  rung::Learner learner;
  learner.on = "2026-11-24";
  const char* const grades[] = {"80%", "B", "", "A"};
  const char* const ways[] = {"", "prior-learning", "transfer", "ungraded"};
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id) {
    const std::string name(table.text(table.credentials()[id].name));
    const bool is_award = table.credentials()[id].rule != rung::table::none;
    if (is_award) learner.entered.push_back({name, "2025-09-01"});
    if (is_award) {
      rung::Exception exception;
      exception.award = name;
      exception.part = "core";
      exception.by = "Dean";
      exception.because = "experience";
      learner.exceptions.push_back(exception);
    }
    if (id % 3 == 2 || (is_award && id % 2 == 0)) continue;
    rung::Holding holding;
    holding.name = name;
    holding.awarded = id % 4 == 3 ? "" : "2026-0" + std::to_string(1 + id % 9) + "-01";
    holding.grade = grades[id % 4];
    holding.by = ways[id / 2 % 4];
    holding.term = id % 2 == 0 ? "fall" : "";
    if (is_award)
      for (std::uint32_t other = 0; other < id && other < 3; ++other) holding.counted.emplace_back(table.text(table.credentials()[other].name));
    learner.holdings.push_back(holding);
  }
  for (const rung::table::Gate& gate : table.gates()) learner.gates.emplace_back(table.text(gate.name));
  rung::Holding recognised;
  recognised.is_competency = true;
  recognised.name = table.competencies().empty() ? "none" : std::string(table.text(table.competencies()[0].name));
  learner.holdings.push_back(recognised);
  return learner;
}

constexpr rung::WorkLimit limit{1000};

// Every question, about everything there is, answered as a program would get it or as a person would. How many characters were said.
std::size_t ask_everything(const std::shared_ptr<const Table>& table, const rung::Learner& learner, const std::string& format) {
  const Table& of = *table;
  std::size_t said = (format == "json" ? rung::json_dump(of) : rung::text_dump(of)).size();
  const auto heard = [&](const rung::Result<std::string>& answer) { said += answer ? answer->size() : answer.error().message.size(); };
  const auto options = [&](auto wanted) {
    wanted.format = format;
    if constexpr (requires { wanted.limit; }) wanted.limit = limit;
    return wanted;
  };
  auto holdings = rung::bind(of, learner);
  if (!holdings) return said + holdings.error().message.size();
  const rung::Asked asked(table, learner, std::move(*holdings));
  heard(rung::answer_earned(asked, options(rung::LearnerOptions{})));
  heard(rung::answer_nearest(asked, options(rung::NearestOptions{})));
  for (const rung::table::Institution& one : of.institutions()) {
    auto transfers = options(rung::TransfersOptions{});
    transfers.institution = std::string(of.text(one.name));
    heard(rung::answer_transfers(asked, transfers));
  }
  for (const rung::table::Credential& one : of.credentials()) {
    const std::string name(of.text(one.name));
    auto leads = options(rung::LeadsToOptions{});
    leads.names = {name};
    heard(rung::answer_leads_to(of, leads));
    auto label = options(rung::LabelOptions{});
    label.name = name;
    heard(rung::answer_label(of, label));
    auto missing = options(rung::MissingOptions{});
    missing.award = name;
    heard(rung::answer_missing(asked, missing));
    auto why = options(rung::AwardOptions{});
    why.award = name;
    heard(rung::answer_why_not(asked, why));
    auto paths = options(rung::PathsOptions{});
    paths.award = name;
    paths.by = {rung::Cost::weeks, rung::Cost::fee};
    paths.compromises = name.size() % 2 == 0;
    heard(rung::answer_paths(asked, paths));
  }
  return said;
}

class RichTable : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    good_ = table_of(GetParam());
    const auto table = opened(good_);
    ASSERT_NE(table, nullptr);
    learner_ = learner_of(*table);
    ASSERT_GT(ask_everything(table, learner_, "json"), 1000u);
  }
  // The table with one byte as `kind` leaves it; the same where that changes nothing.
  std::string damaged(std::size_t at, int kind) const {
    std::string bad = good_;
    auto byte = static_cast<unsigned char>(bad[at]);
    if (kind == 8) byte = 0;
    else if (kind == 9) byte = 0xFF;
    else byte = static_cast<unsigned char>(byte ^ (1u << kind));
    bad[at] = static_cast<char>(byte);
    return bad;
  }

  std::string good_;
  rung::Learner learner_;
};

constexpr int kinds = 10;                  // each bit turned, all bits gone, all bits set

TEST_P(RichTable, IsRefusedWhicheverByteIsDamaged) {
  for (std::size_t at = 0; at < good_.size(); ++at)
    for (int kind = 0; kind < kinds; ++kind) {
      const std::string bad = damaged(at, kind);
      ASSERT_TRUE(bad == good_ || opened(bad) == nullptr) << "byte " << at << ", damage " << kind;
    }
}

TEST_P(RichTable, IsRefusedAtEveryLength) {
  for (std::size_t length = 0; length < good_.size(); ++length) {
    ASSERT_EQ(opened(good_.substr(0, length)), nullptr) << length;
    ASSERT_EQ(opened(good_ + std::string(1 + length % 9, '\0')), nullptr) << length;   // nor may it be longer
  }
}

TEST_P(RichTable, DamagedOnPurposeIsRefusedOrAnswers) {
  std::size_t answered = 0, refused = 0;
  for (std::size_t at = 0; at < good_.size(); ++at)
    for (const int kind : {static_cast<int>(at % 8), 8, 9}) {
      const std::string bad = damaged(at, kind);
      if (bad == good_) continue;
      const auto table = opened(sample::stamped(bad));
      ++(table == nullptr ? refused : answered);
      if (table == nullptr) continue;
      ASSERT_GT(ask_everything(table, learner_, at % 2 == 0 ? "json" : "text"), 0u) << "byte " << at << ", damage " << kind;
    }
  EXPECT_GT(answered, 100u);
  EXPECT_GT(refused, 1000u);
}

INSTANTIATE_TEST_SUITE_P(DamagedTable, RichTable, testing::Values("agreements", "composition", "between-awards", "versions"),
                         [](const auto& one) { return std::string(one.param) == "between-awards" ? std::string("between_awards") : std::string(one.param); });

}  // namespace
