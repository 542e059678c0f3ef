// The language in French: its words, what the compiler says, and one language put into the other.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "compiler/compile.hpp"
#include "compiler/diagnostics/pages.hpp"
#include "compiler/diagnostics/saying.hpp"
#include "compiler/emit/make_image.hpp"
#include "compiler/parts/scan.hpp"
#include "grammar/layout/translate.hpp"
#include "grammar/parser.hpp"

namespace {

using namespace rung;
using namespace std::string_literals;

struct Listed {
  std::string id;
  std::vector<std::string> spellings;
};

std::vector<Listed> listed(const std::string& language) {
  static const std::map<std::string, std::vector<std::pair<const char*, const char*>>> tables = {{"en",
                                                                                                  {
#define WORD(id, spelling) {#id, spelling},
#include "grammar/words/en.def"
#undef WORD
                                                                                                  }},
                                                                                                 {"fr",
                                                                                                  {
#define WORD(id, spelling) {#id, spelling},
#include "grammar/words/fr.def"
#undef WORD
                                                                                                  }}};
  std::vector<Listed> out;
  for (const auto& [id, spellings] : tables.at(language)) {
    out.push_back({id, {}});
    std::stringstream rest(spellings);
    for (std::string one; std::getline(rest, one, '|');) out.back().spellings.push_back(one);
  }
  return out;
}

// Words that are spelt alike, and never stand in one place.
const std::set<std::set<std::string>> alike = {
    {"of", "from"},                                         // dispensé de … de …; de … à …
    {"from", "of", "so_many_of", "share_of_all", "out_of"}, // 2 parmi, 6 crédits parmi; 25% des
    {"so_many_of", "out_of", "among"},
    {"to", "at"},                                           // de … à …; à 70%
    {"to_achievement", "at_level"},                         // au niveau maîtrise; 12 crédits non spécifiés au niveau 4
    {"by", "per"},
    {"into", "in_"},
    {"institution", "institutions"},
    {"subject", "subjects"},
    {"competency", "competence"},                           // une compétence; décerné pour compétence
    {"awarded", "awarded_for"},
    {"course", "counted_credentials"},                      // cours x; 3 cours
};
bool may_be_alike(const std::string& a, const std::string& b) {
  for (const auto& words : alike)
    if (words.contains(a) && words.contains(b)) return true;
  return false;
}

TEST(FrenchWords, NoTwoAreSpeltAlikeWhereBothCouldStand) {
  std::map<std::string, std::string> seen;
  for (const Listed& word : listed("fr")) {
    for (const std::string& spelling : word.spellings) {
      const auto [earlier, fresh] = seen.try_emplace(spelling, word.id);
      EXPECT_TRUE(fresh || earlier->second == word.id || may_be_alike(earlier->second, word.id)) << spelling << ": " << earlier->second << ", " << word.id;
    }
  }
}

TEST(FrenchWords, AreFourAtTheMostAndEachItsOwn) {
  for (const Listed& word : listed("fr")) {
    EXPECT_FALSE(word.spellings.empty()) << word.id;
    for (const std::string& spelling : word.spellings) EXPECT_LE(std::count(spelling.begin(), spelling.end(), ' '), 3) << spelling;
    EXPECT_EQ(std::set<std::string>(word.spellings.begin(), word.spellings.end()).size(), word.spellings.size()) << word.id;
  }
}

// Who puts a framework into French and back gets it back: `1 credit` is not `1 credits`.
TEST(FrenchWords, HaveASpellingForEachEnglishOne) {
  const auto english = listed("en"), french = listed("fr");
  ASSERT_EQ(english.size(), french.size());
  for (std::size_t i = 0; i < english.size(); ++i)
    EXPECT_TRUE(french[i].spellings.size() >= english[i].spellings.size() || english[i].id == "months") << english[i].id;   // of which a number decides
}

std::string_view printed(const std::string& language, grammar::Word word) { return grammar::Vocabulary::of(language)->printed(word); }

TEST(FrenchWords, AreLexedWithTheirAccentsAndApostrophes) {
  diagnostics::Sink sink;
  source::Files files;
  const auto file = files.add("f.rung", "rung 1 fr\ncadre elm { version 1 }\ncours a { crédits 3 }\ncertificat b {\n  exige tous parmi { a }\n  en vigueur à l'admission\n}\ncertificat c {\n  exige tous parmi { a }\n  en vigueur à l’admission\n}\n");
  const grammar::Tree tree = grammar::parse(files, file, sink);
  EXPECT_TRUE(sink.empty()) << diagnostics::as_text(files, sink.sorted(), false);
  EXPECT_EQ(tree.language, "fr");
  EXPECT_EQ(printed("fr", grammar::Word::all_of), "tous parmi");
}

TEST(FrenchWords, AreListedInTheDocumentsAsTheyAre) {
  std::ifstream file(RUNG_SOURCE_DIR "/docs/language.md", std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  std::string table = "| English | français |\n| --- | --- |\n";
  const auto english = listed("en"), french = listed("fr");
  const auto cell = [](const std::vector<std::string>& spellings) {
    std::string out;
    for (const std::string& one : spellings) out += (out.empty() ? "`" : ", `") + one + "`";
    return out;
  };
  for (std::size_t i = 0; i < english.size(); ++i) table += "| " + cell(english[i].spellings) + " | " + cell(french[i].spellings) + " |\n";
  EXPECT_NE(text.str().find(table), std::string::npos) << "docs/language.md should have:\n" << table;
}

// ---- one language put into the other -----------------------------------------------------------------------------------------------

std::string put_into(const char* language, const std::string& text) {
  source::Files files;
  diagnostics::Sink sink;
  const auto laid_out = grammar::put_into(language, files, files.add("f.rung", text), sink);
  return laid_out.text.value_or(laid_out.faithful ? "a mistake" : "unfaithful");
}

const std::string in_english =
    "rung 1 en\n\nframework elm \"Elm\" { version 2026-09 }\n\ncompetency saws \"Saws\"\n\n# what it is for\ncourse a \"A\" {\n  credits   1 # one\n  issued by oak\n}\n\n"
    "institution oak \"Oak\"\n\ncertificate b \"B: credits, hours\" {\n  develops saws to mastery\n  requires at least 1 credit from { a }\n}\n";

TEST(PutInto, ChangesWordsAndNothingElse) {
  EXPECT_EQ(put_into("fr", in_english),
            "rung 1 fr\n\ncadre elm \"Elm\" { version 2026-09 }\n\ncompétence saws \"Saws\"\n\n# what it is for\ncours a \"A\" {\n  crédits     1  # one\n  délivré par oak\n}\n\n"
            "établissement oak \"Oak\"\n\ncertificat b \"B: credits, hours\" {\n  développe saws au niveau maîtrise\n  exige     au moins 1 crédit parmi { a }\n}\n");
  EXPECT_EQ(put_into("en", put_into("fr", in_english)), put_into("en", in_english));
}

TEST(PutInto, SaysTheLanguageWhereNoneWasSaid) { EXPECT_EQ(put_into("fr", "rung 1\n\nframework elm { version 1 }\n"), "rung 1 fr\n\ncadre elm { version 1 }\n"); }

TEST(PutInto, LeavesAFileWithAMistakeAlone) { EXPECT_EQ(put_into("fr", "rung 1 en\nframework elm { versoin 1 }\n"), "a mistake"); }

// `niveau` is a name in English, and would be a word in French.
TEST(PutInto, LeavesAFileAloneOfWhichANameWouldBeAWord) {
  EXPECT_EQ(put_into("fr", "rung 1 en\nframework elm { version 1 }\ncourse niveau { credits 3 }\ncertificate b { requires niveau }\n"), "unfaithful");
}

TEST(PutInto, LosesNoCommentWithinAPhrase) {
  const std::string french = put_into("fr", "rung 1 en\nframework elm { version 1 }\ncourse a {\n  issued # by whom\n by oak\n}\n");
  EXPECT_NE(french.find("délivré par  # by whom\n"), std::string::npos) << french;
}

std::string table_of(const std::string& text) {
  const Compiled compiled = compile_text("f.rung", text);
  EXPECT_EQ(compiled.diagnostics.errors(), 0u) << diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false);
  return table::serialize(emit::make_image(compiled.model));
}

std::string read(const std::string& path) {
  std::ifstream file(RUNG_SOURCE_DIR "/" + path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

TEST(PutInto, GivesTheSameTable) {
  for (const char* const path : {"examples/hku-space/hku-space.rung", "examples/mit-micromasters/mit-micromasters.rung", "examples/open-university/open-university.rung",
                                 "examples/red-river-immunizer/red-river-immunizer.rung", "tests/golden/good/every-construct.rung"}) {
    const std::string english = read(path), french = put_into("fr", english);
    ASSERT_TRUE(french.starts_with("#") || french.starts_with("rung 1 fr")) << path << ": " << french.substr(0, 200);
    EXPECT_TRUE(table_of(english) == table_of(french)) << path;
    EXPECT_EQ(put_into("en", french), put_into("en", english)) << path;
  }
}

// The golden file is the English example in French, and stays it.
TEST(PutInto, GivesTheGoldenFrameworkInFrench) {
  EXPECT_EQ(put_into("fr", read("examples/lambton/lambton.rung")), read("tests/golden/good/lambton-fr/main.rung"));   // which uses an English one
  EXPECT_EQ(put_into("fr", read("tests/golden/good/every-construct.rung")), read("tests/golden/good/every-construct-fr.rung"));
}

TEST(Scan, OfAFrenchFileFindsWhatItsParserFinds) {
  const parts::Scan seen = parts::scan("rung 1 fr\nutilise \"oak.rung\"\ncadre elm \"Elm\" { version 1 }\nétablissement elm-college \"Elm\"\n");
  EXPECT_EQ(seen.uses, std::vector<std::string>{"oak.rung"});
  EXPECT_EQ(seen.frameworks, std::vector<std::string>{"elm"});
  EXPECT_EQ(seen.institutions, std::vector<std::string>{"elm-college"});
}

// ---- what the compiler says ----------------------------------------------------------------------------------------------------------

// {0}, {0!}, {0#}: their digits.
std::set<char> places(std::string_view words) {
  std::set<char> out;
  for (std::size_t at = words.find('{'); at != std::string_view::npos; at = words.find('{', at + 1))
    if (at + 2 < words.size() && words[at + 1] >= '0' && words[at + 1] <= '9' && (words[at + 2] == '}' || words[at + 3] == '}')) out.insert(words[at + 1]);
  return out;
}

void expect_french_typography(std::string_view words) {
  // {version} and { a, b } are pieces of the language, and so is what stands in « ».
  const std::string text = std::regex_replace(std::regex_replace(std::string(words), std::regex("«\u00A0[^»]*»"), ""), std::regex("\\{[^}]*\\}"), "x");
  EXPECT_EQ(text.find('\''), std::string::npos) << words;
  for (std::size_t at = text.find_first_of(";?!"); at != std::string::npos; at = text.find_first_of(";?!", at + 1))
    EXPECT_EQ(text.substr(at < 2 ? 0 : at - 2, 2), "\u00A0") << words;
  for (std::size_t at = text.find(": "); at != std::string::npos; at = text.find(": ", at + 1)) {
    if (text.find('"') != std::string::npos) continue;       // a line of a file
    EXPECT_EQ(text.substr(at < 2 ? 0 : at - 2, 2), "\u00A0") << words;
  }
  EXPECT_EQ(words.find("« "), std::string_view::npos) << words;
  EXPECT_EQ(words.find(" »"), std::string_view::npos) << words;
}

void expect_known_words(std::string_view words) {
  static const std::regex word("\\{([a-z][a-z_]+)\\}");
  const std::string text(words);
  for (std::sregex_iterator at(text.begin(), text.end(), word), end; at != end; ++at) EXPECT_NE(diagnostics::source_word((*at)[1].str(), "fr"), "") << words;
}

TEST(FrenchCatalogue, SaysWhatTheEnglishOneSays) {
  const auto compare = [](std::string_view english, std::string_view french) {
    EXPECT_EQ(places(french), places(english)) << english << "\n" << french;
    EXPECT_TRUE(french != english || english == "{0} {1}") << english;
    expect_french_typography(french);
    expect_known_words(french);
  };
  for (const diagnostics::Kind kind : diagnostics::all_kinds()) compare(diagnostics::pattern(kind), diagnostics::pattern(kind, "fr"));
  for (const diagnostics::Phrase phrase : diagnostics::all_phrases()) compare(diagnostics::pattern(phrase), diagnostics::pattern(phrase, "fr"));
}

TEST(FrenchSayings, SayWhatTheEnglishOnesSay) {
  const std::pair<std::string_view, std::string_view> all[] = {
#define SAID(english, french) {english, french},
#include "compiler/diagnostics/arguments_fr.def"
#undef SAID
  };
  std::set<std::string_view> seen;
  for (const auto& [english, french] : all) {
    EXPECT_EQ(places(french), places(english)) << english;
    EXPECT_TRUE(seen.insert(english).second) << english << " stands twice";
    expect_french_typography(french);
    expect_known_words(french);
  }
}

// What the grammar expects is named in its rules: each of these names has its French.
TEST(FrenchSayings, KnowWhatTheGrammarExpects) {
  std::size_t rules = 0;
  for (const char* const file : {"grammar/rules.hpp", "grammar/scenario_rules.hpp", "grammar/policy_rules.hpp"}) {
    const std::string text = read(file);
    static const std::regex rule("const Rule<struct [A-Za-z]+> [a-z_]+\\{\"((\\\\.|[^\"\\\\])*)\"\\};");
    for (std::sregex_iterator at(text.begin(), text.end(), rule), end; at != end; ++at, ++rules) {
      const std::string name = std::regex_replace((*at)[1].str(), std::regex("\\\\\""), "\"");
      if (name.size() == 3) continue;   // '{'
      EXPECT_TRUE(diagnostics::in_french(name, "fr") != name) << file << ": " << name;
    }
  }
  EXPECT_GT(rules, 80u);
}

TEST(FrenchSayings, PutNumbersAndWordsInTheirPlaces) {
  EXPECT_EQ(diagnostics::in_french("it asks for 4.5 credits from a set that offers 1 credit"), "elle exige 4,5\u00A0crédits d’un ensemble qui offre 1\u00A0crédit");
  EXPECT_EQ(diagnostics::in_french("a unit such as credits, hours or weeks", "en"), "une unité comme credits, hours ou weeks");
  EXPECT_EQ(diagnostics::in_french("a unit such as credits, hours or weeks", "fr"), "une unité comme crédits, heures ou semaines");
  EXPECT_EQ(diagnostics::in_french("what nobody has put into French"), "what nobody has put into French");
  EXPECT_EQ(diagnostics::in_french(std::string(100'000, 'x')), std::string(100'000, 'x'));
}

// What a policy asks for is told in the words of the file.
TEST(FrenchText, TellsWordsOfTheLanguageAsTheFileSpellsThem) {
  using diagnostics::Phrase;
  EXPECT_EQ(diagnostics::words(Phrase::state_it, {"'fee' or 'assessed by'"}, {"fr", "fr"}), "indiquez «\u00A0droits\u00A0» ou «\u00A0évalué par\u00A0»");
  EXPECT_EQ(diagnostics::words(Phrase::state_it, {"'fee' or 'Approval'"}, {"fr", "en"}), "indiquez «\u00A0fee\u00A0» ou «\u00A0Approval\u00A0»");
  EXPECT_EQ(diagnostics::in_french("it does not state 'fee'", "fr"), "rien n’indique «\u00A0droits\u00A0»");
}

TEST(FrenchText, HasTheFrameOfAMessageInFrench) {
  const Compiled compiled = compile_text("f.rung", "rung 1 fr\ncadre elm { version 1 }\ncertificat b {\n  développe k\n  exige { core: { a, c } }\n}\ncompétence k\ncours a { crédits 3 }\ncours c { crédits 3 }\n");
  const std::string text = diagnostics::as_text(compiled.files, compiled.diagnostics.sorted(), false, "fr");
  EXPECT_NE(text.find("f.rung:5:17: erreur\u00A0: cette règle nomme des titres sans dire combien il en faut [how-many]"), std::string::npos) << text;
  EXPECT_NE(text.find("aide\u00A0: écrivez devant les accolades «\u00A0tous parmi\u00A0»"), std::string::npos) << text;
}

TEST(FrenchPages, AreThereForEveryDiagnosticInTheOneShape) {
  for (const diagnostics::Kind kind : diagnostics::all_kinds()) {
    const std::string code(diagnostics::code(kind));
    const std::string page(diagnostics::page(code, "fr"));
    EXPECT_TRUE(page.starts_with("# " + code + "\n\n")) << code;
    std::size_t at = 0;
    for (const std::string_view part : {"\n## D’où vient la règle\n\n", "\n## Faux\n\n```", "\n```\n", "\n## Juste\n\n```", "\n```\n", "\n## Que faire\n\n"}) {
      const std::size_t found = page.find(part, at);
      ASSERT_NE(found, std::string::npos) << code << ": " << part;
      at = found + 1;
    }
    EXPECT_TRUE(page.ends_with(".\n")) << code;
  }
  EXPECT_EQ(diagnostics::french_pages().size(), diagnostics::pages().size());
}

}  // namespace
