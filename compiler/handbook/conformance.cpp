// Conformance: everything that policies speak of against every policy, and then each with what is not met. A policy's title and sources are its own, and in English where it is built in.
#include "compiler/handbook/edition.hpp"
#include "compiler/model/values.hpp"
#include "compiler/policy/report.hpp"
#include "compiler/policy/telling.hpp"

namespace rung::handbook {
namespace {

using policy::SubjectKind;

class Conformance {
 public:
  Conformance(const Edition& edition, std::string from) : edition_(edition), matrix_(edition.subject.matrix), words_(edition.words), telling_(edition.subject.files, edition.language), from_(std::move(from)) {}

  Markup overview() const {
    std::vector<Markup> heads{text(words_.credential)};
    for (const policy::Policy* one : matrix_.policies) heads.push_back(edition_.link(from_, from_, text(one->name), anchor(*one)));
    std::vector<std::vector<Markup>> rows;
    for (const policy::Row& row : matrix_.rows) {
      std::vector<Markup> cells{edition_.link(from_, from_, title(row.subject), anchor(row.subject))};
      for (const policy::Cell& cell : row.cells) cells.push_back(cell.applies ? edition_.verdict(cell.conformity.answer) : element("span", {{"class", "unstated"}}, text(words_.not_asked)));
      rows.push_back(std::move(cells));
    }
    return table_of(std::string(words_.conformance), heads, rows);
  }

  Section of(std::size_t row) const {
    const policy::Row& one = matrix_.rows[row];
    std::vector<std::vector<Markup>> rows;
    for (std::size_t column = 0; column < matrix_.policies.size(); ++column)
      if (const policy::Cell& cell = one.cells[column]; cell.applies)
        rows.push_back({edition_.link(from_, from_, text(matrix_.policies[column]->name), anchor(*matrix_.policies[column])), edition_.verdict(cell.conformity.answer), reasons(cell.conformity)});
    Markup content;
    if (one.subject.kind == SubjectKind::credential)
      content += element("p", {}, edition_.link(from_, edition_.path_of(one.subject.id), sentence(words_.matter, {text(words_.about_it), title(one.subject)}))) + "\n"_html;
    content += table_of(policy::named(edition_.model, one.subject).name, {text(words_.policy), text(words_.result), text(words_.reasons)}, rows);
    std::vector<Markup> against;
    for (const policy::Contradiction& each : matrix_.contradictions)
      if (each.row == row) against.push_back(contradiction(each));
    if (!against.empty()) content += element("h3", {}, text(words_.contradictions)) + "\n"_html + list(against);
    return {anchor(one.subject), title(one.subject), content};
  }

  Section policies() const {
    Markup terms;
    for (const policy::Policy* one : matrix_.policies) {
      terms += element("dt", {{"id", anchor(*one)}}, text(one->name));
      terms += element("dd", {}, words_of(*one, one->title));
      for (const policy::Source& source : one->sources) terms += element("dd", {{"class", "note"}}, sentence(words_.source, {words_of(*one, cited(source))}));
      terms += "\n"_html;
    }
    const Markup said = words_.policies_speak_english.empty() ? Markup() : element("p", {}, text(words_.policies_speak_english)) + "\n"_html;
  return {"__policies", text(words_.policies), said + element("dl", {{"class", "ways"}}, "\n"_html + terms) + "\n"_html};
  }

 private:
  static std::string anchor(const policy::Policy& one) { return "__policy-" + id_of(one.name); }
  std::string anchor(policy::Subject subject) const {
    const std::string id = id_of(policy::named(edition_.model, subject).name);
    return subject.kind == SubjectKind::credential ? id : (subject.kind == SubjectKind::framework ? "__framework-" : "__agreement-") + id;
  }

  Markup title(policy::Subject subject) const { return edition_.title(policy::section_of(subject.kind), subject.id); }

  Markup words_of(const policy::Policy& one, std::string_view said) const { return one.built_in ? edition_.in_english(said) : text(said); }

  static std::string cited(const policy::Source& source) { return source.retrieved ? source.text + ", " + rung::model::written_date(*source.retrieved) : source.text; }

  // A rule as written: of a policy of one's own in the words of its file.
  Markup written(const policy::Policy& one, const policy::Rule& rule) const { return text(telling_.written(one, rule)); }

  Markup reasons(const policy::Conformity& found) const {
    if (found.findings.empty()) return text(words_.says_nothing);
    std::vector<Markup> items;
    for (const policy::Finding& one : found.findings)
      if (one.is_reported()) items.push_back(sentence(words_.rule_and_finding, {written(*one.held.policy, *one.held.rule), text(telling_.evidence(one.held, one.evidence))}) + help(one));
    return items.empty() ? text(words_.nothing_against) : list(items);
  }

  Markup help(const policy::Finding& found) const {
    std::string help;
    for (const std::string& one : telling_.helps(found)) help += (help.empty() ? "" : std::string(edition_.in.locale.semicolon) + " ") + one;
    return help.empty() ? Markup() : " "_html + element("span", {{"class", "note"}}, sentence(words_.help, {text(help)}));
  }

  Markup contradiction(const policy::Contradiction& one) const {
    std::vector<Markup> stands;
    for (const policy::Stand& stand : one.stands) {
      const Word pattern = stand.allows ? words_.allows : stand.held.rule->modal == policy::Modal::must ? words_.refuses : words_.advises_against;
      stands.push_back(sentence(pattern, {text(stand.policy->name), written(*stand.held.policy, *stand.held.rule)}));
    }
    return text(telling_.matter(one.matter)) + "\n"_html + list(stands);
  }

  const Edition& edition_;
  const policy::Matrix& matrix_;
  const Words& words_;
  policy::Telling telling_;
  std::string from_;
};

}  // namespace

Page conformance_page(const Edition& edition) {
  const Words& words = edition.words;
  const policy::Matrix& matrix = edition.subject.matrix;
  Page out{"conformance.html", std::string(words.conformance), text(words.conformance), {}};
  const Conformance told(edition, edition.path(out.page));
  if (!edition.subject.conforms_by_claim) {
    out.content = element("p", {}, text(words.names_no_policy)) + "\n"_html;
    return out;
  }
  out.content = element("p", {}, text(words.about_conformance) + " "_html + text(words.rests_on)) + "\n"_html;
  for (const policy::Policy* one : matrix.not_in_force) out.content += element("p", {}, sentence(words.out_of_force, {text(one->name), text(policy::Telling(edition.subject.files, edition.language).in_force(*one))})) + "\n"_html;
  if (matrix.rows.empty() || matrix.policies.empty()) {
    out.content += element("p", {}, text(words.no_policies)) + "\n"_html;
    return out;
  }
  std::vector<Section> all;
  for (std::size_t row = 0; row < matrix.rows.size(); ++row) all.push_back(told.of(row));
  all.push_back(told.policies());
  out.content += told.overview() + sections(edition, all);
  return out;
}

}  // namespace rung::handbook
