#include "runtime/learner/dates.hpp"

#include <chrono>
#include <ctime>

namespace rung {
namespace {

std::string padded(unsigned value, std::size_t width) {
  std::string digits = std::to_string(value);
  digits.insert(0, width > digits.size() ? width - digits.size() : 0, '0');
  return digits;
}

}  // namespace

std::optional<std::int32_t> read_date(std::string_view written) {
  constexpr std::string_view form = "dddd-dd-dd";
  if (written.size() != form.size()) return std::nullopt;
  int numbers[3] = {0, 0, 0};
  for (std::size_t i = 0, field = 0; i < form.size(); ++i) {
    if (form[i] == '-') {
      if (written[i] != '-') return std::nullopt;
      ++field;
      continue;
    }
    if (written[i] < '0' || written[i] > '9') return std::nullopt;
    numbers[field] = numbers[field] * 10 + (written[i] - '0');
  }
  using namespace std::chrono;
  const year_month_day date{year{numbers[0]}, month{static_cast<unsigned>(numbers[1])}, day{static_cast<unsigned>(numbers[2])}};
  if (!date.ok()) return std::nullopt;
  return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

std::string day_of_clock_or(const std::string& written) {
  if (written != "today") return written;
  const std::time_t now = std::time(nullptr);
  std::tm here{};
  localtime_r(&now, &here);
  using namespace std::chrono;
  const year_month_day date{year{here.tm_year + 1900}, month{static_cast<unsigned>(here.tm_mon + 1)}, day{static_cast<unsigned>(here.tm_mday)}};
  return written_date(static_cast<std::int32_t>(sys_days(date).time_since_epoch().count()));
}

std::string written_date(std::int32_t days) {
  using namespace std::chrono;
  const year_month_day date{sys_days{std::chrono::days{days}}};
  return padded(static_cast<unsigned>(static_cast<int>(date.year())), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-" +
         padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace rung
