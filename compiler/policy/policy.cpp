#include "compiler/policy/policy.hpp"

#include <algorithm>

#include "compiler/model/values.hpp"

namespace rung::policy {
namespace {

// Whether every one of `inner` is allowed by `outer`, where none stands for all.
bool narrower(const std::vector<std::string>& inner, const std::vector<std::string>& outer) {
  if (outer.empty()) return true;
  return !inner.empty() && std::all_of(inner.begin(), inner.end(), [&](const std::string& one) { return std::find(outer.begin(), outer.end(), one) != outer.end(); });
}

}  // namespace

bool Bound::within(const Bound& other) const {
  const bool above = !other.least || (least && (*least > *other.least || (*least == *other.least && (without_least || !other.without_least))));
  const bool below = !other.most || (most && (*most < *other.most || (*most == *other.most && (without_most || !other.without_most))));
  return above && below;
}

bool Subjects::covers(const Subjects& other) const {
  const bool kinds = (agreements || !other.agreements) && (frameworks || !other.frameworks) && (credentials || !other.credentials) &&
                     (credentials || awards || !other.awards) &&
                     (credentials || std::includes(types.begin(), types.end(), other.types.begin(), other.types.end()));
  return kinds && narrower(other.issuers, issuers) && narrower(other.regions, regions) && narrower(other.countries, countries) && narrower(other.tags, tags);
}

std::string when_in_force(const Policy& policy) {
  std::string out;
  if (policy.in_force_from) out = "from " + model::written_date(*policy.in_force_from);
  if (policy.in_force_to) out += (out.empty() ? "to " : " to ") + model::written_date(*policy.in_force_to);
  return out.empty() ? "always" : out;
}

const Source& source_of(const Policy& policy, const Rule& rule) {
  static const Source nothing;
  if (!rule.source.text.empty()) return rule.source;
  return policy.sources.empty() ? nothing : policy.sources.front();
}

diagnostics::Severity severity(const Policy& policy, const Rule& rule) {
  using diagnostics::Severity;
  if (rule.modal == Modal::may) return Severity::note;
  return rule.modal == Modal::should || rule.unverified || policy.proposed ? Severity::warning : Severity::error;
}

}  // namespace rung::policy
