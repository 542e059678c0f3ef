// What the text writers share.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/rung/words/locale.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/rung/text/answers.hpp"
#include "runtime/rung/words/words.hpp"
#include "runtime/table/filled.hpp"

namespace rung {

using table::filled;

// The things of a table, told in a language. A table by itself is told in English: JSON's messages and the compiler's words are.
struct Telling {
  Telling(const Table& of, std::string_view language = "en") : table(of), words(words::words_in(language)), locale(locale_of(language)) {}

  const Table& table;
  const words::Words& words;
  const Locale& locale;
};

std::string title_of(const Telling& in, std::uint32_t credential);      // "Precision Measurement", or its name when it has no title
std::string called(const Telling& in, std::uint32_t credential);        // "Precision Measurement (northfield.metrology)"
std::string titles(const Telling& in, std::span<const std::uint32_t> credentials);   // "A, B, C and 12 more"
std::string gate_title(const Telling& in, std::uint32_t gate);
std::string institution_title(const Telling& in, std::uint32_t institution);

std::string so_many(const Telling& in, std::uint64_t number, const words::Noun& noun);   // "1 step", "2 steps"
std::string_view one_or_more(const Telling& in, std::uint64_t number, const words::Noun& noun);
std::string amount_of(const Telling& in, std::int64_t amount, std::string_view unit);    // "1 credit", "4.5 credits", "12 ECTS"
std::string money_of(const Telling& in, std::int64_t amount, std::string_view currency); // "240 CAD", "195.50 CAD"
std::string_view units_in(const Telling& in, std::string_view unit);    // "credits", "ECTS": more than one of a unit
std::string day_of(const Telling& in, std::int32_t day);                // "2026-10-01", "1er octobre 2026"
std::string day_of(const Telling& in, const std::string& written);      // what is no date stays as it is
std::string pair_of(const Telling& in, std::string_view name, std::string_view what);    // "name: what"
std::string and_more(const Telling& in, const std::string& list, std::size_t more);

// "A-1029 on 2026-10-01", ending its line.
std::string head(const Telling& in, const Asked& asked);
// What was set aside, with its heading; empty when there is none. A holding is named as the record names it.
std::string set_aside(const Telling& in, const Asked& asked);
// "credits of Precision Measurement (northfield.metrology)", each once
std::vector<std::string> statements(const Telling& in, const std::vector<Missing>& missing);

// Which version of an award's rule applies to this learner, a line; empty for a rule that is always in force. `shown`: its parts are shown below.
std::string version_line(const Telling& in, const Asked& asked, std::uint32_t award, bool shown);
// "Articulation, manufacturing (guaranteed)".
std::string agreement_of(const Telling& in, std::uint32_t recognition);
// "… by transfer; under Articulation (guaranteed)", with each agreement by which something is counted; `what` alone when there is none.
std::string under_agreements(const Telling& in, std::string what, std::span<const std::uint32_t> recognitions);
// "CAD I counts as CNC Operation (3 credits)": what a line of an agreement says; its sources alone of a refusal. `with_issuer`: "CAD I (Mohawk College) counts as …".
std::string recognition_says(const Telling& in, std::uint32_t line, bool with_issuer = false);
// "65%", "mastery", "65%, mastery": what a line asks of its sources.
std::string floor_of(const Telling& in, std::uint32_t line);
// "by agreement: CAD I (Mohawk College) counts as CNC Operation (3 credits); under Articulation (guaranteed)": what a way rests on.
std::string rests_on(const Telling& in, std::uint32_t line);

// "at least 22.5 credits (75%) from Turning, Milling", "from at least 2 institutions"; `need`: of ConditionState, or unknown: "at least 75%" of whatever is counted. Not for what bounds nothing.
std::string said_of(const Telling& in, const table::Condition& condition, std::int64_t need);
// "2 of 3 credentials", "at least 12 credits", "gate: Is hired": what a node asks for.
std::string node_asks(const Telling& in, std::uint32_t node);
// What holds of all that is counted there, a piece each: "each with 60% or better", "nothing older than 5 years", "after core".
std::vector<std::string> floors_of(const Telling& in, const table::Node& node);
std::vector<std::string> floors_of(const Telling& in, const table::Recognition& line);
std::string months_of(const Telling& in, std::uint32_t months);         // "18 months", "2 years"
// "63%", "B-". `grade`: as Node::grade_floor; `scale`: scales, or none for a percentage.
std::string grade_text(const Telling& in, std::int64_t grade, std::uint32_t scale);
// `asks`, and of whom: "…, only for holders of Turning"; the same when it is asked of all.
std::string asked_of(const Telling& in, std::string asks, const table::Node& node);
// "excused from methods of Inspector by Dean of Manufacturing on 2026-02-01: …". `exception`: of the record.
std::string exception_line(const Telling& in, const Asked& asked, std::uint32_t exception);
// The same, a line for each, behind so many blanks.
std::string exception_lines(const Telling& in, const Asked& asked, std::span<const std::uint32_t> exceptions, std::size_t indent);

// What each kind of thing that has no name is called where it is missing, in this language.
LackNames lack_names(const Telling& in);

// "12 credits, 168 hours, 960 CAD, 18 weeks"; what is nothing is left out, and of what nothing is known only that is said. `unit`: of the award's credits.
std::string cost_line(const Telling& in, const PathCost& cost, std::uint32_t unit);
// "fee, then weeks": what is to be little. `between` them.
std::string costs_in(const Telling& in, const PathsQuestion& question, std::string_view between);
// What no way costs less than: "4.5 credits".
std::string bound_of(const Telling& in, const PathsQuestion& question, const Paths& answer);
// The steps of a way, its gates and what it earns, a line each, indented.
std::string path_lines(const Telling& in, const Asked& asked, const Path& path, std::uint32_t award);
// "1.   ": the number of a way, with what follows it in one column.
std::string numbered(std::size_t number);

std::string joined(const std::vector<std::string>& pieces);             // "a, b, c"

}  // namespace rung
