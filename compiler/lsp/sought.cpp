#include "compiler/lsp/sought.hpp"

#include <string.h>

#include <algorithm>

#include "compiler/model/names.hpp"

namespace rung::lsp {
namespace {

using grammar::NodeKind;

// Where it stands first, or npos. memmem is several times faster than find, which looks for the first letter.
std::size_t place_in(std::string_view text, std::string_view letters) {
  const auto* there = static_cast<const char*>(::memmem(text.data(), text.size(), letters.data(), letters.size()));
  return there == nullptr ? std::string_view::npos : static_cast<std::size_t>(there - text.data());
}

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

// Calls found(place) wherever the word stands, until that says false.
template <class Found>
void each_place(std::string_view text, std::string_view word, const Found& found) {
  for (std::size_t from = 0; from < text.size() && !word.empty();) {
    const std::size_t next = place_in(text.substr(from), word);
    if (next == std::string_view::npos) return;
    const std::size_t at = from + next, end = at + word.size();
    from = at + 1;
    // Behind a digit a word may begin: 380CAD is a number and a currency.
    if ((at > 0 && letter(text[at - 1])) || (end < text.size() && (letter(text[end]) || digit(text[end])))) continue;
    if (!found(static_cast<std::uint32_t>(at))) return;
  }
}

// Something declared that may also be called by a name that can be one (Names::find).
bool has_bad_names(const source::Files& files, const grammar::Tree& tree) {
  return std::any_of(tree.declarations.begin(), tree.declarations.end(), [&](std::uint32_t node) {
    const std::uint32_t name = grammar::child(tree, node, NodeKind::name);
    return name != grammar::no_node && !model::is_kebab_case(files.text(tree.span(name)));
  });
}

}  // namespace

bool occurs_in(std::string_view text, std::string_view letters) { return place_in(text, letters) != std::string_view::npos; }

bool stands_in(std::string_view text, std::string_view word) {
  bool any = false;
  each_place(text, word, [&](std::uint32_t) { return !(any = true); });
  return any;
}

std::vector<std::string> words_at(std::string_view text, const grammar::Tree& tree, std::uint32_t offset) {
  const auto& tokens = tree.tokens;
  auto token = std::upper_bound(tokens.begin(), tokens.end(), offset, [](std::uint32_t at, const grammar::Token& one) { return at < one.begin; });
  std::vector<std::string> out;
  // One that begins there may stand right behind another that ends there.
  for (int back = 0; back < 2 && token != tokens.begin(); ++back) {
    --token;
    if (token->kind != grammar::TokenKind::word || offset > token->end) continue;
    std::string_view rest = text.substr(token->begin, token->end - token->begin);
    for (std::size_t dot = 0; dot != std::string_view::npos; rest.remove_prefix(dot == std::string_view::npos ? 0 : dot + 1)) {
      dot = rest.find('.');
      out.emplace_back(rest.substr(0, dot));
    }
  }
  return out;
}

std::optional<model::Chosen> choose(const source::Files& files, const model::Program& program, const std::vector<std::string>& words) {
  model::Chosen out(program.trees.size());
  for (const grammar::Tree& tree : program.trees) {
    if (has_bad_names(files, tree)) return std::nullopt;
    std::vector<std::uint32_t>& nodes = out[tree.file];
    for (const std::string& word : words) {
      each_place(files.text(tree.file), word, [&](std::uint32_t at) {
        auto behind = std::upper_bound(tree.declarations.begin(), tree.declarations.end(), at, [&](std::uint32_t place, std::uint32_t node) { return place < tree.span(node).begin; });
        if (behind != tree.declarations.begin() && at < tree.span(*--behind).end && (nodes.empty() || nodes.back() != *behind)) nodes.push_back(*behind);
        return true;
      });
    }
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    if (std::any_of(nodes.begin(), nodes.end(), [&](std::uint32_t node) { return tree[node].kind == NodeKind::scenario; })) return std::nullopt;
  }
  return out;
}

}  // namespace rung::lsp
