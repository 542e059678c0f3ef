// A competency that no credential develops, nor any narrower one of it.
#include "compiler/checks/list.hpp"

namespace rung::checks {

void orphan_competency(const Facts& facts, Sink& sink) {
  const model::Model& model = facts.model;
  std::vector<std::uint32_t> developed;
  std::vector<char> reached(model.competencies.size(), 0);
  const auto reach = [&](std::uint32_t id) {
    if (reached[id] != 0) return;
    reached[id] = 1;
    developed.push_back(id);
  };
  bool incomplete = false;
  for (const model::Credential& credential : model.credentials) {
    incomplete = incomplete || credential.broken || credential.develops_incomplete;
    for (const model::Developed& one : credential.develops) reach(one.competency);
  }
  // What could not be read may have developed anything.
  if (incomplete) return;
  for (std::size_t at = 0; at < developed.size(); ++at)
    for (const model::Reference& broader : model.competencies[developed[at]].broader) reach(broader.id);
  for (std::uint32_t id = 0; id < reached.size(); ++id) {
    if (reached[id] == 0)
      sink.report(Kind::orphan_competency, model.competencies[id].span, {facts.competency_name(id)})
          .help(Phrase::develop_it, {facts.competency_name(id)});
  }
}

}  // namespace rung::checks
