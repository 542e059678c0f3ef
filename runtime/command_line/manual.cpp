// The manual page, in the man macros: what `--help` knows, and a little prose.
#include "runtime/command_line/described.hpp"

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

std::string usage(const std::string& command, const Verb& verb) {
  std::string out = bold(command);
  for (const Argument& option : verb.options)
    if (option.required) out += " " + bold(option.names.front()) + " " + slanted("VALUE");
  if (!verb.options.empty()) out += " [" + slanted("OPTION") + "]\\&...";
  for (const Argument& place : verb.places) {
    const std::string one = slanted(place.names.front()) + (place.several ? "\\&..." : "");
    out += place.required ? " " + one : " [" + one + "]";
  }
  return out + "\n";
}

std::string entry(const Argument& argument) {
  std::string head;
  for (const std::string& name : argument.names) head += (head.empty() ? "" : ", ") + (name.starts_with("-") ? bold(name) : slanted(name));
  if (argument.names.front().starts_with("-") && argument.takes_value) {
    std::string choices;
    for (const std::string& one : argument.choices) choices += (choices.empty() ? "" : "|") + one;
    head += " " + (choices.empty() ? slanted("VALUE") : bold(choices));
  }
  std::string words = roff(argument.words);
  if (!argument.usual.empty()) words += " (" + roff(argument.usual) + " when nothing is said)";
  return ".TP\n" + head + "\n" + words + ".\n";
}

std::string verbs(const std::string& command, const Verb& verb) {
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

}  // namespace

std::string manual(const Verb& program, const Prose& prose) {
  std::string upper = program.name;
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  std::string words = program.words;
  if (words.starts_with("Rung: ")) words.erase(0, 6);
  std::string out = ".\\\" Written by: " + program.name + " man\n.TH " + upper + " 1 \"\" \"" + roff(prose.version) + "\" \"Rung\"\n";
  out += ".SH NAME\n" + roff(program.name) + " \\- " + roff(words) + "\n.SH SYNOPSIS\n" + bold(program.name) + " " + slanted("VERB") + " [" + slanted("OPTION") + "]\\&... " + slanted("ARGUMENT") + "\\&...\n";
  out += ".SH DESCRIPTION\n";
  for (std::size_t i = 0; i < prose.description.size(); ++i) out += (i == 0 ? "" : ".PP\n") + roff(prose.description[i]) + "\n";
  out += ".SH OPTIONS\n";
  for (const Argument& option : program.options) out += entry(option);
  out += ".SH VERBS\n" + verbs(program.name, program);
  out += ".SH EXIT STATUS\n.TP\n0\nIt was done.\n.TP\n1\n" + roff(prose.status_1) + "\n.TP\n2\nThe command is wrong, or a file cannot be read or written.\n.SH ENVIRONMENT\n";
  for (const auto& [name, means] : prose.environment) out += ".TP\n" + bold(name) + "\n" + roff(means) + "\n";
  return out + ".SH SEE ALSO\n" + bold(prose.see_also) + "(1)\n";
}

}  // namespace rung::command_line
