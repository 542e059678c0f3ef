// What policies say and find, told to people in their language. Titles, reasons and sources are a policy's own, and stay in its language.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/policy/judge.hpp"
#include "grammar/tree.hpp"

namespace rung::policy {

class Telling {
 public:
  // `files`: in which the policies and what they speak of stand; it has to stay. `language`: "en" or "fr".
  Telling(const source::Files& files, std::string_view language) : files_(files), language_(language) {}

  std::string_view language() const { return language_; }
  // "from 2018-08-01 to 2022-11-30"; "always" when no day is stated.
  std::string in_force(const Policy& policy) const;
  // The sentences of a finding about a rule, of one language and between them what stands between sentences. A word of the language is told as written() tells the rule.
  std::string evidence(const Library::Held& held, const std::vector<value::Evidence>& all) const;
  std::vector<std::string> helps(const Finding& finding) const;   // what would mend it; may be none
  // What policies contradict each other about, as Contradiction has it in English.
  std::string matter(const std::string& english) const;
  // A rule as it is written; of a policy that is built in, in the words of this language.
  std::string written(const Policy& policy, const Rule& rule) const;

 private:
  // Whether written() puts the rule into other words than its file has.
  bool puts_into_words(const Policy& policy) const { return policy.built_in && language_ != "en"; }

  const source::Files& files_;
  std::string_view language_;
  mutable std::map<source::FileId, grammar::Tree> read_;   // built-in policies, of which rules were told
};

}  // namespace rung::policy
