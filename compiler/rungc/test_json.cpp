#include <nlohmann/json.hpp>

#include "compiler/rungc/test_report.hpp"

namespace rungc {
namespace {

using Json = nlohmann::ordered_json;
using namespace rung::scenarios;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json played_json(const rung::Compiled& compiled, const Played& played) {
  const auto at = compiled.files.position(played.span.file, played.span.begin);
  Json out = {{"scenario", played.scenario},
              {"framework", played.framework},
              {"file", compiled.files.path(played.span.file)},
              {"line", at.line},
              {"verdict", verdict_name(played.verdict)},
              {"expectations", Json::array()}};
  for (const Judged& judged : played.expectations)
    out["expectations"].push_back(
        {{"expect", judged.expect}, {"verdict", verdict_name(judged.verdict)}, {"actual", judged.actual}, {"why", text_or_null(judged.why)}});
  return out;
}

template <class Found>
Json listed(const std::vector<Found>& all) {
  Json out = Json::array();
  for (const Found& one : all) out.push_back({{"credential", one.credential}, {"part", text_or_null(one.part)}, {"what", one.what}});
  return out;
}

}  // namespace

std::string test_as_json(const TestReport& report) {
  Json out = {{"scenarios", Json::array()}};
  for (const Played& played : report.scenarios) out["scenarios"].push_back(played_json(report.compiled, played));
  out["things"] = report.coverage ? Json(report.coverage->things) : Json();
  out["uncovered"] = report.coverage ? listed(report.coverage->uncovered) : Json();
  out["bends"] = report.mutation ? Json(report.mutation->bends) : Json();
  out["unnoticed"] = report.mutation ? listed(report.mutation->unnoticed) : Json();
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace rungc
