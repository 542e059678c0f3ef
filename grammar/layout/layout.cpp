#include "grammar/layout/layout.hpp"

#include <algorithm>
#include <span>

#include "grammar/layout/lines.hpp"
#include "grammar/layout/marks.hpp"
#include "grammar/layout/spoken_width.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace rung::grammar {
namespace {

constexpr std::size_t step = 2;              // columns that what stands in braces is moved to the right
constexpr std::size_t filled_to = 100;       // columns of names that follow each other on several lines
constexpr std::size_t longest_key = 60;      // columns of what stands before values that are aligned
constexpr std::uint32_t of_recognitions = 0x8000'0000;   // their lines are a group of their own among those of an agreement
constexpr std::size_t longest_head = 90;     // and before the brace of a one-line declaration

class Writer {
 public:
  Writer(std::string_view text, const Tree& tree, std::span<const source::Span> mistakes) : text_(text), tree_(tree), marks_(marks_of(text, tree)), widths_(widths_of(text, tree)), mistakes_(mistakes) {}

  std::optional<std::string> run() {
    for (const source::Span& mistake : mistakes_)
      if (!std::any_of(tree_.declarations.begin(), tree_.declarations.end(), [&](std::uint32_t declaration) { return holds(declaration, mistake); })) return std::nullopt;
    measure();
    std::uint32_t token = 0;
    for (const std::uint32_t declaration : tree_.declarations) {
      if (!head(token, tree_[declaration].first_token)) return std::nullopt;
      top_level_ = declaration;
      const bool broken = tree_[declaration].kind == NodeKind::broken || !is_closed(tree_[declaration]) || std::any_of(mistakes_.begin(), mistakes_.end(), [&](const source::Span& one) { return holds(declaration, one); });
      if (broken) verbatim(tree_[declaration]);
      else
        for (token = tree_[declaration].first_token; token < tree_[declaration].end_token; ++token) write(token);
      token = tree_[declaration].end_token;
    }
    const auto last = static_cast<std::uint32_t>(tree_.tokens.size() - 1);
    if (!head(token, last)) return std::nullopt;
    comments(last);
    finish_line();
    return aligned(std::move(lines_));
  }

 private:
  struct Group {
    std::uint32_t open, close;
    std::size_t indent;                      // of what stands in it
    bool broken, filled;
  };

  std::string_view written(std::uint32_t token) const { return text_.substr(tree_.tokens[token].begin, tree_.tokens[token].end - tree_.tokens[token].begin); }
  bool holds(std::uint32_t declaration, const source::Span& mistake) const {
    const Node& node = tree_[declaration];
    return node.end_token > node.first_token && tree_.tokens[node.first_token].begin <= mistake.begin && mistake.begin < tree_.tokens[node.end_token - 1].end;
  }

  // Whether its braces are all closed in it: that one is missing is said where the next declaration begins.
  bool is_closed(const Node& node) const {
    std::uint32_t depth = 0;
    for (std::uint32_t token = node.first_token; token < node.end_token; ++token) {
      const TokenKind kind = tree_.tokens[token].kind;
      if (kind == TokenKind::close && depth == 0) return false;
      depth = depth_behind(tree_.tokens[token], depth);
    }
    return depth == 0;
  }

  static constexpr std::uint32_t longest_file_head = 3;   // rung 1 en
  // What stands between declarations: the head of the file, and nothing else.
  bool head(std::uint32_t token, std::uint32_t end) {
    if (token < end && token != 0) return false;
    if (token == end) return true;
    if (end > longest_file_head) return false;
    for (; token < end; ++token) write(token);
    after_declaration_ = true;
    return true;
  }

  // ---- measures -------------------------------------------------------------------------------------------------------------------
  // Columns of everything on one line, up to each token.
  void measure() {
    flat_.resize(tree_.tokens.size() + 1);
    lines_before_.resize(tree_.tokens.size() + 1);
    for (std::uint32_t t = 0; t < tree_.tokens.size(); ++t) {
      const std::string_view token = written(t);
      flat_[t + 1] = flat_[t] + widths_.columns[t] + (t > 0 && has_blank_before(t) && widths_.goes_on[t] == 0 ? 1 : 0);
      lines_before_[t + 1] = lines_before_[t] + (token.find('\n') != std::string_view::npos ? 1 : 0);
    }
    comment_of_.assign(tree_.tokens.size() + 1, 0);
    std::size_t comment = 0;
    for (std::uint32_t t = 0; t <= tree_.tokens.size(); ++t) {
      while (comment < tree_.comments.size() && tree_.comments[comment].before_token < t) ++comment;
      comment_of_[t] = comment;                                                             // the first that stands before this token, or a later one
    }
  }

  bool has_blank_before(std::uint32_t token) const { return tree_.tokens[token].kind != TokenKind::comma && tree_.tokens[token].kind != TokenKind::colon; }
  // Line ends between what was written before a place and the place.
  std::size_t line_ends(std::uint32_t from, std::uint32_t to) const {
    return static_cast<std::size_t>(std::count(text_.begin() + from, text_.begin() + to, '\n'));
  }
  bool starts_line(std::uint32_t token) const { return tree_.tokens[token].starts_line; }

  // ---- writing --------------------------------------------------------------------------------------------------------------------
  void finish_line() {
    if (current_.text.empty() && current_.comment.empty()) return;
    lines_.push_back(std::move(current_));
    current_ = {};
  }

  void new_line(std::size_t indent, std::uint32_t item, bool blank_before) {
    finish_line();
    current_ = {};
    current_.indent = indent;
    current_.item = item;
    current_.group = groups_.empty() ? 0 : groups_.back().open + 1;
    current_.blank_before = blank_before;
    must_break_ = false;
  }

  std::size_t inner_indent() const { return groups_.empty() ? 0 : groups_.back().indent; }

  // Comments before a token: beside what was written before it, or on lines of their own. Whether a blank line goes before the token.
  bool comments(std::uint32_t token) {
    const std::uint32_t to = tree_.tokens[token].begin;
    for (std::size_t c = comment_of_[token]; c < tree_.comments.size() && tree_.comments[c].before_token == token; ++c) {
      const Comment& comment = tree_.comments[c];
      std::string words(text_.substr(comment.begin, comment.end - comment.begin));
      while (!words.empty() && (words.back() == ' ' || words.back() == '\t' || words.back() == '\r')) words.pop_back();
      const std::size_t ends = line_ends(at_byte_, comment.begin);
      if (ends == 0 && at_byte_ > 0 && current_.comment.empty() && !current_.text.empty()) {
        current_.comment = std::move(words);
      } else {
        const bool blank = (ends > 1 || after_declaration_) && !at_group_start_;
        const std::uint32_t item = current_.item;
        new_line(tree_.tokens[token].kind == TokenKind::close && groups_.empty() ? 0 : inner_indent(), item, blank && !lines_empty());
        current_.comment = std::move(words);
        after_declaration_ = false;
      }
      must_break_ = true;
      at_group_start_ = false;
      at_byte_ = comment.end;
    }
    const bool blank = (line_ends(at_byte_, to) > 1 || after_declaration_) && !at_group_start_;
    return blank && !lines_empty();
  }
  bool lines_empty() const { return lines_.empty() && current_.text.empty() && current_.comment.empty(); }

  void write(std::uint32_t token) {
    const Token& one = tree_.tokens[token];
    const bool closes = one.kind == TokenKind::close && !groups_.empty() && groups_.back().close == token;
    const bool blank = comments(token);
    at_group_start_ = false;
    const bool begins_declaration = groups_.empty() && top_level_ != no_node && tree_[top_level_].first_token == token;
    if (lines_empty() || begins_declaration) {
      const bool wide = begins_declaration && wide_declaration();
      new_line(0, token + 1, (blank || (wide && !below_a_comment())) && !lines_empty());
      declaration_line_ = lines_.size();
      after_declaration_ = false;
    } else if (closes) {
      const Group group = groups_.back();
      if (group.broken) {
        groups_.pop_back();
        new_line(group.indent - step, 0, false);
        current_.item = token + 1;
        groups_.push_back(group);
      }
    } else if (const bool item = begins_item(token); item && groups_.back().broken && !stays_on_line(token)) {
      new_line(inner_indent(), token + 1, blank && !groups_.back().filled);
    } else if (must_break_ || (marks_.may_break[token] != 0 && starts_line(token) && !(item && groups_.back().filled))) {
      new_line(inner_indent() + (item ? 0 : step), item ? token + 1 : item_, false);
    }
    if (begins_item(token) || begins_declaration) {
      item_ = token + 1;
      current_.item = current_.text.empty() ? item_ : current_.item;
    }
    put(token);
    if (one.kind == TokenKind::open) open_group(token);
    if (closes) {
      groups_.pop_back();
      if (groups_.empty()) after_declaration_ = declaration_line_ != lines_.size();   // it took several lines
    }
    at_byte_ = one.end;
  }

  // A declaration that takes several lines stands apart from what comes before.
  bool wide_declaration() const {
    const Node& node = tree_[top_level_];
    for (std::uint32_t t = node.first_token; t < node.end_token; ++t)
      if (tree_.tokens[t].kind == TokenKind::open) return is_broken_group(t, flat_[t] - flat_[node.first_token]);
    return false;
  }
  bool below_a_comment() const { return current_.text.empty() && !current_.comment.empty(); }

  bool begins_item(std::uint32_t token) const {
    if (groups_.empty()) return false;
    if (marks_.begins_item[token] != 0 || token == groups_.back().open + 1) return true;
    return !marked(groups_.back().open) && token > 0 && tree_.tokens[token - 1].kind == TokenKind::comma;
  }
  // Whether the tree says where items begin; else they are names between commas.
  bool marked(std::uint32_t open) const { return marks_.begins_item[open + 1] != 0; }

  // A name among names goes on in the same line while there is room.
  bool stays_on_line(std::uint32_t token) const {
    const Group& group = groups_.back();
    if (!group.filled || token == group.open + 1 || must_break_) return false;
    std::uint32_t end = token;
    while (end < group.close && tree_.tokens[end].kind != TokenKind::comma) ++end;
    return current_.indent + written_width_ + 1 + (flat_[end] - flat_[token]) <= filled_to;
  }

  void put(std::uint32_t token) {
    if (current_.text.empty()) written_width_ = 0;
    if (!current_.text.empty() && has_blank_before(token)) {
      current_.text += ' ';
      if (widths_.goes_on[token] == 0) ++written_width_;
    }
    current_.text += tree_.tokens[token].kind == TokenKind::percent ? closed_up(written(token)) : std::string(written(token));
    written_width_ += widths_.columns[token];
    if (current_.item == 0) return;
    const std::uint32_t item = current_.item - 1, key = marks_.key[item];
    if (key > 0 && token + 1 == item + key && written_width_ <= longest_key) {
      current_.key = columns(current_.text);
      if (marks_.recognises[item] != 0) current_.group |= of_recognitions;
    }
  }

  // ---- braces ---------------------------------------------------------------------------------------------------------------------
  void open_group(std::uint32_t token) {
    const std::size_t before = current_.indent + written_width_ - 1;
    const bool broken = is_broken_group(token, before);
    if (!broken && groups_.empty() && before <= longest_head && top_level_ != no_node && current_.brace == 0 && current_.item == tree_[top_level_].first_token + 1) {
      current_.brace = columns(current_.text) - 1;                                            // where it is, not where it would be in English
      current_.group = static_cast<std::uint32_t>(tree_[top_level_].word);                   // declarations of one kind
    }
    groups_.push_back({token, marks_.closes[token], current_.indent + step, broken, broken && is_filled(token)});
    at_group_start_ = broken;
  }

  // Whether what stands in these braces has lines of its own: when some of it had, when a comment or a text of several lines is in it, and when it has no room.
  bool is_broken_group(std::uint32_t open, std::size_t before) const {
    const std::uint32_t close = marks_.closes[open];
    if (close == open + 1) return has_comment(open, close);
    if (starts_line(close) || has_comment(open, close) || lines_before_[close] > lines_before_[open]) return true;
    if (before + (flat_[close + 1] - flat_[open]) > greatest_width) return true;
    for (std::uint32_t t = open + 1; t < close; ++t)
      if (starts_line(t)) return true;
    return false;
  }
  bool has_comment(std::uint32_t open, std::uint32_t close) const {
    const std::size_t c = comment_of_[open + 1];
    return c < tree_.comments.size() && tree_.comments[c].before_token <= close;
  }

  // Names, with commas between all of them.
  bool is_filled(std::uint32_t open) const {
    bool commas = false;
    for (std::uint32_t t = open + 1; t < marks_.closes[open]; ++t) {
      const TokenKind kind = tree_.tokens[t].kind;
      const bool after_comma = tree_.tokens[t - 1].kind == TokenKind::comma;
      if (kind == TokenKind::open || kind == TokenKind::colon || (t > open + 1 && marks_.begins_item[t] != 0 && !after_comma)) return false;
      commas = commas || after_comma;
    }
    return commas && (!marked(open) || marks_.key[open + 1] == 0);
  }

  // ---- what is broken -------------------------------------------------------------------------------------------------------------
  void verbatim(const Node& node) {
    const bool blank = comments(node.first_token);
    new_line(0, node.first_token + 1, blank && !lines_empty());
    const std::uint32_t begin = tree_.tokens[node.first_token].begin;
    const std::uint32_t end = node.end_token > node.first_token ? tree_.tokens[node.end_token - 1].end : begin;
    // From the beginning of its line: an editor that moved half of it would only add to the mistake.
    std::uint32_t line = begin;
    while (line > at_byte_ && (text_[line - 1] == ' ' || text_[line - 1] == '\t')) --line;
    current_.text = text_.substr(line, end - line);
    current_.verbatim = true;
    at_byte_ = end;
    after_declaration_ = false;
    must_break_ = true;
    item_ = 0;
  }

  std::string_view text_;
  const Tree& tree_;
  Marks marks_;
  Widths widths_;
  std::span<const source::Span> mistakes_;
  std::vector<std::size_t> flat_, comment_of_;
  std::vector<std::uint32_t> lines_before_;  // texts of several lines among the tokens before
  std::vector<Line> lines_;
  Line current_;
  std::vector<Group> groups_;
  std::uint32_t top_level_ = no_node, item_ = 0;
  std::size_t declaration_line_ = 0;
  std::size_t written_width_ = 0;            // of the text of the current line, in English
  std::uint32_t at_byte_ = 0;                // how far the text has been written
  bool must_break_ = false, at_group_start_ = false, after_declaration_ = false;
};

}  // namespace

LaidOut lay_out(const source::Files& files, source::FileId file, diagnostics::Sink& sink) {
  using diagnostics::Kind;
  const auto of_the_head = [](Kind kind) { return kind == Kind::missing_version || kind == Kind::unknown_version || kind == Kind::unknown_language; };
  diagnostics::Sink own;
  const Tree tree = parse(files, file, own, Keep::words);
  LaidOut out;
  std::vector<source::Span> mistakes;
  for (const diagnostics::Diagnostic& one : own.sorted()) {
    if (severity(one) != diagnostics::Severity::error) continue;
    ++out.mistakes;
    if (!of_the_head(one.kind)) mistakes.push_back(one.span);
  }
  sink.take(std::move(own));
  out.text = Writer(files.text(file), tree, mistakes).run();
  if (!out.text) return out;
  source::Files again;
  diagnostics::Sink quiet;
  const source::FileId copy = again.add(files.path(file), *out.text);
  out.faithful = says_the_same(files.text(file), tree, *out.text, parse(again, copy, quiet));
  if (!out.faithful) out.text.reset();
  if (out.mistakes > 0) out.faithful = true;   // a text that never closes takes in whatever is added after it: the file is left alone, and has its message
  return out;
}

bool says_the_same(std::string_view text, const Tree& tree, std::string_view other_text, const Tree& other) {
  const auto trimmed = [](std::string_view comment) {
    while (!comment.empty() && (comment.back() == ' ' || comment.back() == '\t' || comment.back() == '\r')) comment.remove_suffix(1);
    return comment;
  };
  const auto same_token = [&](const Token& a, const Token& b) { 
    const std::string_view one = text.substr(a.begin, a.end - a.begin), two = other_text.substr(b.begin, b.end - b.begin);
    return a.kind == b.kind && (one == two || (a.kind == TokenKind::percent && closed_up(one) == closed_up(two)));
  };
  const auto same_comment = [&](const Comment& a, const Comment& b) {
    return a.before_token == b.before_token && trimmed(text.substr(a.begin, a.end - a.begin)) == trimmed(other_text.substr(b.begin, b.end - b.begin));
  };
  const auto same_node = [](const Node& a, const Node& b) {
    return a.kind == b.kind && a.word == b.word && a.first_token == b.first_token && a.end_token == b.end_token && a.first_child == b.first_child && a.next_sibling == b.next_sibling;
  };
  return std::equal(tree.tokens.begin(), tree.tokens.end(), other.tokens.begin(), other.tokens.end(), same_token) &&
         std::equal(tree.comments.begin(), tree.comments.end(), other.comments.begin(), other.comments.end(), same_comment) &&
         std::equal(tree.nodes.begin(), tree.nodes.end(), other.nodes.begin(), other.nodes.end(), same_node) && tree.declarations == other.declarations;
}

}  // namespace rung::grammar
