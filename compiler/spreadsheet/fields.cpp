#include "compiler/spreadsheet/fields.hpp"

#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>

#include "compiler/model/names.hpp"
#include "compiler/model/program.hpp"
#include "compiler/spreadsheet/cells.hpp"
#include "compiler/model/name_of.hpp"

namespace rung::spreadsheet {
namespace {

using grammar::Word;

class Reader {
 public:
  Reader(const Cells& cells, const std::string& currency) : cells_(cells), currency_(currency) {}

  Fields read() {
    if (const std::string& type = cells_[Column::type]; !type.empty()) out_.type = value(Column::type, read_type(type));
    who_and_what();
    amounts();
    assessment();
    manner();
    time();
    evidence();
    naming();
    return std::move(out_);
  }

 private:
  // What follows in a cell from its first mistake is none of its own.
  void bad(Column column, std::string why) {
    if (std::ranges::find(out_.problems, column, &Problem::column) == out_.problems.end()) out_.problems.push_back({column, std::move(why)});
  }
  std::string value(Column column, Said said) {
    if (!said.problem.empty()) bad(column, said.problem);
    return said.value;
  }
  void field(std::string_view word, const std::string& value) {
    if (!value.empty()) out_.text += fmt::format("{} {}\n", word, value);
  }
  void list(std::string_view word, const std::vector<std::string>& things) { field(word, fmt::format("{}", fmt::join(things, ", "))); }
  std::string name(Column column, const std::string& thing) {
    std::string made = read_thing(thing).name;
    if (made.empty()) bad(column, fmt::format("no name can be made from '{}'", thing));
    return made;
  }
  std::vector<std::string> names(Column column) {
    std::vector<std::string> out;
    for (const std::string& thing : things_in(cells_[column])) out.push_back(name(column, thing));
    return out;
  }
  std::vector<std::string> texts(Column column) {
    std::vector<std::string> out;
    for (const std::string& thing : things_in(cells_[column])) out.push_back(quoted(thing));
    return out;
  }

  void who_and_what() {
    out_.issuers = things_in(cells_[Column::issuer]);
    list("issued by", names(Column::issuer));
    std::vector<std::string> developed;
    for (const std::string& thing : things_in(cells_[Column::develops])) {
      const auto [what, to] = with_achievement(thing);
      if (const std::size_t dot = what.find('.'); dot != std::string::npos && model::is_kebab_case(what.substr(0, dot)) && model::is_kebab_case(what.substr(dot + 1))) {
        out_.left_out.push_back({Column::develops, fmt::format("'{}' is of another framework, which a spreadsheet cannot use; left out", what)});
        continue;
      }
      out_.competencies.push_back(what);
      developed.push_back(name(Column::develops, what) + to);
    }
    list("develops", developed);
    if (const std::string& cell = cells_[Column::awarded_for]; !cell.empty()) {
      const Said level = read_word(cell, "level", {Word::participation, Word::competence, Word::mastery});
      if (!level.problem.empty()) bad(Column::awarded_for, fmt::format("'{}' is not participation, competence or mastery", cell));
      else field("awarded for", level.value);
    }
  }

  bool silent(Column column) const { return cells_[column].empty() || spells(cells_[column], Word::unknown); }
  Said quantity(Column column, std::initializer_list<Word> units, std::string_view brief = "") {
    const std::string& cell = cells_[column];
    if (silent(column)) return {};
    Said said = read_quantity(cell);
    const bool known = said.unit.empty() || said.unit == brief || std::ranges::any_of(units, [&](Word unit) { return spells(said.unit, unit); });
    if (said.problem.empty() && !known) said.problem = fmt::format("'{}' is not a number of {}", cell, column_name(column));
    if (!said.problem.empty()) bad(column, said.problem);
    return said;
  }

  void amounts() {
    const Said credits = quantity(Column::credits, {Word::credits, Word::ects});
    field("credits", credits.value + (credits.value.empty() || !spells(credits.unit, Word::ects) ? "" : " ECTS"));
    const Said hours = quantity(Column::hours, {Word::hours}, "h"), weeks = quantity(Column::weeks, {Word::weeks});
    std::string workload = hours.value.empty() ? "" : hours.value + " hours";
    if (!weeks.value.empty()) workload += (workload.empty() ? "" : " over ") + weeks.value + " weeks";
    field("workload", workload);
    field("level", quantity(Column::level, {}).value);
    if (const std::string& cell = cells_[Column::fee]; !silent(Column::fee)) {
      Said fee = read_fee(cell, cells_[Column::currency], currency_);
      if (fee.unit.empty() && !fee.value.empty() && cells_.has(Column::currency)) fee.problem = fmt::format("'{}' has no currency, and the row's cell in the column currency is empty; write CAD there, or pass --currency CAD", cell);
      field("fee", value(Column::fee, fee) + " " + fee.unit);
    }
  }

  void assessment() {
    std::vector<std::string> how = texts(Column::assessed_by);
    if (const std::string& cell = cells_[Column::pass_mark]; !cell.empty()) how.push_back("pass mark " + value(Column::pass_mark, read_pass_mark(cell)) + "%");
    list("assessed by", how);
    list("subject", texts(Column::subjects));
    list("tags", names(Column::tags));
    if (!cells_[Column::finer_type].empty()) field("type", quoted(cells_[Column::finer_type]));
  }

  void manner() {
    const auto words = [&](Column column, std::initializer_list<Word> allowed) {
      const std::vector<std::string> things = things_in(cells_[column]);
      std::vector<std::string> out;
      for (const std::string& thing : things) out.push_back(value(column, read_word(thing, column_name(column), allowed)));
      const bool one = column == Column::delivery || column == Column::pace || column == Column::learning;
      if (one && out.size() > 1) bad(column, fmt::format("'{}' is more than one {}", cells_[column], column_name(column)));
      list(column_name(column), out);
    };
    words(Column::delivery, {Word::in_person, Word::online, Word::hybrid});
    words(Column::pace, {Word::fixed, Word::self_paced, Word::hybrid});
    words(Column::learning, {Word::cohort, Word::independent, Word::both});
    words(Column::form, {Word::digital, Word::paper});
    words(Column::purpose, {Word::pathway, Word::update, Word::technical_skills, Word::transferable_skills});
    words(Column::audience, {Word::recent_graduate, Word::student, Word::employed_adult, Word::unemployed_adult});
  }

  void time() {
    const auto date = [&](Column column) { return cells_[column].empty() ? std::string() : value(column, read_date(cells_[column])); };
    const std::string from = date(Column::offered_from), to = date(Column::offered_to);
    field("offered", (from.empty() ? "" : "from " + from) + (from.empty() || to.empty() ? "" : " ") + (to.empty() ? "" : "to " + to));
    if (!from.empty() && !to.empty() && to.substr(0, from.size()) < from.substr(0, to.size())) bad(Column::offered_to, fmt::format("{} is before {}, from which it is offered", to, from));
    if (const std::string& cell = cells_[Column::valid_for]; !cell.empty()) field("valid for", value(Column::valid_for, read_validity(cell)));
    field("review by", date(Column::review_by));
  }

  // That there is nobody, or nothing, is said in a field of its own.
  void evidence() {
    const auto or_none = [&](std::string_view word, Column column, const auto& written) {
      std::vector<std::string> said;
      bool none = false;
      for (const std::string& thing : things_in(cells_[column]))
        if (says_none(thing)) none = true;
        else said.push_back(written(thing));
      if (none) field(word, "none");
      list(word, said);
    };
    or_none("consulted", Column::consulted, [&](const std::string& thing) {
      const Consulted one = read_consulted(thing);
      if (!one.problem.empty()) bad(Column::consulted, one.problem);
      return quoted(one.who) + (one.on.empty() ? "" : " on " + one.on);
    });
    or_none("accredited by", Column::accredited_by, quoted);
    or_none("meets standard", Column::meets_standard, quoted);
    list("entitles to", texts(Column::entitles_to));
  }

  void naming() {
    const auto line = [&](Column column) {
      if (const std::string& cell = cells_[column]; !cell.empty()) field(column_name(column), quoted(cell));
    };
    line(Column::code);
    line(Column::id);
    line(Column::url);
    for (const std::string& thing : things_in(cells_[Column::renamed_from]))
      if (!model::is_kebab_case(thing)) bad(Column::renamed_from, fmt::format("'{}' cannot have been a name: small letters and digits joined by hyphens", thing));
    list("renamed from", things_in(cells_[Column::renamed_from]));
    for (const std::string& note : texts(Column::notes)) field("note", note);
    line(Column::description);
    for (const auto& [heading, cell] : cells_.in_languages)
      if (!cell.empty()) field(as_heading(heading), quoted(cell));
  }

  const Cells& cells_;
  const std::string& currency_;
  Fields out_;
};

}  // namespace

Fields read_fields(const Cells& cells, const std::string& currency) { return Reader(cells, currency).read(); }

Thing read_thing(std::string_view text) {
  const std::string whole = trimmed(text);
  if (model::is_kebab_case(whole)) return {whole, model::title_of(whole)};
  if (const std::size_t open = whole.rfind('['); whole.ends_with(']') && open != std::string::npos && open > 0) {
    const std::string name = whole.substr(open + 1, whole.size() - open - 2);
    if (model::is_kebab_case(name)) return {name, trimmed(whole.substr(0, open))};
  }
  return {model::name_of(whole), whole};
}

std::string written_thing(const Thing& thing) {
  for (const std::string& one : {thing.name, thing.title, fmt::format("{} [{}]", thing.title, thing.name)}) {
    const Thing back = read_thing(one);
    if (back.name == thing.name && back.title == thing.title && with_achievement(one).second.empty()) return one;
  }
  return thing.name;
}

std::pair<std::string, std::string> with_achievement(const std::string& thing) {
  for (const std::string_view language : grammar::Vocabulary::languages()) {
    const auto* vocabulary = grammar::Vocabulary::of(language);
    for (const Word level : {Word::participation, Word::competence, Word::mastery})
      for (std::size_t place = 0; place < vocabulary->phrases(level).size(); ++place) {
        const std::string to = fmt::format(" {} {}", vocabulary->printed(Word::to_achievement), vocabulary->spelling(level, place));
        if (thing.ends_with(to)) return {trimmed(thing.substr(0, thing.size() - to.size())), fmt::format(" to {}", grammar::Vocabulary::of("en")->printed(level))};
      }
  }
  return {thing, ""};
}

}  // namespace rung::spreadsheet
