// Scripts that complete verbs, options and the values that are few; where a file may stand, the shell's own completion does the rest.
#include "runtime/command_line/described.hpp"

namespace rung::command_line {
namespace {

std::string joined(const std::vector<std::string>& words, const std::string& between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

// A text in a shell's single quotes; `before` goes before each of `special`.
std::string escaped(const std::string& text, std::string_view special, const std::string& before = "\\") {
  std::string out;
  for (const char c : text) out += (special.find(c) == std::string_view::npos ? "" : before) + std::string(1, c);
  return out;
}

// Each verb with the whole way to it: "", "check", "import", "import csv".
template <class Visit>
void each(const Verb& verb, const std::vector<std::string>& way, const Visit& visit) {
  visit(verb, way);
  for (const Verb& inner : verb.verbs) {
    std::vector<std::string> further = way;
    further.push_back(inner.name);
    each(inner, further, visit);
  }
}

std::string name_of_function(const Verb& program, const std::vector<std::string>& way) {
  std::string out = "_" + program.name;
  for (const std::string& word : way) out += "_" + word;
  for (char& c : out) c = c == '-' ? '_' : c;
  return out;
}

}  // namespace

std::string for_bash(const Verb& program) {
  std::string ways, values, words;
  each(program, {}, [&](const Verb& verb, const std::vector<std::string>& way) {
    const std::string whole = joined(way, " ");
    std::vector<std::string> options, plain;
    for (const Verb& inner : verb.verbs) {
      plain.push_back(inner.name);
      ways += (ways.empty() ? "" : " | ") + std::string("\"") + whole + ":" + inner.name + "\"";
    }
    for (const Argument& place : verb.places) plain.insert(plain.end(), place.completed().begin(), place.completed().end());
    for (const Argument& option : verb.options) {
      options.insert(options.end(), option.names.begin(), option.names.end());
      if (!option.takes_value) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : option.names) patterns.push_back("\"" + whole + ":" + name + "\"");
      values += "    " + joined(patterns, " | ") + ") choices=\"" + joined(option.completed(), " ") + "\" options=" + (option.in_commas ? " list=1" : "") + " ;;\n";
    }
    words += "    \"" + whole + "\") choices=\"" + joined(plain, " ") + "\" options=\"" + joined(options, " ") + "\" ;;\n";
  });
  const std::string function = name_of_function(program, {});
  return "# Completes " + program.name + " in bash; written by: " + program.name + " completions bash\n" + function + R"(() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= choices= options= list= i
  # bash takes --format=json for three words
  if [[ $word == "=" ]]; then word=
  elif [[ $before == "=" ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case "$verb:${COMP_WORDS[i]}" in
      )" + ways + R"() verb="${verb:+$verb }${COMP_WORDS[i]}" ;;
    esac
  done
  case "$verb" in
)" + words + R"(  esac
  case "$verb:$before" in
)" + values + R"(  esac
  # what is left empty is completed with the names of files
  [[ $word == -* ]] && choices=$options
  if [[ $list && $word == *,* ]]; then COMPREPLY=($(compgen -P "${word%,*}," -W "$choices" -- "${word##*,}"))
  else COMPREPLY=($(compgen -W "$choices" -- "$word")); fi
}
complete -o default -F )" + function + " " + program.name + "\n";
}

std::string for_zsh(const Verb& program) {
  std::string out = "#compdef " + program.name + "\n# Completes " + program.name + " in zsh; written by: " + program.name + " completions zsh\n";
  const auto quoted = [](const std::string& text) { return "'" + escaped(text, "'", "'\\'") + "'"; };
  each(program, {}, [&](const Verb& verb, const std::vector<std::string>& way) {
    out += "\n" + name_of_function(program, way) + "() {\n";
    if (!verb.verbs.empty()) out += "  local line state\n";
    out += verb.verbs.empty() ? "  _arguments -s" : "  _arguments -C";
    const auto values = [](const Argument& of) {
      const std::string known = joined(of.completed(), " ");
      return known.empty() ? std::string("_files") : of.in_commas ? "_values -s , value " + known : "(" + known + ")";
    };
    for (const Argument& option : verb.options)
      for (const std::string& name : option.names) {
        std::string spec = option.several ? "*" : "(" + joined(option.names, " ") + ")";
        spec += name + (option.takes_value ? (name.starts_with("--") ? "=" : "+") : "") + "[" + escaped(option.words, "[]\\:") + "]";
        if (option.takes_value) spec += ":value:" + values(option);
        out += " \\\n    " + quoted(spec);
      }
    if (!verb.verbs.empty()) {
      out += " \\\n    '1: :->verb' '*:: :->rest'\n  case $state in\n    verb)\n      local -a verbs=(\n";
      for (const Verb& inner : verb.verbs) out += "        " + quoted(inner.name + ":" + escaped(inner.words, ":\\")) + "\n";
      out += "      )\n      _describe verb verbs ;;\n    rest)\n      case $line[1] in\n";
      for (const Verb& inner : verb.verbs) {
        std::vector<std::string> further = way;
        further.push_back(inner.name);
        out += "        " + inner.name + ") " + name_of_function(program, further) + " ;;\n";
      }
      out += "      esac ;;\n  esac\n";
    } else {
      for (const Argument& place : verb.places) out += " \\\n    " + quoted(std::string(place.several ? "*" : "") + ":" + place.names.front() + ":" + values(place));
      out += "\n";
    }
    out += "}\n";
  });
  const std::string function = name_of_function(program, {});
  // Read by the completion system it is the body of a function; read by hand it has to say what it is for.
  return out + "\nif [ \"$funcstack[1]\" = " + function + " ]; then\n  " + function + " \"$@\"\nelse\n  compdef " + function + " " + program.name + "\nfi\n";
}

std::string for_fish(const Verb& program) {
  std::string out = "# Completes " + program.name + " in fish; written by: " + program.name + " completions fish\n";
  const auto quoted = [](const std::string& text) { return "'" + escaped(text, "'\\") + "'"; };
  each(program, {}, [&](const Verb& verb, const std::vector<std::string>& way) {
    std::string when;
    for (const std::string& word : way) when += (when.empty() ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") + word;
    const std::string begin = "complete -c " + program.name + " -n ", here = quoted(way.empty() ? "__fish_use_subcommand" : when);
    std::vector<std::string> inside;
    for (const Verb& inner : verb.verbs) inside.push_back(inner.name);
    const std::string before = way.empty() ? here : quoted(when + "; and not __fish_seen_subcommand_from " + joined(inside, " "));
    for (const Verb& inner : verb.verbs) out += begin + before + " -f -a " + inner.name + " -d " + quoted(inner.words) + "\n";
    for (const Argument& place : verb.places)
      if (!place.completed().empty()) out += begin + here + " -f -a " + quoted(joined(place.completed(), " ")) + " -d " + quoted(place.words) + "\n";
    for (const Argument& option : verb.options) {
      out += begin + here;
      for (const std::string& name : option.names) out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (option.takes_value) out += option.completed().empty() ? std::string(" -r") : " -x -a " + quoted(option.in_commas ? "(__fish_append , " + joined(option.completed(), " ") + ")" : joined(option.completed(), " "));
      out += " -d " + quoted(option.words) + "\n";
    }
  });
  return out;
}

}  // namespace rung::command_line
