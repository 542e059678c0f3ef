// The language server, piece by piece: messages, places, what fits at a place.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <map>

#include "compiler/compile.hpp"
#include "compiler/lsp/features.hpp"
#include "compiler/lsp/messages.hpp"
#include "compiler/lsp/probe.hpp"
#include "compiler/lsp/transport.hpp"
#include "compiler/lsp/worker.hpp"

namespace {

using namespace rung::lsp;

std::vector<std::string> cut(const std::vector<std::string>& pieces) {
  Framing framing;
  std::vector<std::string> out;
  std::string body;
  for (const std::string& piece : pieces) {
    framing.add(piece);
    while (framing.next(body)) out.push_back(body);
  }
  return out;
}

TEST(LspTransport, CutsAStreamIntoMessagesWhereverItIsBroken) {
  const std::string stream = "Content-Length: 2\r\n\r\n{}content-length:3\r\nContent-Type: x\r\n\r\n[1]Content-Length: 0\r\n\r\n";
  EXPECT_EQ(cut({stream}), (std::vector<std::string>{"{}", "[1]", ""}));
  std::vector<std::string> bytes;
  for (const char c : stream) bytes.emplace_back(1, c);
  EXPECT_EQ(cut(bytes), (std::vector<std::string>{"{}", "[1]", ""}));
}

TEST(LspTransport, PassesOverWhatIsNoHeaderAndWhatIsTooLong) {
  EXPECT_EQ(cut({"nonsense\r\n\r\nContent-Length: 2\r\n\r\n{}"}), (std::vector<std::string>{"{}"}));
  EXPECT_EQ(cut({"Content-Length: -5\r\n\r\nContent-Length: 2\r\n\r\n{}"}), (std::vector<std::string>{"{}"}));
  EXPECT_EQ(cut({std::string(100'000, 'x'), "\r\n\r\nContent-Length: 2\r\n\r\n{}"}), (std::vector<std::string>{"{}"}));
  // The body of a message that is too long is not kept: an empty one stands for it, and what follows is read.
  std::vector<std::string> pieces{"Content-Length: " + std::to_string(longest_message + 1) + "\r\n\r\n"};
  for (std::size_t sent = 0; sent <= longest_message; sent += 1 << 20) pieces.emplace_back(std::min<std::size_t>(1 << 20, longest_message + 1 - sent), 'x');
  pieces.emplace_back("Content-Length: 2\r\n\r\n{}");
  EXPECT_EQ(cut(pieces), (std::vector<std::string>{"", "{}"}));
}

// Large ones are read by another library: it has to read the same, and where it can't the first one reads on.
TEST(LspMessages, AreReadTheSameHoweverLarge) {
  const std::string room = R"(,"room":")" + std::string(70'000, ' ') + "\"}";
  for (const char* const inside : {R"({"id":1)", R"({"id":-1,"a":[true,false,null,{}],"b":{"c":"\u00e9\ud83d\ude00\n\"é\""})", R"({"a":1.5e3,"b":18446744073709551615,"c":-9223372036854775808)", R"({"a":1,"a":2)",
                                   R"({"a":123456789012345678901234567890)", R"({"a":01)", "{\"a\":\"\x01\"", "{\"a\":\"\xff\"", R"({"a":})", R"({"a":"\ud800")"}) {
    const std::string body = inside + room;
    const Json expected = Json::parse(body, nullptr, false), read = read_message(body);
    EXPECT_EQ(read.is_discarded(), expected.is_discarded()) << inside;
    if (!expected.is_discarded()) {
      EXPECT_EQ(read.dump(), expected.dump()) << inside;
    }
  }
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_FALSE(read_message(deep).is_discarded());
}

TEST(LspText, CountsAsEditorsDo) {
  const std::string text = "aé\r\n𝄞b\rc\n";
  const Lines lines(text);
  EXPECT_EQ(lines.count(), 4u);
  EXPECT_EQ(lines.place(text, 3, Encoding::utf16), (Place{0, 2}));
  EXPECT_EQ(lines.place(text, 3, Encoding::utf8), (Place{0, 3}));
  EXPECT_EQ(lines.place(text, 9, Encoding::utf16), (Place{1, 2}));          // a pair of surrogates
  EXPECT_EQ(lines.offset(text, {1, 2}, Encoding::utf16), 9u);
  EXPECT_EQ(lines.offset(text, {1, 1}, Encoding::utf16), 5u);               // inside the pair: before it
  EXPECT_EQ(lines.offset(text, {1, 4}, Encoding::utf8), 9u);
  EXPECT_EQ(lines.offset(text, {0, 99}, Encoding::utf16), 3u);              // the end of the line, before what ends it
  EXPECT_EQ(lines.offset(text, {99, 0}, Encoding::utf16), text.size());
  for (std::size_t at : {0, 1, 3, 5, 9, 10, 11, 12, 13}) {
    EXPECT_EQ(lines.offset(text, lines.place(text, at, Encoding::utf16), Encoding::utf16), at);
    EXPECT_EQ(lines.offset(text, lines.place(text, at, Encoding::utf8), Encoding::utf8), at);
  }
  EXPECT_EQ(Lines("\xff\xfe").offset("\xff\xfe", {0, 1}, Encoding::utf16), 1u);         // what is no UTF-8 is walked through all the same
}

// A rename reaches every file that uses one, whatever its language: one that was passed over would be broken by it.
TEST(LspWorkspace, KnowsWhoUsesAFileInEitherLanguage) {
  const std::map<std::string, std::string> files = {{"a.rung", "rung 1 en\nframework a { }\n"},
                                                    {"b.rung", "rung 1 fr\nutilise \"a.rung\"\ncadre b { }\n"},
                                                    {"c.rung", "rung 1 en\nuse\n  \"b.rung\"\nframework c { }\n"},
                                                    {"d.rung", "rung 1 en\n# use \"a.rung\"\nframework d { }\n"}};
  std::vector<std::string> paths;
  for (const auto& [path, text] : files) paths.push_back(path);
  const auto load = [&](const std::string& path) { return rung::source::Loaded{files.at(path), {}}; };
  EXPECT_EQ(users_of("a.rung", uses_in(paths, load)), (std::vector<std::string>{"a.rung", "b.rung", "c.rung"}));
}

TEST(LspView, CarriesPlacesOverAChange) {
  const std::string old_text = "rung 1 en\n# one two three\n";
  const auto overlay = std::make_shared<Overlay>(Overlay{{rung::model::identity_of("a.rung"), {std::make_shared<const std::string>(old_text), nullptr}}});
  Document document;
  document.path = "a.rung";
  document.analysis = analyse("a.rung", overlay, Depth::names);
  document.set("rung 1 en\n# one 2 three\n");
  const View view(document, Encoding::utf8);
  EXPECT_EQ(view.to_new(16), 16u);
  EXPECT_EQ(view.to_new(19), 17u);
  EXPECT_EQ(view.to_new(17), std::nullopt);
  EXPECT_EQ(view.to_old(17), 19u);
}

TEST(LspText, WritesPathsAsAddresses) {
  EXPECT_EQ(uri_of("/a b/é#.rung"), "file:///a%20b/%C3%A9%23.rung");
  EXPECT_EQ(path_of(uri_of("/a b/é#%.rung")), "/a b/é#%.rung");
  EXPECT_EQ(path_of("file://host/a%2"), "/a%2");
  EXPECT_EQ(path_of("untitled:Untitled-1"), "untitled:Untitled-1");
}

TEST(LspDocument, AppliesChangesInTheirOrder) {
  Document document;
  document.set("one\ntwo\n");
  document.apply(Json::parse(R"([{"range":{"start":{"line":0,"character":3},"end":{"line":1,"character":0}},"text":" "},
                                 {"range":{"start":{"line":0,"character":99},"end":{"line":0,"character":4}},"text":"2"}])"), Encoding::utf16);
  EXPECT_EQ(*document.text, "one 2\n");
  document.apply(Json::parse(R"([{"text":"anew"}, {"nonsense":1}, 7])"), Encoding::utf16);
  EXPECT_EQ(*document.text, "");
  document.apply(Json::parse(R"("no list")"), Encoding::utf16);
}

bool has(const Fitting& fits, std::string_view word) { return std::find(fits.words.begin(), fits.words.end(), word) != fits.words.end(); }

TEST(LspFitting, AtTheTopDeclarationsFit) {
  const Fitting fits = fitting("rung 1 en\n\ncourse a { credits 3 }\n\n", "");
  EXPECT_TRUE(has(fits, "microcredential"));
  EXPECT_TRUE(has(fits, "scenario"));
  EXPECT_FALSE(has(fits, "issued by"));
  EXPECT_FALSE(fits.name);
}

TEST(LspFitting, InADeclarationItsFieldsFit) {
  const Fitting course = fitting("rung 1 en\ncourse a {\n  credits 3\n  ", "");
  EXPECT_TRUE(has(course, "issued by"));
  EXPECT_FALSE(has(course, "broader"));
  EXPECT_FALSE(has(course, "diploma"));
  const Fitting competency = fitting("rung 1 en\ncompetency a {\n  ", "");
  EXPECT_TRUE(has(competency, "broader"));
  EXPECT_FALSE(has(competency, "issued by"));
  EXPECT_TRUE(has(fitting("rung 1 en\ncourse a {\n  issued ", ""), "by"));
  EXPECT_EQ(fitting("rung 1 en\ncourse a {\n  delivery ", "").words, (std::vector<std::string>{"hybrid", "in-person", "online"}));
}

TEST(LspFitting, UnitsFitTheirField) {
  EXPECT_EQ(fitting("rung 1 en\ncourse a {\n  workload 3 ", "").words, (std::vector<std::string>{"hours", "weeks"}));
  EXPECT_EQ(fitting("rung 1 en\ncourse a {\n  valid for 3 ", "").words, (std::vector<std::string>{"months", "years"}));
}

TEST(LspFitting, NamesOfWhatIsLookedForFit) {
  const std::string before = "rung 1 en\ncertificate a {\n  ";
  EXPECT_EQ(fitting(before + "issued by ", "").category, "institution");
  EXPECT_EQ(fitting(before + "develops x, ", "").category, "competency");
  EXPECT_EQ(fitting(before + "requires all of { ", "").category, "credential");
  EXPECT_EQ(fitting(before + "requires all of { gate ", "").category, "gate");
  EXPECT_EQ(fitting(before + "requires { at least 3 credits from { tagged ", "").category, "tag");
  EXPECT_EQ(fitting("rung 1 en\nframework a { conforms to ", "").category, "policy");
  EXPECT_EQ(fitting("rung 1 en\nscenario \"x\" {\n  holds ", "").category, "credential");
  EXPECT_EQ(fitting("rung 1 en\nscenario \"x\" {\n  expect ", "").category, "credential");
  EXPECT_EQ(fitting("rung 1 en\ncourse ", "").category, "");                // a new name
  EXPECT_EQ(fitting(before + "fee 3 ", "").words, std::vector<std::string>{});
}

TEST(LspFitting, NothingFitsInATextOrAComment) {
  for (const std::string_view text : {"rung 1 en\ncourse a {\n  note \"is", "rung 1 en\n# com", "rung 1 en\ncourse a {\n  note \"\"\"\n  text "}) {
    const Fitting fits = fitting(text, "");
    EXPECT_TRUE(fits.words.empty() && !fits.name) << text;
  }
}

// What the compiler would refuse is not offered, and what it takes is: of every field in every declaration.
TEST(LspFitting, OffersTheFieldsThatTheCompilerTakes) {
  const std::pair<const char*, const char*> fields[] = {{"version", "1"}, {"publisher", "a"}, {"country", "CA"}, {"region", "ON"}, {"level", "1"}, {"broader", "a"}, {"precedes", "a"}, {"enrolled in", "a"},
                                                        {"title", "fr \"a\""}, {"url", "\"a\""}, {"issued by", "a"}, {"develops", "a"}, {"workload", "3 hours"}, {"credits", "3"}, {"fee", "3 CAD"},
                                                        {"tags", "a"}, {"delivery", "online"}, {"valid for", "3 years"}, {"requires", "all of { a }"}, {"stacks", "none"}, {"kind", "skill"}};
  for (const std::string declared : {"framework", "institution", "competency", "gate", "course", "diploma"}) {
    const Fitting fits = fitting("rung 1 en\n" + declared + " a {\n  ", "");
    for (const auto& [field, value] : fields) {
      const rung::Compiled compiled = rung::compile_text("a.rung", "rung 1 en\n" + declared + " a {\n  " + field + " " + value + "\n}\n");
      bool misplaced = false;
      for (const auto& one : compiled.diagnostics.sorted()) misplaced = misplaced || one.kind == rung::diagnostics::Kind::misplaced_field;
      EXPECT_EQ(has(fits, field), !misplaced) << declared << " " << field;
    }
  }
}

TEST(LspFitting, FollowsTheLanguageOfTheFile) {
  EXPECT_TRUE(has(fitting("rung 1 fr\n\ncours a { crédits 3 }\n\n", "", "fr"), "microattestation"));
  EXPECT_FALSE(has(fitting("rung 1 fr\n\n", "", "fr"), "microcredential"));
  const std::string before = "rung 1 fr\ncertificat a {\n  ";
  EXPECT_TRUE(has(fitting(before, "", "fr"), "délivré par"));
  EXPECT_FALSE(has(fitting(before, "", "fr"), "relève de"));
  EXPECT_TRUE(has(fitting(before + "délivré ", "", "fr"), "par"));
  EXPECT_TRUE(has(fitting(before, "deliv", "fr"), "délivré par"));          // a keyboard without accents
  EXPECT_EQ(fitting(before + "charge 3 ", "", "fr").words, (std::vector<std::string>{"heures", "semaines"}));
  EXPECT_EQ(fitting(before + "délivré par ", "", "fr").category, "institution");
  EXPECT_EQ(fitting(before + "exige tous parmi { ", "", "fr").category, "credential");
  EXPECT_EQ(fitting(before + "exige { au moins 3 crédits parmi { étiqueté ", "", "fr").category, "tag");
  EXPECT_EQ(fitting("rung 1 fr\ncadre a { conforme à ", "", "fr").category, "policy");
}

// Whoever writes in French is told as much of each word.
TEST(LspWords, AreSaidInBothLanguages) {
  for (std::uint16_t each = 1; each < static_cast<std::uint16_t>(rung::grammar::Word::count_); ++each) {
    const auto word = static_cast<rung::grammar::Word>(each);
    EXPECT_EQ(said_of_word(word, "en").empty(), said_of_word(word, "fr").empty()) << rung::grammar::Vocabulary::of("en")->printed(word);
  }
}

TEST(LspWords, SayWhatTheDocumentationSays) {
  EXPECT_NE(said_of_word("workload", "en").find("hours"), std::string::npos);
  EXPECT_NE(said_of_word("institution", "en").find("issuer"), std::string::npos);
  EXPECT_EQ(said_of_word("no such word", "en"), "");
  EXPECT_EQ(said_of_word("requires", "en").find("]("), std::string::npos);        // an address within the page leads nowhere from an editor
}

TEST(LspWorker, HandsBackWhatIsDoneToWhoAnswers) {
  Worker worker;
  int seen = 0;
  worker.post([&]() -> Worker::Done { return [&] { seen = 7; }; });
  ASSERT_TRUE(worker.wait(std::chrono::milliseconds(-1)));
  EXPECT_EQ(seen, 0);
  for (const auto& done : worker.take_done()) done();
  EXPECT_EQ(seen, 7);
}

}  // namespace
