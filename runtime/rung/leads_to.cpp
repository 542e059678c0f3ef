#include <algorithm>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/text/answers.hpp"
#include "runtime/table/quoted.hpp"

namespace rung {

Result<std::string> answer_leads_to(const Table& table, const LeadsToOptions& options) {
  std::vector<std::uint32_t> from;
  for (const std::string& name : options.names) {
    const Result<std::uint32_t> credential = table.resolve_credential(name);
    if (!credential) return credential.error();
    from.push_back(*credential);
  }
  std::sort(from.begin(), from.end());
  from.erase(std::unique(from.begin(), from.end()), from.end());
  std::int32_t on = table::no_date;
  if (!options.on.empty()) {
    const auto day = read_date(day_of_clock_or(options.on));
    if (!day) return remarked("usage", {Remark::no_date, {table::shortened(options.on)}}, {Remark::write_the_day_or_today});
    on = *day;
  }
  if (options.json()) return json_leads_to(table, from, on, leads_to(table, from, on));
  // People are told of each by itself: of all together nobody could say which of them counts where.
  std::string out;
  for (const std::uint32_t& one : from) out += (out.empty() ? "" : "\n") + text_leads_to(table, one, on, leads_to(table, std::span(&one, 1), on), options.language());
  return out;
}

int leads_to(const LeadsToOptions& options) { return tell(options, answer_leads_to); }

}  // namespace rung
