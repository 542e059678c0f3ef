#include "tests/bench/registry.hpp"

#include <array>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "tests/bench/dice.hpp"

namespace bench {
namespace {

using Names = std::vector<std::string>;

constexpr std::array<std::string_view, 12> fields = {"health",  "welding", "data", "design",  "care",     "energy",
                                                     "finance", "food",    "law",  "transit", "security", "languages"};
constexpr std::array<std::string_view, 10> subjects = {"Measurement", "Process Control", "Safe Work",   "Reporting",    "Fault Finding",
                                                       "Planning",    "Inspection",      "Supervision", "Client Work", "Records"};
constexpr std::array<std::string_view, 6> manners = {"Introductory", "Applied", "Intermediate", "Advanced", "Workplace", "Integrated"};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : dice_(seed) {}

  Registry make(std::uint32_t credentials) {
    out_.text.reserve(std::size_t{credentials} * 330);
    out_.text +=
        "rung 1 en\n\n# A registry made for measuring; nothing in it is real.\n\nframework registry \"Registry of Micro-credentials\" {\n"
        "  version 2026-09\n  credits 1 credit = 14 hours\n  grades  percent\n}\n\n";
    for (std::uint32_t school = 0; out_.credentials < credentials || school % schools_of_provider != 0; ++school) {
      if (school % schools_of_provider == 0) {
        provider_ = fmt::format("p{}", school / schools_of_provider);
        say("# ---- {0} ----\ninstitution {0} \"College {0}\" {{\n  type   college\n  region CA-ON\n}}\n\ngate {0}-admitted \"Admitted to a program\"\n\n",
            provider_);
      }
      make_school(school);
    }
    return std::move(out_);
  }

 private:
  template <class... Arguments>
  void say(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(out_.text), format, std::forward<Arguments>(arguments)...);
  }

  void make_school(std::uint32_t school) {
    elsewhere_ = courses_;                       // what the school before teaches, here or at the provider before
    field_ = dice_.of(fields);
    school_ = fmt::format("{}-{}{}", provider_, field_, school % schools_of_provider);
    courses_.clear(), badges_.clear(), micros_.clear(), certificates_.clear();
    taught_ = 0;
    for (std::uint32_t i = 0; i < 16; ++i) taken("course", courses_, 3, 42);
    for (std::uint32_t i = 0; i < 10; ++i) taken("badge", badges_, 1, 14);
    for (std::uint32_t i = 0; i < 8; ++i) taken("microcredential", micros_, 2, 28);
    for (std::uint32_t i = 0; i < 3; ++i) certificate(i);
    diploma(0);
    diploma(1);
    degree();
  }

  std::string title() { return fmt::format("{} {} in {}", dice_.of(manners), dice_.of(subjects), field_); }

  void taken(std::string_view type, Names& into, std::uint32_t credits, std::uint32_t hours) {
    const std::string name = fmt::format("{}-{}-{}", school_, type.substr(0, 3), into.size() + 1);
    const std::uint32_t skill = taught_++;
    say("competency {0}-skill-{1} \"{2}, as practised\" {{ kind skill }}\n", school_, skill, title());
    say("{} {} \"{}\" {{\n  code        \"{}-{}\"\n  issued by   {}\n", type, name, title(), field_, 1000 + dice_.below(9000), provider_);
    if (dice_.one_in(3))
      say("  description \"For those who work in {} and want to do it well; taught by people who do the same work every day.\"\n", field_);
    say("  develops    {}-skill-{}", school_, skill);
    if (skill > 0 && dice_.one_in(2)) say(", {}-skill-{}{}", school_, dice_.below(skill), dice_.one_in(4) ? " to mastery" : "");
    say("\n  workload    {} hours over {} weeks\n  credits     {}\n  level       {}\n", hours, 2 + dice_.below(12), credits, 3 + dice_.below(4));
    if (!dice_.one_in(10)) say("  fee         {} CAD\n", 80 + 10 * dice_.below(60));
    say("  assessed by demonstration, pass mark {}%\n  awarded for {}\n", 60 + 5 * dice_.below(5), dice_.one_in(3) ? "mastery" : "competence");
    say("  tags        {}, {}{}\n", field_, school_, dice_.one_in(4) ? ", evening" : "");
    if (dice_.one_in(2)) say("  delivery    online\n");
    if (!into.empty() && dice_.one_in(4)) prerequisite(into);
    say("}}\n\n");
    into.push_back(name);
    out_.taken.push_back("registry." + name);
    ++out_.credentials;
  }

  void prerequisite(const Names& earlier) {
    if (earlier.size() > 2 && dice_.one_in(3)) say("  prerequisite any of {{ {}, gate {}-admitted }}\n", dice_.of(earlier), provider_);
    else say("  prerequisite {}{}\n", earlier.back(), dice_.one_in(3) ? " at 60%" : "");
  }

  // So many different ones, starting anywhere, as they are written in a list.
  std::string some(const Names& from, std::uint32_t count) {
    std::string list;
    const std::uint32_t start = dice_.below(static_cast<std::uint32_t>(from.size()));
    for (std::uint32_t i = 0; i < count; ++i) {
      if (i > 0) list += ", ";
      list += from[(start + i) % from.size()];
    }
    return list;
  }

  void open_award(std::string_view type, const std::string& name, std::string_view noun) {
    say("competency {}-whole \"{} in {}, as a whole\" {{ kind skill }}\n", name, noun, field_);
    say("{0} {1} \"{2} in {3}\" {{\n  issued by   {4}\n  develops    {1}-whole\n  fee         60 CAD\n  tags        {3}-awards\n", type, name, noun, field_,
        provider_);
    out_.awards.push_back("registry." + name);
    ++out_.credentials;
  }

  void certificate(std::uint32_t which) {
    const std::string name = fmt::format("{}-cert-{}", school_, which + 1);
    open_award("certificate", name, "Certificate");
    say("  requires {{\n    core:      all of {{ {} }}\n", some(micros_, 3 + dice_.below(2)));
    switch (dice_.below(4)) {
      case 0: say("    electives: at least 2 of {{ {} }} at 60%\n    at least 9 credits\n", some(badges_, 5)); break;
      case 1:
        say("    practice:  any of {{\n      bench: all of {{ {} }}\n      site:  at least 6 credits from {{ {} }}\n    }}\n", some(badges_, 3),
            some(courses_, 4));
        break;
      case 2:
        say("    depth:     at least 6 credits from {{ tagged {}, level at least 4 }}\n    may share core, depth\n", school_);
        break;
      default:
        say("    skills:    competencies 2 of {{ {0}-skill-0, {0}-skill-1, {0}-skill-2 }} to competence\n", school_);
        if (!elsewhere_.empty()) say("    either:    any of {{ {}, {} }}\n", courses_[15], elsewhere_[dice_.below(16)]);
    }
    if (dice_.one_in(3)) say("    at least 25% of credits from {}, rounded up to whole credits\n", provider_);
    if (dice_.one_in(4)) say("    nothing older than 7 years\n");
    say("  }}\n}}\n\n");
    certificates_.push_back(name);
  }

  void diploma(std::uint32_t which) {
    const std::string name = fmt::format("{}-dipl-{}", school_, which + 1);
    open_award("diploma", name, "Diploma");
    say("  requires 30 credits {{\n    start:    {}\n    core:     all of {{ {} }}\n", certificates_[which], some(courses_, 5));
    say("    options:  at least 9 credits from {{ tagged {} }} except {{ type badge }}\n    capstone: {} after start\n    gate {}-admitted\n", school_,
        badges_[which], provider_);
    if (dice_.one_in(2)) say("    at most 9 credits by prior learning\n");
    say("    nothing below 50%\n  }}\n}}\n\n");
  }

  void degree() {
    const std::string name = school_ + "-degree";
    open_award("degree", name, "Degree");
    say("  type        bachelor\n  requires 60 credits {{\n    entry:   any of {{ {0}-dipl-1, {0}-dipl-2 }}\n", school_);
    say("    breadth: at least 12 credits from {{ issued by {}, level at least 5 }} except {{ tagged {} }}\n", provider_, school_);
    say("    advanced: at least 9 credits from {{ tagged {}, level between 5 and 6 }}\n    may share entry, advanced\n", school_);
    say("    at least 25% of credits from {}\n  }}\n}}\n\n", provider_);
  }

  Dice dice_;
  Registry out_;
  std::string provider_, school_;
  std::string_view field_;
  Names courses_, badges_, micros_, certificates_, elsewhere_;
  std::uint32_t taught_ = 0;
};

}  // namespace

Registry make_registry(std::uint32_t credentials, std::uint64_t seed) { return Maker(seed).make(credentials); }

}  // namespace bench
