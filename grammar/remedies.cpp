#include "grammar/remedies.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "grammar/fields.hpp"
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

// How many, in letters.
struct InLetters {
  std::string_view language, written;
  int number;
};
constexpr auto in_letters = std::to_array<InLetters>({
    {"en", "one", 1}, {"en", "two", 2}, {"en", "three", 3}, {"en", "four", 4}, {"en", "five", 5}, {"en", "six", 6},
    {"fr", "un", 1}, {"fr", "une", 1}, {"fr", "deux", 2}, {"fr", "trois", 3}, {"fr", "quatre", 4}, {"fr", "cinq", 5}, {"fr", "six", 6},
});

class Finder {
 public:
  explicit Finder(const Stop& stop) : stop_(stop), at_(stop.where) {}

  std::optional<Remedy> find() const {
    if (auto out = mark_after_field()) return out;
    if (auto out = number_with_commas()) return out;
    if (auto out = words_joined()) return out;
    if (auto out = how_many()) return out;
    if (auto out = groups_joined()) return out;
    if (auto out = list_without_braces()) return out;
    if (auto out = field_of_another()) return out;
    if (const std::string_view near = nearest(); !near.empty()) return Remedy{Phrase::did_you_mean, {std::string(near)}};
    if (stop_.in_list && follows_on()) return Remedy{Phrase::comma_between, {}};
    return std::nullopt;
  }

 private:
  std::string_view written(const Token& token) const { return stop_.text.substr(token.begin, token.end - token.begin); }
  bool has(std::ptrdiff_t behind) const { return behind < 0 ? at_ - stop_.first >= -behind : stop_.last - at_ > behind; }
  bool is(std::ptrdiff_t behind, TokenKind kind) const { return has(behind) && at_[behind].kind == kind; }
  bool says(std::ptrdiff_t behind, Word word) const { return has(behind) && matched(stop_.words, word, at_ + behind, stop_.last) != 0; }
  // Whether a phrase begins there that is not gone on with: `all`, of `all of`.
  bool begins(std::ptrdiff_t behind, Word word) const {
    if (!is(behind, TokenKind::word) || at_[behind].atom == 0 || says(behind, word)) return false;
    const auto phrases = stop_.words.phrases(word);
    return std::any_of(phrases.begin(), phrases.end(), [&](const Vocabulary::Phrase& phrase) { return phrase[0] == at_[behind].atom; });
  }
  int in_letters_at(std::ptrdiff_t behind) const {
    for (const InLetters& one : in_letters)
      if (is(behind, TokenKind::word) && one.written == written(at_[behind]) && &stop_.words == Vocabulary::of(one.language)) return one.number;
    return 0;
  }
  std::string printed(Word word) const { return std::string(stop_.words.printed(word)); }

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

  // one of { a, b }, at least one course from { a, b }, at least two of { a, b }, one or more of { a, b }, tous les { a, b }, all { a, b }
  std::optional<Remedy> how_many() const {
    for (const std::ptrdiff_t at : {-1, 0}) {
      if (const int number = in_letters_at(at); number != 0 && says(at + 1, Word::so_many_of) && is(at + 2, TokenKind::open)) {
        const bool least = says(at - 2, Word::at_least);
        if (number == 1 && !least) return of_these(printed(Word::any_of), at + 2);
        return of_these((least ? printed(Word::at_least) + ' ' : "") + std::to_string(number) + ' ' + printed(Word::so_many_of), at + 2);
      }
      if (in_letters_at(at) == 1 && says(at + 1, Word::or_) && is(at + 2, TokenKind::word) && is(at + 3, TokenKind::word) && is(at + 4, TokenKind::open)) return of_these(printed(Word::any_of), at + 4);
      if (const int number = in_letters_at(at); number != 0 && says(at - 2, Word::at_least)) return Remedy{Phrase::write_so, {printed(Word::at_least) + ' ' + std::to_string(number)}};
      const std::ptrdiff_t open = at + (is(at + 1, TokenKind::open) ? 1 : 2);
      if (open < 0 || !is(open, TokenKind::open) || !is(open - 1, TokenKind::word)) continue;
      for (const Word choice : {Word::all_of, Word::any_of})
        if (begins(at, choice)) return of_these(printed(choice), open);
    }
    return std::nullopt;
  }

  // all of { a } or all of { b }
  std::optional<Remedy> groups_joined() const {
    if (!says(0, Word::so_many_of) || !is(-3, TokenKind::close) || (!says(-1, Word::all_of) && !says(-1, Word::any_of)) || (!says(-2, Word::or_) && !says(-2, Word::and_))) return std::nullopt;
    return Remedy{Phrase::write_so, {printed(says(-2, Word::or_) ? Word::any_of : Word::all_of) + braced({"…", "…"})}};
  }

  // course a { kind skill-based }: what follows a field that is another declaration's is no wonder.
  std::optional<Remedy> field_of_another() const {
    if (stop_.declaration == nullptr || !is(-1, TokenKind::word) || at_[-1].atom == 0) return std::nullopt;
    const auto declares = [&](Word word) { return matched(stop_.words, word, stop_.declaration, stop_.last) != 0; };
    const auto* const declared = std::find_if(std::begin(declaring), std::end(declaring), declares);
    if (declared == std::end(declaring) || !has_field(*declared, Word::title)) return std::nullopt;
    for (std::uint16_t each = 1; each < static_cast<std::uint16_t>(Word::count_); ++each) {
      const auto field = static_cast<Word>(each);
      if (owner(field).empty() || has_field(*declared, field) || matched(stop_.words, field, at_ - 1, stop_.last) != 1) continue;
      return Remedy{Phrase::belongs_to, {printed(field), std::string(owner(field))}};
    }
    return std::nullopt;
  }

  // Those words, and the names in the braces that open there.
  Remedy of_these(const std::string& how_many, std::ptrdiff_t open) const {
    std::vector<std::string_view> names;
    std::ptrdiff_t at = open + 1;
    while (is(at, TokenKind::word) && names.size() < longest_list) {
      names.push_back(written(at_[at++]));
      if (is(at, TokenKind::comma)) ++at;
      if (says(at, Word::and_) || says(at, Word::or_)) ++at;
    }
    if (!is(at, TokenKind::close)) names = {"…"};
    return {Phrase::write_so, {how_many + braced(names)}};
  }
  static std::string braced(const std::vector<std::string_view>& names) {
    std::string out;
    for (const std::string_view name : names) out += (out.empty() ? " { " : ", ") + std::string(name);
    return out + " }";
  }

  // prerequisite a, b; core: a and b and c; all of { a, b and c }; { a, or b }; { a except b }
  std::optional<Remedy> list_without_braces() const {
    const bool comma = at_->kind == TokenKind::comma, both = says(0, Word::and_), either = says(0, Word::or_), except = says(0, Word::except);
    if ((!comma && !both && !either && !except) || !is(1, TokenKind::word)) return std::nullopt;
    std::ptrdiff_t first = !comma && is(-1, TokenKind::comma) ? -2 : -1;     // of the names before
    if ((both || either) && is(first, TokenKind::close)) return Remedy{Phrase::comma_between, {}};   // all of { a }, and b
    if (!is(first, TokenKind::word)) return std::nullopt;
    while (!comma && first > -2 * static_cast<std::ptrdiff_t>(longest_list) && is(first - 1, TokenKind::comma) && is(first - 2, TokenKind::word)) first -= 2;
    const std::ptrdiff_t before = first - 1;
    const bool paired = is(before, TokenKind::word) && ((both && written(at_[before]) == "both") || (either && written(at_[before]) == "either"));   // either a or b
    const bool in_braces = is(before, TokenKind::open), of_field = paired || says(before, Word::prerequisite) || says(before, Word::requires_);
    std::vector<std::string_view> names;
    for (std::ptrdiff_t at = first; at < 0; at += 2) names.push_back(written(at_[at]));
    if (except) return in_braces ? std::optional(Remedy{Phrase::write_so, {braced(names).substr(1) + ' ' + printed(Word::except) + ' ' + std::string(written(at_[1]))}}) : std::nullopt;
    const bool all = in_braces && says(before - 2, Word::all_of), any = in_braces && says(before - 2, Word::any_of);
    const bool bare = in_braces && (!is(before - 1, TokenKind::word) || says(before - 1, Word::requires_) || says(before - 1, Word::prerequisite));
    const bool counted = in_braces && !all && !any && !bare;     // 2 of { a and b }, 6 credits from { a and b }, surrenders { a and b }
    if (counted || !(of_field || (!comma && (in_braces || is(before, TokenKind::colon))))) return (both || either) && (counted || stop_.in_list) ? std::optional(Remedy{Phrase::comma_between, {}}) : std::nullopt;
    const auto go_on = [&](std::ptrdiff_t at) { return comma ? is(at, TokenKind::comma) : says(at, either ? Word::or_ : Word::and_); };
    const std::string choice = printed(any || either ? Word::any_of : Word::all_of);
    for (std::ptrdiff_t at = 0; go_on(at) && is(at + 1, TokenKind::word); at += 2) {
      if (names.size() == longest_list) return Remedy{Phrase::write_so, {choice + braced({"…"})}};
      names.push_back(written(at_[at + 1]));
    }
    return Remedy{Phrase::write_so, {choice + braced(names)}};
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

std::string amount_beside(std::string_view text, std::size_t sign) {
  constexpr std::string_view of_number = "0123456789.,";
  constexpr std::size_t longest = 24;
  const auto blank = [&](std::size_t at) { return at < text.size() && text[at] == ' '; };
  std::size_t begin = sign + 1;
  while (blank(begin) && begin < sign + 1 + longest) ++begin;
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
