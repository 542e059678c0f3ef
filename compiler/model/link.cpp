#include "compiler/model/link.hpp"

#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

Model linked(Linking linking, std::vector<Mention>* mentions) {
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

}  // namespace

Model link(const source::Files& files, const Program& program, diagnostics::Sink& sink, std::vector<Mention>* mentions) {
  return linked({files, program, sink, Names(files, program, sink), {}, {}}, mentions);
}

Model link_mentions(const source::Files& files, const Program& program, const Chosen& chosen, diagnostics::Sink& sink, std::vector<Mention>& mentions) {
  Linking linking{files, program, sink, Names(files, program, sink), {}, {}};
  linking.chosen = &chosen;
  return linked(std::move(linking), &mentions);
}

}  // namespace rung::model
