#include "runtime/command_line/speaking.hpp"

#include <memory>

#include "runtime/command_line/words.hpp"

namespace rung::command_line {
namespace {

// "UINT:INT in [1 - 256]", "TEXT:{text,json}": what is between colons is told by itself.
std::string type_in(std::string_view language, const std::string& type) {
  std::string out;
  for (std::size_t at = 0; at <= type.size();) {
    const std::size_t end = std::min(type.find(':', at), type.size());
    out += (at == 0 ? "" : ":") + said(language, type.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// The library has its own words for heads of sections and for kinds of values; it measures columns in bytes, so what stands in the first is in plain letters.
class Formatter : public CLI::Formatter {
 public:
  explicit Formatter(std::string_view language) : language_(language) {
    for (const char* const word : {"OPTIONS", "SUBCOMMAND", "SUBCOMMANDS", "REQUIRED", "Excludes"}) label(word, said(language_, word));
  }

  std::string make_usage(const CLI::App* app, std::string name) const override { return headed(CLI::Formatter::make_usage(app, std::move(name))); }
  std::string make_group(std::string group, bool is_positional, std::vector<const CLI::Option*> options) const override {
    return headed(CLI::Formatter::make_group(std::move(group), is_positional, std::move(options)));
  }
  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode mode) const override { return headed(CLI::Formatter::make_subcommands(app, mode)); }
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    const std::string name = CLI::Formatter::make_option_name(option, is_positional);
    return is_positional ? said(language_, name) : name;
  }

 private:
  // With its first head, which stands before the first colon, in the language.
  std::string headed(std::string text) const {
    const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size()), colon = text.find(':', begin);
    return colon == std::string::npos ? text : text.substr(0, begin) + said(language_, text.substr(begin, colon + 1 - begin)) + text.substr(colon + 1);
  }

  std::string language_;
};

void put_into(std::string_view language, CLI::App& app, const std::shared_ptr<Formatter>& formatter) {
  app.formatter(formatter);
  app.description(said(language, app.get_description()));
  for (CLI::Option* const option : app.get_options()) {
    option->description(said(language, option->get_description()));
    formatter->label(option->get_type_name(), type_in(language, option->get_type_name()));
  }
  for (CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; })) put_into(language, *verb, formatter);
}

}  // namespace

void put_into(std::string_view language, CLI::App& app) {
  if (language != "en") put_into(language, app, std::make_shared<Formatter>(language));
}

void add_day_of_no_matter(CLI::App& app, const std::vector<std::string>& verbs, std::function<std::string(const std::string&)> is_a_day) {
  for (const std::string& verb : verbs)
    app.get_subcommand(verb)->add_option("--on", "The day of the question, 2026-10-01 or today, as everywhere; nothing here depends on it")->check(is_a_day)->type_name("TEXT")->expected(1);
}

void add_locale(CLI::App& app, std::string& language) {
  for (CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    if (verb->get_option_no_throw("--locale") == nullptr && verb->get_help_ptr() != nullptr)
      verb->add_option("--locale", language, "In which language people are answered: en, fr; else in that of the environment")->check(CLI::IsMember({"en", "fr"}));
    add_locale(*verb, language);
  }
}

}  // namespace rung::command_line
