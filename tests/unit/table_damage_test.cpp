// A table of few bytes, damaged at each of them. As it was damaged it is refused; with its checksum put right, as one who means harm would, it is refused or opens, and
// then it can be asked everything.
#include <gtest/gtest.h>

#include "runtime/learner/learner.hpp"
#include "runtime/queries/queries.hpp"
#include "tests/unit/table_sample.hpp"

namespace {

using namespace rung::table;
using rung::Table;

// What a learner with metrology and cad-1 is told, of every credential. Names that are damaged too are set aside.
std::string answers(const Table& table) {
  constexpr rung::WorkLimit limit{2000};
  rung::Learner learner;
  learner.on = "2026-11-24";
  learner.holdings.resize(2);
  learner.holdings[0].name = "northfield.metrology";
  learner.holdings[1].name = "mohawk.cad-1";
  learner.holdings[1].grade = "B";
  const auto holdings = rung::bind(table, learner);
  if (!holdings) return "the record cannot be bound: " + holdings.error().message;
  std::string out;
  const auto say = [&](auto... numbers) { ((out += std::to_string(numbers) + ' '), ...); };
  for (const auto& award : rung::earned(table, *holdings, limit).earned) say(award.credential, award.counted.size());
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id) {
    out += table.text(table.credentials()[id].title);
    for (const auto& lead : rung::leads_to(table, std::span(&id, 1))) say(lead.credential, lead.node, lead.steps);
    if (table.credentials()[id].rule == none) continue;
    for (const auto& state : rung::missing(table, *holdings, id, limit).nodes) say(state.node, static_cast<int>(state.verdict), state.have);
    rung::PathsQuestion question;
    question.award = id;
    question.limit = limit;
    for (const auto& path : rung::paths(table, *holdings, question).paths) say(path.cost.credits, path.cost.count, path.gates.size());
  }
  return out;
}

constexpr unsigned char flips[] = {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF};

// The checksum covers every byte after the header, and the header's own are each checked.
TEST(DamagedTable, IsRefusedWhicheverByteIsChanged) {
  const std::string good = rung::table::serialize(sample::image());
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned char flip : flips) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ flip);
      const sample::Bytes bytes(bad);
      ASSERT_FALSE(Table::view(bytes.span())) << "byte " << at << ", flipped by " << int{flip};
    }
  }
}

TEST(DamagedTable, WithARightChecksumIsRefusedOrAnswers) {
  const std::string good = rung::table::serialize(sample::image());
  std::size_t opened = 0, refused = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned char flip : flips) {
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ flip);
      const sample::Bytes bytes(sample::stamped(bad));
      const auto table = Table::view(bytes.span());
      ++(table ? opened : refused);
      if (!table) continue;
      ASSERT_EQ(answers(*table), answers(*table)) << "byte " << at << ", flipped by " << int{flip};   // nothing that is not there was read
    }
  }
  // An amount, a text or a day may be another one, so some open; most of a table refers to something, so most do not.
  EXPECT_GT(opened, 0u);
  EXPECT_GT(refused, opened);
}

TEST(DamagedTable, IsRefusedAtEveryOtherLength) {
  const std::string good = rung::table::serialize(sample::image());
  for (std::size_t length = 0; length < good.size(); ++length) {
    std::string cut = good.substr(0, length);
    const sample::Bytes bytes(cut);
    ASSERT_FALSE(Table::view(bytes.span())) << length;
    if (length < sizeof(Header)) continue;
    const std::uint64_t size = length;     // and even if the header knows no better
    std::memcpy(cut.data() + offsetof(Header, file_size), &size, sizeof size);
    const sample::Bytes consistent(sample::stamped(cut));
    ASSERT_FALSE(Table::view(consistent.span())) << length;
  }
}

}  // namespace
