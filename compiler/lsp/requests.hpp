// Which request is which feature, and how much each may wait for.
#pragma once

#include "compiler/lsp/features.hpp"
#include "compiler/lsp/server.hpp"

namespace rung::lsp {

class Requests {
 public:
  explicit Requests(Server& server) : server_(server) {}
  void answer(const Json& id, const std::string& method, const Json& parameters);

 private:
  std::string of_text(const std::string& method, const Document& document);   // as it is sent
  Json of_names(const std::string& method, const Json& parameters, const Document& document, const std::shared_ptr<const Analysis>& analysis);
  // What only asks where things are named that are called as the one at the place.
  Json exactly(const std::string& method, const Json& parameters, Document& document);
  void execute(const Json& id, const Json& parameters);
  enum class Users : std::uint8_t { that_name_it, all };
  std::vector<User> users(const View& view, Place place, const std::vector<std::string>& words, Users which) const;

  Server& server_;
};

}  // namespace rung::lsp
