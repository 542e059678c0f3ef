#include "compiler/value/markers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/checks/facts.hpp"
#include "compiler/model/values.hpp"

namespace rung::value {
namespace {

using diagnostics::Phrase;
using Evidence = std::vector<diagnostics::Related>;

Evidence consulted(const model::Credential& credential) {
  Evidence out;
  for (const model::Consultation& one : credential.consulted) {
    if (one.on) out.push_back({Phrase::was_consulted_on, {one.who, model::written_date(*one.on)}, credential.span});
    else out.push_back({Phrase::was_consulted, {one.who}, credential.span});
  }
  return out;
}

Evidence each(const model::Credential& credential, Phrase phrase, const std::vector<std::string>& texts) {
  Evidence out;
  for (const std::string& text : texts) out.push_back({phrase, {text}, credential.span});
  return out;
}

Evidence assessed(const model::Credential& credential) {
  // Who is awarded it for taking part need not show anything, so that is no evidence of assessment.
  Evidence out = each(credential, Phrase::it_is_assessed_by, credential.assessed_by);
  if (credential.pass_mark != table::unknown) out.push_back({Phrase::its_pass_mark, {model::decimal(credential.pass_mark)}, credential.span});
  return out;
}

Evidence flexible(const model::Credential& credential) {
  using grammar::Word;
  Evidence out;
  if (credential.pace == Word::self_paced) out.push_back({Phrase::is_self_paced, {}, credential.span});
  if (credential.pace == Word::hybrid) out.push_back({Phrase::is_partly_self_paced, {}, credential.span});
  if (credential.delivery == Word::online) out.push_back({Phrase::is_online, {}, credential.span});
  if (credential.delivery == Word::hybrid) out.push_back({Phrase::is_partly_online, {}, credential.span});
  return out;
}

graph::Graph counting(const model::Model& model) {
  std::vector<graph::NewEdge> edges = graph::stacking_edges(model);
  for (graph::NewEdge& edge : edges) std::swap(edge.from, edge.to);
  return graph::make_graph(model.credentials.size(), std::move(edges));
}

// What rules count it, directly or through others, and where; the compiler's own list, whatever `stacks into` says.
Evidence stackable(const model::Model& model, const graph::Graph& counted_by, std::uint32_t id) {
  Evidence out;
  std::vector<std::uint32_t> direct;
  for (const graph::Edge edge : graph::arrows(counted_by, id)) {
    direct.push_back(graph::to(counted_by, edge));
    out.push_back({Phrase::counts_towards, {model.credentials[direct.back()].name}, counted_by[edge].span});
  }
  for (const std::uint32_t award : checks::reachable(counted_by, id))
    if (award != id && std::find(direct.begin(), direct.end(), award) == direct.end())
      out.push_back({Phrase::counts_through_others, {model.credentials[award].name}, model.credentials[award].span});
  return out;
}

Phrase absent(Marker marker) {
  switch (marker) {
    case Marker::relevant: return Phrase::nobody_consulted;
    case Marker::accredited: return Phrase::no_accreditation;
    case Marker::standardized: return Phrase::no_standard;
    case Marker::assessed: return Phrase::no_assessment;
    case Marker::flexible: return Phrase::not_flexible;
    case Marker::stackable: break;
  }
  return Phrase::counts_towards_nothing;
}

}  // namespace

std::string_view name(Marker marker) {
  constexpr std::array names = {"relevant", "accredited", "standardized", "assessed", "flexible", "stackable"};
  return names[static_cast<std::size_t>(marker)];
}

QualityMarkers::QualityMarkers(const model::Model& model) : model_(model), counted_by_(counting(model)) {}

Evidence QualityMarkers::evidence_of(std::uint32_t id, Marker marker) const {
  const model::Credential& credential = model_.credentials[id];
  switch (marker) {
    case Marker::relevant: return consulted(credential);
    case Marker::accredited: return each(credential, Phrase::it_is_accredited_by, credential.accredited_by);
    case Marker::standardized: return each(credential, Phrase::it_meets, credential.meets_standard);
    case Marker::assessed: return assessed(credential);
    case Marker::flexible: return flexible(credential);
    case Marker::stackable: break;
  }
  return stackable(model_, counted_by_, id);
}

std::vector<Marked> QualityMarkers::of(std::uint32_t credential) const {
  std::vector<Marked> out;
  for (const Marker marker : markers) {
    Evidence evidence = evidence_of(credential, marker);
    const bool shown = !evidence.empty();
    if (!shown) evidence.push_back({absent(marker), {}, model_.credentials[credential].span});
    out.push_back({marker, shown, std::move(evidence)});
  }
  return out;
}

}  // namespace rung::value
