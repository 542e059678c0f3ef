// Which request is which feature, and how much each may wait for.
#pragma once

#include "compiler/lsp/server.hpp"
#include "compiler/lsp/view.hpp"

namespace rung::lsp {

class Requests {
 public:
  explicit Requests(Server& server) : server_(server) {}
  void answer(const Json& id, const std::string& method, const Json& parameters);

 private:
  Json of_text(const std::string& method, const Json& parameters, const Document& document);
  Json of_names(const std::string& method, const Json& parameters, const Document& document);
  void execute(const Json& id, const Json& parameters);
  std::vector<std::string> users(const View& view, Place place) const;

  Server& server_;
};

}  // namespace rung::lsp
