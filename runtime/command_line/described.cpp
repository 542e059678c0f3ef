#include "runtime/command_line/described.hpp"

#include <algorithm>
#include <memory>

namespace rung::command_line {
namespace {

Argument described(const CLI::Option& option) {
  Argument out;
  if (option.nonpositional()) {
    for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  } else {
    out.names.push_back(option.get_name(true));
  }
  out.words = option.get_description();
  out.usual = option.get_default_str();
  out.takes_value = !option.nonpositional() || option.get_items_expected_max() > 0;
  out.required = option.get_required();
  out.several = option.get_items_expected_max() > 1;
  out.in_commas = option.get_delimiter() == ',';
  // "TEXT:{text,json}": the library knows its choices only as words.
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{'), end = type.find('}');
  if (begin != std::string::npos && end != std::string::npos)
    for (std::size_t at = begin + 1; at <= end;) {
      const std::size_t comma = std::min(type.find(',', at), end);
      out.choices.push_back(type.substr(at, comma - at));
      at = comma + 1;
    }
  return out;
}

}  // namespace

Verb described(const CLI::App& app) {
  Verb out{app.get_name(), app.get_description(), {}, {}, {}};
  for (const CLI::Option* option : app.get_options()) (option->nonpositional() ? out.options : out.places).push_back(described(*option));
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) out.verbs.push_back(described(*verb));
  return out;
}

void offer(Verb& verb, const std::string& argument, const std::vector<std::string>& values, Many many) {
  for (std::vector<Argument>* all : {&verb.options, &verb.places})
    for (Argument& one : *all) {
      if (!one.choices.empty() || std::find(one.names.begin(), one.names.end(), argument) == one.names.end()) continue;
      one.offered.insert(one.offered.end(), values.begin(), values.end());
      if (many == Many::in_commas) one.in_commas = true;
    }
  for (Verb& inner : verb.verbs) offer(inner, argument, values, many);
}

void add_shell_and_manual(CLI::App& app, Prose prose, std::string language, std::function<void(const std::string&)> print, std::function<void(Verb&)> amend) {
  const auto all = [&app, amend] {
    Verb out = described(app);
    if (amend) amend(out);
    return out;
  };
  const auto shell = std::make_shared<std::string>();
  auto& completions = *app.add_subcommand("completions", "A script by which a shell completes this program's command lines");
  completions.add_option("SHELL", *shell, "Which shell")->required()->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completions.callback([=] { print(*shell == "bash" ? for_bash(all()) : *shell == "zsh" ? for_zsh(all()) : for_fish(all())); });
  app.add_subcommand("man", "This program's manual page, for man -l")->callback([=, prose = std::move(prose)] { print(manual(all(), prose, language)); });
}

}  // namespace rung::command_line
