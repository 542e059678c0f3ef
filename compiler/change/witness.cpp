#include "compiler/change/witness.hpp"

#include <algorithm>
#include <set>

#include "compiler/change/lines.hpp"
#include "runtime/learner/calendar.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/table/decimal.hpp"

namespace rung::change {
namespace {

using table::NodeKind;

constexpr WorkLimit each{400'000};
constexpr std::uint32_t most_records = 400;          // of one award and set of gates
constexpr std::uint32_t a_century = 1200;            // months: as old as nobody asks
constexpr std::size_t most_gates = 4, most_inner = 3;   // every set of them is tried

bool by_name(const Holding& a, const Holding& b) { return a.name < b.name; }

// What the rules of an award and of all that it is made of look at, besides what is held.
struct Looks {
  std::set<std::int64_t> floors;           // of percentages
  std::vector<std::string> grades;         // of other scales, the worst first
  std::set<std::uint32_t> ages;            // months
  std::set<std::uint32_t> gates;
  std::vector<std::uint32_t> inner;        // awards among what is counted
  std::vector<std::uint32_t> taken;        // what has no rule, and prerequisites
  bool others = false;                     // anything that records can differ in beyond what is tried here
};

class Search {
 public:
  Search(const Side& has, std::uint32_t award, const Side& lacks, std::optional<std::uint32_t> there, std::int32_t day)
      : has_(has), award_(award), lacks_(lacks), there_(there), on_(day), day_(written_date(day)), looks_(look(has, award)) {
    if (there) {
      const Looks other = look(lacks, *there);
      looks_.others = looks_.others || other.others;
      for (const std::int64_t floor : other.floors) below_.insert(floor);
      simple_ = other.floors.empty() && other.ages.empty() && other.grades.empty() && other.inner.empty();
    }
    simple_ = simple_ && !looks_.others && looks_.floors.empty() && looks_.ages.empty() && looks_.grades.empty() && looks_.inner.empty();
  }

  Witness run() {
    if (looks_.gates.size() > most_gates) complete_ = false;
    const std::vector<std::uint32_t> gates(looks_.gates.begin(), looks_.gates.end());
    const std::uint32_t sets = gates.size() > most_gates ? 1 : 1u << gates.size();
    std::optional<Learner> best;
    for (std::uint32_t some = 0; some < sets; ++some) {
      Learner start;
      start.on = day_;
      for (std::size_t g = 0; g < gates.size(); ++g)
        if (gates.size() > most_gates || (some >> g & 1) != 0) start.gates.push_back(has_.gate(gates[g]));
      if (auto found = with_gates(start); found && (!best || weight(*found) < weight(*best))) best = std::move(found);
    }
    return {best, complete_ && (best ? !looks_.others : simple_)};
  }

 private:
  static std::size_t weight(const Learner& learner) { return 100 * learner.holdings.size() + learner.gates.size(); }

  static Looks look(const Side& side, std::uint32_t award) {
    Looks out;
    const Table& table = side.table();
    std::vector<std::uint32_t> open{award};
    std::vector<bool> seen(table.credentials().size());
    seen[award] = true;
    std::set<std::string> grades;
    while (!open.empty()) {
      const std::uint32_t id = open.back();
      open.pop_back();
      const table::Credential& one = table.credentials()[id];
      if (one.given_by.count > 0 || one.versions.count > 0 || one.withheld_from.count > 0 || one.most_awards != 0 || one.valid_months != 0 || one.surrenders.count > 0) out.others = true;
      for (const std::uint32_t line : table.list(one.given_by)) {
        const table::Recognition& recognition = table.recognitions()[line];
        if (const std::uint32_t age = table.agreements()[recognition.agreement].oldest_months; age != 0) out.ages.insert(age);
        if (recognition.grade_floor != table::unknown && table.scales()[recognition.grade_scale].kind == table::ScaleKind::percent) out.floors.insert(recognition.grade_floor);
      }
      if (one.rule == table::none) {
        if (one.prerequisite != table::none) out.taken.push_back(id);
        continue;
      }
      if (id != award) out.inner.push_back(id);
      for (const std::uint32_t root : {one.rule, one.prerequisite}) {
        if (root == table::none) continue;
        for (const table::Condition& condition : table.conditions(table.nodes()[root].conditions))
          if (condition.kind != table::ConditionKind::total && condition.kind != table::ConditionKind::amount_from && condition.kind != table::ConditionKind::at_most_from &&
              condition.kind != table::ConditionKind::share && condition.kind != table::ConditionKind::may_share && condition.kind != table::ConditionKind::one_at_a_time)
            out.others = true;
        for (std::uint32_t at = root; at < table.nodes()[root].end; ++at) {
          const table::Node& node = table.nodes()[at];
          if (node.kind == NodeKind::gate) out.gates.insert(table.list(node.members)[0]);
          if (node.asked_of == table::Asked::with_gate || node.asked_of == table::Asked::without_gate) out.gates.insert(table.list(node.whom)[0]);
          if (node.kind == NodeKind::competencies || node.after.count > 0 || node.asked_of != table::Asked::of_all || node.achievement_floor != table::Achievement::unknown) out.others = true;
          if (node.oldest_months != 0) out.ages.insert(node.oldest_months);
          if (node.grade_floor != table::unknown) {
            if (table.scales()[node.grade_scale].kind == table::ScaleKind::percent) out.floors.insert(node.grade_floor);
            else if (out.grades.empty()) {
              const auto pairs = table.list(table.scales()[node.grade_scale].grades);
              for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) out.grades.emplace_back(table.text({pairs[i], pairs[i + 1]}));
              std::reverse(out.grades.begin(), out.grades.end());
            }
          }
          if (node.kind == NodeKind::gate) continue;
          for (const std::uint32_t member : table.list(node.members))
            if (!seen[member]) seen[member] = true, open.push_back(member);
        }
      }
    }
    std::sort(out.inner.begin(), out.inner.end());
    return out;
  }

  static void name_gates(const Side& side, Learner& learner) {
    for (std::string& gate : learner.gates)
      if (const auto own = side.find_gate(gate)) gate = side.table().text(side.table().gates()[*own].name);
  }

  // The record as this side knows it: by its own names.
  static bool has(const Side& side, const Learner& learner, std::uint32_t award) {
    Learner own = learner;
    for (Holding& holding : own.holdings)
      if (const auto id = side.find(holding.name)) holding.name = side.table().text(side.table().credentials()[*id].name);
    name_gates(side, own);
    const auto bound = bind(side.table(), own);
    return bound && missing(side.table(), *bound, award, each).earned;
  }
  bool is_had(const Learner& learner) const { return has(has_, learner, award_); }
  bool is_lost(const Learner& learner) const { return !there_ || !has(lacks_, learner, *there_); }

  // Nobody asks how what is held was come by: the prerequisites of what is taken are left aside.
  std::optional<Learner> with_gates(const Learner& start) {
    Learner asking = start;
    name_gates(has_, asking);
    for (const std::uint32_t id : looks_.taken) asking.exceptions.push_back({std::string(has_.table().text(has_.table().credentials()[id].name)), "", true, "-", "-", day_});
    const auto bound = bind(has_.table(), asking);
    if (!bound) return std::nullopt;
    PathsQuestion question{award_, Cost::count, 8, false, each};
    std::size_t tried = 0;
    for (;;) {
      const Paths answer = paths(has_.table(), *bound, question);
      for (; tried < answer.paths.size(); ++tried)
        if (auto found = try_path(start, answer.paths[tried])) return found;
      if (!answer.proven || question.k >= most_records) complete_ = complete_ && answer.proven && answer.complete;
      if (!answer.proven || answer.complete || answer.paths.size() < question.k || question.k >= most_records) return std::nullopt;
      question.k = std::min(most_records, question.k * 4);
    }
  }

  std::optional<Learner> try_path(const Learner& start, const Path& path) {
    Learner learner = start;
    for (const Step& step : path.steps) learner.holdings.push_back(best_of(step.credential));
    std::sort(learner.holdings.begin(), learner.holdings.end(), by_name);
    std::vector<Learner> all{learner};
    for (const Step& step : path.steps)
      for (const std::uint32_t line : lost_lines(step.credential)) all.push_back(by_transfer(learner, step.credential, line));
    // Certificates that are conferred, in place of what they are made of; the fewest holdings first.
    for (std::uint32_t some = 1; looks_.inner.size() <= most_inner && some < 1u << looks_.inner.size(); ++some) {
      Learner conferred = learner;
      for (std::size_t i = 0; i < looks_.inner.size(); ++i)
        if ((some >> i & 1) != 0) conferred.holdings.push_back(best_of(looks_.inner[i]));
      if (!is_had(conferred)) continue;
      for (std::size_t h = conferred.holdings.size(); h-- > 0;) {
        Learner fewer = conferred;
        fewer.holdings.erase(fewer.holdings.begin() + static_cast<std::ptrdiff_t>(h));
        if (is_had(fewer)) conferred = std::move(fewer);
      }
      all.push_back(std::move(conferred));
    }
    std::stable_sort(all.begin(), all.end(), [](const Learner& a, const Learner& b) { return a.holdings.size() < b.holdings.size(); });
    for (const Learner& one : all) {
      if (is_lost(one) && is_had(one)) return without_needless_grades(one);
      if (auto found = as_bad_as_may_be(one)) return without_needless_grades(*found);
    }
    return std::nullopt;
  }

  // By which a credential is recognised here, and perhaps not there.
  std::vector<std::uint32_t> lost_lines(std::uint32_t credential) const {
    const Table &table = has_.table(), &other = lacks_.table();
    const auto there = lacks_.find(has_.name(credential));
    std::vector<std::uint32_t> out;
    for (const std::uint32_t line : table.list(table.credentials()[credential].given_by)) {
      const auto others = there ? other.list(other.credentials()[*there].given_by) : std::span<const std::uint32_t>();
      const bool sure = std::any_of(others.begin(), others.end(), [&](std::uint32_t one) { return asks_no_more(lacks_, one, has_, line) && give_all(lacks_, {one}, has_, table.recognitions()[line]); });
      if (!sure) out.push_back(line);
    }
    return out;
  }

  // The same with what the line asks for in place of what it gives.
  Learner by_transfer(Learner learner, std::uint32_t credential, std::uint32_t line) const {
    std::erase_if(learner.holdings, [&](const Holding& one) { return one.name == has_.name(credential); });
    for (const std::uint32_t source : has_.table().list(has_.table().recognitions()[line].sources))
      if (std::none_of(learner.holdings.begin(), learner.holdings.end(), [&](const Holding& one) { return one.name == has_.name(source); })) learner.holdings.push_back(best_of(source));
    std::sort(learner.holdings.begin(), learner.holdings.end(), by_name);
    return learner;
  }

  Holding best_of(std::uint32_t credential) const {
    Holding out;
    out.name = has_.name(credential);
    out.awarded = day_;
    if (!looks_.floors.empty() || !below_.empty()) out.grade = "100%";
    if (!looks_.grades.empty()) out.grade = looks_.grades.back();
    return out;
  }

  // The worst grades and the oldest days with which the award is still had; where that makes the difference, only as much of it as does.
  std::optional<Learner> as_bad_as_may_be(const Learner& best) const {
    if (looks_.floors.empty() && below_.empty() && looks_.grades.empty() && looks_.ages.empty()) return std::nullopt;
    Learner worst = best;
    for (Holding& holding : worst.holdings) {
      std::vector<std::string> grades = looks_.grades;
      if (grades.empty()) {
        grades.push_back("0%");
        for (const std::int64_t floor : looks_.floors) grades.push_back(table::decimal(floor) + "%");
      }
      if (!best.holdings.front().grade.empty()) lower(worst, holding.grade, grades);
      std::vector<std::string> days{written_date(oldest_fresh(a_century, on_))};
      for (auto age = looks_.ages.rbegin(); age != looks_.ages.rend(); ++age) days.push_back(written_date(oldest_fresh(*age, on_)));
      lower(worst, holding.awarded, days);
    }
    if (!is_lost(worst) || !is_had(worst)) return std::nullopt;
    for (std::size_t h = 0; h < worst.holdings.size(); ++h)
      for (std::string Holding::*what : {&Holding::grade, &Holding::awarded}) {
        Learner better = worst;
        better.holdings[h].*what = best.holdings[h].*what;
        if (is_had(better) && is_lost(better)) worst = std::move(better);   // of parts in an order a later day may be too late
      }
    return worst;
  }

  // The best grade is no news where none is asked for.
  Learner without_needless_grades(const Learner& witness) const {
    Learner out = witness;
    for (Holding& holding : out.holdings) {
      const std::string grade = holding.grade;
      if (grade != "100%" && (looks_.grades.empty() || grade != looks_.grades.back())) continue;
      holding.grade.clear();
      if (!is_had(out) || !is_lost(out)) holding.grade = grade;
    }
    return out;
  }

  // `field` is a part of `learner`.
  void lower(const Learner& learner, std::string& field, const std::vector<std::string>& worst_first) const {
    const std::string best = field;
    for (const std::string& value : worst_first) {
      field = value;
      if (is_had(learner)) return;
    }
    field = best;
  }

  const Side& has_;
  std::uint32_t award_;
  const Side& lacks_;
  std::optional<std::uint32_t> there_;
  std::int32_t on_;
  std::string day_;                        // the same, written
  Looks looks_;
  std::set<std::int64_t> below_;           // floors of the other side
  bool simple_ = true, complete_ = true;
};

}  // namespace

Witness find_witness(const Side& has, std::uint32_t award, const Side& lacks, std::optional<std::uint32_t> there, std::int32_t day) { return Search(has, award, lacks, there, day).run(); }

}  // namespace rung::change
