#include "runtime/rung/records/impact_lines.hpp"

#include <algorithm>

#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/records/record.hpp"

namespace rung {

bool is_allowed(const ImpactQuestion& question, const std::string& award) { return std::binary_search(question.allowed.begin(), question.allowed.end(), award); }

bool ImpactLines::answer(std::uint64_t number, std::string_view line, std::string& out) {
  if (const Learner* const learner = quick_.read(line)) return answer(*learner, number, out);
  const Result<Learner> learner = read_record(line, number);
  return learner ? answer(*learner, number, out) : failed(number, learner.error(), out);
}

bool ImpactLines::answer(const Learner& learner, std::uint64_t number, std::string& out) {
  const Result<Holdings> before = bind(question_.before, learner, question_.on, &names_before_);
  if (!before) return failed(number, before.error(), out);
  const Result<Holdings> after = bind(question_.after, learner, question_.on, &names_after_);
  if (!after) return failed(number, after.error(), out);
  const std::vector<Change> changes = impact(question_.before, *before, question_.after, *after, question_.limit);
  tally_.add(number, learner.id, changes);
  if (changes.empty()) return true;
  if (question_.json) append_impact_json(out, question_, learner, before->on, number, changes);
  else append_impact_text(out, question_, learner, number, changes);
  return true;
}

bool ImpactLines::failed(std::uint64_t number, const Error& error, std::string& out) const {
  if (question_.json) append_failure(out, number, error);
  else out += line_failure_text(question_, number, error);
  return false;
}

}  // namespace rung
