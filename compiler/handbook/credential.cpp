// The page of a credential: what it is made of, what it needs, what it counts towards, how it stacks, who recognises it, what it is worth, what became of it, and its quality label.
#include "compiler/handbook/edition.hpp"
#include "runtime/label/label.hpp"

namespace rung::handbook {
namespace {

Markup paragraph(const Markup& content) { return element("p", {}, content) + "\n"_html; }

class CredentialPage {
 public:
  CredentialPage(const Edition& edition, std::uint32_t id)
      : edition_(edition), in_(edition.in), words_(edition.words), table_(edition.table), id_(id), one_(edition.table.credentials()[id]), named_(edition.model.credentials[id]), from_(edition.path_of(id)) {}

  Page make(const Drawing& drawing, const value::Judge& judge) const {
    Page out{from_.substr(edition_.language.size() + 1), title_of(in_, id_), edition_.credential_title(id_), {}};
    Markup what = edition_.type(id_);
    if (const Markup issuers = edition_.issuers(from_, id_); !issuers.empty()) what += " · "_html + text(edition_.label.issued_by) + " "_html + issuers;
    out.content = element("p", {{"class", "what"}}, what + " · "_html + element("code", {}, text(table_.text(one_.name)))) + "\n"_html + description(edition_, named_);
    std::vector<Section> all{{"learnt", text(words_.learnt), learnt()},
                             {"rule", text(words_.rule), rule()},
                             {"needs", text(words_.needs), needs()},
                             {"counts-towards", text(words_.counts_towards), counts_towards()},
                             {"drawing", text(words_.drawing), drawing.shown},
                             {"agreements", text(words_.recognition), recognitions()},
                             {"quality-label", text(words_.quality), quality_label(edition_, id_)},
                             {"standing", text(words_.more), standing(judge)},
                             {"history", text(words_.history), history()}};
    std::erase_if(all, [](const Section& one) { return one.content.empty(); });
    out.content += sections(edition_, all);
    return out;
  }

 private:
  Markup learnt() const {
    std::vector<Markup> items;
    for (const table::Developed& one : table_.developed(one_.develops))
      items.push_back(sentence(in_.words.in_brackets, {edition_.competency(from_, one.competency), text(in_.words.achievements[static_cast<std::size_t>(one.to)])}));
    return list(items);
  }

  Markup rule() const {
    if (one_.rule == table::none) return paragraph(text(in_.words.no_rule)) + limits();
    const auto versions = table_.versions(one_.versions);
    if (versions.empty()) return rule_in_words(edition_, from_, one_.rule) + titles_by(one_.rule) + limits();
    Markup out = paragraph(text(one_.when_entered != 0 ? words_.by_day_of_entry : words_.by_day_of_question));
    for (std::size_t i = versions.size(); i-- > 0;) {   // the newest first
      out += element("h3", {{"id", "rule-" + std::to_string(i + 1)}}, text(when(versions[i]))) + "\n"_html;
      out += rule_in_words(edition_, from_, versions[i].root) + titles_by(versions[i].root);
    }
    return out + limits();
  }

  std::string when(const table::Version& version) const {
    const bool begins = version.first != table::no_date, ends = version.last != table::no_date;
    const Word pattern = begins && ends ? in_.words.rule_from_to : begins ? in_.words.rule_from : ends ? in_.words.rule_to : in_.words.rule_always;
    return filled(pattern, {begins ? day_of(in_, version.first) : std::string(), ends ? day_of(in_, version.last) : std::string()});
  }

  // What the award is called when more is true of what is counted.
  Markup titles_by(std::uint32_t root) const {
    Markup out;
    for (const table::Title& one : table_.titles(one_.titles)) {
      if (one.root != root) continue;
      std::vector<std::string> conditions;
      for (const table::Condition& condition : table_.conditions(one.conditions)) conditions.push_back(said_of(in_, condition, condition.amount));
      out += paragraph(sentence(words_.titled_when, {element("bdi", {}, text(table_.text(one.title))), text(rung::joined(conditions))}));
    }
    return out;
  }

  // What it takes away, from whom it is withheld, and to how many awards it counts.
  Markup limits() const {
    Markup out;
    if (one_.withheld_from.count > 0) out += paragraph(sentence(in_.words.withheld_by, {edition_.credentials(from_, table_.list(one_.withheld_from))}));
    if (one_.surrenders.count > 0) out += paragraph(sentence(words_.surrenders, {edition_.credentials(from_, table_.list(one_.surrenders))}));
    if (one_.most_awards > 0) out += paragraph(sentence(words_.most_awards, {text(std::to_string(one_.most_awards))}));
    return out;
  }

  Markup needs() const { return one_.prerequisite == table::none ? paragraph(text(words_.needs_nothing)) : rule_in_words(edition_, from_, one_.prerequisite); }

  Markup counts_towards() const {
    std::vector<std::vector<Markup>> rows;
    bool by_agreement = false;
    const std::vector<Lead> leads = leads_to(table_, std::span(&id_, 1));
    for (const Lead& lead : leads) by_agreement = by_agreement || lead.recognition != table::none;
    for (const Lead& lead : leads) {
      rows.push_back({edition_.credential(from_, lead.credential), text(table_.part_of(lead.node)), text(lead.steps == 1 ? std::string(words_.directly) : so_many(in_, lead.steps, in_.words.step))});
      if (by_agreement) rows.back().push_back(lead.recognition == table::none ? Markup() : edition_.agreement(from_, table_.recognitions()[lead.recognition].agreement));
    }
    std::vector<Markup> heads{text(words_.credential), text(words_.part), text(words_.away)};
    if (by_agreement) heads.push_back(text(words_.under));
    return rows.empty() ? paragraph(text(words_.counts_for_nothing)) : table_of(std::string(words_.counts_towards), heads, rows);
  }

  Markup recognitions() const {
    std::vector<std::vector<Markup>> rows;
    for (const table::Range which : {one_.recognised_in, one_.given_by})
      for (const std::uint32_t one : table_.list(which)) rows.push_back({edition_.agreement(from_, table_.recognitions()[one].agreement), recognition(edition_, from_, one)});
    return rows.empty() ? paragraph(text(words_.no_recognition)) : table_of(std::string(words_.recognition), {text(words_.agreement), text(words_.says)}, rows);
  }

  // What other pages find of it.
  Markup standing(const value::Judge& judge) const {
    Markup out = remarks(edition_, named_);
    const std::string anchor = id_of(named_.name);
    if (one_.type == table::CredentialType::microcredential)
      out += paragraph(sentence(words_.worth, {edition_.verdict(judge.whole(id_))}) + " "_html +
                       edition_.link(from_, edition_.path("value.html"), sentence(words_.matter, {text(words_.worth_results), edition_.credential_title(id_)}), anchor));
    for (const policy::Row& row : edition_.subject.matrix.rows)
      if (row.subject.kind == policy::SubjectKind::credential && row.subject.id == id_ && !edition_.subject.matrix.policies.empty())
        out += paragraph(edition_.link(from_, edition_.path("conformance.html"), sentence(words_.matter, {text(words_.conforms_results), edition_.credential_title(id_)}), anchor));
    return out;
  }

  Markup history() const {
    Markup out;
    for (const auto& before : named_.renamed_from) out += paragraph(sentence(words_.named_before, {element("code", {}, text(before.value))}));
    const auto versions = table_.versions(one_.versions);
    std::vector<std::vector<Markup>> rows;
    for (std::size_t i = versions.size(); i-- > 0;) {
      const table::Version& one = versions[i];
      rows.push_back({edition_.link(from_, from_, text(one.first == table::no_date ? std::string(words_.version_since_ever) : day_of(in_, one.first)), "rule-" + std::to_string(i + 1)),
                      text(one.last == table::no_date ? std::string(words_.version_open) : day_of(in_, one.last))});
    }
    out += table_of(std::string(words_.history), {text(words_.from_day), text(words_.until_day)}, rows);
    return out.empty() ? paragraph(text(words_.no_history)) : out;
  }

  const Edition& edition_;
  const Telling& in_;
  const Words& words_;
  const Table& table_;
  std::uint32_t id_;
  const table::Credential& one_;
  const model::Credential& named_;
  std::string from_;
};

}  // namespace

Page credential_page(const Edition& edition, std::uint32_t credential, const Drawing& drawing, const value::Judge& judge) { return CredentialPage(edition, credential).make(drawing, judge); }

}  // namespace rung::handbook
