// The parser: what it reads, what it says of what it cannot read, and that one mistake costs one message.
#include <gtest/gtest.h>

#include <string>

#include "compiler/compile.hpp"
#include "grammar/fields.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace {

using rung::diagnostics::Sink;
using rung::grammar::NodeKind;
using rung::grammar::Tree;
using rung::grammar::Word;

struct Parsed {
  rung::source::Files files;
  Sink sink;
  Tree tree;
  explicit Parsed(std::string text) { tree = rung::grammar::parse(files, files.add("test.rung", std::move(text)), sink); }

  std::string messages() const {
    std::string out;
    for (const auto& diagnostic : sink.sorted()) {
      const auto at = files.position(0, diagnostic.span.begin);
      out += std::to_string(at.line) + ':' + std::to_string(at.column) + ' ' + std::string(rung::diagnostics::code(diagnostic.kind)) + ": " +
             rung::diagnostics::message(diagnostic) + '\n';
    }
    return out;
  }
  std::string text(std::uint32_t node) const { return std::string(files.text(tree.span(node))); }
  std::uint32_t only_field(std::uint32_t declaration) const { return rung::grammar::child(tree, tree.declarations[declaration], NodeKind::field); }
};

TEST(Grammar, KeepsCommentsOrderAndSpans) {
  const Parsed p("rung 1 en # head\n# before\ncourse b \"B\" { # inside\n  credits 3\n}\ncourse a\n");
  EXPECT_EQ(p.messages(), "");
  ASSERT_EQ(p.tree.comments.size(), 3u);
  EXPECT_EQ(p.files.text({0, p.tree.comments[1].begin, p.tree.comments[1].end}), "# before");
  ASSERT_EQ(p.tree.declarations.size(), 2u);
  EXPECT_EQ(p.text(p.tree.declarations[0]), "course b \"B\" { # inside\n  credits 3\n}");
  EXPECT_EQ(p.text(p.tree.declarations[1]), "course a");
  EXPECT_EQ(p.text(p.only_field(0)), "credits 3");
}

TEST(Grammar, AcceptsMarksCarriageReturnsTabsAndTypographicQuotes) {
  const Parsed p("\xEF\xBB\xBFrung 1 en\r\ncourse\ta\t“A”\t{\r\n\tnote\t«deux\xC2\xA0mots»\r\n}\r\n");
  EXPECT_EQ(p.messages(), "");
  ASSERT_EQ(p.tree.declarations.size(), 1u);
  EXPECT_EQ(rung::grammar::unquoted(p.text(rung::grammar::child(p.tree, p.tree.declarations[0], NodeKind::text))), "A");
}

TEST(Grammar, ReadsOneBlankBeforeThePercentSign) {
  for (const std::string blank : {"", " ", "\u00A0", "\u202F"}) {
    const Parsed p("rung 1 en\ncertificate c { requires { x: a at 60" + blank + "% } }\n");
    EXPECT_EQ(p.messages(), "") << '"' << blank << '"';
  }
  EXPECT_NE(Parsed("rung 1 en\ncertificate c { requires { x: a at 60  % } }\n").messages(), "");
  EXPECT_NE(Parsed("rung 1 en\ncertificate c { requires { x: a at 60\n% } }\n").messages(), "");
}

// An opening parenthesis or a sign of money has the message; what that leads to has none. A parenthesis that nothing opened has its own.
TEST(Grammar, TellsAStrayMarkOnce) {
  EXPECT_EQ(Parsed("rung 1 en\ncourse c { fee $195 }\n").messages(), "2:16 stray-character: '$' has no meaning in a framework\n");
  EXPECT_EQ(Parsed("rung 1 en\ncourse c { requires all of ( a, b ) }\n").messages(), "2:28 stray-character: '(' has no meaning in a framework\n");
  EXPECT_EQ(Parsed("rung 1 en\ncourse c { note \"(\" ) }\n").messages(), "2:21 stray-character: ')' has no meaning in a framework\n");
  EXPECT_NE(Parsed("rung 1 en\ncourse c { requires all of # (see there) $\n a }\n").messages(), "");   // a comment is no mark
}

TEST(Grammar, IsReadInTheLanguageOfItsWords) {
  const std::string rest = "framework f\ncompetency x\ncourse a {\n  develops x\n  credits 2\n}\n";
  const Parsed wrong("rung 1 fr\n" + rest);
  EXPECT_EQ(wrong.messages(), "1:8 other-language: the words of this file are of the language 'en', and line 1 says fr\n");
  EXPECT_EQ(wrong.tree.declarations.size(), 3u);
  EXPECT_EQ(Parsed("rung 1 en\n" + rest).messages(), "");
  EXPECT_EQ(Parsed("rung 1 en\ncadre f\ncompétence x\ncours a {\n  développe x\n}\n").messages(), "1:8 other-language: the words of this file are of the language 'fr', and line 1 says en\n");
  // Two slips among words of the language that is said are slips.
  EXPECT_EQ(Parsed("rung 1 fr\ncadre f\ncompétence x\ncourse a {\n  develops x\n}\n").tree.language, "fr");
}

TEST(Grammar, ReadsAWordOfTheLanguageAsANameWhereANameStands) {
  const Parsed p("rung 1 en\ncourse level { tags course, form }\n");
  EXPECT_EQ(p.messages(), "");
}

TEST(Grammar, TellsAFloorFromABoundByTheWordAfterAt) {
  const Parsed p("rung 1 en\ncertificate c { requires { x: a at least 3 credits y: b at 70% } }\n");
  EXPECT_EQ(p.messages(), "");
}

TEST(Grammar, OneBrokenDeclarationCostsOneMessageAndTheRestIsRead) {
  const Parsed p("rung 1 en\ncourse a { fee x develops , }\ncourse b { credits x }\ncourse c { credits 3 }\n");
  EXPECT_EQ(p.messages(),
            "2:16 syntax: expected an amount and its currency such as 240 CAD, or unknown, found 'x'\n"
            "3:20 syntax: expected a number of credits, or unknown, found 'x'\n");
  ASSERT_EQ(p.tree.declarations.size(), 3u);
  EXPECT_EQ(p.tree[p.tree.declarations[0]].kind, NodeKind::broken);
  EXPECT_EQ(p.tree[p.tree.declarations[2]].kind, NodeKind::credential);
}

TEST(Grammar, FiftyMistakesGiveFiftyMessages) {
  std::string text = "rung 1 en\n";
  for (int i = 0; i < 50; ++i) text += "course c" + std::to_string(i) + " {\n  credits three\n}\n";
  const Parsed p(text);
  EXPECT_EQ(p.sink.sorted().size(), 50u);
}

TEST(Grammar, AMissingBraceIsReportedWhereTheNextDeclarationBegins) {
  const Parsed p("rung 1 en\ncourse a {\n  credits 3\ncourse b {\n  credits 3\n}\n");
  EXPECT_EQ(p.messages(), "4:1 syntax: expected a field or '}', found 'course'\n");
  EXPECT_EQ(p.tree[p.tree.declarations.back()].kind, NodeKind::credential);
}

TEST(Grammar, AMisspeltDeclarationKeepsItsName) {
  const Parsed p("rung 1 en\nmicrocredental a \"A\" { credits 3 }\ncourse b\n");
  EXPECT_EQ(p.messages(), "2:1 syntax: expected a declaration such as microcredential, certificate or competency, found 'microcredental'\n");
  ASSERT_EQ(p.tree.declarations.size(), 2u);
  EXPECT_EQ(p.tree[p.tree.declarations[0]].kind, NodeKind::broken);
  EXPECT_EQ(p.tree[p.tree.declarations[0]].word, Word::microcredential);
  EXPECT_EQ(p.text(rung::grammar::child(p.tree, p.tree.declarations[0], NodeKind::name)), "a");
}

TEST(Grammar, ATextThatIsNotClosedCostsOneMessageAndItsDeclaration) {
  const Parsed p("rung 1 en\ncourse a \"A {\n  credits 3\n}\ncourse b\n");
  EXPECT_EQ(p.messages(), "2:10 unclosed-text: this text has no closing quote\n");
  ASSERT_EQ(p.tree.declarations.size(), 2u);
  EXPECT_EQ(p.tree[p.tree.declarations[0]].kind, NodeKind::broken);
  EXPECT_EQ(p.tree[p.tree.declarations[1]].kind, NodeKind::credential);
}

TEST(Grammar, DeepNestingIsAMessageNotACrash) {
  std::string text = "rung 1 en\ncertificate c { requires ";
  for (int i = 0; i < 100'000; ++i) text += "any of { ";
  text += "a";
  for (int i = 0; i < 100'000; ++i) text += " }";
  text += " }\ncourse a\n";
  const Parsed p(text);
  ASSERT_EQ(p.sink.sorted().size(), 1u);
  EXPECT_EQ(rung::diagnostics::code(p.sink.sorted()[0].kind), "nested-too-deep");
}

TEST(Grammar, NestingUpToTheLimitIsRead) {
  // The declaration's own brace is the first level.
  const auto nested = [](std::uint32_t levels) {
    std::string text = "rung 1 en\ncertificate c { requires ";
    for (std::uint32_t i = 1; i < levels; ++i) text += "all of { ";
    text += "a at 70%";
    for (std::uint32_t i = 1; i < levels; ++i) text += " }";
    return text + " }\n";
  };
  EXPECT_EQ(Parsed(nested(rung::grammar::greatest_nesting)).messages(), "");
  EXPECT_NE(Parsed(nested(rung::grammar::greatest_nesting + 1)).messages(), "");
}

TEST(Grammar, TheHeadIsRequiredAndItsVersionAndLanguageKnown) {
  EXPECT_EQ(Parsed("course a\n").messages().substr(0, 19), "1:1 missing-version");
  EXPECT_EQ(Parsed("rung 2 en\n").messages().substr(0, 19), "1:6 unknown-version");
  EXPECT_EQ(Parsed("rung 1 de\n").messages().substr(0, 20), "1:8 unknown-language");
  EXPECT_EQ(Parsed("").messages().substr(0, 19), "1:1 missing-version");
  EXPECT_EQ(Parsed("# only a comment\n\nrung 1 en\n").messages(), "");
}

TEST(Grammar, APolicyIsReadRuleByRule) {
  const Parsed p("rung 1 en\npolicy p \"P\" { source \"x\" every microcredential { length: must have workload at most 12 weeks should state fee } }\ncourse a\n");
  EXPECT_EQ(p.messages(), "");
  ASSERT_EQ(p.tree.declarations.size(), 2u);
  EXPECT_EQ(p.tree[p.tree.declarations[0]].kind, rung::grammar::NodeKind::policy);
}

TEST(Grammar, ABrokenPolicyCostsItselfOnly) {
  const Parsed p("rung 1 en\npolicy p \"P\" { every microcredential { must have workload } }\ncourse a\n");
  EXPECT_EQ(p.messages(), "2:59 syntax: expected a bound such as at most 12 or between 5 and 300, found '}'\n");
  EXPECT_EQ(p.tree.declarations.size(), 2u);
}

TEST(Lexer, NumbersPercentagesAndDates) {
  Sink sink;
  const auto lexed = rung::grammar::lex("3 4.5 -2 80% 2026-09 2026-09-01 iso-9001 B+", 0, *rung::grammar::Vocabulary::of("en"), sink);
  using K = rung::grammar::TokenKind;
  const K expected[] = {K::number, K::number, K::number, K::percent, K::date, K::date, K::word, K::word, K::end};
  ASSERT_EQ(lexed.tokens.size(), std::size(expected));
  for (std::size_t i = 0; i < std::size(expected); ++i) EXPECT_EQ(lexed.tokens[i].kind, expected[i]) << i;
}

TEST(Lexer, QuotesAreTakenOffAndEscapesResolved) {
  EXPECT_EQ(rung::grammar::unquoted(R"("say \"hi\" \\ there")"), R"(say "hi" \ there)");
  EXPECT_EQ(rung::grammar::unquoted(R"("""a "quoted" \n block""")"), R"(a "quoted" \n block)");
  EXPECT_EQ(rung::grammar::unquoted("“a”"), "a");
  EXPECT_EQ(rung::grammar::unquoted("\"never closed"), "never closed");
  EXPECT_EQ(rung::grammar::unquoted("\""), "");
}

// Words of the language are not reserved: a comma, a colon or a brace behind them says that they are names.
TEST(Grammar, ReadsNamesThatJoinThingsElsewhere) {
  for (const std::string rule : {"{ a, and, b }", "{ or, a }", "{ a, of }", "{ and: a, or: b }", "{ x: any of { and, or, except } }", "{ 2 of { of, a } }", "{ all, any }", "{ x: at least 2 of { all, b } }"}) {
    const Parsed p("rung 1 en\ncertificate c { requires " + rule + " }\n");
    EXPECT_EQ(p.messages(), "") << rule;
  }
}

// Which declaration may have which field is told twice, here and where it is read, in compiler/model.
TEST(Fields, BelongWhereTheCompilerTakesThem) {
  using rung::grammar::Vocabulary;
  const Vocabulary& words = *Vocabulary::of("en");
  const std::pair<Word, const char*> fields[] = {
      {Word::version, "1"}, {Word::publisher, "a"}, {Word::conforms_to, "osap"}, {Word::grades, "percent"}, {Word::country, "CA"}, {Word::region, "ON"}, {Word::type, "\"x\""}, {Word::kind, "skill"},
      {Word::level, "1"}, {Word::broader, "a"}, {Word::aligns_with, "\"x\""}, {Word::precedes, "a"}, {Word::related_to, "a"}, {Word::replaced_by, "a"}, {Word::enrolled_in, "a"}, {Word::title, "fr \"a\""},
      {Word::description, "\"a\""}, {Word::code, "\"a\""}, {Word::id, "\"a\""}, {Word::url, "\"a\""}, {Word::note, "\"a\""}, {Word::renamed_from, "b"}, {Word::issued_by, "a"}, {Word::develops, "a"},
      {Word::workload, "3 hours"}, {Word::credits, "3"}, {Word::fee, "3 CAD"}, {Word::assessed_by, "a"}, {Word::awarded_for, "mastery"}, {Word::tags, "a"}, {Word::subject, "a"}, {Word::delivery, "online"},
      {Word::pace, "fixed"}, {Word::learning, "cohort"}, {Word::form, "paper"}, {Word::purpose, "update"}, {Word::audience, "student"}, {Word::consulted, "none"}, {Word::accredited_by, "none"},
      {Word::meets_standard, "none"}, {Word::entitles_to, "\"x\""}, {Word::valid_for, "3 years"}, {Word::offered, "from 2026-09"}, {Word::review_by, "2027-09"}, {Word::requires_, "all of { a }"},
      {Word::prerequisite, "a"}, {Word::stacks, "none"}, {Word::withheld_from, "{ a }"}, {Word::surrenders, "{ a }"}, {Word::in_force, "when asked"}, {Word::counts_towards, "at most 1 awards"}};
  for (const Word declaration : {Word::framework, Word::institution, Word::competency, Word::gate, Word::course, Word::microcredential, Word::degree})
    for (const auto& [field, value] : fields) {
      const auto written = [&](Word word) { return std::string(words.printed(word)); };
      const rung::Compiled compiled = rung::compile_text("a.rung", "rung 1 en\n" + written(declaration) + " a {\n  " + written(field) + ' ' + value + "\n}\n");
      bool misplaced = false;
      for (const auto& one : compiled.diagnostics.sorted()) {
        EXPECT_NE(one.kind, rung::diagnostics::Kind::syntax) << written(field);
        misplaced = misplaced || one.kind == rung::diagnostics::Kind::misplaced_field;
      }
      EXPECT_EQ(rung::grammar::has_field(declaration, field), !misplaced) << written(declaration) << ' ' << written(field);
      EXPECT_EQ(rung::grammar::owner(field).empty(), rung::grammar::has_field(Word::framework, field) && rung::grammar::has_field(Word::gate, field)) << written(field);
    }
}

}  // namespace
