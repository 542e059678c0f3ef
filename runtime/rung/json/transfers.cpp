#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/json/support.hpp"

namespace rung {
namespace {

std::string_view reason_of(TransferVerdict verdict) {
  static constexpr std::string_view names[] = {"recognised", "cannot-tell", "refused", "below-floor", "too-old", "not-in-force", "incomplete"};
  return names[static_cast<std::size_t>(verdict)];
}

Json line(const Table& table, const Transfer& transfer) {
  const table::Recognition& recognition = table.recognitions()[transfer.recognition];
  const table::Agreement& agreement = table.agreements()[recognition.agreement];
  Json out = {{"sources", json_names(table, table.list(recognition.sources))},
              {"as", enum_name(recognition.kind)},
              {"targets", Json::array()},
              {"agreement", table.text(agreement.name)},
              {"status", enum_name(agreement.status)},
              {"verdict", reason_of(transfer.verdict)},
              {"source", transfer.source == table::none ? Json() : Json(name_of(table, transfer.source))},
              {"reason", json_text(table.text(recognition.reason))},
              {"year", json_amount(recognition.year)},
              {"one_award_only", agreement.one_award_only != 0},
              {"statements", json_statements(table, transfer.statements)}};
  const bool gives_credit = recognition.kind == table::RecognitionKind::credit;
  for (const std::uint32_t target : table.list(recognition.targets)) {
    const table::Credential& credential = table.credentials()[target];
    out["targets"].push_back({{"credential", name_of(table, target)},
                              {"credits", gives_credit ? json_amount(credential.credits) : Json("0")},
                              {"unit", unit_of(table, table::Measure::credits, credential.credit_unit)},
                              {"unassigned", credential.block != 0},
                              {"level", json_amount(credential.level)}});
  }
  return out;
}

}  // namespace

std::string json_transfers(const Asked& asked, std::uint32_t institution, const Transfers& answer) {
  const Table& table = asked.table;
  Json out = json_head(asked);
  out["institution"] = table.text(table.institutions()[institution].name);
  out["recognised"] = Json::array();
  out["not_recognised"] = Json::array();
  for (const Transfer& transfer : answer.transfers)
    out[transfer.verdict == TransferVerdict::recognised ? "recognised" : "not_recognised"].push_back(line(table, transfer));
  out["no_agreement"] = json_names(table, answer.unmentioned);
  out["set_aside"] = json_set_aside(asked.holdings);
  out["proven"] = answer.proven;
  return printed(out);
}

}  // namespace rung
