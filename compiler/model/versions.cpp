// Every rule of every credential; and of a rule that has changed its versions, by the days on which they are in force.
#include <algorithm>

#include "compiler/model/rules.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Word;
using Syntax = grammar::NodeKind;

Day first_of(const Version& version) { return version.first.value_or(INT32_MIN); }
Day last_of(const Version& version) { return version.last.value_or(INT32_MAX); }

std::string period(const Version& version) {
  if (!version.dated()) return "always";
  const std::string to = version.last ? "to " + written_date(*version.last) : "";
  if (!version.first) return to;
  return "from " + written_date(*version.first) + (to.empty() ? "" : " ") + to;
}

// On each day one version is in force at most; those that overlap are reported, and kept for the checks.
void keep_versions(Linking& linking, Credential& credential, std::vector<Version> versions) {
  std::vector<Version> kept;
  for (const Version& version : versions) {
    const auto overlaps = [&](const Version& other) { return first_of(version) <= last_of(other) && first_of(other) <= last_of(version); };
    const auto earlier = std::find_if(kept.begin(), kept.end(), overlaps);
    if (earlier != kept.end() && !version.dated() && !earlier->dated()) {
      linking.sink.report(Kind::repeated_field, version.span, {"requires"}).also(earlier->span, Phrase::first_stated_here);
    } else if (earlier != kept.end()) {
      linking.sink.report(Kind::overlapping_versions, version.span, {std::string(short_name(credential.name)), period(*earlier), period(version)})
          .also(earlier->span, Phrase::other_version_here)
          .help(Phrase::part_the_versions);
    }
    kept.push_back(version);
  }
  std::sort(kept.begin(), kept.end(), [](const Version& a, const Version& b) { return first_of(a) < first_of(b); });
  credential.rule = kept.back().root;
  if (kept.size() > 1 || kept.front().dated()) credential.versions = std::move(kept);
}

// What a rule shares only so much with has to be an award.
void check_named_with(Linking& linking, const std::vector<Reference>& named_with) {
  for (const Reference& one : named_with) {
    const Credential& named = linking.model.credentials[one.id];
    if (named.rule != none || named.broken) continue;
    const Declared& there = linking.names.of(Category::credential)[one.id];
    const grammar::Tree& tree = linking.tree(there.file);
    linking.sink
        .report(Kind::wrong_kind, one.span,
                {std::string(linking.written(one.span)), std::string(grammar::Vocabulary::of(tree.language)->printed(tree[there.node].word)) + " that requires nothing", "award"})
        .also(there.span, Phrase::declared_here, {std::string(linking.written(one.span))});
  }
}

}  // namespace

void link_rules(Linking& linking) {
  const SetIndex index(linking.model);
  const auto& declared = linking.names.of(Category::credential);
  std::vector<Reference> named_with;         // those with which a rule shares only so much; whether they are awards is known at the end
  for (std::uint32_t id = 0; id < declared.size(); ++id) {
    if (!linking.reads(declared[id].file, declared[id].node)) continue;
    const grammar::Tree& tree = linking.tree(declared[id].file);
    std::vector<Version> versions;
    std::uint32_t prerequisite = grammar::no_node, most_awards = grammar::no_node;
    for (const std::uint32_t field : grammar::children(tree, declared[id].node)) {
      if (tree[field].kind != Syntax::field) continue;
      Credential& credential = linking.model.credentials[id];
      const auto named_in_set = [&] { return read_set(linking, index, tree, tree[field].first_child, id).written; };
      switch (tree[field].word) {
        case Word::requires_: {
          RuleReader reader(linking, index, id, tree.file);
          versions.push_back(reader.read_rule(field));
          named_with.insert(named_with.end(), reader.named_with().begin(), reader.named_with().end());
          break;
        }
        case Word::prerequisite: prerequisite = prerequisite == grammar::no_node ? field : prerequisite; break;
        case Word::withheld_from: credential.withheld_from = named_in_set(); break;
        case Word::surrenders: credential.surrenders = named_in_set(); break;
        case Word::counts_towards: most_awards = field; break;
        default: break;
      }
    }
    // Conferred awards say which ground credentials they were awarded for; so only those can be counted how often they were.
    if (!versions.empty() && most_awards != grammar::no_node) {
      const std::string kind(grammar::Vocabulary::of(tree.language)->printed(tree[declared[id].node].word));
      linking.sink.report(Kind::misplaced_field, tree.span(most_awards), {kind + " that requires others", "counts towards"});
      linking.model.credentials[id].most_awards.reset();
    }
    if (!versions.empty()) keep_versions(linking, linking.model.credentials[id], std::move(versions));
    if (prerequisite != grammar::no_node) RuleReader(linking, index, id, tree.file).read_prerequisite(prerequisite);
  }
  check_named_with(linking, named_with);
}

}  // namespace rung::model
