// What a program's command line consists of, read from its definition: completions and manual are written from this, and so are never older than the program.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <vector>

namespace rung::command_line {

struct Argument {
  std::vector<std::string> names;        // "-o", "--output"; of an argument that is told by its place one without hyphens, "FILE"
  std::string words;                     // what it means
  std::string usual;                     // its value when nothing is said, or empty
  std::vector<std::string> choices;      // all values that it may have, or empty
  std::vector<std::string> offered;      // when it may have others too: those that completion knows of
  bool takes_value = true;
  bool required = false, several = false;
  bool in_commas = false;                // several may stand in one word, with commas between them

  // What completion has to offer.
  const std::vector<std::string>& completed() const { return choices.empty() ? offered : choices; }
};

struct Verb {
  std::string name, words;
  std::vector<Argument> options, places;
  std::vector<Verb> verbs;
};

Verb described(const CLI::App& app);

// Lets completion offer those values of an argument ("--policy", "NAME"), wherever the verb or one within it has it and does not know all of its values.
enum class Many { as_defined, in_commas };       // the latter of a text in which the program itself parts what stands between commas
void offer(Verb& verb, const std::string& argument, const std::vector<std::string>& values, Many many = Many::as_defined);

// Scripts for shells. `program` is its name.
std::string for_bash(const Verb& program);
std::string for_zsh(const Verb& program);
std::string for_fish(const Verb& program);

// What a manual says besides.
struct Prose {
  std::string version;                   // "rungc 0.1.0"
  std::vector<std::string> description;  // paragraphs
  std::string status_1;                  // what it means
  std::vector<std::pair<std::string, std::string>> environment;
  std::string see_also;                  // the other program
};
// In roff, with the man macros; `program` is described in that language already, and the prose is English (words.hpp).
std::string manual(const Verb& program, const Prose& prose, std::string_view language);

// The verbs `completions` and `man`, in that language. `amend`: of what the definition does not know; `print` says what is to be said.
void add_shell_and_manual(CLI::App& app, Prose prose, std::string language, std::function<void(const std::string&)> print, std::function<void(Verb&)> amend = {});

}  // namespace rung::command_line
