// The answer to `earned`, for one learner and, line by line, for all of `audit`. Put together in one place, so that the two cannot differ.
#include "runtime/learner/dates.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json/text.hpp"

namespace rung {
namespace {

void append_recognition(std::string& out, const Table& table, std::uint32_t recognition) {
  const table::Recognition& one = table.recognitions()[recognition];
  const table::Agreement& agreement = table.agreements()[one.agreement];
  out += "{\"agreement\":";
  append_string(out, table.text(agreement.name));
  out += ",\"status\":";
  append_string(out, enum_name(agreement.status));
  out += ",\"sources\":";
  append_names(out, table, table.list(one.sources));
  out += '}';
}

void append_counted(std::string& out, const Table& table, const Counted& counted) {
  const table::Credential& credential = table.credentials()[counted.credential];
  out += "{\"credential\":";
  append_string(out, name_of(table, counted.credential));
  out += ",\"part\":";
  append_text(out, table.part_of(counted.node));
  out += ",\"credits\":";
  append_amount(out, counted.credits);
  out += ",\"unit\":";
  append_string(out, unit_of(table, table::Measure::credits, credential.credit_unit));
  out += ",\"stands_on\":";
  append_names(out, table, counted.stands_on);
  if (counted.recognition != table::none) {
    out += ",\"by_transfer\":";
    append_recognition(out, table, counted.recognition);
  }
  out += '}';
}

void append_award(std::string& out, const Table& table, const Learner& learner, const Holdings& holdings, const EarnedAward& award) {
  const table::Text title = award.title != table::none ? table.titles()[award.title].title : table.credentials()[award.credential].title;
  out += "{\"credential\":";
  append_string(out, name_of(table, award.credential));
  out += ",\"title\":";
  append_text(out, table.text(title));
  out += ",\"conferred\":";
  append_bool(out, award.conferred);
  out += ",\"counted\":[";
  Commas commas;
  for (const Counted& one : award.counted) {
    commas.before_next(out);
    append_counted(out, table, one);
  }
  out += "],\"exceptions\":";
  if (award.exceptions.empty()) out += "[]";
  else out += json_exceptions(table, learner, holdings, award.exceptions).dump();
  out += '}';
}

void append_set_aside(std::string& out, const SetAside& one) {
  out += one.is_exception ? "{\"exception\":" : one.is_entry ? "{\"entry\":" : one.is_gate ? "{\"gate\":" : "{\"holding\":";
  append_number(out, one.holding);
  out += ",\"reason\":";
  append_string(out, one.reason);
  out += ",\"message\":";
  append_string(out, one.message);
  out += '}';
}

void append_in_doubt(std::string& out, const Table& table, std::uint32_t award, const std::vector<Missing>& statements) {
  out += "{\"credential\":";
  append_string(out, name_of(table, award));
  out += ",\"statements\":[";
  Commas commas;
  for (const Missing& missing : statements) {
    commas.before_next(out);
    out += "{\"credential\":";
    append_text(out, missing.credential == table::none ? std::string_view() : name_of(table, missing.credential));
    out += ",\"what\":";
    append_string(out, missing.what);
    out += '}';
  }
  out += "]}";
}

}  // namespace

void append_earned(std::string& out, const Table& table, const Learner& learner, const Holdings& holdings, const Earned& answer) {
  out += "{\"learner\":";
  append_text(out, learner.id);
  out += ",\"on\":";
  append_text(out, holdings.on == table::no_date ? std::string() : written_date(holdings.on));
  out += ",\"earned\":[";
  Commas awards, aside, doubts;
  for (const EarnedAward& award : answer.earned) {
    awards.before_next(out);
    append_award(out, table, learner, holdings, award);
  }
  out += "],\"set_aside\":[";
  for (const SetAside& one : holdings.set_aside) {
    aside.before_next(out);
    append_set_aside(out, one);
  }
  out += "],\"cannot_tell\":[";
  for (const auto& [award, statements] : answer.cannot_tell) {
    doubts.before_next(out);
    append_in_doubt(out, table, award, statements);
  }
  out += "],\"undecided\":";
  append_names(out, table, answer.undecided);
  out += ",\"proven\":";
  append_bool(out, answer.proven);
  out += '}';
}

std::string json_earned(const Asked& asked, const Earned& answer) {
  std::string line;
  append_earned(line, asked.table, asked.learner, asked.holdings, answer);
  return printed(Json::parse(line));
}

}  // namespace rung
