// Reviewed within a length of time: the next review is stated, is not past, and is not further away than that.
#include <chrono>

#include "compiler/model/values.hpp"
#include "compiler/policy/asks.hpp"

namespace rung::policy {
namespace {

// So many months later; the last day of a month that has no such day.
Day later(Day from, Amount months) {
  using namespace std::chrono;
  const year_month_day start{sys_days{days{from}}};
  const year_month month = start.year() / start.month() + std::chrono::months{static_cast<int>(months / table::millionths)};
  const year_month_day_last last{month.year(), month_day_last{month.month()}};
  const year_month_day day = month.year() / month.month() / start.day();
  return static_cast<Day>((day.ok() ? sys_days{day} : sys_days{last}).time_since_epoch().count());
}

}  // namespace

Found ask_review(const Context& context, const model::Credential& credential, const Rule& rule) {
  using model::written_date;
  if (!credential.review_by) return mended(told(Answer::cannot_tell, credential.span, Phrase::review_not_stated), Phrase::state_the_review);
  const Day by = credential.review_by->value;
  const Span span = credential.review_by->span;
  if (!context.on) return told(Answer::cannot_tell, span, Phrase::day_not_given);
  if (by < *context.on) return mended(told(Answer::fails, span, Phrase::review_is_past, {written_date(by), written_date(*context.on)}), Phrase::review_it);
  const Day last = later(*context.on, *rule.bound.most);
  if (by > last) return mended(told(Answer::fails, span, Phrase::review_too_late, {written_date(by), written_date(last)}), Phrase::state_the_review);
  return told(Answer::holds, span, Phrase::review_is_by, {written_date(by)});
}

}  // namespace rung::policy
