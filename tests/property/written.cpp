#include "tests/property/written.hpp"

namespace property {
namespace {

using namespace oracle;

std::string amount(long hundredths) {
  std::string out = std::to_string(hundredths / 100);
  if (hundredths % 100 != 0) out += "." + std::to_string(hundredths % 100 / 10) + (hundredths % 10 != 0 ? std::to_string(hundredths % 10) : "");
  return out;
}

std::string name(char kind, int number) { return kind + std::to_string(number); }

std::string names(char kind, const std::vector<int>& numbers) {
  std::string out = "{ ";
  for (std::size_t i = 0; i < numbers.size(); ++i) out += (i > 0 ? ", " : "") + name(kind, numbers[i]);
  return out + " }";
}

const char* word(Level level) {
  static constexpr const char* words[] = {"", "participation", "competence", "mastery"};
  return words[static_cast<int>(level)];
}

const char* word(Measure measure) {
  static constexpr const char* words[] = {"credits", "hours", "credentials"};
  return words[static_cast<int>(measure)];
}

const char* word(Key key) {
  static constexpr const char* words[] = {"institution", "subject", "term", "tag"};
  return words[static_cast<int>(key)];
}

std::string asked_of(const Requirement& what) {
  switch (what.asked_of) {
    case Asked::of_holders: return " only for holders of " + names('c', what.whom);
    case Asked::unless_held: return " unless they hold " + names('c', what.whom);
    case Asked::with_gate: return " only for gate " + name('g', what.whom[0]);
    case Asked::without_gate: return " unless gate " + name('g', what.whom[0]);
    default: return "";
  }
}

std::string how_many(const Requirement& what) {
  switch (what.many) {
    case Many::all: return "all of ";
    case Many::exactly: return what.need == 1 ? "any of " : std::to_string(what.need) + " of ";
    default: return "at least " + std::to_string(what.need) + " of ";
  }
}

std::string written(const Requirement& what);

std::string parts(const Requirement& what) {
  std::string out;
  for (const Requirement& part : what.parts) out += (out.empty() ? "" : ", ") + written(part);
  return out;
}

std::string written(const Requirement& what) {
  std::string out = what.name.empty() ? "" : what.name + ": ";
  switch (what.form) {
    case Form::members: out += how_many(what) + names('c', what.of); break;
    case Form::amount: out += "at least " + amount(what.amount) + " " + word(what.measure) + " from " + names('c', what.of); break;
    case Form::competencies:
      out += "competencies " + how_many(what) + names('k', what.of);
      if (what.to != Level::unstated) out += std::string(" to ") + word(what.to);
      break;
    case Form::gate: out += "gate " + name('g', what.of[0]); break;
    case Form::group: out += how_many(what) + "{ " + parts(what) + " }"; break;
  }
  if (what.grade >= 0) out += " at " + std::to_string(what.grade) + "%";
  if (what.floor != Level::unstated) out += std::string(" to ") + word(what.floor);
  if (what.months > 0) out += " nothing older than " + std::to_string(what.months) + " months";
  for (std::size_t i = 0; i < what.after.size(); ++i) out += (i == 0 ? " after " : " and ") + what.after[i];
  return out + asked_of(what);
}

std::string share(const Condition& condition) {
  const std::string unit = word(condition.measure);
  const std::string one = condition.divisor > 1 ? "1/" + std::to_string(condition.divisor) : std::to_string(condition.amount) + "%";
  const std::string out = one + " of " + unit;
  if (condition.both == Both::alone) return out;
  return std::string(condition.both == Both::larger ? "the larger of " : "the smaller of ") + out + " and " + amount(condition.other) + " " + unit;
}

std::string rounding(const Condition& condition) {
  const std::string unit = word(condition.measure);
  switch (condition.rounding) {
    case Rounding::up: return ", rounded up to whole " + unit;
    case Rounding::down: return ", rounded down to whole " + unit;
    case Rounding::nearest: return ", rounded to the nearest whole " + unit;
    default: return "";
  }
}

std::string written(const Condition& condition) {
  const std::string unit = word(condition.measure), in = condition.in.empty() ? "" : " in " + condition.in;
  const std::string so_much = amount(condition.amount) + " " + unit;
  const std::string at_most = "at most " + (condition.of_share ? share(condition) : so_much);
  const std::string rounded = condition.of_share ? rounding(condition) : "";
  switch (condition.limit) {
    case Limit::total: return "at least " + so_much + in;
    case Limit::share: return "at least " + share(condition) + " from " + name('i', condition.issuer) + in + rounding(condition);
    case Limit::amount_from: return "at least " + so_much + " from " + name('i', condition.issuer) + in;
    case Limit::at_most_from: return at_most + " from " + names('c', condition.of) + in + rounded;
    case Limit::at_most_prior: return at_most + " by prior learning" + in + rounded;
    case Limit::at_most_transfer: return at_most + " by transfer" + in + rounded;
    case Limit::at_most_ungraded: return at_most + " ungraded" + in + rounded;
    case Limit::at_most_each: return "at most " + so_much + " per " + word(condition.key) + in;
    case Limit::last_from: return "the last " + so_much + " from " + name('i', condition.issuer);
    case Limit::average:
      return std::string(condition.measure == Measure::credentials ? "unweighted " : "") + "average of at least " + std::to_string(condition.amount) + "%" + in;
    case Limit::distinct: {
      const std::string out = "from at least " + std::to_string(condition.amount) + " " + word(condition.key) + "s";
      return out + (condition.tags.empty() ? "" : " among " + names('t', condition.tags)) + in;
    }
    case Limit::new_share: return "at least " + share(condition) + " by new learning" + rounding(condition);
    case Limit::new_amount: return "at least " + so_much + " by new learning";
    case Limit::shared:
      return "share " + (condition.measure == Measure::credentials ? std::string("nothing") : "at most " + so_much) +
             (condition.of.empty() ? " with any other award" : " with " + names('c', condition.of));
    default: {
      std::string out;
      for (const std::string& part : condition.parts) out += (out.empty() ? "may share " : ", ") + part;
      return out;
    }
  }
}

std::string month_name(int month) { return std::to_string(2000 + month / 12) + (month % 12 < 9 ? "-0" : "-") + std::to_string(month % 12 + 1); }

std::string in_force(const Version& version) {
  if (version.first < 0 && version.last < 0) return {};
  return "effective " + (version.first < 0 ? "" : month_name(version.first) + " ") + (version.last < 0 ? "" : "to " + month_name(version.last) + " ");
}

std::string rule(const Requirement& root, const std::vector<Condition>& conditions, const std::string& effective) {
  std::string out = "  requires " + effective + "{\n";
  for (const Requirement& part : root.parts) out += "    " + written(part) + ",\n";
  for (const Condition& condition : conditions) out += "    " + written(condition) + ",\n";
  if (root.grade >= 0) out += "    nothing below " + std::to_string(root.grade) + "%,\n";
  if (root.floor != Level::unstated) out += std::string("    nothing below ") + word(root.floor) + ",\n";
  if (root.months > 0) out += "    nothing older than " + std::to_string(root.months) + " months,\n";
  if (out.ends_with(",\n")) out.erase(out.size() - 2, 1);
  return out + "  }\n";
}

std::string date(int month) { return month_name(month) + "-15"; }

}  // namespace

std::string written(const Framework& framework) {
  std::string out = "rung 1 en\nframework f { version 1 grades percent credits 1 credit = 30 hours credits 1 ECTS = 15 hours }\n";
  for (int i = 0; i < framework.issuers; ++i) out += "institution " + name('i', i) + "\n";
  for (int i = 0; i < framework.competencies; ++i) out += "competency " + name('k', i) + "\n";
  for (int i = 0; i < framework.gates; ++i) out += "gate " + name('g', i) + "\n";
  for (int i = 0; i < static_cast<int>(framework.credentials.size()); ++i) {
    const Credential& what = framework.credentials[i];
    out += (what.rule ? "certificate " : "course ") + name('c', i) + " {\n  issued by " + name('i', what.issuer) + "\n";
    if (what.credits) out += "  credits " + (what.in_ects ? amount(*what.credits * 2) + " ECTS" : amount(*what.credits)) + "\n";
    if (what.hours && what.weeks) out += "  workload " + amount(*what.hours) + " hours over " + amount(*what.weeks) + " weeks\n";
    else if (what.hours) out += "  workload " + amount(*what.hours) + " hours\n";
    else if (what.weeks) out += "  workload " + amount(*what.weeks) + " weeks\n";
    for (std::size_t s = 0; s < what.subjects.size(); ++s) out += (s == 0 ? "  subject " : ", ") + name('s', what.subjects[s]) + (s + 1 == what.subjects.size() ? "\n" : "");
    for (std::size_t t = 0; t < what.tags.size(); ++t) out += (t == 0 ? "  tags " : ", ") + name('t', what.tags[t]) + (t + 1 == what.tags.size() ? "\n" : "");
    if (what.fee) out += "  fee " + amount(*what.fee) + " CAD\n";
    if (what.awarded_for != Level::unstated) out += std::string("  awarded for ") + word(what.awarded_for) + "\n";
    for (std::size_t d = 0; d < what.develops.size(); ++d) {
      const auto& [competency, level] = what.develops[d];
      out += (d == 0 ? "  develops " : ", ") + name('k', competency) + (level != Level::unstated ? std::string(" to ") + word(level) : "");
      if (d + 1 == what.develops.size()) out += "\n";
    }
    if (what.prerequisite) out += "  prerequisite " + written(*what.prerequisite) + "\n";
    if (what.valid_months > 0) out += "  valid for " + std::to_string(what.valid_months) + " months\n";
    if (what.when_entered) out += "  in force when entered\n";
    for (const Version& version : what.versions) out += rule(version.rule, version.conditions, in_force(version));
    if (what.rule && what.versions.empty()) out += rule(*what.rule, what.conditions, "");
    if (what.most_awards > 0) out += "  counts towards at most " + std::to_string(what.most_awards) + (what.most_awards == 1 ? " award\n" : " awards\n");
    if (!what.surrenders.empty()) out += "  surrenders " + names('c', what.surrenders) + "\n";
    if (!what.withheld_from.empty()) out += "  withheld from holders of " + names('c', what.withheld_from) + "\n";
    out += "}\n";
  }
  if (!framework.lines.empty()) {
    out += "agreement a {\n  from i0 to i1\n";
    for (const Line& line : framework.lines) {
      const auto all = [](const std::vector<int>& some) { return some.size() == 1 ? name('c', some[0]) : "all of " + names('c', some); };
      out += "  " + all(line.sources) + (line.grade >= 0 ? " at " + std::to_string(line.grade) + "%" : "");
      if (line.as == Recognised::exemption) {
        for (std::size_t i = 0; i < line.targets.size(); ++i) out += (i == 0 ? " exempts " : ", ") + name('c', line.targets[i]);
        out += "\n";
      } else {
        out += " counts as " + all(line.targets) + (line.as == Recognised::prerequisite ? " for prerequisites only" : "") + "\n";
      }
    }
    if (framework.line_limit) out += "  at most " + amount(*framework.line_limit) + " credits\n";
    if (framework.line_months > 0) out += "  nothing older than " + std::to_string(framework.line_months) + " months\n";
    out += "}\n";
  }
  return out;
}

rung::Learner written(const Learner& learner) {
  rung::Learner out;
  if (learner.today >= 0) out.on = date(learner.today);
  for (const Holding& holding : learner.holdings) {
    rung::Holding one;
    one.name = "f." + name('c', holding.credential);
    if (holding.grade >= 0) one.grade = std::to_string(holding.grade) + "%";
    one.achievement = word(holding.achievement);
    if (holding.prior_learning) one.by = "prior-learning";
    if (holding.transferred) one.by = "transfer";
    if (holding.ungraded) one.by = "ungraded";
    if (holding.term >= 0) one.term = "term-" + std::to_string(holding.term);
    if (holding.month >= 0) one.awarded = date(holding.month);
    if (holding.expires >= 0) one.expires = date(holding.expires);
    for (const int ground : holding.counted) one.counted.push_back("f." + name('c', ground));
    out.holdings.push_back(one);
  }
  for (const auto& [competency, level] : learner.recognised) {
    rung::Holding one;
    one.is_competency = true;
    one.name = "f." + name('k', competency);
    one.achievement = word(level);
    one.by = "prior-learning";
    out.holdings.push_back(one);
  }
  for (const auto& [award, part] : learner.exceptions) {
    rung::Exception one;
    one.award = "f." + name('c', award);
    one.part = part;
    one.prerequisite = part.empty();
    one.by = "Dean";
    one.because = "it was agreed";
    out.exceptions.push_back(one);
  }
  for (const int gate : learner.gates) out.gates.push_back("f." + name('g', gate));
  for (const auto& [award, month] : learner.entered) out.entered.emplace_back("f." + name('c', award), date(month));
  return out;
}

std::string shown(const Learner& learner) {
  const rung::Learner record = written(learner);
  std::string out = "on " + record.on + "\n";
  for (const rung::Holding& one : record.holdings) {
    out += "  holds " + one.name + " grade=" + one.grade + " achievement=" + one.achievement + " awarded=" + one.awarded + " by=" + one.by + " term=" + one.term;
    if (!one.expires.empty()) out += " expires=" + one.expires;
    for (const std::string& ground : one.counted) out += " counted:" + ground;
    out += "\n";
  }
  for (const auto& [award, day] : record.entered) out += "  entered " + award + " " + day + "\n";
  for (const rung::Exception& one : record.exceptions) out += "  excused from " + (one.prerequisite ? "prerequisite" : one.part) + " of " + one.award + "\n";
  for (const std::string& gate : record.gates) out += "  meets " + gate + "\n";
  return out;
}

}  // namespace property
