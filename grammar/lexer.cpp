#include "grammar/lexer.hpp"

#include <array>
#include <cstring>

#include "grammar/remedies.hpp"

namespace rung::grammar {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;

enum Class : std::uint8_t { other, space, newline, letter, digit, joiner, high };

constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> table{};
  for (int c = 0; c < 256; ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    table[static_cast<std::size_t>(c)] = is_letter                                                  ? letter
                                         : c >= '0' && c <= '9'                                     ? digit
                                         : c == '-' || c == '.' || c == '+'                         ? joiner
                                         : c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' ? space
                                         : c == '\n'                                                ? newline
                                         : c >= 0x80                                                ? high
                                                                                                    : other;
  }
  return table;
}();

// The characters beyond ASCII that mean something here, as their UTF-8 bytes.
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF", no_break_space = "\xC2\xA0", narrow_no_break_space = "\xE2\x80\xAF";
constexpr std::string_view left_quote = "\xE2\x80\x9C", right_quote = "\xE2\x80\x9D", left_guillemet = "\xC2\xAB", right_guillemet = "\xC2\xBB";

class Lexer {
 public:
  Lexer(std::string_view text, source::FileId file, const Vocabulary& words, diagnostics::Sink& sink)
      : text_(text), file_(file), words_(words), sink_(sink) {}

  Lexed run() {
    out_.tokens.reserve(text_.size() / 5 + 16);
    while (at_ < text_.size()) step();
    push(TokenKind::end, at_, at_);
    return std::move(out_);
  }

  Relexed run_again(const std::vector<Token>& old, std::uint32_t first, std::uint32_t depth, Change change) {
    at_ = old[first].begin;
    fresh_line_ = old[first].starts_line;
    depth_ = depth;
    const std::size_t line_end = std::min(text_.find_first_of("\r\n", change.new_end), text_.size());   // what is said of a character may rest on those before it in its line
    std::uint32_t met = first;             // the first old token that is not behind us, and how deep it is before it
    while (at_ < text_.size()) {
      const std::size_t tokens = out_.tokens.size();
      step();
      if (out_.tokens.size() == tokens || out_.tokens.back().begin < line_end) continue;
      const Token& token = out_.tokens.back();
      const auto is_before = [&](const Token& one) { return one.begin < change.old_end || change.moved(one.begin) < token.begin; };
      for (; met < old.size() && is_before(old[met]); ++met) depth = depth_behind(old[met], depth);
      if (met == old.size() || old[met].kind == TokenKind::end || change.moved(old[met].begin) != token.begin || change.moved(old[met].end) != token.end) continue;
      // From here on the same bytes are read in the same state.
      if (old[met].kind == token.kind && old[met].starts_line == token.starts_line && depth_behind(old[met], depth) == depth_) return {std::move(out_), met};
    }
    push(TokenKind::end, at_, at_);
    return {std::move(out_), static_cast<std::uint32_t>(old.size())};
  }

 private:
  bool begins(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  std::uint8_t class_at(std::size_t at) const { return at < text_.size() ? classes[static_cast<unsigned char>(text_[at])] : std::uint8_t{other}; }

  void push(TokenKind kind, std::size_t begin, std::size_t end, Atom atom = 0) {
    out_.tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), kind, fresh_line_, atom});
    fresh_line_ = false;
  }

  source::Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  void step() {
    const std::size_t begin = at_;
    switch (classes[static_cast<unsigned char>(text_[at_])]) {
      case newline: fresh_line_ = true; ++at_; return;
      case space: ++at_; return;
      case letter: return word();
      case digit: return number();
      case high: return beyond_ascii();
      default: break;
    }
    switch (text_[at_]) {
      case '{':
        if (++depth_ == greatest_nesting + 1) out_.too_deep.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
        ++at_;
        return push(TokenKind::open, begin, at_);
      case '}':
        if (depth_ > 0) --depth_;
        ++at_;
        return push(TokenKind::close, begin, at_);
      case ',': ++at_; return push(TokenKind::comma, begin, at_);
      case ':': ++at_; return push(TokenKind::colon, begin, at_);
      case '=': ++at_; return push(TokenKind::equals, begin, at_);
      case '#': return comment();
      case '"':
        if (begins("\"\"\"")) return block();
        return quoted(1, "\"");
      case '-':
        if (class_at(at_ + 1) == digit) return number();
        break;
      default: break;
    }
    stray(1);
  }

  void word() {
    const std::size_t begin = at_;
    while (true) {
      const std::uint8_t c = class_at(at_);
      if (c == letter || c == digit || c == joiner || (c == high && !separates()) || (elides() && at_ > begin)) ++at_;
      else break;
    }
    // A full stop that ends a sentence is no part of a name.
    while (at_ > begin + 1 && text_[at_ - 1] == '.') --at_;
    push(TokenKind::word, begin, at_, words_.atom(text_.substr(begin, at_ - begin)));
  }

  // Whether a straight apostrophe stands between letters, in a language that has such words: l'admission. The typographic one is a letter like others.
  bool elides() const {
    if (!words_.elides() || at_ >= text_.size() || text_[at_] != '\'') return false;
    const std::uint8_t next = class_at(at_ + 1);
    return next == letter || next == high;
  }

  // Whether a character beyond ASCII ends a word rather than being a letter of it.
  bool separates() const {
    return begins(no_break_space) || begins(narrow_no_break_space) || begins(byte_order_mark) || begins(left_quote) || begins(right_quote) ||
           begins(left_guillemet) || begins(right_guillemet);
  }

  std::size_t digits(std::size_t at) const {
    while (class_at(at) == digit) ++at;
    return at;
  }

  // Behind one blank, which French typography puts before the sign of a percentage.
  std::size_t behind_blank(std::size_t at) const {
    for (const std::string_view blank : {std::string_view(" "), no_break_space, narrow_no_break_space})
      if (text_.substr(at, blank.size()) == blank) return at + blank.size();
    return at;
  }

  void number() {
    const std::size_t begin = at_;
    if (text_[at_] == '-') ++at_;
    const std::size_t whole = at_;
    at_ = digits(at_);
    // 2026-09 and 2026-09-01 are dates.
    if (whole == begin && at_ - begin == 4 && class_at(at_ + 1) == digit && text_[at_] == '-') {
      at_ = digits(at_ + 1);
      if (class_at(at_ + 1) == digit && text_[at_] == '-') at_ = digits(at_ + 1);
      return push(TokenKind::date, begin, at_);
    }
    if (class_at(at_ + 1) == digit && text_[at_] == '/' && whole == begin) {
      at_ = digits(at_ + 1);
      return push(TokenKind::fraction, begin, at_);
    }
    if (class_at(at_ + 1) == digit && text_[at_] == '.') at_ = digits(at_ + 1);
    if (const std::size_t sign = behind_blank(at_); sign < text_.size() && text_[sign] == '%') {
      at_ = sign + 1;
      return push(TokenKind::percent, begin, at_);
    }
    push(TokenKind::number, begin, at_);
  }

  void beyond_ascii() {
    for (const std::string_view mark : {byte_order_mark, no_break_space, narrow_no_break_space}) {
      if (begins(mark)) {
        at_ += mark.size();
        return;
      }
    }
    if (begins(left_quote)) return quoted(left_quote.size(), right_quote);
    if (begins(left_guillemet)) return quoted(left_guillemet.size(), right_guillemet);
    if (begins(right_quote) || begins(right_guillemet)) return stray(begins(right_quote) ? right_quote.size() : right_guillemet.size());
    word();
  }

  void comment() {
    const std::size_t begin = at_;
    // A lone carriage return ends it as well: in a file whose lines end so, a comment would swallow all the rest unseen.
    const std::size_t end = text_.find_first_of("\r\n", at_);
    at_ = end == std::string_view::npos ? text_.size() : end;
    out_.comments.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(out_.tokens.size())});
  }

  // A text on one line. One that is not closed ends with its line.
  void quoted(std::size_t opening, std::string_view closing) {
    const std::size_t begin = at_;
    at_ += opening;
    while (at_ < text_.size() && text_[at_] != '\n') {
      if (begins(closing)) {
        at_ += closing.size();
        return push(TokenKind::text, begin, at_);
      }
      at_ += text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
    }
    std::size_t end = at_;
    while (end > begin + opening && text_[end - 1] == '\r') --end;
    sink_.report(Kind::unclosed_text, span(begin, begin + opening)).help(Phrase::close_the_text);
    out_.unclosed.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
    push(TokenKind::text, begin, end);
  }

  void block() {
    const std::size_t begin = at_;
    const std::size_t close = text_.find("\"\"\"", at_ + 3);
    if (close == std::string_view::npos) {
      sink_.report(Kind::unclosed_text, span(begin, begin + 3)).help(Phrase::close_the_block);
      out_.unclosed.push_back(static_cast<std::uint32_t>(out_.tokens.size()));
      at_ = text_.size();
    } else {
      at_ = close + 3;
    }
    push(TokenKind::text, begin, at_);
  }

  // Characters that have no place in a framework; one message for a run of them.
  void stray(std::size_t length) {
    const std::size_t begin = at_;
    at_ += length;
    while (at_ < text_.size() && class_at(at_) == other && std::strchr("{},:=#\"", text_[at_]) == nullptr) ++at_;
    if (text_[begin] == ')' && closes_what_was_told(begin)) return;
    auto report = sink_.report(Kind::stray_character, span(begin, at_), {std::string(text_.substr(begin, std::min<std::size_t>(at_ - begin, 12)))});
    if (text_[begin] == '(') report.help(Phrase::use_braces);
    const std::string amount = text_[begin] == '$' && at_ == begin + 1 ? amount_beside(text_, begin) : std::string();
    if (!amount.empty()) report.help(Phrase::write_so, {amount + " CAD"});
  }

  // Whether the parenthesis was opened on its line: that has the message. What stands in quotes is not looked into.
  bool closes_what_was_told(std::size_t at) const {
    constexpr std::size_t furthest = 400;
    for (std::size_t back = 1; back <= at && back <= furthest; ++back) {
      const char c = text_[at - back];
      if (c == '(') return true;
      if (c == '\n' || c == '\r' || c == '"' || c == '#' || c == '\xE2' || c == '\xC2') return false;
    }
    return false;
  }

  std::string_view text_;
  source::FileId file_;
  const Vocabulary& words_;
  diagnostics::Sink& sink_;
  Lexed out_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  bool fresh_line_ = true;
};

}  // namespace

Lexed lex(std::string_view text, source::FileId file, const Vocabulary& words, diagnostics::Sink& sink) {
  return Lexer(text, file, words, sink).run();
}

Relexed lex_again(std::string_view text, const std::vector<Token>& old, std::uint32_t first, std::uint32_t depth, Change change, source::FileId file, const Vocabulary& words, diagnostics::Sink& sink) {
  return Lexer(text, file, words, sink).run_again(old, first, depth, change);
}

std::string closed_up(std::string_view percent) {
  const std::size_t end = percent.find_last_of("0123456789");
  return std::string(percent.substr(0, end + 1)) + (percent.ends_with('%') ? "%" : "");
}

std::string unquoted(std::string_view token) {
  std::size_t opening = 1, closing = 1;
  if (token.starts_with("\"\"\"")) {
    opening = 3;
    closing = token.size() >= 6 && token.ends_with("\"\"\"") ? 3 : 0;
  } else if (token.starts_with(left_quote)) {
    opening = left_quote.size();
    closing = token.ends_with(right_quote) ? right_quote.size() : 0;
  } else if (token.starts_with(left_guillemet)) {
    opening = left_guillemet.size();
    closing = token.ends_with(right_guillemet) ? right_guillemet.size() : 0;
  } else {
    closing = token.size() >= 2 && token.back() == '"' ? 1 : 0;
  }
  const bool block = opening == 3 && token.front() == '"';
  token = token.substr(opening, token.size() - opening - closing);
  if (token.find('\\') == std::string_view::npos && token.find('\r') == std::string_view::npos) return std::string(token);
  std::string out;
  out.reserve(token.size());
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (!block && token[i] == '\\' && i + 1 < token.size() && (token[i + 1] == '"' || token[i + 1] == '\\')) ++i;
    if (token[i] != '\r') out += token[i];
  }
  return out;
}

}  // namespace rung::grammar
