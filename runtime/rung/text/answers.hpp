// Answers as a clerk reads them over the counter: titles, with names beside them; one thing a line. Each in a language, "en" or "fr"; English where none is named.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "runtime/rung/asking.hpp"

namespace rung {

std::string text_earned(const Asked& asked, const Earned& answer, std::string_view language = "en");
// With `best`, a search for the best way to the same award, also what that way takes for each part.
std::string text_missing(const Asked& asked, std::uint32_t award, const MissingAnswer& answer, std::string_view language = "en", const BestWay* best = nullptr);
std::string text_paths(const Asked& asked, const PathsQuestion& question, const Paths& answer, std::string_view language = "en");
std::string text_nearest(const Asked& asked, const NearestQuestion& question, const Nearest& answer, std::string_view language = "en");
// `on`: the day asked about, or table::no_date.
std::string text_leads_to(const Table& table, std::uint32_t credential, std::int32_t on, const std::vector<Lead>& answer, std::string_view language = "en");
std::string text_transfers(const Asked& asked, std::uint32_t institution, const Transfers& answer, std::string_view language = "en");
// `missing`: of the same question.
std::string text_why_not(const Asked& asked, std::uint32_t award, const WhyNot& answer, const MissingAnswer& missing, std::string_view language = "en");
// In the format's own terms, which are English.
std::string text_dump(const Table& table);

}  // namespace rung
