// One learner a line: the line's answer, as `earned --format json` gives it, on one line; or the line's error.
#pragma once

#include "runtime/audit/stream.hpp"
#include "runtime/learner/binding_memory.hpp"
#include "runtime/rung/records/quick_record.hpp"
#include "runtime/rung/records/seen_before.hpp"
#include "runtime/rung/verbs.hpp"

namespace rung {

class EarnedLines final : public audit::Answerer {
 public:
  // `on`: the day of the question or empty, as LearnerOptions::on. The table outlives it.
  EarnedLines(const Table& table, std::string on, WorkLimit limit) : table_(table), on_(std::move(on)), limit_(limit) {}
  bool answer(std::uint64_t number, std::string_view line, std::string& out) override;

 private:
  bool answer_anew(std::uint64_t number, std::string_view line, std::string& out);
  bool answer(const Learner& learner, std::uint64_t number, std::string& out);

  const Table& table_;
  std::string on_;
  WorkLimit limit_;
  QuickRecord quick_;
  SeenBefore seen_;
  BindingMemory names_;
};

}  // namespace rung
