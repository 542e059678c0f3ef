// A handbook in one language: how its pages call things, and link to them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/handbook/handbook.hpp"
#include "compiler/handbook/markup.hpp"
#include "compiler/handbook/words.hpp"
#include "compiler/value/value.hpp"
#include "runtime/label/words.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung::handbook {

struct Edition {
  Edition(const Subject& of, const std::vector<std::string>& all_languages, std::string_view its_language);

  const Subject& subject;
  const model::Model& model;
  const Table& table;
  Telling in;
  const Words& words;
  const label::Words& label;
  std::string language;
  const std::vector<std::string>& languages;   // of the whole handbook

  // From the root of the handbook: "en/types.html".
  std::string path(std::string_view page) const { return language + "/" + std::string(page); }
  std::string path_of(std::uint32_t credential) const;

  // A title, with its language where that is not the page's.
  Markup title(table::SectionKind kind, std::uint32_t id) const;
  Markup credential_title(std::uint32_t id) const;
  Markup type(std::uint32_t credential) const;
  // What a policy that is built in says for itself, which is in English.
  Markup in_english(std::string_view said) const;
  Markup verdict(value::Answer answer) const;

  // Links from the page at `from`. Credit that an agreement gives without a course has no page, and is its title alone.
  Markup link(const std::string& from, const std::string& to, const Markup& named, std::string_view anchor = "") const;
  Markup credential(const std::string& from, std::uint32_t id) const;
  Markup credentials(const std::string& from, std::span<const std::uint32_t> ids) const;   // with commas
  Markup competency(const std::string& from, std::uint32_t id) const;
  Markup institution(const std::string& from, std::uint32_t id) const;
  Markup agreement(const std::string& from, std::uint32_t id) const;      // "Articulation (guaranteed)"
  Markup issuers(const std::string& from, std::uint32_t credential) const;

  // The credentials that have a page.
  std::vector<std::uint32_t> shown() const;
  std::vector<std::uint32_t> published() const;   // frameworks
  std::string title_text() const;          // of these
};

// What is under an anchor of a page, with its heading.
struct Section {
  std::string id;
  Markup heading, content;
};
// Sections with headings of the second rank, after a list of links to them when there are several.
Markup sections(const Edition& edition, const std::vector<Section>& all);

// A page: what stands around it, and its content under a heading of the first rank. `title`: as words; `page`: "types.html", by which the menu knows where one is.
struct Page {
  std::string page;
  std::string title;
  Markup heading, content;
};
std::string framed(const Edition& edition, const Page& page);
// The page by which one enters: a language to choose.
std::string front_page(const Subject& subject, const std::vector<std::string>& languages);
std::string_view style();

// In a frame that scrolls when the window is too narrow, which the keyboard reaches; nothing for no rows. `caption` says what is in it, to those who do not see the heading above it.
Markup table_of(const std::string& caption, const std::vector<Markup>& heads, const std::vector<std::vector<Markup>>& rows);

// Credentials as rows: title, type, who issues it, level, credits.
Markup table_of_credentials(const Edition& edition, const std::string& from, const std::string& caption, std::span<const std::uint32_t> ids);

// ---- what is told of one credential --------------------------------------------------------------------------------------------
// A rule or prerequisites as a list of what they ask for, with links; of a rule its conditions too.
Markup rule_in_words(const Edition& edition, const std::string& from, std::uint32_t root);
Markup quality_label(const Edition& edition, std::uint32_t credential);
// One line of an agreement as a sentence.
Markup recognition(const Edition& edition, const std::string& from, std::uint32_t id);
// A drawing that lies in the handbook, with the same in words. `about`: none: everything.
struct Drawing {
  std::string file;                        // empty: there is nothing to draw, or too much
  std::string svg;
  Markup shown;                            // for the page
};
Drawing drawing(const Edition& edition, const std::string& from, std::uint32_t about, std::string& problem);
// What an author describes it with: description, source, notes.
Markup description(const Edition& edition, const model::Named& named);
Markup remarks(const Edition& edition, const model::Named& named);

// ---- the pages, a file each ----------------------------------------------------------------------------------------------------
Page home_page(const Edition& edition);
Page types_page(const Edition& edition);
Page levels_page(const Edition& edition);
Page institutions_page(const Edition& edition);
Page competencies_page(const Edition& edition);
Page agreements_page(const Edition& edition);
Page structure_page(const Edition& edition, const Drawing& drawing);
Page value_page(const Edition& edition, const value::Judge& judge);
Page conformance_page(const Edition& edition);
Page credential_page(const Edition& edition, std::uint32_t credential, const Drawing& drawing, const value::Judge& judge);

}  // namespace rung::handbook
