#include "compiler/model/link.hpp"

#include "compiler/model/linking.hpp"

namespace rung::model {

Model link(const source::Files& files, const Program& program, diagnostics::Sink& sink, std::vector<Mention>* mentions) {
  Linking linking{files, program, sink, Names(files, program, sink), {}, {}};
  linking.names.note_in(mentions);
  link_frameworks(linking);
  link_institutions(linking);
  link_competencies(linking);
  link_credentials(linking);
  link_gates(linking);
  link_rules(linking);
  link_agreements(linking);
  link_scenarios(linking);
  return std::move(linking.model);
}

}  // namespace rung::model
