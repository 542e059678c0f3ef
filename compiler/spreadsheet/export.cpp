#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "compiler/model/names.hpp"
#include "compiler/model/values.hpp"
#include "compiler/spreadsheet/catalogue.hpp"
#include "compiler/spreadsheet/cells.hpp"
#include "compiler/spreadsheet/fields.hpp"
#include "compiler/model/name_of.hpp"
#include "runtime/rung/enum_names.hpp"

namespace rung::spreadsheet {
namespace {

using model::Credential;
using model::Model;

// How a name is written in a file of that framework.
std::string written(const std::string& name, const std::string& framework) {
  return name.starts_with(framework + '.') ? name.substr(framework.size() + 1) : name;
}

// The credentials of which all are asked for, by name; none when the prerequisite says more than that.
std::optional<std::vector<std::string>> plain_prerequisites(const Model& model, const Credential& credential, const std::string& framework) {
  std::vector<std::string> out;
  if (credential.prerequisite == model::none) return out;
  const std::uint32_t end = model.nodes[credential.prerequisite].end;
  for (std::uint32_t at = credential.prerequisite; at < end; ++at) {
    const model::Node& node = model.nodes[at];
    const bool all = node.choice == model::Choice::all || node.need == (node.kind == model::NodeKind::members ? node.members.size() : 0);
    const bool plain = (node.kind == model::NodeKind::group || node.kind == model::NodeKind::members) && all && node.achievement_floor == model::Achievement::unknown &&
                       node.grade_floor == table::unknown && node.oldest_months == 0 && node.after.empty() && node.asked_of == table::Asked::of_all;
    if (!plain || (node.kind == model::NodeKind::members && node.members.size() != node.written.size())) return std::nullopt;
    for (const model::Reference& one : node.written) out.push_back(written(model.credentials[one.id].name, framework));
  }
  return model.conditions_of(credential.prerequisite).empty() ? std::optional(out) : std::nullopt;
}

std::string amount(const std::optional<model::Stated<model::Amount>>& stated) { return stated ? model::decimal(stated->value) : ""; }

std::string row(const std::vector<std::string>& cells) {
  std::string out;
  for (const std::string& text : cells) out += (&text == cells.data() ? "" : ",") + cell(text);
  return out + "\r\n";
}

grammar::Word word_of(table::CredentialType type) {
  const auto* const found = std::ranges::find_if(grammar::declaring, [&](grammar::Word word) { return grammar::Vocabulary::of("en")->printed(word) == enum_name(type); });
  return found == std::end(grammar::declaring) ? grammar::Word::none : *found;
}
grammar::Word word_of(model::Achievement achievement) {
  constexpr std::array words = {grammar::Word::none, grammar::Word::participation, grammar::Word::competence, grammar::Word::mastery};
  return words[static_cast<std::size_t>(achievement)];
}

// That of most of them; English when as many are in French.
std::string_view language_of(const Model& model) {
  const auto french = std::ranges::count(model.frameworks, "fr", &model::Framework::language);
  return static_cast<std::size_t>(french) * 2 > model.frameworks.size() ? "fr" : "en";
}

std::string told(const model::Named& thing, const std::string& framework) {
  const std::string name = written(thing.name, framework);
  return thing.title.empty() || !model::is_kebab_case(name) ? name : written_thing({name, thing.title});
}
// Whether more is said of it than comes back.
bool says_more(const model::Named& thing, const std::string& framework) {
  return (!thing.title.empty() && read_thing(told(thing, framework)).title != thing.title) || !thing.titles.empty() || !thing.descriptions.empty() || !thing.notes.empty() || !thing.renamed_from.empty() ||
         !thing.id.empty() || !thing.url.empty() || !thing.code.empty();
}
bool says_more(const model::Competency& thing, const std::string& framework) {
  return says_more(static_cast<const model::Named&>(thing), framework) || thing.kind != table::CompetencyKind::unknown || thing.level != table::unknown || !thing.broader.empty() || !thing.precedes.empty() ||
         !thing.related_to.empty() || !thing.replaced_by.empty() || !thing.alignments.empty();
}
bool says_more(const Model& model, const model::Framework& thing) {
  const model::Scale* scale = thing.scale == model::none ? nullptr : &model.scales[thing.scale];
  return thing.title != model::title_of(thing.name) || !thing.version.empty() || !thing.conforms_to.empty() || !thing.titles.empty() || !thing.descriptions.empty() || !thing.notes.empty() ||
         (scale != nullptr && !scale->percent) || model.units[thing.credit_unit].hours != table::unknown;
}
bool says_more(const model::Institution& thing) { return says_more(thing, thing.name) || !thing.type.empty() || !thing.country.empty() || !thing.region.empty(); }

class Exporter {
 public:
  Exporter(const Model& model, std::string_view language) : model_(model), language_(language.empty() ? language_of(model) : language), vocabulary_(*grammar::Vocabulary::of(language_)) {}

  Exported write() {
    std::set<std::string> titles, descriptions;
    for (const Credential& credential : model_.credentials) {
      for (const auto& [language, text] : credential.titles) titles.insert(language);
      for (const auto& [language, text] : credential.descriptions) descriptions.insert(language);
    }
    std::vector<std::string> headings;
    for (std::size_t i = 0; i < static_cast<std::size_t>(Column::count_); ++i) headings.emplace_back(column_name(static_cast<Column>(i), language_));
    for (const auto& [column, languages] : {std::pair(Column::title, titles), std::pair(Column::description, descriptions)})
      for (const std::string& language : languages) {
        const Heading heading{column, language};
        if (language.empty()) continue;
        if (heading_named(as_heading(heading, language_)) == heading) in_languages_.push_back(heading);
        else out_.left_out.push_back(fmt::format("{}s in the language '{}', which is no language's code", column_name(column), language));
      }
    for (const Heading& heading : in_languages_) headings.push_back(as_heading(heading, language_));
    out_.text = row(headings);
    for (const Credential& credential : model_.credentials)
      if (!credential.block && !credential.broken) out_.text += row(cells_of(credential));
    rest();
    return std::move(out_);
  }

 private:
  std::string_view printed(grammar::Word word) const { return word == grammar::Word::none ? "" : vocabulary_.printed(word); }

  std::vector<std::string> cells_of(const Credential& credential) {
    const std::string& framework = model_.frameworks[credential.framework].name;
    std::vector<std::string> cells(static_cast<std::size_t>(Column::count_) + in_languages_.size());
    const auto at = [&](Column column) -> std::string& { return cells[static_cast<std::size_t>(column)]; };
    const auto list = [&](Column column, const std::vector<std::string>& things) {
      at(column) = cell_of(things);
      if (things_in(at(column)) != things) not_held(credential, column);
    };
    const auto words = [&](Column column, const std::vector<grammar::Word>& said) {
      std::vector<std::string> things;
      for (const grammar::Word word : said) things.emplace_back(printed(word));
      list(column, things);
    };
    // What somebody is called who would be taken for nobody is not written.
    const auto or_none = [&](Column column, bool none, const std::vector<std::string>& things) {
      std::vector<std::string> said;
      if (none) said.emplace_back(printed(grammar::Word::none_));
      for (const std::string& thing : things)
        if (says_none(thing)) not_held(credential, column);
        else said.push_back(thing);
      list(column, said);
    };
    const auto date = [&](Column column, const std::optional<model::Stated<model::Day>>& day) {
      if (day) at(column) = model::written_date(day->value);
    };

    at(Column::framework) = framework;
    at(Column::name) = written(credential.name, framework);
    at(Column::title) = credential.title;
    at(Column::type) = printed(word_of(credential.type));
    at(Column::finer_type) = credential.subtype;
    std::vector<std::string> things;
    for (const model::Reference& issuer : credential.issuers) things.push_back(told(model_.institutions[issuer.id], framework));
    list(Column::issuer, things);
    at(Column::credits) = amount(credential.credits);
    if (credential.credits && model_.units[credential.credit_unit].name != "credits") at(Column::credits) += " " + model_.units[credential.credit_unit].name;
    at(Column::hours) = amount(credential.hours);
    at(Column::weeks) = amount(credential.weeks);
    at(Column::level) = amount(credential.level);
    at(Column::fee) = amount(credential.fee);
    at(Column::currency) = credential.currency;
    list(Column::develops, developed(credential, framework));
    if (const auto before = plain_prerequisites(model_, credential, framework)) list(Column::prerequisites, *before);
    else out_.left_out.push_back(fmt::format("the prerequisite of {} is more than a list of credentials", credential.name));
    list(Column::tags, credential.tags);
    list(Column::subjects, credential.subjects);
    list(Column::assessed_by, credential.assessed_by);
    if (credential.pass_mark != table::unknown) at(Column::pass_mark) = model::decimal(credential.pass_mark) + "%";
    at(Column::awarded_for) = printed(word_of(credential.awarded_for));
    at(Column::delivery) = printed(credential.delivery);
    at(Column::pace) = printed(credential.pace);
    at(Column::learning) = printed(credential.learning);
    words(Column::form, credential.form);
    words(Column::purpose, credential.purpose);
    words(Column::audience, credential.audience);
    date(Column::offered_from, credential.offered_from);
    date(Column::offered_to, credential.offered_to);
    if (const std::uint32_t months = credential.valid_months; months > 0) at(Column::valid_for) = months % 12 == 0 ? fmt::format("{} {}", months / 12, printed(grammar::Word::years)) : fmt::format("{} {}", months, printed(grammar::Word::months));
    date(Column::review_by, credential.review_by);
    or_none(Column::consulted, credential.nobody_consulted, consulted(credential));
    or_none(Column::accredited_by, credential.not_accredited, credential.accredited_by);
    or_none(Column::meets_standard, credential.no_standard, credential.meets_standard);
    list(Column::entitles_to, credential.entitles_to);
    at(Column::code) = credential.code;
    at(Column::id) = credential.id;
    at(Column::url) = credential.url;
    things.clear();
    for (const auto& name : credential.renamed_from) things.push_back(name.value);
    list(Column::renamed_from, things);
    list(Column::notes, credential.notes);
    at(Column::description) = in_language(credential.descriptions, "");
    for (std::size_t i = 0; i < in_languages_.size(); ++i)
      cells[static_cast<std::size_t>(Column::count_) + i] = in_language(in_languages_[i].column == Column::title ? credential.titles : credential.descriptions, in_languages_[i].language);
    return cells;
  }

  std::vector<std::string> developed(const Credential& credential, const std::string& framework) const {
    const model::Achievement usual = credential.awarded_for == model::Achievement::unknown ? model::Achievement::competence : credential.awarded_for;
    std::vector<std::string> out;
    for (const model::Developed& one : credential.develops) {
      out.push_back(told(model_.competencies[one.competency], framework));
      if (one.to != usual) out.back() += fmt::format(" {} {}", printed(grammar::Word::to_achievement), printed(word_of(one.to)));
    }
    return out;
  }

  std::vector<std::string> consulted(const Credential& credential) {
    std::vector<std::string> out;
    for (const model::Consultation& one : credential.consulted) {
      const std::string on = one.on ? model::written_date(*one.on) : "";
      const std::string thing = one.who + (on.empty() ? "" : fmt::format(" {} {}", printed(grammar::Word::on), on));
      const Consulted back = read_consulted(thing);
      if (back.who == one.who && back.on == on && back.problem.empty()) out.push_back(thing);
      else not_held(credential, Column::consulted);
    }
    return out;
  }

  static std::string in_language(const std::vector<std::pair<std::string, std::string>>& all, const std::string& language) {
    const auto found = std::ranges::find(all, language, &std::pair<std::string, std::string>::first);
    return found == all.end() ? "" : found->second;
  }

  void not_held(const Credential& credential, Column column) {
    const std::string said = fmt::format("something in {} of {}, which a cell would not give back", column_name(column, language_), credential.name);
    if (out_.left_out.empty() || out_.left_out.back() != said) out_.left_out.push_back(said);
  }

  // What there is no column for, a sentence each.
  void rest() {
    const auto say = [&](std::size_t many, std::string_view one, std::string_view several) {
      if (many > 0) out_.left_out.push_back(many == 1 ? std::string(one) : fmt::format(fmt::runtime(several), many));
    };
    const auto count = [](const auto& things, auto asked) { return static_cast<std::size_t>(std::ranges::count_if(things, asked)); };
    const auto credentials = [&](auto asked) { return count(model_.credentials, asked); };
    say(credentials([](const Credential& one) { return one.rule != model::none; }), "the rule of an award", "the rules of {} awards");
    say(credentials([](const Credential& one) { return one.stacks_none || !one.stacks_into.empty(); }), "what a credential says of where it stacks", "what {} credentials say of where they stack");
    say(credentials([](const Credential& one) { return !one.withheld_from.empty() || !one.surrenders.empty(); }), "a credential's bars and surrenders", "bars and surrenders of {} credentials");
    say(credentials([](const Credential& one) { return one.most_awards.has_value(); }), "towards how many awards a credential counts", "towards how many awards {} credentials count");
    say(count(model_.frameworks, [&](const model::Framework& one) { return says_more(model_, one); }), "what the framework says of itself", "what {} frameworks say of themselves");
    say(count(model_.competencies, [&](const model::Competency& one) { return says_more(one, model_.frameworks[one.framework].name); }),
        "what a competency says besides its title", "what {} competencies say besides their titles");
    std::vector<bool> is_developed(model_.competencies.size());
    for (const Credential& one : model_.credentials)
      for (const model::Developed& what : one.develops) is_developed[what.competency] = true;
    say(static_cast<std::size_t>(std::ranges::count(is_developed, false)), "a competency that no credential develops", "{} competencies that no credential develops");
    say(count(model_.institutions, [](const model::Institution& one) { return says_more(one); }), "what an institution says besides its title", "what {} institutions say besides their titles");
    say(model_.gates.size(), "a gate", "{} gates");
    say(model_.agreements.size(), "an agreement", "{} agreements");
    say(model_.scenarios.size(), "a scenario", "{} scenarios");
  }

  const Model& model_;
  std::string_view language_;
  const grammar::Vocabulary& vocabulary_;
  std::vector<Heading> in_languages_;
  Exported out_;
};

}  // namespace

Exported export_catalogue(const Model& model, std::string_view language) { return Exporter(model, language).write(); }

}  // namespace rung::spreadsheet
