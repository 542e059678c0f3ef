#include "runtime/rung/records/line_answer.hpp"

#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/records/record.hpp"

namespace rung {

bool EarnedLines::answer(std::uint64_t number, std::string_view line, std::string& out) {
  const auto split = SeenBefore::split(line);
  if (!split) return answer_anew(number, line, out);
  if (seen_.answer(*split, out)) return true;
  const std::size_t before = out.size();
  if (!answer_anew(number, line, out)) return false;
  seen_.remember(*split, std::string_view(out).substr(before));
  return true;
}

bool EarnedLines::answer_anew(std::uint64_t number, std::string_view line, std::string& out) {
  if (const Learner* const learner = quick_.read(line)) return answer(*learner, number, out);
  const Result<Learner> learner = read_record(line, number);
  if (learner) return answer(*learner, number, out);
  append_failure(out, number, learner.error());
  return false;
}

bool EarnedLines::answer(const Learner& learner, std::uint64_t number, std::string& out) {
  const Result<Holdings> holdings = rung::bind(table_, learner, on_, &names_);
  if (!holdings) {
    append_failure(out, number, holdings.error());
    return false;
  }
  append_earned(out, table_, learner, *holdings, earned(table_, *holdings, limit_));
  return true;
}

}  // namespace rung
