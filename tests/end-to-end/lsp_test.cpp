// `rungc lsp`, as an editor talks with it: JSON-RPC through pipes.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>

#include <nlohmann/json.hpp>

#include "tests/end-to-end/child.hpp"
#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;
using nlohmann::json;

const std::string mohawk = "rung 1 en\n\nframework mohawk\n\ncompetency draws \"Draws\"\n\ncourse cad-1 \"Drawing, one\" {\n  develops draws\n}\n";
const std::string northfield =
    "rung 1 en\n\nuse \"mohawk.rung\"\n\nframework northfield { conforms to osap }\n\ncompetency measures \"Measures\"\n\ncourse gauges \"Gauges\" {\n  develops measures\n  tags shop\n}\n\n"
    "certificate inspector \"Inspector\" {\n  entitles to \"Work\"\n  requires all of { gauges, mohawk.cad-1 }\n}\n\n"
    "scenario \"both\" {\n  holds gauges\n  holds mohawk.cad-1\n  expect inspector earned\n}\n";

class Lsp : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    ::signal(SIGPIPE, SIG_IGN);
    write("mohawk.rung", mohawk);
    write("northfield.rung", northfield);
    int in[2], out[2];
    ASSERT_EQ(::pipe2(in, O_CLOEXEC) + ::pipe2(out, O_CLOEXEC), 0);
    child_ = start(folder_, {"rungc", "lsp"}, [&] {
      ::dup2(in[0], 0);
      ::dup2(out[1], 1);
    });
    ::close(in[0]);
    ::close(out[1]);
    to_ = in[1];
    from_ = out[0];
  }
  void TearDown() override {
    if (to_ >= 0) ::close(to_);
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      ended(child_);
    }
    ::close(from_);
    WorkingFolder::TearDown();
  }

  void send_bytes(const std::string& bytes) { ASSERT_EQ(::write(to_, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size())); }
  void send_text(const std::string& body) { send_bytes("Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body); }
  void send(const json& message) { send_text(message.dump()); }
  void tell(const std::string& method, const json& params) { send({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}}); }

  // The next message; null when none comes for ten seconds or the program is gone.
  json read_message() {
    for (;;) {
      const std::size_t head = buffer_.find("\r\n\r\n");
      if (head != std::string::npos) {
        const std::size_t length = std::stoul(buffer_.substr(buffer_.find(": ") + 2));
        if (buffer_.size() >= head + 4 + length) {
          json message = json::parse(buffer_.substr(head + 4, length));
          buffer_.erase(0, head + 4 + length);
          return message;
        }
      }
      pollfd waits{from_, POLLIN, 0};
      char bytes[4096];
      if (::poll(&waits, 1, 10'000) <= 0) return nullptr;
      const ssize_t count = ::read(from_, bytes, sizeof bytes);
      if (count <= 0) return nullptr;
      buffer_.append(bytes, static_cast<std::size_t>(count));
    }
  }
  // The answer to that id; what is told meanwhile is kept.
  json answer(const json& id) {
    for (;;) {
      json message = read_message();
      if (message.is_null() || (!message.contains("method") && message["id"] == id)) return message;
      told_.push_back(std::move(message));
    }
  }
  json ask(const std::string& method, const json& params) {
    send({{"jsonrpc", "2.0"}, {"id", ++id_}, {"method", method}, {"params", params}});
    return answer(id_);
  }
  json result(const std::string& method, const json& params) {
    const json said = ask(method, params);
    EXPECT_TRUE(said.contains("result")) << method << ": " << said.dump();
    return said.value("result", json());
  }

  void initialize(const json& capabilities = json::object()) { result("initialize", {{"capabilities", capabilities}, {"rootUri", uri("").substr(0, uri("").size() - 1)}}); }
  std::string uri(const std::string& name) const { return "file://" + (folder_ / name).string(); }
  void open(const std::string& name, const std::string& text) { tell("textDocument/didOpen", {{"textDocument", {{"uri", uri(name)}, {"languageId", "rung"}, {"version", 1}, {"text", text}}}}); }
  void change(const std::string& name, const std::string& text) { tell("textDocument/didChange", {{"textDocument", {{"uri", uri(name)}, {"version", ++version_}}}, {"contentChanges", {{{"text", text}}}}}); }
  // The diagnostics of a file, once they satisfy.
  template <class Wanted>
  json diagnostics(const std::string& name, const Wanted& wanted) {
    for (;;) {
      for (std::size_t i = 0; i < told_.size(); ++i) {
        const json message = told_[i];
        if (message["method"] != "textDocument/publishDiagnostics" || message["params"]["uri"] != uri(name) || !wanted(message["params"]["diagnostics"])) continue;
        told_.erase(told_.begin(), told_.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        return message["params"]["diagnostics"];
      }
      json message = read_message();
      if (message.is_null()) return nullptr;
      told_.push_back(std::move(message));
    }
  }
  // Where a word first stands in a text, and a few characters on.
  static json place(const std::string& text, const std::string& word, std::size_t on = 1) {
    const std::size_t at = text.find(word);
    const std::size_t line = static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    return {{"line", line}, {"character", at + on - (text.rfind('\n', at) + 1)}};
  }
  json at(const std::string& name, const std::string& text, const std::string& word, std::size_t on = 1) const {
    return {{"textDocument", {{"uri", uri(name)}}}, {"position", place(text, word, on)}};
  }

  pid_t child_ = -1;
  int to_ = -1, from_ = -1, id_ = 0, version_ = 1;
  std::string buffer_;
  std::vector<json> told_;
};

TEST_F(Lsp, BeginsAndEndsAsTheProtocolSays) {
  EXPECT_EQ(ask("textDocument/hover", {})["error"]["code"], -32002);           // not initialized
  const json capable = result("initialize", {{"capabilities", {{"general", {{"positionEncodings", {"utf-16", "utf-8"}}}}}}})["capabilities"];
  EXPECT_EQ(capable["positionEncoding"], "utf-8");
  EXPECT_EQ(ask("initialize", {})["error"]["code"], -32600);
  EXPECT_EQ(ask("no/such/method", {})["error"]["code"], -32601);
  EXPECT_EQ(ask("textDocument/hover", {{"textDocument", {{"uri", "file:///not/open.rung"}}}})["error"]["code"], -32602);
  tell("$/no-such-notification", {});
  EXPECT_TRUE(ask("shutdown", nullptr)["result"].is_null());
  EXPECT_EQ(ask("textDocument/hover", {})["error"]["code"], -32600);
  tell("exit", nullptr);
  EXPECT_EQ(ended(child_), 0);
  child_ = -1;
}

TEST_F(Lsp, ThatIsLeftAloneEndsWithOne) {
  initialize();
  ::close(to_);
  to_ = -1;
  EXPECT_EQ(ended(child_), 1);
  child_ = -1;
}

TEST_F(Lsp, AnswersWhatIsNoMessageAndGoesOn) {
  send_text("{ no json");
  EXPECT_EQ(answer(nullptr)["error"]["code"], -32700);
  send_text("[1,2]");
  EXPECT_EQ(answer(nullptr)["error"]["code"], -32600);
  send_text(R"({"jsonrpc":"2.0","id":{"a":1},"method":"shutdown"})");
  EXPECT_EQ(answer(nullptr)["error"]["code"], -32600);
  send_bytes("X-Nonsense: yes\r\n\r\n");
  initialize();
  for (const char* odd : {R"({"method":"textDocument/didOpen","params":7})", R"({"method":"textDocument/didChange","params":{"textDocument":[],"contentChanges":{}}})",
                          R"({"method":"textDocument/didClose"})", R"({"method":"workspace/didChangeWorkspaceFolders","params":{"event":{"added":3}}})"})
    send_text(odd);
  EXPECT_EQ(ask("workspace/executeCommand", {{"command", 7}})["error"]["code"], -32602);
  EXPECT_TRUE(result("workspace/symbol", {{"query", "x"}}).empty());
}

TEST_F(Lsp, TellsWhatACancelledRequestWas) {
  initialize();
  open("northfield.rung", northfield);
  // All in one write, so that the cancellation is there before the first is answered.
  const auto framed = [](const json& message) { return "Content-Length: " + std::to_string(message.dump().size()) + "\r\n\r\n" + message.dump(); };
  const json params = at("northfield.rung", northfield, "gauges");
  send_bytes(framed({{"id", "first"}, {"method", "textDocument/hover"}, {"params", params}}) + framed({{"id", "second"}, {"method", "textDocument/hover"}, {"params", params}}) +
             framed({{"method", "$/cancelRequest"}, {"params", {{"id", "second"}}}}));
  EXPECT_TRUE(answer("first").contains("result"));
  EXPECT_EQ(answer("second")["error"]["code"], -32800);
}

TEST_F(Lsp, ShowsDiagnosticsAsOneTypesAndOffersTheirRemedies) {
  initialize();
  std::string wrong = northfield;
  wrong.replace(wrong.find("{ gauges,"), 9, "{ gaugs,");
  open("northfield.rung", wrong);
  const json said = diagnostics("northfield.rung", [](const json& all) { return !all.empty(); });
  ASSERT_EQ(said[0]["code"], "unknown-name") << said.dump(2);
  EXPECT_EQ(said[0]["range"]["start"], place(wrong, "gaugs", 0));
  EXPECT_NE(said[0]["message"].get<std::string>().find("did you mean 'gauges'?"), std::string::npos);
  const json actions = result("textDocument/codeAction", {{"textDocument", {{"uri", uri("northfield.rung")}}}, {"range", said[0]["range"]}, {"context", {{"diagnostics", said}}}});
  ASSERT_FALSE(actions.empty());
  EXPECT_EQ(actions[0]["title"], "Write gauges");
  EXPECT_EQ(actions[0]["edit"]["changes"][uri("northfield.rung")][0]["newText"], "gauges");
  change("northfield.rung", northfield);
  EXPECT_FALSE(diagnostics("northfield.rung", [](const json& all) { return std::none_of(all.begin(), all.end(), [](const json& one) { return one["severity"] == 1 && one["code"] == "unknown-name"; }); }).is_null());
}

TEST_F(Lsp, WritesAndRefusesInTheLanguageOfTheFile) {
  initialize();
  const std::string text = "rung 1 fr\n\nétablissement nord \"Nord\"\n\ncompétence mesure \"Mesure\"\ncompétence trace \"Trace\"\n";
  open("nord.rung", text);
  const json said = diagnostics("nord.rung", [](const json& all) { return std::any_of(all.begin(), all.end(), [](const json& one) { return one["code"] == "missing-framework"; }); });
  const json actions = result("textDocument/codeAction", {{"textDocument", {{"uri", uri("nord.rung")}}}, {"range", {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 0}, {"character", 1}}}}}, {"context", {{"diagnostics", said}}}});
  ASSERT_EQ(actions.size(), 1u) << actions.dump(2);
  EXPECT_EQ(actions[0]["title"], "Nommer le cadre nord");
  EXPECT_EQ(actions[0]["edit"]["changes"][uri("nord.rung")][0]["newText"], "\n\ncadre nord");
  json taken = at("nord.rung", text, "mesure");
  taken["newName"] = "trace";
  EXPECT_EQ(ask("textDocument/rename", taken)["error"]["message"], "autre chose s’appelle déjà «\u00A0trace\u00A0»");
}

TEST_F(Lsp, LetsAnUnsavedTextStandAboveTheDisk) {
  initialize();
  open("northfield.rung", northfield);
  diagnostics("northfield.rung", [](const json&) { return true; });
  std::string other = mohawk;
  other.replace(other.find("cad-1"), 5, "cad-2");
  open("mohawk.rung", other);
  const json said = diagnostics("northfield.rung", [](const json& all) { return std::any_of(all.begin(), all.end(), [](const json& one) { return one["code"] == "unknown-name"; }); });
  EXPECT_FALSE(said.is_null());
  // When it is closed the disk holds again.
  tell("textDocument/didClose", {{"textDocument", {{"uri", uri("mohawk.rung")}}}});
  EXPECT_FALSE(diagnostics("northfield.rung", [](const json& all) { return std::none_of(all.begin(), all.end(), [](const json& one) { return one["code"] == "unknown-name"; }); }).is_null());
}

TEST_F(Lsp, TellsOfWhatStandsUnderThePointer) {
  initialize();
  open("northfield.rung", northfield);
  const auto said = [&](const std::string& word) { return result("textDocument/hover", at("northfield.rung", northfield, word))["contents"]["value"].get<std::string>(); };
  EXPECT_NE(said("gauges").find("counts towards: Inspector"), std::string::npos);
  EXPECT_NE(said("osap").find("source: "), std::string::npos);
  EXPECT_NE(said("tags").find("names of your own"), std::string::npos);
  EXPECT_TRUE(result("textDocument/hover", {{"textDocument", {{"uri", uri("northfield.rung")}}}, {"position", {{"line", 9999}, {"character", 9999}}}}).is_null());
}

TEST_F(Lsp, FindsAndRenamesAcrossFiles) {
  initialize();
  open("northfield.rung", northfield);
  const json found = result("textDocument/definition", at("northfield.rung", northfield, "mohawk.cad-1", 8));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0]["uri"], uri("mohawk.rung"));
  EXPECT_EQ(found[0]["range"]["start"], place(mohawk, "cad-1", 0));
  // From the file that declares it to those that use it, which are not open.
  open("mohawk.rung", mohawk);
  json asked = at("mohawk.rung", mohawk, "cad-1");
  asked["context"] = {{"includeDeclaration", true}};
  EXPECT_EQ(result("textDocument/references", asked).size(), 3u);
  EXPECT_EQ(result("textDocument/prepareRename", asked)["placeholder"], "cad-1");
  asked["newName"] = "drawing";
  const json changes = result("textDocument/rename", asked)["changes"];
  EXPECT_EQ(changes[uri("mohawk.rung")].size(), 1u);
  ASSERT_EQ(changes[uri("northfield.rung")].size(), 2u);
  const json last = changes[uri("northfield.rung")][1]["range"];
  EXPECT_EQ(last["start"], place(northfield, "mohawk.cad-1", 7));              // without the framework before it
  asked["newName"] = "Drawing One";
  EXPECT_EQ(ask("textDocument/rename", asked)["error"]["code"], -32803);
  json taken = at("northfield.rung", northfield, "gauges");
  taken["newName"] = "inspector";
  EXPECT_NE(ask("textDocument/rename", taken)["error"]["message"].get<std::string>().find("already"), std::string::npos);
  EXPECT_EQ(ask("textDocument/prepareRename", at("northfield.rung", northfield, "osap"))["error"]["code"], -32803);
}

TEST_F(Lsp, CompletesWithWhatFits) {
  initialize();
  const std::string half = northfield + "\ncourse more {\n  develops ";
  open("northfield.rung", half);
  const auto labels = [&](const std::string& text) {
    const std::size_t line = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    std::vector<std::string> out;
    const json said = result("textDocument/completion", {{"textDocument", {{"uri", uri("northfield.rung")}}}, {"position", {{"line", line}, {"character", text.size() - text.rfind('\n') - 1}}}});
    for (const json& item : said["items"]) out.push_back(item["label"]);
    return out;
  };
  EXPECT_EQ(labels(half), (std::vector<std::string>{"mohawk.draws", "measures"}));
  change("northfield.rung", half + "measures\n  wor");
  EXPECT_EQ(labels(half + "measures\n  wor"), (std::vector<std::string>{"workload"}));
}

TEST_F(Lsp, OutlinesFoldsLaysOutAndHints) {
  initialize();
  open("northfield.rung", northfield);
  const json of = {{"textDocument", {{"uri", uri("northfield.rung")}}}};
  const json symbols = result("textDocument/documentSymbol", of);
  ASSERT_EQ(symbols.size(), 5u);
  EXPECT_EQ(symbols[2]["name"], "gauges");
  EXPECT_EQ(symbols[2]["detail"], "Gauges");
  EXPECT_EQ(result("textDocument/foldingRange", of).size(), 3u);
  json ranged = of;
  ranged["range"] = {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 99}, {"character", 0}}}};
  const json hints = result("textDocument/inlayHint", ranged);
  ASSERT_FALSE(hints.empty());
  EXPECT_EQ(hints[0]["label"], "→ inspector");
  EXPECT_EQ(result("workspace/symbol", {{"query", "INSPEC"}})[0]["name"], "inspector");
  std::string untidy = northfield;
  untidy.replace(untidy.find("  develops measures\n"), 20, " develops   measures\n");
  change("northfield.rung", untidy);
  json edits = result("textDocument/formatting", of);
  ASSERT_FALSE(edits.empty());
  // From the last to the first, so that those before stay where they are.
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    const auto byte = [&](const json& place) {
      std::size_t at = 0;
      for (int line = place["line"]; line > 0; --line) at = untidy.find('\n', at) + 1;
      return at + place["character"].get<std::size_t>();
    };
    const std::size_t begin = byte((*edit)["range"]["start"]), end = byte((*edit)["range"]["end"]);
    untidy.replace(begin, end - begin, (*edit)["newText"]);
  }
  EXPECT_EQ(untidy.find(" develops   "), std::string::npos);
  EXPECT_NE(untidy.find("\n  develops measures\n"), std::string::npos);
  change("northfield.rung", untidy);
  EXPECT_EQ(result("textDocument/formatting", of), json::array());
}

TEST_F(Lsp, PlaysScenarios) {
  initialize();
  open("northfield.rung", northfield);
  const json lenses = result("textDocument/codeLens", {{"textDocument", {{"uri", uri("northfield.rung")}}}});
  ASSERT_EQ(lenses.size(), 2u);
  EXPECT_EQ(result("workspace/executeCommand", lenses[1]["command"])["passed"], true);
  std::string wrong = northfield;
  wrong.replace(wrong.find("inspector earned"), 16, "inspector not earned");
  change("northfield.rung", wrong);
  EXPECT_EQ(result("workspace/executeCommand", lenses[0]["command"])["passed"], false);
  const json said = diagnostics("northfield.rung", [](const json& all) { return std::any_of(all.begin(), all.end(), [](const json& one) { return one["source"] == "rung test"; }); });
  EXPECT_FALSE(said.is_null());
}

TEST_F(Lsp, SurvivesEveryHalfTypedText) {
  initialize();
  open("northfield.rung", "");
  // Every text on the way to the whole, a few characters at a time, with a question at its end.
  for (std::size_t length = 0; length <= northfield.size(); length += 7) {
    change("northfield.rung", northfield.substr(0, length));
    const std::string text = northfield.substr(0, length);
    const json where = {{"line", std::count(text.begin(), text.end(), '\n')}, {"character", text.size() - (text.rfind('\n') + 1)}};
    for (const char* method : {"textDocument/completion", "textDocument/hover", "textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/inlayHint", "textDocument/formatting"})
      ASSERT_TRUE(ask(method, {{"textDocument", {{"uri", uri("northfield.rung")}}}, {"position", where}, {"range", {{"start", where}, {"end", where}}}}).contains("result")) << method << length;
  }
}

}  // namespace
