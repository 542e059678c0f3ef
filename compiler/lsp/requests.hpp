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
  std::string of_text(const std::string& method, const Document& document);   // as it is sent
  Json of_names(const std::string& method, const Json& parameters, const Document& document, const std::shared_ptr<const Analysis>& analysis);
  void execute(const Json& id, const Json& parameters);
  std::vector<std::string> users(const View& view, Place place) const;

  Server& server_;
};

}  // namespace rung::lsp
