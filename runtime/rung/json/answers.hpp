// Answers as JSON, one text each. docs/offices.md lists the fields; fields may be added, never renamed or dropped. Every quantity is a decimal
// string, null when nobody stated it; a number of things is a number.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "runtime/rung/asking.hpp"

namespace rung {

std::string json_earned(const Asked& asked, const Earned& answer);
// The same on one line, without its end, behind what `out` has already.
void append_earned(std::string& out, const Table& table, const Learner& learner, const Holdings& holdings, const Earned& answer);
std::string json_missing(const Asked& asked, std::uint32_t award, const MissingAnswer& answer, const BestWay& best);
std::string json_why_not(const Asked& asked, std::uint32_t award, const WhyNot& answer, const MissingAnswer& missing);
std::string json_paths(const Asked& asked, const PathsQuestion& question, const Paths& answer);
std::string json_nearest(const Asked& asked, const NearestQuestion& question, const Nearest& answer);
std::string json_leads_to(const Table& table, std::span<const std::uint32_t> from, std::int32_t on, const std::vector<Lead>& answer);
std::string json_transfers(const Asked& asked, std::uint32_t institution, const Transfers& answer);
std::string json_dump(const Table& table);

// {"errors": [{"code", "message", "remedy", "place"}]}
std::string json_failure(const Error& error);
// Where a table is served.
std::string json_serving(const std::string& table, const std::string& address);
// {"line": 7, "errors": […]} on one line, without its end: of a line of many. Without a number the line is left out.
void append_failure(std::string& out, std::uint64_t line, const Error& error);

}  // namespace rung
