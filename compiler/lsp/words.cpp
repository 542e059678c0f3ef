// What the documentation says of a word, so that an editor and the page of the language never say different things: the line of a table that begins with the
// word, or the first sentence under a heading of that name.
#include <algorithm>
#include <array>
#include <map>

#include "compiler/lsp/features.hpp"
#include "compiler/lsp/language_pages.hpp"

namespace rung::lsp {
namespace {

constexpr std::pair<grammar::Word, std::string_view> in_french[] = {
#define SAID_OF(word, text) {grammar::Word::word, text},
#include "compiler/lsp/words_fr.def"
#undef SAID_OF
};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

// [versions](#versions) is versions: an address within the page leads nowhere from here.
std::string without_links(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t middle = text[at] == '[' ? text.find("](", at) : std::string_view::npos;
    const std::size_t end = middle == std::string_view::npos ? middle : text.find(')', middle);
    if (end == std::string_view::npos) out += text[at];
    else out.append(text.substr(at + 1, middle - at - 1)), at = end;
  }
  return out;
}

class Page {
 public:
  explicit Page(std::string_view page) {
    std::string_view heading;
    while (!page.empty()) {
      const std::size_t end = std::min(page.find('\n'), page.size());
      const std::string_view line = trimmed(page.substr(0, end));
      page.remove_prefix(std::min(end + 1, page.size()));
      const bool translations = heading_ == "In French";
      if (line.starts_with("| `") && !translations) row(line);
      if (line.starts_with("## ")) heading_ = heading = line.substr(3);
      else if (!heading.empty() && !line.empty() && line[0] != '|' && line[0] != '#') {
        said_.try_emplace(std::string(heading), without_links(line));
        heading = {};
      }
    }
  }

  std::string said(std::string_view word) const {
    const auto found = said_.find(std::string(word));
    return found == said_.end() ? std::string{} : found->second;
  }

 private:
  // | `field` | says | example |
  void row(std::string_view line) {
    std::vector<std::string_view> cells;
    for (line.remove_prefix(1); !line.empty();) {
      const std::size_t end = std::min(line.find('|'), line.size());
      cells.push_back(trimmed(line.substr(0, end)));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
    if (cells.size() < 2) return;
    std::string said = without_links(cells[1]);
    if (cells.size() > 2 && !cells[2].empty()) said += "\n\n" + without_links(cells[2]);
    // The words before any arguments: `source "…" retrieved DATE` is of source, and `a`, `b` of both.
    for (std::string_view rest = cells[0]; ; ) {
      const std::size_t open = rest.find('`');
      const std::size_t close = open == std::string_view::npos ? open : rest.find('`', open + 1);
      if (close == std::string_view::npos) return;
      std::string_view code = rest.substr(open + 1, close - open - 1);
      rest.remove_prefix(close + 1);
      const auto plain = std::find_if(code.begin(), code.end(), [](char c) { return !((c >= 'a' && c <= 'z') || c == ' ' || c == '-'); });
      said_.try_emplace(std::string(trimmed(code.substr(0, static_cast<std::size_t>(plain - code.begin())))), said);
    }
  }

  std::map<std::string, std::string> said_;
  std::string_view heading_;
};

}  // namespace

std::string said_of_word(std::string_view spelling, std::string_view language) {
  static const Page page(language_pages());
  if (language != "fr") return page.said(spelling);
  static const std::map<std::string_view, std::string_view> said = [] {
    std::map<std::string_view, std::string_view> out;
    for (const auto& [word, text] : in_french) out.try_emplace(grammar::Vocabulary::of("fr")->printed(word), text);
    return out;
  }();
  const auto found = said.find(spelling);
  return found == said.end() ? std::string{} : std::string(found->second);
}

std::string said_of_word(grammar::Word word, std::string_view language) {
  if (language != "fr") return said_of_word(grammar::Vocabulary::of("en")->printed(word), language);
  for (const auto& [each, text] : in_french)
    if (each == word) return std::string(text);
  return {};
}

WordThere word_at(std::string_view text, const grammar::Tree& tree, std::uint32_t offset) {
  const auto& tokens = tree.tokens;
  const auto& words = *grammar::Vocabulary::of(language_of(tree));
  auto token = std::upper_bound(tokens.begin(), tokens.end(), offset, [](std::uint32_t at, const grammar::Token& t) { return at < t.begin; });
  if (token == tokens.begin() || (--token)->kind != grammar::TokenKind::word || offset > token->end) return {};
  const auto at = static_cast<std::size_t>(token - tokens.begin());
  WordThere best;
  std::size_t longest = 0;
  // The longest phrase that this token is one of the words of.
  for (std::uint16_t w = 1; w < static_cast<std::uint16_t>(grammar::Word::count_); ++w) {
    for (const auto& phrase : words.phrases(static_cast<grammar::Word>(w))) {
      const auto length = static_cast<std::size_t>(std::find(phrase.begin(), phrase.end(), 0) - phrase.begin());
      for (std::size_t before = 0; before < length && before <= at; ++before) {
        if (length <= longest || at - before + length >= tokens.size()) continue;
        const bool there = std::equal(phrase.begin(), phrase.begin() + static_cast<std::ptrdiff_t>(length), tokens.begin() + static_cast<std::ptrdiff_t>(at - before),
                                      [](grammar::Atom atom, const grammar::Token& t) { return t.kind == grammar::TokenKind::word && t.atom == atom; });
        if (!there) continue;
        longest = length;
        best = {tokens[at - before].begin, tokens[at - before + length - 1].end, static_cast<grammar::Word>(w)};
      }
    }
  }
  return best.end <= text.size() ? best : WordThere{};
}

}  // namespace rung::lsp
