#include "compiler/lsp/server.hpp"

#include <algorithm>

#include "compiler/lsp/features.hpp"
#include "compiler/lsp/messages.hpp"
#include "compiler/lsp/requests.hpp"
#include "compiler/lsp/transport.hpp"

namespace rung::lsp {
namespace {

bool sound_id(const Json& id) { return id.is_string() || id.is_number_integer(); }

Json capabilities(Encoding encoding) {
  return {{"positionEncoding", encoding == Encoding::utf8 ? "utf-8" : "utf-16"},
          {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", true}}},
          {"hoverProvider", true},
          {"definitionProvider", true},
          {"referencesProvider", true},
          {"documentHighlightProvider", true},
          {"renameProvider", {{"prepareProvider", true}}},
          {"completionProvider", {{"triggerCharacters", {" ", "."}}}},
          {"documentSymbolProvider", true},
          {"workspaceSymbolProvider", true},
          {"foldingRangeProvider", true},
          {"documentFormattingProvider", true},
          {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}},
          {"inlayHintProvider", true},
          {"codeLensProvider", {{"resolveProvider", false}}},
          {"executeCommandProvider", {{"commands", {run_scenario}}}},
          {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
}

}  // namespace

Server::Server(Send send)
    : send_(std::move(send)), desk_([this](const std::string& uri, std::optional<std::int64_t> version, Json diagnostics) {
        Json parameters = {{"uri", uri}, {"diagnostics", std::move(diagnostics)}};
        if (version) parameters["version"] = *version;
        notify("textDocument/publishDiagnostics", std::move(parameters));
      }) {}

void Server::reply_written(const Json& id, const std::string& result) { send_(R"({"id":)" + written(id) + R"(,"jsonrpc":"2.0","result":)" + result + '}'); }

void Server::fail(const Json& id, Failure failure, const std::string& why) {
  send_(written({{"jsonrpc", "2.0"}, {"id", id}, {"error", {{"code", static_cast<int>(failure)}, {"message", why}}}}));
}

void Server::notify(const char* method, Json parameters) { send_(written({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(parameters)}})); }

void Server::take(const std::string& body) {
  Json message = read_message(body);
  if (message.is_discarded()) return fail(nullptr, Failure::parse, "the message is no JSON, or too long");
  const Json& method = member(message, "method");
  const Json& id = member(message, "id");
  // The answer to something that was asked of the client.
  if (message.is_object() && method.is_null() && (message.contains("result") || message.contains("error"))) return;
  if (!method.is_string() || (message.contains("id") && !sound_id(id))) return fail(sound_id(id) ? id : Json(), Failure::invalid_request, "the message is no request and no notification");
  if (method == "$/cancelRequest") return cancel(member(member(message, "params"), "id"));
  waiting_.push_back({std::move(message)});
}

void Server::cancel(const Json& id) {
  for (Waiting& one : waiting_)
    if (one.message.contains("id") && one.message["id"] == id) one.cancelled = true;
}

bool Server::step() {
  if (waiting_.empty()) return false;
  const Waiting next = std::move(waiting_.front());
  waiting_.pop_front();
  const std::string method = text_in(next.message, "method");
  const Json& parameters = member(next.message, "params");
  try {
    if (next.message.contains("id")) {
      const Json& id = next.message["id"];
      if (next.cancelled) fail(id, Failure::cancelled, "cancelled");
      else answer(id, method, parameters);
    } else {
      notified(method, parameters);
    }
  } catch (const std::exception& problem) {
    if (next.message.contains("id")) fail(next.message["id"], Failure::internal, problem.what());
  }
  return true;
}

void Server::notified(const std::string& method, const Json& parameters) {
  if (method == "exit") {
    ended_ = shut_down_ ? 0 : 1;
    return;
  }
  if (!initialized_ || shut_down_) return;
  const Json& document = member(parameters, "textDocument");
  const std::string uri = text_in(document, "uri");
  const Json& version = member(document, "version");
  const std::int64_t number = version.is_number_integer() ? version.get<std::int64_t>() : 0;
  if (method == "textDocument/didOpen" && !uri.empty()) desk_.open(uri, number, text_in(document, "text"));
  if (method == "textDocument/didChange") desk_.change(uri, number, member(parameters, "contentChanges"));
  if (method == "textDocument/didClose") desk_.close(uri);
  if (method == "workspace/didChangeWatchedFiles") desk_.disk_changed();
  if (method == "workspace/didChangeWorkspaceFolders") {
    const Json& event = member(parameters, "event");
    for (const Json& gone : member(event, "removed")) std::erase(desk_.folders, path_of(text_in(gone, "uri")));
    for (const Json& added : member(event, "added")) desk_.folders.push_back(path_of(text_in(added, "uri")));
  }
}

void Server::answer(const Json& id, const std::string& method, const Json& parameters) {
  if (shut_down_) return fail(id, Failure::invalid_request, "the server has been shut down");
  if (method == "initialize") {
    if (initialized_) return fail(id, Failure::invalid_request, "the server is initialized already");
    return reply(id, initialize(parameters));
  }
  if (!initialized_) return fail(id, Failure::not_initialized, "the server is not initialized");
  if (method == "shutdown") {
    shut_down_ = true;
    return reply(id, nullptr);
  }
  Requests(*this).answer(id, method, parameters);
}

Json Server::initialize(const Json& parameters) {
  initialized_ = true;
  const Json& client = member(parameters, "capabilities");
  const Json& encodings = member(member(client, "general"), "positionEncodings");
  if (encodings.is_array() && std::find(encodings.begin(), encodings.end(), "utf-8") != encodings.end()) desk_.encoding = Encoding::utf8;
  refresh_hints_ = member(member(member(client, "workspace"), "inlayHint"), "refreshSupport") == true;
  refresh_lenses_ = member(member(member(client, "workspace"), "codeLens"), "refreshSupport") == true;
  const Json& folders = member(parameters, "workspaceFolders");
  for (const Json& folder : folders.is_array() ? folders : Json::array())
    if (const std::string uri = text_in(folder, "uri"); uri.starts_with("file:")) desk_.folders.push_back(path_of(uri));
  if (const std::string root = text_in(parameters, "rootUri"); desk_.folders.empty() && root.starts_with("file:")) desk_.folders.push_back(path_of(root));
  return {{"capabilities", capabilities(desk_.encoding)}, {"serverInfo", {{"name", "rungc"}, {"version", "0.1.0"}}}};
}

void Server::tend() {
  if (!desk_.tend() || !std::exchange(answered_from_old_, false)) return;
  const auto ask = [&](const char* method) { send_(written({{"jsonrpc", "2.0"}, {"id", "rung-" + std::to_string(++asked_)}, {"method", method}})); };
  if (refresh_hints_) ask("workspace/inlayHint/refresh");
  if (refresh_lenses_) ask("workspace/codeLens/refresh");
}

int serve(int in, int out) {
  bool heard = true;
  Server server([&](const std::string& message) { heard = heard && write_message(out, message); });
  Input input(in, server.desk().worker().bell());
  std::string body;
  while (heard && !server.ended()) {
    // Whatever has come is looked at first: it may cancel what waits.
    while (!server.full() && input.next(body, 0) == Input::Came::message) server.take(body);
    server.tend();
    if (server.step()) continue;
    const Input::Came came = input.next(body, server.desk().due());
    if (came == Input::Came::message) server.take(body);
    if (came == Input::Came::end) return 1;              // without an `exit`
  }
  return server.ended().value_or(1);
}

}  // namespace rung::lsp
