#include "tests/bench/nation.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>

#include <fmt/format.h>

#include "tests/bench/dice.hpp"

namespace bench {
namespace {

constexpr std::uint64_t counted[] = {1'022'028, 486'352, 264'099, 77'555};     // badges, certificates, degrees, others: of whole_nation
constexpr std::uint32_t all_providers = 134'000;

constexpr std::array<std::string_view, 12> fields = {"Health", "Welding", "Data", "Design", "Care", "Energy", "Finance", "Food", "Law", "Transit", "Security", "Languages"};
constexpr std::array<std::string_view, 10> subjects = {"Measurement", "Process Control", "Safe Work",   "Reporting",    "Fault Finding",
                                                       "Planning",    "Inspection",      "Supervision", "Client Work", "Records"};
constexpr std::array<std::string_view, 8> states = {"US-CA", "US-TX", "US-NY", "US-OH", "US-IL", "US-WA", "US-GA", "US-MI"};
constexpr std::array<std::string_view, 3> others = {"course", "microcredential", "licence"};

enum Kind : std::size_t { badge, certificate, degree, other, kinds };

class Maker {
 public:
  Maker(std::uint32_t credentials, std::uint64_t seed) : dice_(seed), left_(credentials) {
    std::uint32_t shared = 0;
    for (std::size_t kind = 0; kind < other; ++kind) shared += left_of_[kind] = static_cast<std::uint32_t>(counted[kind] * credentials / whole_nation);
    left_of_[other] = credentials - shared;
    providers_left_ = std::max(1u, static_cast<std::uint32_t>(std::uint64_t{all_providers} * credentials / whole_nation));
  }

  Nation make() {
    while (left_ > 0) provider();
    return std::move(out_);
  }

 private:
  template <class... Arguments>
  void say(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    fmt::format_to(std::back_inserter(text_), format, std::forward<Arguments>(arguments)...);
  }

  // How many credentials the next provider has: mostly a handful, sometimes very many, and in the end all that are left.
  std::uint32_t size() {
    if (providers_left_ <= 1) return left_;
    const std::uint32_t draw = dice_.below(100);
    const std::uint32_t wanted = draw < 62 ? dice_.between(1, 5) : draw < 90 ? dice_.between(6, 18) : draw < 98 ? dice_.between(20, 90) : dice_.between(100, 500);
    return std::clamp(wanted, 1u, left_ - (providers_left_ - 1));
  }

  // Drawn from what is left, so that in the end there are exactly as many of each.
  Kind kind() {
    std::uint32_t draw = dice_.below(left_);
    for (std::size_t each = 0; each + 1 < kinds; ++each) {
      if (draw < left_of_[each]) return static_cast<Kind>(each);
      draw -= left_of_[each];
    }
    return other;
  }

  void provider() {
    const std::uint32_t number = static_cast<std::uint32_t>(out_.providers.size());
    name_ = fmt::format("p{}", number);
    text_ = "rung 1 en\n\n";
    taken_.clear();
    std::uint32_t many = size();
    --providers_left_;
    // The neighbour's first credential is a course or badge whose name is known: each provider has one named `first`.
    const bool agrees = number > 0 && many >= 2 && dice_.one_in(20);
    const std::uint32_t with = agrees ? dice_.below(number) : 0;
    if (agrees) say("use \"../p{}/p{}.rung\"\n\n", with / 1000 * 1000, with);
    const std::string_view field = dice_.of(fields);
    say("framework {0} \"{1} Institute {2}\" {{\n  version   2026-09\n  publisher {0}-org\n  credits   1 credit = 15 hours\n  grades    percent\n}}\n\n", name_, field, number);
    say("institution {0}-org \"{1} Institute {2}\" {{ type {3} region {4} }}\n\n", name_, field, number, many > 18 ? "university" : "provider", dice_.of(states));
    for (std::uint32_t i = 0; i < many; ++i) one(i, field);
    if (agrees)
      say("agreement with-p{1} \"Transfer from p{1}\" {{\n  from p{1}-org to {0}-org\n  status guaranteed\n  effective 2026-01\n  p{1}.first counts as first\n}}\n", name_, with);
    out_.providers.push_back({fmt::format("p{}/{}.rung", number / 1000 * 1000, name_), std::move(text_)});
  }

  void one(std::uint32_t i, std::string_view field) {
    const Kind drawn = kind();
    --left_of_[drawn];
    --left_;
    const std::string name = i == 0 ? "first" : fmt::format("{}{}", std::array{"b", "c", "d", "o"}[drawn], i);
    const std::string_view type = drawn == badge ? "badge" : drawn == certificate ? "certificate" : drawn == degree ? "degree" : dice_.of(others);
    const bool made = i > 0 && (drawn == certificate || drawn == degree) && taken_.size() >= 4 && dice_.one_in(3);
    const std::uint32_t credits = drawn == badge ? 1 : drawn == degree ? 60 : 3;
    if (type == "microcredential") say("competency {}-skill \"Works in {}\" {{ kind skill }}\n\n", name, field);
    say("{} {} \"{} in {}\" {{\n  issued by   {}-org\n", type, name, dice_.of(subjects), field, name_);
    if (dice_.one_in(3)) say("  description \"For those who work in {} and want to do it well; taught by people who do the same work every day.\"\n", field);
    say("  assessed by {}\n  fee         {} USD\n  entitles to \"Work as a {} assistant\"\n  tags        {}\n", dice_.one_in(2) ? "exam" : "demonstration", 20 + 10 * dice_.below(60), field,
        drawn == badge ? "short" : "long");
    if (type == "microcredential") say("  develops    {}-skill\n", name);
    if (made) {
      rule(drawn == degree);
    } else {
      say("  workload    {} hours over {} weeks\n  credits     {}\n", 15 * credits, 1 + dice_.below(12), credits);
      if (dice_.one_in(3)) say("  level       {}\n", 1 + dice_.below(8));
      taken_.push_back(name);
    }
    say("}}\n\n");
    if (out_.credentials++ % 100 == 0) (made ? out_.awards : out_.taken).push_back(name_ + "." + name);
  }

  void rule(bool is_degree) {
    const std::uint32_t core = dice_.between(2, 3), start = dice_.below(static_cast<std::uint32_t>(taken_.size()));
    say("  requires {{\n    core: all of {{ ");
    for (std::uint32_t i = 0; i < core; ++i) say("{}{}", i > 0 ? ", " : "", taken_[(start + i) % taken_.size()]);
    say(" }}\n");
    if (is_degree && taken_.size() >= 6) say("    depth: any of {{ {}, {} }}\n", taken_[(start + 3) % taken_.size()], taken_[(start + 4) % taken_.size()]);
    if (dice_.one_in(4)) say("    nothing older than 7 years\n");
    say("  }}\n");
  }

  Dice dice_;
  Nation out_;
  std::string text_, name_;
  std::vector<std::string> taken_;         // of this provider
  std::uint32_t left_, left_of_[kinds] = {}, providers_left_ = 0;
};

}  // namespace

Nation make_nation(std::uint32_t credentials, std::uint64_t seed) { return Maker(credentials, seed).make(); }

std::uint64_t write_nation(const Nation& nation, const std::string& folder) {
  namespace fs = std::filesystem;
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < nation.providers.size(); ++i) {
    const fs::path path = fs::path(folder) / nation.providers[i].file;
    if (i % 1000 == 0) fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << nation.providers[i].text;
    file.close();
    if (!file) throw std::runtime_error(path.string() + " cannot be written");
    bytes += nation.providers[i].text.size();
  }
  return bytes;
}

}  // namespace bench
