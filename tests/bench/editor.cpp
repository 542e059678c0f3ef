// What an editor waits for: the language server's messages, from the bytes of a question to the bytes of its answer, over 10,000 credentials in one file and in many.
//
// Each question is asked of a text that is known, and again right behind a letter that is typed somewhere else each time; then the letter's own change is within the time. Counters are
// milliseconds, at the median, the 99th percentile and of the slowest.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <stdexcept>
#include <thread>

#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include "compiler/lsp/server.hpp"
#include "tests/bench/beside.hpp"
#include "tests/bench/dice.hpp"
#include "tests/bench/editor.hpp"
#include "tests/bench/nation.hpp"
#include "tests/bench/registry.hpp"

namespace {

namespace fs = std::filesystem;
using rung::lsp::Json;
using rung::lsp::Place;

constexpr std::uint32_t credentials = 10'000;

void write_file(const fs::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error(path.string() + " cannot be written");
}

// A folder with the framework's files, and the one of them that is opened.
struct Framework {
  fs::path folder;
  std::string file, text;
  ~Framework() { fs::remove_all(folder); }

  static Framework in_one_file() {
    Framework made{fresh("one"), "registry.rung", bench::make_registry(credentials).text};
    write_file(made.folder / made.file, made.text);
    return made;
  }
  // The largest file is the one that is opened.
  static Framework in_many_files() {
    Framework made{fresh("many"), "", ""};
    const bench::Nation nation = bench::make_nation(credentials);
    bench::write_nation(nation, made.folder.string());
    for (const bench::Provider& provider : nation.providers)
      if (provider.text.size() > made.text.size()) made.file = provider.file, made.text = provider.text;
    return made;
  }

 private:
  static fs::path fresh(const std::string& name) {
    const fs::path folder = fs::temp_directory_path() / fmt::format("rung-bench-editor-{}-{}", name, std::chrono::steady_clock::now().time_since_epoch().count());
    fs::create_directories(folder);
    return folder;
  }
};

// The other end of the pipe.
class Editor {
 public:
  explicit Editor(const Framework& framework) : text_(framework.text), uri_("file://" + (framework.folder / framework.file).string()) {
    tell("initialize", {{"capabilities", Json::object()}, {"rootUri", "file://" + framework.folder.string()}}, true);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) line_ends_.push_back(at);
  }

  void open() { tell("textDocument/didOpen", {{"textDocument", {{"uri", uri_}, {"version", ++version_}, {"text", text_}}}}); }
  void ask(const std::string& method, Json parameters) {
    parameters["textDocument"] = {{"uri", uri_}};
    answered_ = false;
    tell(method, std::move(parameters), true);
    if (!answered_) throw std::logic_error(method + " was not answered");
  }
  // A letter into a title, or the one that stands there away again.
  void type(Place place) {
    const Json there = {{"line", place.line}, {"character", place.character}}, behind = {{"line", place.line}, {"character", place.character + 1}};
    const auto [letter, fresh] = typed_.insert({{place.line, place.character}, true});
    if (!fresh) typed_.erase(letter);
    tell("textDocument/didChange", {{"textDocument", {{"uri", uri_}, {"version", ++version_}}},
                                    {"contentChanges", {{{"range", {{"start", there}, {"end", fresh ? there : behind}}}, {"text", fresh ? "x" : ""}}}}});
  }
  // Until all is known that there is to know.
  void settle() {
    while (published_ < version_) {
      server_.tend();
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
  // Right behind each of these in the text as it was opened, as UTF-16 counts: the frameworks are in ASCII.
  std::vector<Place> places(std::string_view pattern) const {
    std::vector<Place> out;
    for (std::size_t at = text_.find(pattern); at != std::string::npos; at = text_.find(pattern, at + 1)) {
      const std::size_t end = at + pattern.size();
      const auto line = static_cast<std::uint32_t>(std::lower_bound(line_ends_.begin(), line_ends_.end(), end) - line_ends_.begin());
      out.push_back({line, static_cast<std::uint32_t>(end - (line == 0 ? 0 : line_ends_[line - 1] + 1))});
    }
    if (out.empty()) throw std::logic_error("the framework has nothing like " + std::string(pattern));
    return out;
  }

 private:
  void tell(const std::string& method, Json parameters, bool asks = false) {
    Json message = {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(parameters)}};
    if (asks) message["id"] = ++id_;
    server_.take(message.dump());
    while (server_.step()) {}
  }
  // What kind of message it is stands at its head; reading all of it would be the editor's time.
  void hear(const std::string& message) {
    const std::string_view head = std::string_view(message).substr(0, 100);
    const auto has = [&](std::string_view what) { return head.find(what) != std::string_view::npos; };
    if (has("\"result\":")) answered_ = true;
    else if (has("\"error\":")) throw std::logic_error(message);
    else if (has("publishDiagnostics"))
      if (const std::size_t version = message.rfind("\"version\":"); version != std::string::npos) published_ = std::stoll(message.substr(version + 10));
  }

  std::string text_, uri_;
  std::vector<std::size_t> line_ends_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> typed_;
  std::int64_t version_ = 0, published_ = 0;
  int id_ = 0;
  bool answered_ = false;
  rung::lsp::Server server_{[this](const std::string& said) { hear(said); }};
};

struct Question {
  std::string name, method;
  std::function<Json(Place name)> parameters;
};

Json json(Place place) { return {{"line", place.line}, {"character", place.character}}; }
Json at(Place place) { return {{"position", json(place)}}; }
Json lines_from(Place place, std::uint32_t count) { return {{"range", {{"start", {{"line", place.line}, {"character", 0}}}, {"end", {{"line", place.line + count}, {"character", 0}}}}}, {"context", {{"diagnostics", Json::array()}}}}; }

std::vector<Question> questions() {
  const auto nothing = [](Place) { return Json::object(); };
  return {
      {"hover", "textDocument/hover", at},
      {"definition", "textDocument/definition", at},
      {"highlights", "textDocument/documentHighlight", at},
      {"completion", "textDocument/completion", at},
      {"code actions", "textDocument/codeAction", [](Place place) { return lines_from(place, 1); }},
      {"inlay hints", "textDocument/inlayHint", [](Place place) { return lines_from(place, 60); }},
      {"code lenses", "textDocument/codeLens", nothing},
      {"references", "textDocument/references", [](Place place) { return Json{{"position", json(place)}, {"context", {{"includeDeclaration", true}}}}; }},
      {"rename", "textDocument/rename", [](Place place) { return Json{{"position", json(place)}, {"newName", "a-name-that-nobody-has"}}; }},
      {"workspace symbols", "workspace/symbol", [](Place) { return Json{{"query", "weld"}}; }},
      {"outline", "textDocument/documentSymbol", nothing},
      {"folding", "textDocument/foldingRange", nothing},
      {"layout", "textDocument/formatting", [](Place) { return Json{{"options", {{"tabSize", 2}, {"insertSpaces", true}}}}; }},
  };
}

double processor_seconds(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Milliseconds: wall time, and that of the processor, of the thread that answers or of both, which is what a busy machine changes least.
template <class Work>
void measure(benchmark::State& state, clockid_t clock, Work&& work) {
  std::vector<double> wall, processor;
  for (auto _ : state) {
    const double before = processor_seconds(clock);
    const double seconds = work();
    processor.push_back((processor_seconds(clock) - before) * 1000);
    wall.push_back(seconds * 1000);
    state.SetIterationTime(seconds);
  }
  const auto tell = [&](const std::string& name, std::vector<double>& times) {
    std::sort(times.begin(), times.end());
    for (const std::size_t percent : {50, 99, 100}) state.counters[fmt::format("{}{}", name, percent)] = times[(times.size() - 1) * percent / 100];
  };
  tell("wall", wall);
  tell("cpu", processor);
}

using MakeFramework = Framework (*)();

// A text that is known: nothing is being compiled.
void ask_known(benchmark::State& state, const Question& question, MakeFramework make) {
  const Framework framework = make();
  Editor editor(framework);
  editor.open();
  editor.settle();
  const auto names = editor.places("\nbadge ");
  bench::Dice dice(bench::usual_seed);
  measure(state, CLOCK_THREAD_CPUTIME_ID, [&] {
    const Place name = dice.of(names);
    return bench::seconds_of([&] { editor.ask(question.method, question.parameters(name)); });
  });
}

// A letter, and at once a question; every fourth letter makes a declaration that can't be read.
void ask_while_typing(benchmark::State& state, const Question& question, MakeFramework make) {
  const Framework framework = make();
  Editor editor(framework);
  editor.open();
  editor.settle();
  const auto names = editor.places("\nbadge "), texts = editor.places(" \""), words = editor.places("\n  credits");
  bench::Dice dice(bench::usual_seed);
  std::optional<Place> broken;
  std::size_t letters = 0;
  measure(state, CLOCK_THREAD_CPUTIME_ID, [&] {
    const Place name = dice.of(names);
    Place letter = dice.of(texts);
    // A rename is refused while something can't be read.
    if (broken) letter = *std::exchange(broken, std::nullopt);
    else if (++letters % 4 == 0 && question.name != "rename") broken = letter = dice.of(words);
    return bench::seconds_of([&] {
      editor.type(letter);
      editor.ask(question.method, question.parameters(name));
    });
  });
}

// The first question of an editor that has just opened the file.
void ask_first(benchmark::State& state, const Question& question, MakeFramework make) {
  const Framework framework = make();
  bench::Dice dice(bench::usual_seed);
  measure(state, CLOCK_PROCESS_CPUTIME_ID, [&] {
    Editor editor(framework);
    const Place name = dice.of(editor.places("\nbadge "));
    return bench::seconds_of([&] {
      editor.open();
      editor.ask(question.method, question.parameters(name));
    });
  });
}

// From a letter, or from opening, to all diagnostics; the rest after the last letter is in it.
void wait_for_diagnostics(benchmark::State& state, MakeFramework make) {
  const Framework framework = make();
  Editor editor(framework);
  editor.open();
  editor.settle();
  const auto texts = editor.places(" \"");
  bench::Dice dice(bench::usual_seed);
  measure(state, CLOCK_PROCESS_CPUTIME_ID, [&] {
    const Place letter = dice.of(texts);
    return bench::seconds_of([&] {
      editor.type(letter);
      editor.settle();
    });
  });
}

}  // namespace

namespace bench {

void register_editor() {
  const auto one = [](const std::string& name, std::int64_t times, auto work) { benchmark::RegisterBenchmark(name.c_str(), work)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(times); };
  const std::pair<const char*, MakeFramework> shapes[] = {{"one file", Framework::in_one_file}, {"many files", Framework::in_many_files}};
  for (const auto& [shape, make] : shapes) {
    for (const Question& question : questions()) {
      one(fmt::format("lsp/{}/known/{}", shape, question.name), 200, [question, make = make](benchmark::State& state) { ask_known(state, question, make); });
      one(fmt::format("lsp/{}/typing/{}", shape, question.name), 200, [question, make = make](benchmark::State& state) { ask_while_typing(state, question, make); });
      one(fmt::format("lsp/{}/first/{}", shape, question.name), 20, [question, make = make](benchmark::State& state) { ask_first(state, question, make); });
    }
    one(fmt::format("lsp/{}/typing/diagnostics", shape), 20, [make = make](benchmark::State& state) { wait_for_diagnostics(state, make); });
  }
}

}  // namespace bench
