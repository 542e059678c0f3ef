#include "compiler/rungc/further_verbs.hpp"

#include <memory>

#include "compiler/rungc/verbs.hpp"

namespace rungc {
namespace {

void add_format(CLI::App& verb, std::string& format, const std::vector<std::string>& known) {
  verb.add_option("--format", format, "How to answer")->check(CLI::IsMember(known))->capture_default_str();
}

void add_new(CLI::App& app, int& status) {
  const auto options = std::make_shared<NewOptions>();
  auto& verb = *app.add_subcommand("new", "A framework to start from: a file that compiles, how its table is built, a page about both");
  verb.add_option("NAME", options->name, "The framework's name, such as elmwood-college")->required();
  verb.add_option("-o,--output", options->output, "The folder for it; else one of that name");
  add_format(verb, options->format, {"text", "json"});
  verb.callback([options, &status] { status = make_new(*options); });
}

}  // namespace

void add_further_verbs(CLI::App& app, int& status) {
  add_new(app, status);
}

}  // namespace rungc
