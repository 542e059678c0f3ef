#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>

#include "compiler/model/names.hpp"
#include "compiler/source/source.hpp"
#include "compiler/spreadsheet/catalogue.hpp"
#include "compiler/spreadsheet/cells.hpp"
#include "compiler/spreadsheet/fields.hpp"
#include "compiler/model/name_of.hpp"
#include "grammar/layout/layout.hpp"
#include "grammar/layout/translate.hpp"

namespace rung::spreadsheet {
namespace {

// What is named in cells and declared beside the credentials: institutions, competencies. The first title that is given stays.
class Declarations {
 public:
  void declare(const std::string& written) {
    Thing thing = read_thing(written);
    titles_.try_emplace(std::move(thing.name), std::move(thing.title));
  }
  std::string text(std::string_view kind) const {
    std::string out;
    for (const auto& [name, title] : titles_) out += fmt::format("{} {} {}\n", kind, name, quoted(title));
    return titles_.empty() ? out : out + '\n';
  }
  std::string only() const { return titles_.size() == 1 ? titles_.begin()->first : ""; }

 private:
  std::map<std::string, std::string> titles_;
};

struct Credential {
  const Row* row = nullptr;
  std::string name, title, type = "course", fields, prerequisites;   // the last as they stand in the cell
};

class Importer {
 public:
  Importer(const ImportOptions& options) : options_(options), framework_(options.framework) { at_.fill(absent); }

  Imported read(std::string_view bytes) {
    const Sheet sheet = read_csv(bytes);
    if (!sheet.problem.empty()) return failed("the file " + sheet.problem);
    if (sheet.rows.empty()) return failed("the file is empty; its first row names the columns: name, title, type, …");
    if (sheet.rows.front().unclosed) return failed("the first row has a quote that is never closed");
    headings(sheet.rows.front());
    if (at_[index(Column::name)] == absent && at_[index(Column::title)] == absent) return failed("the first row names neither a column name nor a column title; it has to name the columns");
    name_rows(sheet);
    for (Credential& one : credentials_) read(one);
    std::erase_if(credentials_, [](const Credential& one) { return one.row == nullptr; });
    std::string body;
    for (const Credential& one : credentials_) body += written(one);
    std::ranges::stable_sort(out_.messages, {}, &Message::row);
    out_.imported = credentials_.size();
    out_.text = laid_out(body);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);
  static std::size_t index(Column column) { return static_cast<std::size_t>(column); }

  Imported failed(std::string why) {
    out_.messages.push_back({0, {}, "", std::move(why)});
    return std::move(out_);
  }

  // They also decide the language of the framework: that of most of them.
  void headings(const Row& row) {
    std::size_t french = 0, english = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string heading = trimmed(row.cells[i]);
      headings_.push_back(heading);
      const auto found = heading_named(heading);
      const auto say = [&](std::string text) { out_.messages.push_back({row.number, i, heading, std::move(text), false}); };
      const std::string near = found ? "" : near_column(heading);
      if (!found && !heading.empty()) say(fmt::format("is no column of a catalogue, and left out{}", near.empty() ? "" : fmt::format("; did you mean {}?", near)));
      if (!found) continue;
      std::size_t& at = found->language.empty() ? at_[index(found->column)] : in_languages_.try_emplace(as_heading(*found), InLanguage{*found, absent}).first->second.at;
      if (at == absent) {
        at = i;
        french += found->spoken == "fr";
        english += found->spoken == "en";
      } else say(fmt::format("stands for {}, which column {} is already; left out", as_heading(*found), column_letters(at)));
    }
    if (french > english) language_ = "fr";
    if (const auto own = in_languages_.find(fmt::format("title {}", language_)); own != in_languages_.end() && at_[index(Column::title)] == absent) {
      at_[index(Column::title)] = own->second.at;            // "titre français" beside "titre anglais"
      in_languages_.erase(own);
    }
  }

  std::string text(const Row& row, Column column) const { return text(row, at_[index(column)]); }
  static std::string text(const Row& row, std::size_t at) {
    return at < row.cells.size() ? trimmed(plain(trimmed(row.cells[at]))) : "";
  }

  void say(const Row& row, Column column, std::string text, bool costs_the_row = true) {
    const std::size_t at = at_[index(column)];
    if (at == absent) out_.messages.push_back({row.number, {}, "", std::move(text), costs_the_row});
    else out_.messages.push_back({row.number, at, headings_[at], std::move(text), costs_the_row});
  }

  // Who states a name has it; the others get one that is free, made from their title.
  void name_rows(const Sheet& sheet) {
    std::map<std::string, std::size_t> taken;
    std::set<std::string> elsewhere;
    for (std::size_t i = 1; i < sheet.rows.size(); ++i) {
      const Row& row = sheet.rows[i];
      const std::string frame = text(row, Column::framework);
      if (!frame.empty() && frame != framework_ && !options_.framework.empty()) continue;   // not asked for
      ++out_.rows;
      if (const std::string problem = shape(row); !problem.empty()) {
        out_.messages.push_back({row.number, {}, "", problem});
        continue;
      }
      if (!frame.empty() && !model::is_kebab_case(frame)) {
        say(row, Column::framework, fmt::format("'{}' cannot be a framework's name: small letters and digits joined by hyphens", frame));
        continue;
      }
      if (framework_.empty() && !frame.empty()) framework_ = frame;
      if (!frame.empty() && frame != framework_) {
        if (elsewhere.insert(frame).second)                // once for all its rows
          say(row, Column::framework, fmt::format("is of {}, and a file has one framework, here {}; import the rows of {} apart, with --framework {}", frame, framework_, frame, frame));
        continue;
      }
      const std::string name = text(row, Column::name), title = text(row, Column::title);
      if (!name.empty() && !model::is_kebab_case(name)) {
        const std::string near = model::name_of(name);
        say(row, Column::name, fmt::format("'{}' cannot be a name: small letters and digits joined by hyphens{}", name, near.empty() ? "" : "; write " + near));
      } else if (name.empty() && model::name_of(title).empty()) {
        say(row, Column::title, title.empty() ? "the row has neither a name nor a title" : fmt::format("no name can be made from '{}'; write one in a column name", title));
      } else if (const auto [at, is_new] = name.empty() ? std::pair(taken.end(), true) : taken.try_emplace(name, row.number); !is_new) {
        say(row, Column::name, fmt::format("'{}' is the name of row {} already", name, at->second));
      } else {
        credentials_.push_back({&row, name, title.empty() ? model::title_of(name) : title, "course", "", ""});
        continue;
      }
      lost_.insert({name, title, model::name_of(title)});
    }
    if (framework_.empty()) framework_ = options_.usual_framework;
    std::map<std::string, std::size_t> next;               // so that a thousand rows of one title cost a thousand steps
    for (Credential& one : credentials_) {
      if (one.name.empty()) {
        const std::string base = model::name_of(one.title);
        std::size_t& number = next[base];
        do one.name = ++number == 1 ? base : fmt::format("{}-{}", base, number);
        while (!taken.try_emplace(one.name, one.row->number).second);
      }
      names_.insert(one.name);
      for (const std::string& other : {text(*one.row, Column::code), one.title})
        if (!other.empty()) aliases_[other].insert(one.name);
    }
  }

  std::string shape(const Row& row) const {
    if (row.unclosed) return "a quote in it is never closed";
    if (row.cells.size() > headings_.size()) {
      const auto extra = std::find_if(row.cells.begin() + static_cast<std::ptrdiff_t>(headings_.size()), row.cells.end(), [](const std::string& cell) { return !trimmed(cell).empty(); });
      if (extra != row.cells.end()) return fmt::format("it has {} cells, and the first row names {} columns; a cell with a separator in it stands in quotes", row.cells.size(), headings_.size());
    }
    for (const std::string& one : row.cells)
      if (source::first_invalid_utf8(one)) return "is not UTF-8; save the file as \"CSV UTF-8\"";
    return "";
  }

  void read(Credential& one) {
    const Row& row = *one.row;
    Cells cells;
    for (std::size_t i = 0; i < at_.size(); ++i) {
      cells.own[i] = text(row, at_[i]);
      cells.headed[i] = at_[i] != absent;
    }
    for (const auto& [_, other] : in_languages_) cells.in_languages.emplace_back(other.heading, text(row, other.at));
    Fields found = read_fields(cells, options_.currency);
    one.type = found.type;
    one.fields = std::move(found.text);
    one.prerequisites = cells[Column::prerequisites];
    if (found.problems.empty()) {
      for (const std::string& thing : found.issuers) institutions_.declare(thing);
      for (const std::string& thing : found.competencies) competencies_.declare(thing);
      for (const Problem& other : found.left_out) say(row, other.column, other.text, false);
      return;
    }
    say(row, found.problems.front().column, all_of(found.problems));
    lost_.insert({one.name, one.title, model::name_of(one.title), text(row, Column::code)});
    names_.erase(one.name);
    for (const std::string& other : {text(row, Column::code), one.title})
      if (const auto known = aliases_.find(other); known != aliases_.end()) known->second.erase(one.name);
    one.row = nullptr;
  }

  // The first, whose place is the message's, and the others each with theirs.
  std::string all_of(const std::vector<Problem>& problems) const {
    std::string out = problems.front().text;
    for (const Problem& one : std::span(problems).subspan(1)) {
      const std::size_t at = at_[index(one.column)];
      out += fmt::format("; and column {} ({}): {}", column_letters(at), headings_[at], one.text);
    }
    return out;
  }

  std::set<std::string> alias(const std::string& written) const {
    const auto found = aliases_.find(written);
    return found == aliases_.end() ? std::set<std::string>{} : found->second;
  }
  bool called(const std::string& written) const { return names_.contains(written) || aliases_.contains(written) || lost_.contains(written); }

  // Titles have commas, and so have lists of codes: those are a list of which each is a row's.
  static std::vector<std::string> parted(const std::string& written) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= written.size();) {
      const std::size_t end = std::min(written.find(',', at), written.size());
      out.push_back(trimmed(std::string_view(written).substr(at, end - at)));
      at = end + 1;
    }
    return out;
  }
  bool each_called(const std::string& written) const {
    return std::ranges::all_of(parted(written), [&](const std::string& one) { return called(one); });
  }

  std::string written(const Credential& one) {
    std::string out = fmt::format("{} {} {} {{\n{}", one.type, one.name, quoted(one.title), one.fields);
    std::vector<std::string> before;
    for (const std::string& thing : things_in(one.prerequisites)) {
      for (const std::string& wanted : called(thing) || !each_called(thing) ? std::vector{thing} : parted(thing)) {
        const std::set<std::string> names = names_.contains(wanted) ? std::set{wanted} : alias(wanted);
        if (names.empty() && lost_.contains(wanted)) continue;   // which has its message
        if (names.size() != 1) {
          say(*one.row, Column::prerequisites, fmt::format("{}; the prerequisite is left out", names.empty() ? fmt::format("no row has the name, the code or the title '{}'", wanted) : fmt::format("several rows are called '{}', so write a name", wanted)), false);
        } else if (std::ranges::find(before, *names.begin()) == before.end()) {
          before.push_back(*names.begin());
        }
      }
    }
    if (before.size() == 1) out += fmt::format("prerequisite {}\n", before.front());
    if (before.size() > 1) out += fmt::format("prerequisite all of {{ {} }}\n", fmt::join(before, ", "));
    return out + "}\n\n";
  }

  std::string laid_out(const std::string& body) {
    std::string text = "rung 1 en\n\n";
    if (!options_.origin.empty() && language_ == "fr") text += fmt::format("# {} de {}, {} par rungc. Ce qu’une feuille de calcul ne peut pas dire (règles, ententes, scénarios) reste à écrire.\n\n", out_.imported == 1 ? "Une ligne" : fmt::format("{} lignes", out_.imported), options_.origin, out_.imported == 1 ? "importée" : "importées");
    else if (!options_.origin.empty()) text += fmt::format("# {} of {}, imported by rungc. What a spreadsheet cannot say (rules, agreements, scenarios) is for you to write.\n\n", out_.imported == 1 ? "A row" : fmt::format("{} rows", out_.imported), options_.origin);
    text += fmt::format("framework {0} {1}", framework_, quoted(model::title_of(framework_)));
    const std::string publisher = institutions_.only();
    text += publisher.empty() ? "\n\n" : fmt::format(" {{\npublisher {}\n}}\n\n", publisher);
    text += institutions_.text("institution") + competencies_.text("competency") + body;
    source::Files files;
    diagnostics::Sink sink;
    const source::FileId file = files.add("", std::move(text));
    if (language_ != "en")
      if (auto other = grammar::put_into(language_, files, file, sink).text) return *std::move(other);   // none when a name would be a word there
    return grammar::lay_out(files, file, sink).text.value_or(std::string(files.text(file)));
  }

  const ImportOptions& options_;
  std::string framework_;
  std::array<std::size_t, static_cast<std::size_t>(Column::count_)> at_{};   // the place of each column, or absent
  struct InLanguage { Heading heading; std::size_t at; };
  std::map<std::string, InLanguage> in_languages_;         // "title fr"
  std::vector<std::string> headings_;
  std::string_view language_ = "en";                       // of the headings, and so of what is written
  std::vector<Credential> credentials_;
  std::set<std::string> names_;
  std::map<std::string, std::set<std::string>> aliases_;   // codes and titles, and the names of whose they are
  std::set<std::string> lost_;                             // what rows with a message are called
  Declarations institutions_, competencies_;
  Imported out_;
};

}  // namespace

bool Imported::sound() const {
  return std::ranges::none_of(messages, &Message::costs_the_row);
}

std::string place(const Message& message) {
  if (message.row == 0) return "";
  if (!message.column) return fmt::format("row {}", message.row);
  return fmt::format("row {}, column {} ({})", message.row, column_letters(*message.column), message.heading);
}

Imported import_catalogue(std::string_view bytes, const ImportOptions& options) { return Importer(options).read(bytes); }

}  // namespace rung::spreadsheet
