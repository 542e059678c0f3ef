#include "runtime/rung/json/support.hpp"

#include <algorithm>

#include "runtime/rung/enum_names.hpp"

#include "runtime/learner/dates.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {

Json json_amount(std::int64_t amount) { return amount == table::unknown ? Json() : Json(table::decimal(amount)); }

Json json_text(std::string_view text) { return text.empty() ? Json() : Json(text); }

Json json_names(const Table& table, std::span<const std::uint32_t> credentials) {
  Json out = Json::array();
  for (const std::uint32_t credential : credentials) out.push_back(name_of(table, credential));
  return out;
}

Json json_recognition(const Table& table, std::uint32_t recognition) {
  const table::Recognition& one = table.recognitions()[recognition];
  const table::Agreement& agreement = table.agreements()[one.agreement];
  return {{"agreement", table.text(agreement.name)}, {"status", enum_name(agreement.status)}, {"sources", json_names(table, table.list(one.sources))}};
}

Json json_version(const Asked& asked, std::uint32_t award) {
  const std::uint32_t number = rule_of(asked.table, asked.holdings, award).version;
  if (number == table::none) return {};
  const table::Version& version = asked.table.versions()[number];
  const auto day = [](std::int32_t one) { return one == table::no_date ? Json() : Json(written_date(one)); };
  return {{"from", day(version.first)}, {"to", day(version.last)}};
}

Json json_statements(const Table& table, const std::vector<Missing>& statements) {
  Json out = Json::array();
  for (const Missing& missing : statements) {
    const bool about_one = missing.credential != table::none;
    out.push_back({{"credential", about_one ? Json(name_of(table, missing.credential)) : Json()}, {"what", missing.what}});
  }
  return out;
}

Json json_exceptions(const Table& table, const Learner& learner, const Holdings& holdings, std::span<const std::uint32_t> exceptions) {
  Json out = Json::array();
  for (const std::uint32_t number : exceptions) {
    const Exception& one = learner.exceptions[number];
    const auto bound = std::find_if(holdings.excused.begin(), holdings.excused.end(), [&](const Excused& e) { return e.exception == number; });
    out.push_back({{"award", bound == holdings.excused.end() ? Json(one.award) : Json(name_of(table, bound->award))},
                   {"part", json_text(one.part)},
                   {"prerequisite", one.prerequisite},
                   {"by", one.by},
                   {"because", one.because},
                   {"on", json_text(one.on)}});
  }
  return out;
}

Json json_set_aside(const Holdings& holdings) {
  Json out = Json::array();
  for (const SetAside& one : holdings.set_aside)
    out.push_back({{one.is_exception ? "exception" : one.is_entry ? "entry" : one.is_gate ? "gate" : "holding", one.holding}, {"reason", one.reason}, {"message", one.message}});
  return out;
}

Json json_head(const Asked& asked) {
  return {{"learner", json_text(asked.learner.id)},
          {"on", asked.holdings.on == table::no_date ? Json() : Json(written_date(asked.holdings.on))}};
}

std::string printed(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n'; }

namespace {

Json failures(const Error& error) {
  return Json::array({{{"code", error.code}, {"message", error.message}, {"remedy", json_text(error.remedy)}, {"place", json_text(error.place)}}});
}

}  // namespace

std::string json_failure(const Error& error) { return printed({{"errors", failures(error)}}); }

std::string json_serving(const std::string& table, const std::string& address) { return printed({{"table", table}, {"address", address}}); }

void append_failure(std::string& out, std::uint64_t line, const Error& error) {
  Json failure;
  if (line > 0) failure["line"] = line;
  failure["errors"] = failures(error);
  out += failure.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace rung
