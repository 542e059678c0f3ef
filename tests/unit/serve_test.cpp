// Questions as they come over HTTP, and what goes back.
#include "runtime/serve/replies.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/compiled_table.hpp"

namespace {

using nlohmann::json;
using namespace rung::serve;

class Serve : public testing::Test {
 protected:
  Reply ask(const std::string& path, std::multimap<std::string, std::string> parameters = {}, const std::string& body = {}) const {
    return reply(table_, {path, std::move(parameters), body}, {});
  }
  std::shared_ptr<const rung::Table> table_ = std::make_shared<const rung::Table>(rung::testing::compiled_table(R"(rung 1 en
framework f "F <College>" { version 2026-09 }
institution college "College" { type college }
competency k competency l
course a "A" { issued by college develops k credits 1 fee 10 CAD }
course b "B" { issued by college develops k credits 2 fee 5 CAD }
certificate award "Award" { issued by college develops l requires { any of { a, b } } }
)"));
  const std::string record_ = R"({"learner": "L", "holdings": [{"credential": "f.a"}]})";
};

TEST_F(Serve, EachQuestionAnswersAsTheProgramDoes) {
  EXPECT_EQ(json::parse(ask("/earned", {}, record_).body)["earned"][0]["credential"], "f.award");
  EXPECT_EQ(json::parse(ask("/earned").body)["earned"].size(), 0u);
  EXPECT_EQ(json::parse(ask("/missing", {{"award", "award"}}, record_).body)["earned"], true);
  EXPECT_EQ(json::parse(ask("/why-not", {{"award", "f.award"}}).body)["award"], "f.award");
  const json ways = json::parse(ask("/paths", {{"award", "award"}, {"by", "fee"}, {"k", "1"}}).body);
  EXPECT_EQ(ways["by"], "fee");
  EXPECT_EQ(ways["paths"].size(), 1u);
  EXPECT_EQ(ways["paths"][0]["steps"][0]["credential"], "f.b");
  EXPECT_EQ(json::parse(ask("/paths", {{"award", "award"}, {"pareto", "credits,fee"}}).body)["paths"].size(), 2u);
  EXPECT_EQ(json::parse(ask("/nearest", {{"k", "2"}}).body)["nearest"][0]["award"], "f.award");
  EXPECT_EQ(json::parse(ask("/leads-to", {{"name", "a"}, {"name", "f.b"}}).body)["credentials"].size(), 2u);
  EXPECT_TRUE(json::parse(ask("/transfers", {{"institution", "college"}}, record_).body).is_object());
  EXPECT_EQ(ask("/label", {{"name", "a"}, {"format", "html"}}).type, "text/html; charset=utf-8");
  EXPECT_EQ(ask("/earned", {{"format", "text"}}, record_).type, "text/plain; charset=utf-8");
}

TEST_F(Serve, AMistakeIsOneErrorWithARemedy) {
  const auto refused = [&](const Reply& reply, int status, const std::string& code) {
    EXPECT_EQ(reply.status, status) << reply.body;
    const json errors = json::parse(reply.body)["errors"];
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0]["code"], code);
    EXPECT_NE(errors[0]["remedy"], "");
  };
  refused(ask("/nothing"), 404, "usage");
  refused(ask("/missing", {{"award", "none"}}), 404, "unknown-credential");
  for (const char* const question : {"/missing", "/why-not", "/paths", "/transfers", "/label"}) refused(ask(question), 400, "usage");
  refused(ask("/missing", {{"award", ""}}), 400, "usage");
  refused(ask("/transfers", {{"institution", "none"}}), 404, "unknown-institution");
  refused(ask("/earned", {}, "{"), 400, "malformed-record");
  refused(ask("/earned", {{"format", "xml"}}), 400, "usage");
  refused(ask("/paths", {{"award", "award"}, {"k", "0"}}), 400, "usage");
  refused(ask("/paths", {{"award", "award"}, {"by", "fee,"}}), 400, "usage");
  refused(ask("/paths", {{"award", "award"}, {"by", "fee"}, {"pareto", "fee"}}), 400, "usage");
  refused(ask("/nearest", {{"by", "fee,credits"}}), 400, "usage");
  refused(ask("/leads-to"), 400, "usage");
  refused(ask("/leads-to", {{"name", "a"}, {"on", "soon"}}), 400, "usage");
  refused(ask("/label", {{"name", "a"}, {"locale", "xx"}}), 400, "usage");
}

TEST_F(Serve, AnswersPeopleInTheLanguageThatIsAskedFor) {
  const std::string in_french = "Une personne\n\nAucun titre n’est encore acquis.\n";
  EXPECT_EQ(ask("/earned", {{"format", "text"}, {"locale", "fr"}}).body, in_french);
  EXPECT_EQ(reply(table_, {"/earned", {{"format", "text"}}, ""}, {}, "fr").body, in_french);                        // the server's own language
  EXPECT_EQ(reply(table_, {"/earned", {{"format", "text"}, {"locale", "en"}}, ""}, {}, "fr").body, ask("/earned", {{"format", "text"}}).body);
  EXPECT_EQ(reply(table_, {"/missing", {{"award", "award"}, {"locale", "fr"}}, record_}, {}, "fr").body, ask("/missing", {{"award", "award"}}, record_).body);   // JSON
  for (const char* const question : {"/earned", "/missing", "/why-not", "/paths", "/nearest", "/leads-to", "/transfers", "/label"}) {
    const Reply refused = ask(question, {{"award", "award"}, {"name", "a"}, {"institution", "college"}, {"locale", "de"}});
    EXPECT_EQ(refused.status, 400) << question;
    EXPECT_EQ(json::parse(refused.body)["errors"][0]["code"], "usage") << question;
  }
}

TEST_F(Serve, AMistakeIsToldAsTheAnswerWouldBe) {
  const Reply english = ask("/missing", {{"format", "text"}});
  EXPECT_EQ(english.status, 400);
  EXPECT_EQ(english.type, "text/plain; charset=utf-8");
  EXPECT_EQ(english.body, "no award is named; write award=inspector\n");
  EXPECT_EQ(ask("/paths", {{"award", ""}, {"format", "text"}, {"locale", "fr"}}).body, "aucun titre n’est nommé\u00A0; écrivez award=inspector\n");
  EXPECT_EQ(ask("/transfers", {{"format", "text"}, {"locale", "fr"}}).body, "aucun établissement n’est nommé\u00A0; écrivez institution=northfield\n");
  EXPECT_EQ(ask("/leads-to", {{"format", "text"}, {"locale", "fr"}}).body, "aucun titre n’est nommé\u00A0; écrivez name=metrology, autant de fois qu’il y a de titres\n");
  const Reply unknown = ask("/lost", {{"format", "text"}, {"locale", "fr"}});
  EXPECT_EQ(unknown.status, 404);
  EXPECT_EQ(unknown.body.find("il n’y a pas de question /lost\u00A0; posez l’une de /"), 0u) << unknown.body;
  EXPECT_EQ(json::parse(ask("/missing").body)["errors"][0]["message"], "no award is named");
}

TEST_F(Serve, SpeaksTheLanguageThatARequestLikesBest) {
  EXPECT_EQ(preferred_language("fr-CA", "en"), "fr");
  EXPECT_EQ(preferred_language("FR", "en"), "fr");
  EXPECT_EQ(preferred_language("en-CA,en;q=0.9,fr;q=0.8", "fr"), "en");
  EXPECT_EQ(preferred_language("de, en;q=0.5, fr-CA;q=0.8", "en"), "fr");
  EXPECT_EQ(preferred_language("fr;q=0, de", "en"), "en");          // anything but French
  EXPECT_EQ(preferred_language("fr;q=much", "en"), "en");
  for (const char* const none : {"", "de", "*", ",;,", "frisian", "fro;q=1"}) {
    EXPECT_EQ(preferred_language(none, "fr"), "fr") << none;
    EXPECT_EQ(preferred_language(none, "en"), "en") << none;
  }
}

TEST_F(Serve, ThePageIsInEitherLanguageAndLeadsToTheOther) {
  const std::string english = ask("/").body, french = ask("/", {{"locale", "fr"}}).body;
  EXPECT_NE(english.find("<html lang=\"en\">"), std::string::npos);
  EXPECT_NE(english.find("<a href=\"/?locale=fr\" lang=\"fr\" hreflang=\"fr\">Français</a>"), std::string::npos);
  EXPECT_NE(french.find("<html lang=\"fr\">"), std::string::npos);
  EXPECT_NE(french.find("<a href=\"/?locale=en\" lang=\"en\" hreflang=\"en\">English</a>"), std::string::npos);
  EXPECT_NE(french.find("Quels parcours mènent au titre\u00A0?"), std::string::npos);
  EXPECT_EQ(french.find("Award or credential"), std::string::npos);
  EXPECT_EQ(reply(table_, {"/", {}, ""}, {}, "fr").body, french);
  // What is filled in is answered in the page's language, mistakes too.
  const std::string answer = ask("/answer", {{"question", "missing"}, {"award", "award"}, {"record", record_}, {"locale", "fr"}}).body;
  EXPECT_NE(answer.find("Award (f.award)\u00A0: titre acquis"), std::string::npos);
  EXPECT_NE(answer.find("<input type=\"hidden\" name=\"locale\" value=\"fr\">"), std::string::npos);
  EXPECT_NE(ask("/answer", {{"question", "missing"}, {"award", "awart"}, {"locale", "fr"}}).body.find("le tableau n’a aucun titre nommé «\u00A0awart\u00A0»"), std::string::npos);
}

// Nothing that is filled in, or that a framework writes, becomes a part of the page's language.
TEST_F(Serve, ThePageShowsWhatIsWrittenAsText) {
  EXPECT_NE(ask("/").body.find("<title>F &lt;College&gt;</title>"), std::string::npos);
  const Reply answer = ask("/answer", {{"question", "missing"}, {"award", "award"}, {"record", record_ + "</textarea><script>"}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body.find("<script>"), std::string::npos);
  EXPECT_NE(ask("/answer", {{"question", "earned"}, {"record", record_}}).body.find("Award (f.award)"), std::string::npos);
  EXPECT_NE(ask("/answer", {{"question", "<b>"}}).body.find("Choose a question."), std::string::npos);
}

}  // namespace
