#include "compiler/model/values.hpp"

#include <chrono>

#include <fmt/format.h>

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;

void bad_quantity(std::string_view written, Span span, std::string_view why, diagnostics::Sink& sink) {
  sink.report(Kind::bad_quantity, span, {std::string(written.substr(0, 60)), std::string(why)});
}

}  // namespace

std::optional<Amount> read_decimal(std::string_view written, Span span, diagnostics::Sink& sink) {
  if (written.starts_with('-')) {
    bad_quantity(written, span, "a quantity cannot be negative", sink);
    return std::nullopt;
  }
  const std::size_t point = written.find('.');
  std::string_view whole = written.substr(0, point);
  std::string_view places = point == std::string_view::npos ? std::string_view{} : written.substr(point + 1);
  while (places.ends_with('0')) places.remove_suffix(1);
  while (whole.size() > 1 && whole.starts_with('0')) whole.remove_prefix(1);
  if (places.size() > 6) {
    bad_quantity(written, span, "at most six decimal places are kept", sink);
    return std::nullopt;
  }
  if (whole.size() > 9) {
    bad_quantity(written, span, "it must be less than 1,000,000,000", sink);
    return std::nullopt;
  }
  Amount amount = 0;
  for (const char digit : whole) amount = amount * 10 + (digit - '0');
  for (std::size_t i = 0; i < 6; ++i) amount = amount * 10 + (i < places.size() ? places[i] - '0' : 0);
  return amount;
}

std::optional<Amount> read_percent(std::string_view written, Span span, diagnostics::Sink& sink) {
  return read_decimal(written.substr(0, written.find_last_of("0123456789") + 1), span, sink);
}

std::optional<std::uint32_t> read_count(std::string_view written, Span span, diagnostics::Sink& sink) {
  const std::optional<Amount> amount = read_decimal(written, span, sink);
  if (!amount) return std::nullopt;
  if (*amount % table::millionths != 0) {
    bad_quantity(written, span, "a count is a whole number", sink);
    return std::nullopt;
  }
  return static_cast<std::uint32_t>(*amount / table::millionths);
}

std::optional<Day> read_date(std::string_view written, MonthMeans month, Span span, diagnostics::Sink& sink) {
  using namespace std::chrono;
  const auto number = [&](std::size_t from, std::size_t length) {
    int value = 0;
    for (const char digit : written.substr(from, length)) value = value * 10 + (digit - '0');
    return value;
  };
  const bool whole_month = written.size() == 7;
  if (!whole_month && written.size() != 10) {
    sink.report(Kind::bad_date, span, {std::string(written), "a date has the form 2026-09-01 or 2026-09"});
    return std::nullopt;
  }
  const year_month at = year(number(0, 4)) / number(5, 2);
  if (!at.ok()) {
    sink.report(Kind::bad_date, span, {std::string(written), "there is no such month"});
    return std::nullopt;
  }
  const year_month_day day = whole_month ? (month == MonthMeans::first_day ? at / 1 : year_month_day(at / last)) : at / number(8, 2);
  if (!day.ok()) {
    sink.report(Kind::bad_date, span, {std::string(written), "there is no such day"});
    return std::nullopt;
  }
  return static_cast<Day>(sys_days(day).time_since_epoch().count());
}

std::string written_date(Day day) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

}  // namespace rung::model
