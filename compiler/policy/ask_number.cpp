// How many competencies, records of evidence or of consultation, parts or assessments it has.
#include <set>

#include "compiler/policy/asks.hpp"

namespace rung::policy {

Found ask_number(const Context& context, const Question& question, std::uint32_t id) {
  const model::Credential& credential = context.model.credentials[id];
  std::size_t number = 0;
  bool incomplete = false;
  const char* what = "competencies";
  switch (question.rule.unit) {
    case Word::evidence:
      number = credential.consulted.size() + credential.accredited_by.size() + credential.meets_standard.size() + credential.entitles_to.size();
      what = "records of evidence";
      break;
    case Word::consultations:
      number = credential.consulted.size();
      what = "records of consultation";
      break;
    case Word::parts: {
      std::set<std::uint32_t> parts;
      for (const std::uint32_t root : credential.rules())
        for (std::uint32_t node = root; node < context.model.nodes[root].end; ++node) {
          incomplete |= context.model.nodes[node].incomplete;
          if (context.model.nodes[node].kind == model::NodeKind::gate) continue;
          parts.insert(context.model.nodes[node].members.begin(), context.model.nodes[node].members.end());
        }
      number = parts.size();
      what = "parts";
      break;
    }
    case Word::assessments:
      number = credential.assessed_by.size();
      what = "assessments";
      break;
    default:
      number = credential.develops.size();
      incomplete = credential.develops_incomplete;
  }
  if (incomplete) return told(Answer::cannot_tell, credential.span, Phrase::could_not_count, {what});
  const bool holds = question.rule.bound.holds(static_cast<model::Wide>(number) * table::millionths, 1);
  return told(answer_of(holds), credential.span, Phrase::has_how_many, {number == 0 ? "no" : std::to_string(number), what});
}

}  // namespace rung::policy
