// What the text writers share.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/rung/names.hpp"
#include "runtime/rung/text_answers.hpp"
#include "runtime/rung/words.hpp"

namespace rung {

std::string title_of(const Table& table, std::uint32_t credential);     // "Precision Measurement", or its name when it has no title
std::string called(const Table& table, std::uint32_t credential);       // "Precision Measurement (northfield.metrology)"
std::string titles(const Table& table, std::span<const std::uint32_t> credentials);   // "A, B, C and 12 more"
std::string gate_title(const Table& table, std::uint32_t gate);

std::string so_many(std::uint64_t number, const words::Noun& noun);     // "1 step", "2 steps"
std::string amount_of(std::int64_t amount, std::string_view unit);      // "1 credit", "4.5 credits", "12 ECTS"

// "A-1029 on 2026-10-01", ending its line.
std::string head(const Asked& asked);
// What was set aside and what nobody stated, each with its heading; empty when there is none.
std::string set_aside(const Holdings& holdings);
// "credits of Precision Measurement (northfield.metrology)", each once
std::vector<std::string> statements(const Table& table, const std::vector<Missing>& missing);

// Which version of an award's rule applies to this learner, a line; empty for a rule that is always in force. `shown`: its parts are shown below.
std::string version_line(const Asked& asked, std::uint32_t award, bool shown);
// "Articulation, manufacturing (guaranteed)".
std::string agreement_of(const Table& table, std::uint32_t recognition);
// "; under Articulation (guaranteed)" for each agreement by which something is counted; empty when there is none.
std::string under_agreements(const Table& table, std::span<const std::uint32_t> recognitions);

// "at least 22.5 credits (75%) from Turning, Milling", "from at least 2 institutions"; `need`: of ConditionState, or unknown: "at least 75%" of whatever is counted. Not for what bounds nothing.
std::string said_of(const Table& table, const table::Condition& condition, std::int64_t need);
// "2 of 3 credentials", "at least 12 credits", "gate: Is hired": what a node asks for.
std::string node_asks(const Table& table, std::uint32_t node);
// "63%", "B-". `grade`: as Node::grade_floor; `scale`: scales, or none for a percentage.
std::string grade_text(const Table& table, std::int64_t grade, std::uint32_t scale);
// ", only for holders of Turning"; empty when it is asked of all.
std::string asked_of(const Table& table, const table::Node& node);
// "excused from methods of Inspector by Dean of Manufacturing on 2026-02-01: …". `exception`: of the record.
std::string exception_line(const Asked& asked, std::uint32_t exception);
// The same, a line for each, behind so many blanks.
std::string exception_lines(const Asked& asked, std::span<const std::uint32_t> exceptions, std::size_t indent);

// "12 credits, 168 hours, 960 CAD, 18 weeks"; what is nothing is left out, and of what nothing is known only that is said. `unit`: of the award's credits.
std::string cost_line(const Table& table, const PathCost& cost, std::uint32_t unit);
// "fee, then weeks": what is to be little.
std::string by_costs(const PathsQuestion& question);
// What no way costs less than: "4.5 credits".
std::string bound_of(const Table& table, const PathsQuestion& question, const Paths& answer);
// The steps of a way, its gates and what it earns, a line each, indented.
std::string path_lines(const Asked& asked, const Path& path, std::uint32_t award);

std::string joined(const std::vector<std::string>& pieces);             // "a, b, c"

}  // namespace rung
