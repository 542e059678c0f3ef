#include "compiler/policy/library.hpp"

#include <algorithm>

#include "compiler/model/names.hpp"
#include "compiler/policy/loosens.hpp"
#include "compiler/policy/read.hpp"
#include "grammar/parser.hpp"

namespace rung::policy {

using diagnostics::Kind;
using diagnostics::Phrase;

void Library::add(source::Files& files, const std::vector<grammar::Tree>& trees, diagnostics::Sink& sink) {
  for (const grammar::Tree& tree : trees) {
    for (Policy& policy : read(files, tree, sink)) {
      if (!model::is_kebab_case(policy.name)) sink.report(Kind::bad_name, policy.span, {policy.name});
      const auto earlier = std::find_if(policies_.begin(), policies_.end(), [&](const Policy& other) { return other.name == policy.name; });
      if (earlier == policies_.end()) policies_.push_back(std::move(policy));
      else sink.report(Kind::duplicate_name, policy.span, {"policy", policy.name}).also(earlier->span, Phrase::first_declared_here, {policy.name});
    }
  }
  report_circles(files, sink);
  const std::size_t own = policies_.size();
  for (std::size_t i = 0; i < own; ++i) check_refinement(policies_[i], files, sink);
}

const Policy* Library::find(std::string_view name, source::Files& files, diagnostics::Sink& sink) {
  for (const Policy& policy : policies_)
    if (policy.name == name) return &policy;
  const auto& all = built_in();
  const auto known = std::lower_bound(all.begin(), all.end(), name, [](const BuiltIn& one, std::string_view wanted) { return one.name < wanted; });
  if (known == all.end() || known->name != name) return nullptr;
  // The path is told in messages; it is in no folder, and no Makefile shall wait for it.
  const source::FileId file = files.add("policy " + std::string(name), std::string(known->text));
  for (Policy& policy : read(files, grammar::parse(files, file, sink), sink)) {
    policy.built_in = true;
    policies_.push_back(std::move(policy));
  }
  return &policies_.back();
}

std::vector<std::string> Library::names() const {
  std::vector<std::string> out;
  for (const BuiltIn& one : built_in()) out.emplace_back(one.name);
  for (const Policy& policy : policies_) out.push_back(policy.name);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void Library::collect(const Policy& policy, source::Files& files, diagnostics::Sink& sink, std::vector<const Policy*>& on_the_way, std::vector<Held>& out) {
  if (std::find(on_the_way.begin(), on_the_way.end(), &policy) != on_the_way.end()) return;   // in a circle, or by two ways: once
  on_the_way.push_back(&policy);
  for (const auto& refined : policy.refines)
    if (const Policy* base = find(refined.value, files, sink)) collect(*base, files, sink, on_the_way, out);
  std::erase_if(out, [&](const Held& held) {
    return std::any_of(policy.rules.begin(), policy.rules.end(), [&](const Rule& rule) { return stands_for(policy, rule, held); });
  });
  for (const Rule& rule : policy.rules) out.push_back({&policy, &rule});
}

bool Library::stands_for(const Policy& policy, const Rule& rule, const Held& refined) {
  const bool same_label = refined.rule->labelled && rule.labelled && rule.name == refined.rule->name && rule.asks == refined.rule->asks &&
                          policy.sections[rule.section].covers(refined.policy->sections[refined.rule->section]);
  return same_label || covers(policy, rule, *refined.policy, *refined.rule);
}

bool Library::refines(const Policy& policy, const Policy& base, source::Files& files, diagnostics::Sink& sink) {
  std::vector<const Policy*> reached{&policy};
  for (std::size_t at = 0; at < reached.size(); ++at)
    for (const auto& refined : reached[at]->refines) {
      const Policy* one = find(refined.value, files, sink);
      if (one == &base) return true;
      if (one != nullptr && std::find(reached.begin(), reached.end(), one) == reached.end()) reached.push_back(one);
    }
  return false;
}

std::vector<Library::Held> Library::rules_of(const Policy& policy, source::Files& files, diagnostics::Sink& sink) {
  std::vector<Held> out;
  std::vector<const Policy*> on_the_way;
  collect(policy, files, sink, on_the_way, out);
  return out;
}

void Library::check_refinement(const Policy& policy, source::Files& files, diagnostics::Sink& sink) {
  for (const auto& refined : policy.refines) {
    const Policy* base = find(refined.value, files, sink);
    if (base == nullptr) {
      report_unknown(*this, refined.value, refined.span, sink);
      continue;
    }
    if (base == &policy) continue;   // a circle, which has its message
    for (const Held& held : rules_of(*base, files, sink)) {
      if (held.policy == &policy) continue;
      for (const Rule& rule : policy.rules) {
        if (!loosens(policy, rule, *held.policy, *held.rule)) continue;
        sink.report(Kind::loosened_policy, rule.span, {policy.name, rule.written, held.policy->name, held.rule->written})
            .also(held.rule->span, Phrase::refined_rule_here, {held.policy->name})
            .help(Phrase::tighten_or_leave_out);
      }
    }
  }
}

// Each circle once, from the first of its policies.
void Library::report_circles(source::Files& files, diagnostics::Sink& sink) {
  const std::size_t own = policies_.size();
  for (std::size_t start = 0; start < own; ++start) {
    // The shortest way back, by breadth.
    std::vector<std::pair<const Policy*, std::size_t>> reached{{&policies_[start], 0}};
    for (std::size_t at = 0; at < reached.size(); ++at) {
      for (const auto& refined : reached[at].first->refines) {
        const Policy* base = find(refined.value, files, sink);
        if (base == &policies_[start]) {
          std::string circle = base->name;
          std::vector<const Policy*> way;
          for (std::size_t i = at; i != 0; i = reached[i].second) way.push_back(reached[i].first);
          std::reverse(way.begin(), way.end());
          for (const Policy* one : way) circle += " → " + one->name;
          // It is told at the one whose name comes first.
          const bool first = std::all_of(way.begin(), way.end(), [&](const Policy* one) { return base->name < one->name; });
          if (first) sink.report(Kind::refinement_cycle, policies_[start].refines.front().span, {circle + " → " + base->name}).help(Phrase::break_the_circle);
          at = reached.size();
          break;
        }
        const bool known = base == nullptr || std::any_of(reached.begin(), reached.end(), [&](const auto& one) { return one.first == base; });
        if (!known) reached.emplace_back(base, at);
      }
    }
  }
}

void report_unknown(const Library& library, const std::string& name, Span span, diagnostics::Sink& sink) {
  const std::vector<std::string> names = library.names();
  auto report = sink.report(Kind::unknown_name, span, {"policy", name});
  if (const auto near = diagnostics::nearest(name, {names.begin(), names.end()}); !near.empty()) report.help(Phrase::did_you_mean, {std::string(near)});
  report.help(Phrase::name_a_policy);
}

}  // namespace rung::policy
