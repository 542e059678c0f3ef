// All policies that a run can speak of: those that its files declare, and those that are built in (policies/), which are read when they are asked for.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/policy/policy.hpp"
#include "grammar/tree.hpp"

namespace rung::policy {

class Library {
 public:
  // The policies of these files. Two of one name, and what they refine wrongly, are reported.
  void add(source::Files& files, const std::vector<grammar::Tree>& trees, diagnostics::Sink& sink);

  // By name: one of the files comes before a built-in one. Null when there is none. A built-in policy is added to `files` when it is first found.
  // What is returned stays where it is, also when the library is moved.
  const Policy* find(std::string_view name, source::Files& files, diagnostics::Sink& sink);

  // All that can be found, sorted.
  std::vector<std::string> names() const;

  struct Held {
    const Policy* policy;                    // that declares the rule
    const Rule* rule;
  };
  // What a policy asks: the rules of those that it refines first, without the ones that it tightens under the same label or asks in full itself; then its own.
  std::vector<Held> rules_of(const Policy& policy, source::Files& files, diagnostics::Sink& sink);
  // Whether a rule of a policy that refines the other's stands for that one's: tightened under the same label, or asked in full.
  static bool stands_for(const Policy& policy, const Rule& rule, const Held& refined);
  // Whether it refines that policy, or one that does.
  bool refines(const Policy& policy, const Policy& base, source::Files& files, diagnostics::Sink& sink);

 private:
  void check_refinement(const Policy& policy, source::Files& files, diagnostics::Sink& sink);
  void report_circles(source::Files& files, diagnostics::Sink& sink);
  void collect(const Policy& policy, source::Files& files, diagnostics::Sink& sink, std::vector<const Policy*>& on_the_way, std::vector<Held>& out);

  std::deque<Policy> policies_;
};

// A built-in policy: its name, and the text of its file.
struct BuiltIn { std::string_view name, text; };
const std::vector<BuiltIn>& built_in();      // sorted by name

// Reports at `span` that no policy has that name.
void report_unknown(const Library& library, const std::string& name, Span span, diagnostics::Sink& sink);

}  // namespace rung::policy
