#include "compiler/parts/scan.hpp"

#include <algorithm>
#include <optional>

#include "compiler/diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace rung::parts {
namespace {

using grammar::NodeKind;
using grammar::Word;

// As the lexer has it (grammar/lexer.cpp), of what is ASCII.
bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || (c >= 'A' && c <= 'Z') || c == '+' || c == '_'; }
bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The quick look. Every method says false where it cannot be sure.
class Look {
 public:
  explicit Look(std::string_view text) : text_(text) {}

  std::optional<Scan> run() {
    if (!begins_in_english()) return std::nullopt;
    const bool sure = each("use", [&](std::size_t at) { return use(at); }) && each("framework", [&](std::size_t at) { return framework(at); }) &&
                      each("institution", [&](std::size_t at) { return institution(at); }) && each("policy", [&](std::size_t at) { return policy(at); });
    return sure ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  // After comments and blanks: rung 1 en, and words that are English too, as the parser will find them.
  bool begins_in_english() const {
    std::size_t at = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (at < text_.size() && (is_blank(text_[at]) || text_[at] == '#')) at = text_[at] == '#' ? std::min(text_.find('\n', at), text_.size()) : at + 1;
    constexpr std::string_view version = "rung 1 en";
    if (!text_.substr(at).starts_with(version) || (at + version.size() < text_.size() && !is_blank(text_[at + version.size()]))) return false;
    return grammar::language_of_words(text_.substr(std::min(text_.find('\n', at), text_.size())), "en") == "en";
  }

  // Calls found(place after it) wherever the word stands by itself.
  template <class Found>
  bool each(std::string_view word, Found found) const {
    for (std::size_t at = text_.find(word); at != std::string_view::npos; at = text_.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at > 0 && is_word(text_[at - 1])) || (end < text_.size() && is_word(text_[end]))) continue;
      if (!found(end)) return false;
    }
    return true;
  }

  // Past blanks; npos where a comment or a character that is no ASCII stands in between.
  std::size_t past_blanks(std::size_t at) const {
    while (at < text_.size() && is_blank(text_[at])) ++at;
    if (at < text_.size() && (text_[at] == '#' || static_cast<unsigned char>(text_[at]) >= 0x80)) return std::string_view::npos;
    return at;
  }

  bool use(std::size_t at) {
    const std::size_t word = at - 3;
    at = past_blanks(at);
    if (at == std::string_view::npos) return false;
    if (at == text_.size() || text_[at] != '"') return true;                 // not a declaration
    // In a comment, perhaps: the file that it names must not be read for that.
    const std::size_t line = word == 0 ? 0 : text_.rfind('\n', word - 1) + 1;
    if (!std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(line), text_.begin() + static_cast<std::ptrdiff_t>(word), is_blank)) return false;
    const std::size_t end = text_.find_first_of("\"\\\n", at + 1);
    if (end == std::string_view::npos || text_[end] != '"' || end == at + 1) return false;
    out_.uses.emplace_back(text_.substr(at + 1, end - at - 1));
    return true;
  }

  // The name after a word of declaration, when a title or a brace follows; empty when none does; none when that is not clear.
  std::optional<std::string_view> declared(std::size_t at) const {
    at = past_blanks(at);
    if (at == std::string_view::npos) return std::nullopt;
    const std::size_t begin = at;
    while (at < text_.size() && is_word(text_[at])) ++at;
    const std::string_view name = text_.substr(begin, at - begin);
    if (name.empty()) return name;
    at = past_blanks(at);
    if (at == std::string_view::npos) return std::nullopt;
    return at == text_.size() || text_[at] == '"' || text_[at] == '{' ? name : std::string_view();
  }

  bool framework(std::size_t at) {
    const auto name = declared(at);
    if (name && !name->empty()) out_.frameworks.emplace_back(*name);
    return name.has_value();
  }

  bool institution(std::size_t at) {
    const auto name = declared(at);
    if (name && !name->empty()) out_.institutions.emplace_back(*name);
    return name.has_value();
  }

  bool policy(std::size_t at) {
    const auto name = declared(at);
    if (name && !name->empty()) out_.policies = true;
    return name.has_value();
  }

  std::string_view text_;
  Scan out_;
};

}  // namespace

Scan scan_by_parsing(std::string_view text) {
  source::Files files;
  diagnostics::Sink sink;
  const auto file = files.add("", std::string(text));
  if (source::first_invalid_utf8(text) || text.find('\0') != std::string_view::npos) return {};   // nothing is read of it
  const grammar::Tree tree = grammar::parse(files, file, sink);
  Scan out;
  for (const std::uint32_t node : tree.declarations) {
    const bool broken = tree[node].kind == NodeKind::broken;
    const auto is = [&](NodeKind kind, Word word) { return tree[node].kind == kind || (broken && tree[node].word == word); };
    const std::uint32_t name_node = grammar::child(tree, node, NodeKind::name);
    const std::string name = name_node == grammar::no_node ? std::string() : std::string(files.text(tree.span(name_node)));
    if (tree[node].kind == NodeKind::use) out.uses.push_back(grammar::unquoted(files.text(tree.span(grammar::child(tree, node, NodeKind::text)))));
    if (is(NodeKind::policy, Word::policy)) out.policies = true;
    if (name.empty()) continue;
    if (is(NodeKind::framework, Word::framework)) out.frameworks.push_back(name);
    if (is(NodeKind::institution, Word::institution)) out.institutions.push_back(name);
  }
  return out;
}

Scan scan(std::string_view text) {
  if (auto seen = Look(text).run()) return std::move(*seen);
  return scan_by_parsing(text);
}

}  // namespace rung::parts
