// What an institution would make of a learner's credentials: every line of every agreement to it of which the learner has something.
#include <algorithm>

#include "runtime/queries/fixed_point/closure.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/queries/fixed_point/recognition.hpp"

namespace rung {

using namespace queries;

TransferVerdict queries::verdict_of(const table::Recognition& recognition, const Judgement& judgement) {
  const bool refusal = recognition.kind == table::RecognitionKind::refusal;
  if (refusal && judgement.obstacle != Obstacle::absent && judgement.obstacle != Obstacle::not_in_force) return TransferVerdict::refused;
  switch (judgement.obstacle) {
    case Obstacle::absent: return TransferVerdict::incomplete;
    case Obstacle::below_floor: return TransferVerdict::below_floor;
    case Obstacle::too_old: return TransferVerdict::too_old;
    case Obstacle::not_in_force: return TransferVerdict::not_in_force;
    case Obstacle::none: break;
  }
  return judgement.basis.verdict == Passes::yes ? TransferVerdict::recognised : TransferVerdict::cannot_tell;
}

Transfers transfers(const Table& table, const Holdings& holdings, std::uint32_t institution, WorkLimit limit) {
  Work work{limit.steps};
  const Holdings told = trusting(holdings);     // of a source that may have expired it is said that nobody can tell
  Closure closure(table, told, {}, work);   // an award that the learner is entitled to may be recognised as well
  closure.run();
  std::vector<std::uint32_t> has;
  for (const Held& held : told.held) has.push_back(held.credential);
  has.insert(has.end(), closure.supply().derived_in_order().begin(), closure.supply().derived_in_order().end());
  std::sort(has.begin(), has.end());
  has.erase(std::unique(has.begin(), has.end()), has.end());

  Transfers answer;
  std::vector<std::uint32_t> lines;
  for (const std::uint32_t credential : has) {
    const table::Credential& one = table.credentials()[credential];
    bool mentioned = false;
    for (const std::uint32_t recognition : table.list(one.recognised_in)) {
      if (table.agreements()[table.recognitions()[recognition].agreement].to != institution) continue;
      lines.push_back(recognition);
      mentioned = true;
    }
    const auto issuers = table.list(one.issuers);
    const bool own = issuers.empty() || std::find(issuers.begin(), issuers.end(), institution) != issuers.end();
    if (!mentioned && !own) answer.unmentioned.push_back(credential);
  }
  std::sort(lines.begin(), lines.end());
  lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
  for (const std::uint32_t line : lines) {
    if (!work.spend(1 + table.recognitions()[line].sources.count)) break;
    Judgement judgement = judge(closure.supply(), line);
    answer.transfers.push_back({line, verdict_of(table.recognitions()[line], judgement), judgement.source, std::move(judgement.basis.lacking)});
  }
  answer.proven = !work.stopped;
  return answer;
}

}  // namespace rung
