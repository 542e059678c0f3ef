// Tables with every construct of the language, damaged at each of their bytes: refused, or asked everything that can be asked. What is damaged by accident does not get past the checksum;
// what is damaged on purpose, with a checksum that is right again, may say something else, and must not do any harm.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "tests/support/every_question.hpp"
#include "tests/unit/table_sample.hpp"

namespace {

using rung::Table;
using support::ask_everything;

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

class RichTable : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    good_ = table_of(GetParam());
    const auto table = opened(good_);
    ASSERT_NE(table, nullptr);
    learner_ = support::somebody_of(*table);
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
      ask_everything(table, learner_, at % 2 == 0 ? "json" : "text");   // that it ends is all that is asked
    }
  EXPECT_GT(answered, 100u);
  EXPECT_GT(refused, 1000u);
}

INSTANTIATE_TEST_SUITE_P(DamagedTable, RichTable, testing::Values("agreements", "composition", "between-awards", "versions"),
                         [](const auto& one) { return std::string(one.param) == "between-awards" ? std::string("between_awards") : std::string(one.param); });

}  // namespace
