#include "grammar/remedies.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "grammar/matched.hpp"

namespace rung::grammar {
namespace {

using diagnostics::Phrase;

constexpr std::string_view digits = "0123456789";
constexpr std::size_t longest_list = 8;    // names that a remedy writes out

// What people write for a word of the language, by their language.
struct Instead {
  std::string_view language, written;
  Word word;
};
constexpr auto instead = std::to_array<Instead>({
    {"en", "cost", Word::fee},
    {"en", "price", Word::fee},
    {"en", "tuition", Word::fee},
    {"fr", "prérequis", Word::prerequisite},
    {"fr", "prerequis", Word::prerequisite},
    {"fr", "frais", Word::fee},
    {"fr", "coût", Word::fee},
    {"fr", "prix", Word::fee},
});

class Finder {
 public:
  explicit Finder(const Stop& stop) : stop_(stop), at_(stop.where) {}

  std::optional<Remedy> find() const {
    if (auto out = mark_after_field()) return out;
    if (auto out = number_with_commas()) return out;
    if (auto out = words_joined()) return out;
    if (auto out = how_many()) return out;
    if (auto out = list_without_braces()) return out;
    if (const std::string_view near = nearest(); !near.empty()) return Remedy{Phrase::did_you_mean, {std::string(near)}};
    if (stop_.in_list && follows_on()) return Remedy{Phrase::comma_between, {}};
    return std::nullopt;
  }

 private:
  std::string_view written(const Token& token) const { return stop_.text.substr(token.begin, token.end - token.begin); }
  bool has(std::ptrdiff_t behind) const { return behind < 0 ? at_ - stop_.first >= -behind : stop_.last - at_ > behind; }
  bool is(std::ptrdiff_t behind, TokenKind kind) const { return has(behind) && at_[behind].kind == kind; }
  bool says(std::ptrdiff_t behind, Word word) const { return has(behind) && matched(stop_.words, word, at_ + behind, stop_.last) != 0; }
  bool is_written(std::ptrdiff_t behind, std::initializer_list<std::string_view> any) const {
    return is(behind, TokenKind::word) && std::find(any.begin(), any.end(), written(at_[behind])) != any.end();
  }

  // credits: 2
  std::optional<Remedy> mark_after_field() const {
    if ((at_->kind != TokenKind::colon && at_->kind != TokenKind::equals) || !is(-1, TokenKind::word) || at_[-1].atom == 0) return std::nullopt;
    return Remedy{Phrase::no_mark_after_field, {std::string(written(*at_))}};
  }

  // 2,5, which is two numbers; 1,195.50
  std::optional<Remedy> number_with_commas() const {
    const auto whole = [&](const Token& number) { return written(number).find_first_not_of(digits) == std::string_view::npos; };
    if (at_->kind != TokenKind::comma || !is(-1, TokenKind::number) || !is(1, TokenKind::number) || at_[-1].end != at_->begin || at_->end != at_[1].begin || !whole(at_[-1])) return std::nullopt;
    const std::string_view right = written(at_[1]);
    const std::size_t thousand = std::min(right.find('.'), right.size());
    if (thousand != 3 || at_[-1].end - at_[-1].begin > 3) {
      if (!whole(at_[1])) return std::nullopt;
      return Remedy{Phrase::decimal_point, {std::string(written(at_[-1])) + '.' + std::string(right)}};
    }
    std::string number(written(at_[-1]));
    for (std::ptrdiff_t at = 0; is(at, TokenKind::comma) && is(at + 1, TokenKind::number) && at_[at].begin == at_[at - 1].end && at_[at].end == at_[at + 1].begin && number.size() < 20; at += 2) number += written(at_[at + 1]);
    return Remedy{Phrase::no_thousands_comma, {number}};
  }

  // in person
  std::optional<Remedy> words_joined() const {
    if (at_->kind != TokenKind::word || !is(1, TokenKind::word) || at_[1].starts_line) return std::nullopt;
    const std::string joined = std::string(written(*at_)) + '-' + std::string(written(at_[1]));
    if (stop_.words.atom(joined) == 0) return std::nullopt;
    return Remedy{Phrase::write_so, {joined}};
  }

  // one of { a, b }, tous les { a, b }, all { a, b }
  std::optional<Remedy> how_many() const {
    if (is(0, TokenKind::word) && is(1, TokenKind::open)) {
      if (is_written(-1, {"one", "un", "une"}) && says(0, Word::so_many_of)) return of_these(Word::any_of, 1);
      if (is_written(-1, {"all", "tous", "toutes"}) && is_written(0, {"the", "les"})) return of_these(Word::all_of, 1);
    }
    if (!is(0, TokenKind::open)) return std::nullopt;
    if (is_written(-1, {"all", "tous", "toutes"})) return of_these(Word::all_of, 0);
    if (is_written(-1, {"any"})) return of_these(Word::any_of, 0);
    return std::nullopt;
  }

  // The word, and the names in the braces that open there.
  Remedy of_these(Word word, std::ptrdiff_t open) const {
    std::vector<std::string_view> names;
    std::ptrdiff_t at = open + 1;
    for (; is(at, TokenKind::word) && names.size() < longest_list; at += is(at + 1, TokenKind::comma) ? 2 : 1) names.push_back(written(at_[at]));
    if (!is(at, TokenKind::close)) names = {"…"};
    return list(word, names);
  }
  Remedy list(Word word, const std::vector<std::string_view>& names) const {
    std::string out(stop_.words.printed(word));
    for (std::size_t i = 0; i < names.size(); ++i) out += (i == 0 ? " { " : ", ") + std::string(names[i]);
    return {Phrase::write_so, {out + " }"}};
  }

  // prerequisite a, b; core: a and b and c
  std::optional<Remedy> list_without_braces() const {
    const bool comma = at_->kind == TokenKind::comma, both = says(0, Word::and_), either = says(0, Word::or_);
    if ((!comma && !both && !either) || !is(-1, TokenKind::word) || !is(1, TokenKind::word) || !has(-2)) return std::nullopt;
    const bool of_field = says(-2, Word::prerequisite) || says(-2, Word::requires_);
    const bool of_rule = of_field || (!comma && (is(-2, TokenKind::colon) || is(-2, TokenKind::open)));
    if (!of_rule) return both && stop_.in_list ? std::optional(Remedy{Phrase::comma_between, {}}) : std::nullopt;
    std::vector<std::string_view> names{written(at_[-1])};
    const Word joint = either ? Word::or_ : Word::and_;
    for (std::ptrdiff_t at = 0; (comma ? is(at, TokenKind::comma) : says(at, joint)) && is(at + 1, TokenKind::word); at += 2) {
      if (names.size() == longest_list) return list(either ? Word::any_of : Word::all_of, {"…"});
      names.push_back(written(at_[at + 1]));
    }
    return list(either ? Word::any_of : Word::all_of, names);
  }

  std::string_view nearest() const {
    if (at_->kind != TokenKind::word) return {};
    // `develop` is a word too, where policies are written.
    if (at_->atom != 0) return at_->atom == stop_.words.atom(stop_.words.printed(Word::develop)) ? stop_.words.printed(Word::develops) : std::string_view{};
    for (const Instead& one : instead)
      if (one.written == written(*at_) && &stop_.words == Vocabulary::of(one.language)) return stop_.words.printed(one.word);
    return diagnostics::nearest(written(*at_), stop_.words.spellings());
  }

  // A name behind a name on its line, or a text behind a text.
  bool follows_on() const {
    if (!has(-1) || at_->starts_line || at_->kind != at_[-1].kind) return false;
    return at_->kind == TokenKind::text || (at_->kind == TokenKind::word && at_->atom == 0 && at_[-1].atom == 0);
  }

  const Stop& stop_;
  const Token* at_;
};

// Between two tokens, outside comments.
bool holds(std::string_view between, std::string_view characters) {
  for (std::size_t at = 0; at < between.size(); ++at) {
    if (characters.find(between[at]) != std::string_view::npos) return true;
    if (between[at] == '#') at = std::min(between.find_first_of("\r\n", at), between.size());
  }
  return false;
}

}  // namespace

std::optional<Remedy> remedy(const Stop& stop) { return Finder(stop).find(); }

bool has_its_message(const Stop& stop) {
  const auto before = [&](const Token* token) { return token == stop.first ? std::string_view{} : stop.text.substr(token[-1].end, token->begin - token[-1].end); };
  if (holds(before(stop.where), "$(")) return true;
  if (stop.where != stop.first && stop.where[-1].kind == TokenKind::number && holds(before(stop.where - 1), "$")) return true;   // $195
  return stop.where->kind == TokenKind::comma && stop.where[1].kind == TokenKind::number && holds(before(stop.where + 2), "$");   // 195,50 $
}

std::string amount_beside(std::string_view text, std::size_t sign, std::size_t length) {
  constexpr std::string_view of_number = "0123456789.,";
  constexpr std::size_t longest = 24;
  const auto blank = [&](std::size_t at) { return at < text.size() && text[at] == ' '; };
  std::size_t begin = sign + length;
  while (blank(begin) && begin < sign + length + longest) ++begin;
  std::size_t end = begin;
  while (end < text.size() && end - begin < longest && of_number.find(text[end]) != std::string_view::npos) ++end;
  if (end == begin) {                      // 195 $
    end = sign;
    while (end > 0 && blank(end - 1) && sign - end < longest) --end;
    for (begin = end; begin > 0 && end - begin < longest && of_number.find(text[begin - 1]) != std::string_view::npos;) --begin;
  }
  std::string out(text.substr(begin, end - begin));
  while (!out.empty() && (out.back() == ',' || out.back() == '.')) out.pop_back();
  if (out.empty() || digits.find(out.front()) == std::string_view::npos) return {};
  const std::size_t comma = out.rfind(',');
  if (comma != std::string::npos && out.find('.') == std::string::npos && out.find(',') == comma && out.size() - comma != 4) out[comma] = '.';
  std::erase(out, ',');
  return out;
}

}  // namespace rung::grammar
