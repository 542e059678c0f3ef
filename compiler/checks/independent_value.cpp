// Which aspects of independent value the compiler reports on of which credentials, and the reports.
#include "compiler/checks/independent_value.hpp"

#include <algorithm>
#include <map>

#include "compiler/checks/beneath.hpp"
#include "compiler/checks/crutches.hpp"
#include "compiler/checks/list.hpp"
#include "compiler/checks/validity.hpp"

namespace rung::checks {
namespace {

using model::CredentialType;

bool is_reported(const model::Credential& credential, Aspect aspect) {
  switch (aspect) {
    // Awards of every type have to be more than their parts, and of every credential it is told that it may expire too early.
    case Aspect::added_benefit: return credential.rule != model::none;
    case Aspect::outlives_the_stack: return credential.valid_months != 0;
    case Aspect::not_consumed: return credential.type == CredentialType::microcredential || credential.type == CredentialType::badge;
    default: return credential.type == CredentialType::microcredential;
  }
}

void report(Sink& sink, const diagnostics::Diagnostic& found) {
  auto report = sink.report(found.kind, found.span, found.arguments);
  for (const diagnostics::Related& related : found.related) report.also(related.span, related.phrase, related.arguments);
  for (const auto& [phrase, arguments] : found.help) report.help(phrase, arguments);
}

}  // namespace

Worth::Worth(const Facts& f) : facts(f), model(f.model), ways(f), developers_(model.competencies.size()), same_(model.competencies.size()), takers_(model.credentials.size()) {
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id)
    for (const model::Reference& taken : model.credentials[id].surrenders) takers_[taken.id].push_back({id, taken.span});
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id)
    for (const model::Developed& one : model.credentials[id].develops) developers_[one.competency].push_back({id, one.to, one.span});
  std::map<std::string, std::vector<std::uint32_t>> by_address;
  for (std::uint32_t id = 0; id < model.competencies.size(); ++id)
    for (const auto& alignment : model.competencies[id].alignments)
      if (alignment.how == grammar::Word::exact) by_address[alignment.address].push_back(id);
  for (const auto& [address, all] : by_address)
    for (const std::uint32_t one : all) same_[one].insert(same_[one].end(), all.begin(), all.end());
}

Worth::~Worth() = default;

const Beneath& Worth::beneath() const {
  if (!beneath_) beneath_ = std::make_unique<Beneath>(facts);
  return *beneath_;
}

const Validity& Worth::validity() const {
  if (!validity_) validity_ = std::make_unique<Validity>(facts);
  return *validity_;
}

const Crutches& Worth::crutches() const {
  if (!crutches_) crutches_ = std::make_unique<Crutches>(*this);
  return *crutches_;
}

std::vector<std::uint32_t> Worth::others_developing(std::uint32_t id, const model::Developed& developed) const {
  const model::Amount level = model.competencies[developed.competency].level;
  std::vector<std::uint32_t> as_much{developed.competency}, out;
  const auto add = [&](std::uint32_t competency) {
    const model::Amount other = model.competencies[competency].level;
    if (level != table::unknown && other != table::unknown && other < level) return;
    if (std::find(as_much.begin(), as_much.end(), competency) == as_much.end()) as_much.push_back(competency);
  };
  for (std::size_t at = 0; at < as_much.size(); ++at) {
    for (const std::uint32_t same : same_[as_much[at]]) add(same);
    for (const model::Reference& broader : model.competencies[as_much[at]].broader) add(broader.id);
  }
  for (const std::uint32_t competency : as_much)
    for (const model::Developed& by : developers_[competency])
      if (by.competency != id && by.to >= developed.to) out.push_back(by.competency);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

Verdict Worth::verdict(std::uint32_t credential, Aspect aspect) const {
  if (model.credentials[credential].broken) return because(Answer::cannot_tell, model.credentials[credential].span, Phrase::could_not_be_read);
  switch (aspect) {
    case Aspect::discrete: return discrete(*this, credential);
    case Aspect::assessed: return assessed(*this, credential);
    case Aspect::outcome: return outcome(*this, credential);
    case Aspect::stands_alone: return stands_alone(*this, credential);
    case Aspect::not_hollow: return not_hollow(*this, credential);
    case Aspect::not_a_slice: return not_a_slice(*this, credential);
    case Aspect::not_consumed: return not_consumed(*this, credential);
    case Aspect::outlives_the_stack: return outlives_the_stack(*this, credential);
    case Aspect::added_benefit: return added_benefit(*this, credential);
    case Aspect::no_mutual_crutch: return no_mutual_crutch(*this, credential);
  }
  return {};
}

void independent_value(const Facts& facts, Sink& sink) {
  const Worth worth(facts);
  for (std::uint32_t id = 0; id < facts.model.credentials.size(); ++id) {
    const model::Credential& credential = facts.model.credentials[id];
    for (const Aspect aspect : value::aspects) {
      if (credential.broken || !is_reported(credential, aspect)) continue;
      for (const diagnostics::Diagnostic& found : worth.verdict(id, aspect).findings) {
        // What several share is reported at the first of them.
        if (aspect == Aspect::no_mutual_crutch && found.span != credential.span) continue;
        report(sink, found);
      }
    }
  }
}

}  // namespace rung::checks

namespace rung::value {

std::string_view name(Aspect aspect) {
  constexpr std::array names = {"discrete",     "assessed",           "outcome",       "stands-alone",    "not-hollow", "not-a-slice",
                                "not-consumed", "outlives-the-stack", "added-benefit", "no-mutual-crutch"};
  return names[static_cast<std::size_t>(aspect)];
}

std::optional<Aspect> aspect_named(std::string_view wanted) {
  for (const Aspect aspect : aspects)
    if (name(aspect) == wanted) return aspect;
  return std::nullopt;
}

std::string_view name(Answer answer) { return answer == Answer::holds ? "pass" : answer == Answer::fails ? "fail" : "unknown"; }

}  // namespace rung::value
