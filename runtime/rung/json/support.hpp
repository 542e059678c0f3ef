// What the JSON writers share.
#pragma once

#include <nlohmann/json.hpp>

#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/names.hpp"

namespace rung {

using Json = nlohmann::ordered_json;         // fields stay in the order in which they are written

Json json_amount(std::int64_t amount);       // "4.5", or null when unknown
Json json_text(std::string_view text);       // null when empty
Json json_names(const Table& table, std::span<const std::uint32_t> credentials);
// {"agreement", "status", "sources"} of a recognition.
Json json_recognition(const Table& table, std::uint32_t recognition);
// {"from", "to"} of the version of the award's rule that applies, or null.
Json json_version(const Asked& asked, std::uint32_t award);
Json json_statements(const Table& table, const std::vector<Missing>& statements);
// Those of the record with these indices: award, part, prerequisite, by, because, on.
Json json_exceptions(const Table& table, const Learner& learner, const Holdings& holdings, std::span<const std::uint32_t> exceptions);
inline Json json_exceptions(const Asked& asked, std::span<const std::uint32_t> exceptions) {
  return json_exceptions(asked.table, asked.learner, asked.holdings, exceptions);
}
Json json_set_aside(const Holdings& holdings);

// A way to the award: cost, steps, gates, what it earns.
Json json_path(const Asked& asked, const Path& path, std::uint32_t award);

// "learner" and "on", with which every answer about a learner begins.
Json json_head(const Asked& asked);

// Two spaces of indentation and an end of line. What is not UTF-8 (a record may not be read as such, but a path may) is replaced.
std::string printed(const Json& json);

}  // namespace rung
