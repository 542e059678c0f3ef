// What an editor is told while somebody types: whatever was typed before, where a thing is named is what a server says that has just been shown the text, and what is found when everything is read.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "compiler/lsp/server.hpp"
#include "compiler/lsp/sought.hpp"
#include "tests/property/editing.hpp"
#include "tests/property/subject.hpp"

namespace property {
namespace {

using namespace rung;
using lsp::Json;

// Files that are open and nowhere else.
const std::string folder = "/a-folder-that-nobody-has/";
const std::string used = "rung 1 en\n\nframework a\n\ncompetency draws \"Draws\"\n\ncourse x \"X\" { develops draws  tags shop }\n\ngate new-one\n";

// The words of a text that may be names, each once.
std::vector<std::string> words_of(const std::string& text) {
  std::set<std::string> out;
  const grammar::Tree tree = grammar::read(text).tree;
  for (const grammar::Token& token : tree.tokens)
    for (const std::string& word : lsp::words_at(text, tree, token.begin)) out.insert(word);
  return {out.begin(), out.end()};
}

// What is named with a word, by file and place.
std::set<std::string> named(const lsp::Analysis& analysis, const std::string& word) {
  std::set<std::string> out;
  for (const lsp::Occurrence& one : analysis.occurrences) {
    if (one.span.file >= analysis.program.trees.size() || analysis.compiled.files.text(one.span) != word) continue;
    std::ostringstream told;
    told << one.span.file << ' ' << one.span.begin << ' ' << one.span.end << ' ' << lsp::sort_name(one.sort) << ' ' << analysis.name(one.sort, one.id) << ' ' << one.declares;
    out.insert(told.str());
  }
  return out;
}

std::string listed(const std::set<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

TEST(Editor, LookingForANameFindsWhatReadingAllFinds) {
  std::size_t by_choice = 0, places = 0;
  check("looking for a name finds what is found when everything is read", 150, [&] {
    std::string text = typed_text();
    for (int change = 0; change < 6; ++change) {
      if (change > 0) text = edited(text);
      if (text.empty()) break;
      const auto overlay = std::make_shared<lsp::Overlay>(lsp::Overlay{{model::identity_of(folder + "f.rung"), {std::make_shared<const std::string>(text), nullptr}},
                                                                       {model::identity_of(folder + "a.rung"), {std::make_shared<const std::string>(used), nullptr}}});
      const auto all = lsp::analyse(folder + "f.rung", overlay, lsp::Depth::names);
      const std::vector<std::string> words = words_of(text);
      for (int each = 0; each < 4 && !words.empty(); ++each) {
        const std::string word = *rc::gen::elementOf(words);
        const auto found = lsp::look_for(folder + "f.rung", overlay, {word});
        const auto expected = named(*all, word);
        if (named(*found, word) != expected) RC_FAIL("not all or not only places of '" + word + "' in this text:\n" + text + "\n---\n" + listed(named(*found, word)) + "---\n" + listed(expected));
        by_choice += lsp::choose(all->compiled.files, all->program, {word}).has_value();
        places += expected.size();
      }
    }
  });
  if (!in_full()) return;
  EXPECT_GT(by_choice, 500u);
  EXPECT_GT(places, 500u);
}

// A server, and the other end of its pipe.
class Typist {
 public:
  explicit Typist(const std::string& text) : text_(text) {
    ask("initialize", {{"capabilities", Json::object()}});
    show("a.rung", used);
    show("f.rung", text);
  }
  void type(const std::string& text) {
    const grammar::Change change = grammar::change_between(text_, text);
    const lsp::Lines lines(text_);
    // As whole characters, which the change need not be.
    const auto inside = [](const std::string& of, std::size_t at) { return at < of.size() && (static_cast<unsigned char>(of[at]) & 0xC0) == 0x80; };
    std::uint32_t begin = change.begin, old_end = change.old_end, new_end = change.new_end;
    while (begin > 0 && (inside(text_, begin) || inside(text, begin))) --begin;
    while (inside(text_, old_end) || inside(text, new_end)) ++old_end, ++new_end;
    const auto place = [&](std::uint32_t at) { return lsp::as_json(lines.place(text_, at, lsp::Encoding::utf16)); };
    Json edit = {{"range", {{"start", place(begin)}, {"end", place(old_end)}}}, {"text", text.substr(begin, new_end - begin)}};
    // A place between the two bytes of a line's end cannot be told.
    const auto told = [&](std::uint32_t at) { return lines.offset(text_, lines.place(text_, at, lsp::Encoding::utf16), lsp::Encoding::utf16) == at; };
    if (!told(begin) || !told(old_end)) edit = {{"text", text}};
    text_ = text;
    tell("textDocument/didChange", {{"textDocument", {{"uri", uri("f.rung")}, {"version", ++version_}}}, {"contentChanges", {edit}}});
  }
  std::string ask_at(const std::string& method, std::size_t offset, Json more) {
    more["textDocument"] = {{"uri", uri("f.rung")}};
    more["position"] = lsp::as_json(lsp::Lines(text_).place(text_, offset, lsp::Encoding::utf16));
    return ask("textDocument/" + method, std::move(more));
  }
  // Until everything is known.
  void settle() { server_.desk().known(uri("f.rung"), std::chrono::milliseconds(-1)); }

 private:
  static std::string uri(const std::string& file) { return "file://" + folder + file; }
  void show(const std::string& file, const std::string& text) { tell("textDocument/didOpen", {{"textDocument", {{"uri", uri(file)}, {"version", 1}, {"text", text}}}}); }
  void tell(const std::string& method, Json parameters) { send({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(parameters)}}); }
  std::string ask(const std::string& method, Json parameters) {
    said_.clear();
    send({{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", std::move(parameters)}});
    return said_;
  }
  void send(const Json& message) {
    server_.take(message.dump());
    while (server_.step()) {}
  }
  void hear(const std::string& message) {
    if (message.find("\"id\":1,") != std::string::npos) said_ = message;
  }

  std::string text_, said_;
  int version_ = 1;
  lsp::Server server_{[this](const std::string& message) { hear(message); }};
};

TEST(Editor, AnswersAsIfTheTextHadJustBeenOpened) {
  std::size_t answers = 0, renames = 0;
  check("what is answered while somebody types is what a server answers that has just been shown the text", 60, [&] {
    std::string text = typed_text();
    Typist typist(text);
    for (int change = 0; change < 6; ++change) {
      text = edited(text);
      if (text.empty()) break;
      typist.type(text);
      Typist fresh(text), settled(text);
      settled.settle();
      const grammar::Tree tree = grammar::read(text).tree;
      for (int each = 0; each < 3 && tree.tokens.size() > 1; ++each) {
        const std::size_t at = (*rc::gen::elementOf(tree.tokens)).begin;
        const auto same = [&](const std::string& method, const Json& more) {
          const std::string answer = typist.ask_at(method, at, more);
          const std::string anew = fresh.ask_at(method, at, more), known = settled.ask_at(method, at, more);
          if (answer != anew || answer != known) RC_FAIL(method + " at byte " + std::to_string(at) + " of this text:\n" + text + "\n---\n" + answer + "\n---\n" + anew + "\n---\n" + known);
          return answer;
        };
        answers += same("references", {{"context", {{"includeDeclaration", true}}}}).find("\"uri\"") != std::string::npos;
        same("prepareRename", Json::object());
        renames += same("rename", {{"newName", "a-name-of-its-own"}}).find("\"newText\"") != std::string::npos;
      }
    }
  });
  if (!in_full()) return;
  EXPECT_GT(answers, 100u);
  EXPECT_GT(renames, 10u);
}

}  // namespace
}  // namespace property
