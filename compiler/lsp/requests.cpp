#include "compiler/lsp/requests.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "compiler/lsp/sought.hpp"

namespace rung::lsp {
namespace {

constexpr std::chrono::milliseconds patience{30};      // for what is shown while somebody types
constexpr std::chrono::milliseconds as_long_as_it_takes{-1};

constexpr std::array of_the_text = std::to_array<std::string_view>({"textDocument/documentSymbol", "textDocument/foldingRange", "textDocument/formatting"});
constexpr std::array at_once = std::to_array<std::string_view>(
    {"textDocument/hover", "textDocument/definition", "textDocument/documentHighlight", "textDocument/completion", "textDocument/codeAction", "textDocument/inlayHint", "textDocument/codeLens"});
// These are asked where things are named, and nothing else: known soon, also where nothing is known yet.
constexpr std::array of_places = std::to_array<std::string_view>({"textDocument/definition", "textDocument/documentHighlight"});
constexpr std::array of_all_places = std::to_array<std::string_view>({"textDocument/references", "textDocument/prepareRename", "textDocument/rename"});

template <class List>
bool among(const List& list, std::string_view method) {
  return std::find(list.begin(), list.end(), method) != list.end();
}

}  // namespace

void Requests::answer(const Json& id, const std::string& method, const Json& parameters) {
  Desk& desk = server_.desk_;
  if (method == "workspace/executeCommand") return execute(id, parameters);
  if (method == "workspace/symbol") {
    std::vector<std::shared_ptr<const Analysis>> analyses;
    for (const auto& [uri, document] : desk.documents())
      if (document.analysis) analyses.push_back(document.analysis);
    return server_.reply(id, workspace_symbols(analyses, text_in(parameters, "query"), desk.encoding));
  }
  const bool text = among(of_the_text, method), quick = among(at_once, method), exact = among(of_all_places, method);
  if (!text && !quick && !exact) return server_.fail(id, Failure::unknown_method, "there is no method " + method.substr(0, 100));
  const std::string uri = text_in(member(parameters, "textDocument"), "uri");
  Document* document = desk.find(uri);
  if (document == nullptr) return server_.fail(id, Failure::invalid_parameters, "this text is not open");
  try {
    if (text) return server_.reply_written(id, of_text(method, *document));
    if (exact || (!document->analysis && among(of_places, method))) return server_.reply(id, exactly(method, parameters, *document));
    document = desk.known(uri, patience);
    if (desk.stale(*document)) server_.answered_from_old_ = true;
    server_.reply(id, of_names(method, parameters, *document, document->analysis));
  } catch (const Refusal& refusal) {
    server_.fail(id, Failure::refused, refusal.why);
  }
}

std::string Requests::of_text(const std::string& method, const Document& document) {
  if (method == "textDocument/documentSymbol") return document_symbols(document, server_.desk_.encoding);
  if (method == "textDocument/foldingRange") return folding_ranges(document);
  return formatting(document, server_.desk_.encoding);
}

Json Requests::of_names(const std::string& method, const Json& parameters, const Document& document, const std::shared_ptr<const Analysis>& analysis) {
  const View view(document, analysis, server_.desk_.encoding);
  const Place place = place_in(member(parameters, "position"));
  const Json& range = member(parameters, "range");
  const Place begin = place_in(member(range, "start")), end = place_in(member(range, "end"));
  if (method == "textDocument/hover") return hover(view, place);
  if (method == "textDocument/definition") return definition(view, place);
  if (method == "textDocument/documentHighlight") return highlights(view, place);
  if (method == "textDocument/completion") return completion(view, place);
  if (method == "textDocument/codeAction") return code_actions(view, begin, end);
  if (method == "textDocument/inlayHint") return inlay_hints(view, begin, end);
  return code_lenses(view);
}

Json Requests::exactly(const std::string& method, const Json& parameters, Document& document) {
  const Place place = place_in(member(parameters, "position"));
  const std::string name = method == "textDocument/rename" ? text_in(parameters, "newName") : "";
  std::vector<std::string> words = words_at(*document.text, document.parsed().tree(), document.lines().offset(*document.text, place, server_.desk_.encoding));
  if (!name.empty()) words.push_back(name);
  const View view(document, server_.desk_.look_for(document, words), server_.desk_.encoding);
  if (method == "textDocument/definition") return definition(view, place);
  if (method == "textDocument/documentHighlight") return highlights(view, place);
  if (method == "textDocument/prepareRename") return prepare_rename(view, place);
  if (method == "textDocument/rename") return rename(view, place, name, users(view, place, words, Users::all), *server_.desk_.overlay());
  const Occurrence* there = view.at(place);
  if (there == nullptr) return Json::array();
  return references(everywhere(users(view, place, words, Users::that_name_it), view.analysis(), *there), server_.desk_.encoding, member(member(parameters, "context"), "includeDeclaration") != false);
}

// The files that may name what stands there: those that reach a file that declares it, and this one. A tag is declared wherever something bears it, also in files that those reach; so all of
// them have to be read to know who may name it. Of anything else those need not be that have none of the words in them.
std::vector<User> Requests::users(const View& view, Place place, const std::vector<std::string>& words, Users which) const {
  std::vector<User> out;
  std::set<std::string> seen;                // identities
  const Occurrence* there = view.at(place);
  const bool tag = there != nullptr && there->sort == Sort::tag;
  const auto texts = server_.desk_.overlay();
  const std::string own = model::identity_of(view.document().path);
  const auto add = [&](const std::string& path) {
    const std::string identity = model::identity_of(path);
    if (!seen.insert(identity).second) return;
    if (identity == own) return out.push_back({view.document().path, view.shared()});
    if (which == Users::that_name_it && !tag) {
      const source::Loaded loaded = over(texts)(path);
      if (loaded.bytes && std::none_of(words.begin(), words.end(), [&](const std::string& word) { return stands_in(*loaded.bytes, word); })) return;
    }
    out.push_back({path, look_for(path, texts, words)});
  };
  const UsedBy used_by = there == nullptr ? UsedBy{} : server_.desk_.used_by();
  std::set<std::string> declaring;
  const auto look_at = [&](const Analysis& analysis, Sort sort, const std::string& name) {
    for (const Occurrence& one : analysis.occurrences) {
      if (!one.declares || one.sort != sort || one.span.file >= analysis.program.trees.size() || analysis.name(one.sort, one.id) != name) continue;
      const std::string& path = analysis.compiled.files.path(one.span.file);
      if (declaring.insert(path).second)
        for (const std::string& user : users_of(path, used_by)) add(user);
    }
  };
  if (there != nullptr) look_at(view.analysis(), there->sort, view.analysis().name(there->sort, there->id));
  add(view.document().path);
  for (std::size_t each = 0; each < out.size() && tag; ++each) look_at(*std::shared_ptr(out[each].analysis), Sort::tag, view.analysis().name(there->sort, there->id));
  return out;
}

// A scenario is played by the thread that compiles: a search may take a while.
void Requests::execute(const Json& id, const Json& parameters) {
  const Json& arguments = member(parameters, "arguments");
  if (text_in(parameters, "command") != run_scenario || !arguments.is_array() || arguments.empty() || !arguments[0].is_string() || (arguments.size() > 1 && !arguments[1].is_string()))
    return server_.fail(id, Failure::invalid_parameters, "there is no such command, or its arguments are not a text and the name of a scenario");
  const std::string uri = arguments[0], name = arguments.size() > 1 ? arguments[1].get<std::string>() : "";
  const Document* document = server_.desk_.known(uri, as_long_as_it_takes);
  if (document == nullptr) return server_.fail(id, Failure::invalid_parameters, "this text is not open");
  server_.desk_.worker().post([this_ = &server_, id, name, copy = *document]() -> Worker::Done {
    Run run;
    try {
      run = run_scenarios(View(copy, this_->desk_.encoding), name);
    } catch (const std::exception& problem) {
      run.said = problem.what();
    }
    return [this_, id, uri = copy.uri, text = copy.text, run] {
      if (Document* there = this_->desk_.find(uri); there != nullptr && there->text == text) {
        there->shown = run.diagnostics;
        this_->desk_.show(*there);
      }
      this_->notify("window/showMessage", {{"type", run.passed ? 3 : 2}, {"message", run.said}});
      this_->reply(id, {{"passed", run.passed}, {"message", run.said}});
    };
  });
}

}  // namespace rung::lsp
