#include "tests/oracle/answer_sets/facts.hpp"

namespace oracle::answer_sets {
namespace {

const char* word(Measure measure) {
  switch (measure) {
    case Measure::credits: return "credits";
    case Measure::hours: return "hours";
    case Measure::credentials: return "credentials";
  }
  throw NotTranslated("a measure");
}

const char* word(Rounding rounding) {
  switch (rounding) {
    case Rounding::exact: return "exact";
    case Rounding::up: return "up";
    case Rounding::down: return "down";
    case Rounding::nearest: return "nearest";
  }
  throw NotTranslated("a rounding");
}

const char* word(Spent by) {
  switch (by) {
    case Spent::credits: return "credits";
    case Spent::fee: return "fee";
    case Spent::hours: return "hours";
    case Spent::credentials: return "credentials";
  }
  throw NotTranslated("a cost");
}

const char* word(Recognised as) {
  switch (as) {
    case Recognised::credit: return "credit";
    case Recognised::prerequisite: return "prerequisite";
    case Recognised::exemption: return "exemption";
  }
  throw NotTranslated("a kind of line");
}

const char* word(Many many) {
  switch (many) {
    case Many::all: return "all";
    case Many::exactly: return "exactly";
    case Many::at_least: return "at_least";
  }
  throw NotTranslated("a number");
}

class Facts {
 public:
  explicit Facts(int world) : world_(world) {}

  // say("holds", 3, 0) writes holds(world,3,0).
  template <class... Arguments>
  void say(const char* predicate, const Arguments&... arguments) {
    out_ += std::string(predicate) + "(" + std::to_string(world_);
    (add(arguments), ...);
    out_ += ").\n";
  }

  void credential(int number, const Credential& what) {
    say("credential", number);
    say("issuer", number, what.issuer);
    if (what.credits) say("states", number, "credits", *what.credits);
    if (what.hours) say("states", number, "hours", *what.hours);
    if (what.fee) say("states", number, "fee", *what.fee);
    if (what.awarded_for != Level::unstated) say("awarded_for", number, what.awarded_for);
    for (const auto& [competency, level] : what.develops) say("develops", number, competency, level);
    for (const int other : what.withheld_from) say("withheld", number, other);
    if (what.prerequisite) tree("before(" + std::to_string(number) + ")", *what.prerequisite);
    if (!what.rule) return;
    say("award", number);
    names_.clear();
    tree("rule(" + std::to_string(number) + ")", *what.rule);
    for (const auto& [name, after] : after_) say("after", number, node_of(name), node_of(after));
    after_.clear();
    for (int i = 0; i < static_cast<int>(what.conditions.size()); ++i) condition(number, i, what.conditions[i]);
  }

  void line(int number, const Line& what, int months) {
    if (what.sources.size() > 2) throw NotTranslated("a line with more than two sources");
    say("line", number, word(what.as));
    for (int i = 0; i < static_cast<int>(what.sources.size()); ++i) say("source", number, i + 1, what.sources[i]);
    for (const int target : what.targets) say("target", number, target);
    if (what.grade > 0) say("line_grade", number, what.grade);
    if (months > 0) say("line_months", number, months);
  }

  void learner(const Learner& learner) {
    if (learner.today >= 0) say("today", learner.today);
    for (int i = 0; i < static_cast<int>(learner.holdings.size()); ++i) {
      const Holding& one = learner.holdings[i];
      say("holds", one.credential, i);
      if (one.grade >= 0) say("grade", i, one.grade);
      if (one.month >= 0) say("awarded", i, one.month);
      if (one.achievement != Level::unstated) say("achievement", i, one.achievement);
      if (one.prior_learning) say("prior", i);
      for (const int ground : one.counted) say("record_counts", i, ground);
    }
    for (const auto& [competency, level] : learner.recognised) say("knows", competency, level);
    for (const int gate : learner.gates) say("meets", gate);
  }

  std::string take() { return std::move(out_); }

 private:
  void add(int number) { out_ += "," + std::to_string(number); }
  void add(long number) {
    if (number < 0 || number > 1'000'000) throw NotTranslated("an amount that sums of it would not fit the solver's 32 bits");
    out_ += "," + std::to_string(number);
  }
  void add(Level level) { add(static_cast<int>(level)); }
  void add(const std::string& term) { out_ += "," + term; }
  void add(const char* term) { add(std::string(term)); }

  void tree(const std::string& which, const Requirement& root) { say("root", which, node(which, root)); }

  // Nodes are numbered through all trees of the world.
  int node(const std::string& which, const Requirement& what) {
    const int number = nodes_++;
    say("node", which, number);
    if (!what.name.empty()) names_.emplace_back(what.name, number);
    for (const std::string& name : what.after) after_.emplace_back(what.name, name);
    if (what.grade > 0) say("floor_grade", number, what.grade);
    if (what.floor != Level::unstated) say("floor_level", number, what.floor);
    if (what.months > 0) say("floor_months", number, what.months);
    const auto need = [&](std::size_t of) { say("need", number, word(what.many), what.many == Many::all ? static_cast<int>(of) : what.need); };
    switch (what.form) {
      case Form::members:
        say("form", number, "members");
        need(what.of.size());
        for (const int one : what.of) say("asks", number, one);
        return number;
      case Form::amount:
        say("form", number, "amount");
        say("quantity", number, word(what.measure), what.amount);
        for (const int one : what.of) say("asks", number, one);
        return number;
      case Form::competencies:
        say("form", number, "competencies");
        need(what.of.size());
        say("to", number, what.to == Level::unstated ? Level::participation : what.to);
        for (const int one : what.of) say("asks_competency", number, one);
        return number;
      case Form::gate:
        say("form", number, "gate");
        say("asks_gate", number, what.of.at(0));
        return number;
      case Form::group:
        say("form", number, "group");
        need(what.parts.size());
        for (const Requirement& part : what.parts) say("child", number, node(which, part));
        return number;
    }
    throw NotTranslated("a form of requirement");
  }

  int node_of(const std::string& name) const {
    for (const auto& [known, node] : names_)
      if (known == name) return node;
    throw NotTranslated("the name of no part");
  }

  void condition(int award, int number, const Condition& what) {
    switch (what.limit) {
      case Limit::total: return say("at_least", award, word(what.measure), what.amount);
      case Limit::share: return say("share", award, what.issuer, word(what.measure), what.amount, word(what.rounding));
      case Limit::amount_from: return say("at_least_from", award, what.issuer, word(what.measure), what.amount);
      case Limit::at_most_from:
        say("at_most_from", award, number, word(what.measure), what.amount);
        for (const int one : what.of) say("limited", award, number, one);
        return;
      case Limit::at_most_prior: return say("at_most_prior", award, word(what.measure), what.amount);
      case Limit::may_share:
        for (std::size_t i = 0; i < what.parts.size(); ++i)
          for (std::size_t j = i + 1; j < what.parts.size(); ++j) say("may_share", award, node_of(what.parts[i]), node_of(what.parts[j]));
        return;
      default: throw NotTranslated("a condition");   // understood() leaves it out, so that nobody gets here
    }
  }

  int world_, nodes_ = 0;
  std::string out_;
  std::vector<std::pair<std::string, int>> names_;            // of one rule
  std::vector<std::pair<std::string, std::string>> after_;    // the later, the earlier
};

}  // namespace

std::string facts(int world, const Framework& framework, const Learner& learner, const Goal* goal) {
  Facts out(world);
  for (int i = 0; i < static_cast<int>(framework.credentials.size()); ++i) out.credential(i, framework.credentials[i]);
  for (int i = 0; i < static_cast<int>(framework.lines.size()); ++i) out.line(i, framework.lines[i], framework.line_months);
  if (framework.line_limit) out.say("line_limit", *framework.line_limit);
  out.learner(learner);
  if (goal == nullptr) return out.take();
  out.say("goal", goal->award, word(goal->by));
  if (goal->already) out.say("already");
  if (goal->gates_allowed)
    for (int i = 0; i < framework.gates; ++i) out.say("meets", i);
  return out.take();
}

}  // namespace oracle::answer_sets
