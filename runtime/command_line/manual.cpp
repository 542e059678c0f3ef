// The manual page, in the man macros: what `--help` knows, and a little prose.
#include "runtime/command_line/described.hpp"
#include "runtime/command_line/words.hpp"
#include "runtime/table/filled.hpp"

namespace rung::command_line {
namespace {

// Text that roff takes for text: a hyphen is what is typed, and what is not ASCII has a name of its own.
std::string roff(std::string_view text) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string out = text.starts_with('.') || text.starts_with('\'') ? "\\&" : "";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\\') out += "\\e";
    else if (byte == '-') out += "\\-";
    else if (byte == '"') out += "\\(dq";
    else if (byte == '\n') out += ' ';
    else if (byte < 0x80) out += text[at];
    else {
      std::uint32_t code = byte & (byte >= 0xF0 ? 0x07u : byte >= 0xE0 ? 0x0Fu : 0x1Fu);
      while (at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0xC0) == 0x80) code = code << 6 | (static_cast<unsigned char>(text[++at]) & 0x3Fu);
      std::string name;
      for (; code > 0 || name.size() < 4; code >>= 4) name.insert(name.begin(), digits[code & 15]);
      out += "\\[u" + name + "]";
    }
  }
  return out;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string slanted(const std::string& text) { return "\\fI" + roff(text) + "\\fR"; }

class Manual {
 public:
  Manual(std::string_view language, const Prose& prose) : language_(language), prose_(prose) {}

  std::string of(const Verb& program) const {
    std::string upper = program.name;
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    const std::size_t colon = program.words.find(": ");   // "Rung: checks …"; in French a blank that does not break stands before it
    std::string out = ".\\\" Written by: " + program.name + " man\n.TH " + upper + " 1 \"\" \"" + roff(prose_.version) + "\" \"Rung\"\n";
    out += head("NAME") + roff(program.name) + " \\- " + roff(colon == std::string::npos ? program.words : program.words.substr(colon + 2)) + "\n" + head("SYNOPSIS") + bold(program.name) + " " + named("VERB") + " [" + named("OPTION") +
           "]\\&... " + named("ARGUMENT") + "\\&...\n" + head("DESCRIPTION");
    for (std::size_t i = 0; i < prose_.description.size(); ++i) out += (i == 0 ? "" : ".PP\n") + in(prose_.description[i]) + "\n";
    out += head("OPTIONS");
    for (const Argument& option : program.options) out += entry(option);
    out += head("VERBS") + verbs(program.name, program);
    out += head("EXIT STATUS") + ".TP\n0\n" + in("It was done.") + "\n.TP\n1\n" + in(prose_.status_1) + "\n.TP\n2\n" + in("The command is wrong, or a file cannot be read or written.") + "\n" + head("ENVIRONMENT");
    for (const auto& [name, means] : prose_.environment) out += ".TP\n" + bold(name) + "\n" + in(means) + "\n";
    return out + head("SEE ALSO") + bold(prose_.see_also) + "(1)\n";
  }

 private:
  std::string in(std::string_view english) const { return roff(said(language_, english)); }
  std::string head(std::string_view english) const { return ".SH " + in(english) + "\n"; }
  std::string named(std::string_view english) const { return slanted(said(language_, english)); }

  std::string usage(const std::string& command, const Verb& verb) const {
    std::string out = bold(command);
    for (const Argument& option : verb.options)
      if (option.required) out += " " + bold(option.names.front()) + " " + named("VALUE");
    if (!verb.options.empty()) out += " [" + named("OPTION") + "]\\&...";
    for (const Argument& place : verb.places) {
      const std::string one = named(place.names.front()) + (place.several ? "\\&..." : "");
      out += place.required ? " " + one : " [" + one + "]";
    }
    return out + "\n";
  }

  std::string entry(const Argument& argument) const {
    std::string head;
    for (const std::string& name : argument.names) head += (head.empty() ? "" : ", ") + (name.starts_with("-") ? bold(name) : named(name));
    if (argument.names.front().starts_with("-") && argument.takes_value) {
      std::string choices;
      for (const std::string& one : argument.choices) choices += (choices.empty() ? "" : "|") + one;
      head += " " + (choices.empty() ? named("VALUE") : bold(choices));
    }
    std::string words = roff(argument.words);
    if (!argument.usual.empty()) words += roff(table::filled(said(language_, " ({0} when nothing is said)"), {argument.usual}));
    return ".TP\n" + head + "\n" + words + ".\n";
  }

  std::string verbs(const std::string& command, const Verb& verb) const {
    std::string out;
    for (const Verb& inner : verb.verbs) {
      const std::string whole = command + " " + inner.name;
      if (inner.verbs.empty()) {
        out += ".SS " + roff(whole.substr(whole.find(' ') + 1)) + "\n" + usage(whole, inner) + ".PP\n" + roff(inner.words) + ".\n";
        for (const Argument& place : inner.places) out += entry(place);
        for (const Argument& option : inner.options) out += entry(option);
      }
      out += verbs(whole, inner);
    }
    return out;
  }

  std::string_view language_;
  const Prose& prose_;
};

}  // namespace

std::string manual(const Verb& program, const Prose& prose, std::string_view language) { return Manual(language, prose).of(program); }

}  // namespace rung::command_line
