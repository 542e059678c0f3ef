// Any messages to the language server, one a line: answered or refused, never a crash. A line that is no JSON is typed behind the text that is open instead, so that half-typed
// texts are asked about as well.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "compiler/lsp/server.hpp"

namespace {

using rung::lsp::Json;
constexpr const char* uri = "untitled:input.rung";

Json message(const char* method, Json parameters, int id) { return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(parameters)}}; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  // `use` and addresses open what they name; nothing of this machine is to be read, and some of its devices never end.
  if (size > 20'000 || input.find('/') != std::string::npos || input.find("use") != std::string::npos || input.find("%2") != std::string::npos) return 0;
  rung::lsp::Server server([](const std::string&) {});
  const auto take = [&](const std::string& body) {
    server.take(body);
    while (server.step()) {}
    server.tend();
  };
  take(message("initialize", {{"capabilities", Json::object()}}, 1).dump());
  std::string text;
  const Json document = {{"uri", uri}};
  take(Json{{"method", "textDocument/didOpen"}, {"params", {{"textDocument", {{"uri", uri}, {"text", ""}}}}}}.dump());
  for (std::size_t begin = 0; begin < input.size() && !server.ended();) {
    const std::size_t end = std::min(input.find('\n', begin), input.size());
    const std::string line = input.substr(begin, end - begin);
    begin = end + 1;
    if (Json::accept(line)) {
      take(line);
      continue;
    }
    text += line + '\n';
    Json change = {{"method", "textDocument/didChange"}, {"params", {{"textDocument", document}, {"contentChanges", {{{"text", text}}}}}}};
    take(change.dump(-1, ' ', false, Json::error_handler_t::replace));
    const Json place = {{"line", std::count(text.begin(), text.end(), '\n') - 1}, {"character", line.size()}};
    for (const char* method : {"textDocument/completion", "textDocument/hover", "textDocument/rename", "textDocument/codeAction", "textDocument/inlayHint", "textDocument/documentSymbol", "textDocument/foldingRange",
                               "textDocument/formatting"})
      take(message(method, {{"textDocument", document}, {"position", place}, {"newName", "new-name"}, {"range", {{"start", place}, {"end", place}}}}, 2).dump());
  }
  return 0;
}
