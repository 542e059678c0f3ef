#include "grammar/parser.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "grammar/builder.hpp"
#include "grammar/language.hpp"
#include "grammar/lexer.hpp"
#include "grammar/policy_rules.hpp"
#include "grammar/reading.hpp"
#include "grammar/remedies.hpp"
#include "grammar/rules.hpp"
#include "grammar/scenario_rules.hpp"

namespace rung::grammar {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using diagnostics::Sink;

class Parser {
 public:
  Parser(std::string_view text, source::FileId file, Sink& sink, Keep keep) : text_(text), sink_(sink), keep_(keep) {
    tree_.file = file;
    tree_.language = "en";
  }

  Tree run() {
    read_language();
    words_ = Vocabulary::of(tree_.language);
    Lexed lexed = lex(text_, tree_.file, *words_, sink_);
    tree_.tokens = std::move(lexed.tokens);
    tree_.comments = std::move(lexed.comments);
    too_deep_ = std::move(lexed.too_deep);
    unclosed_ = std::move(lexed.unclosed);
    tree_.nodes.reserve(tree_.tokens.size());
    if (keep_ == Keep::words) tree_.spoken.resize(tree_.tokens.size());
    last_ = tree_.tokens.data() + tree_.tokens.size() - 1;
    at_ = tree_.tokens.data();
    read_head();
    while (at_ != last_) read_declaration();
    return std::move(tree_);
  }

  // Both put what they find, mistakes too, into `out`; the sink is empty afterwards.
  void run(Reading& out) {
    read_language();
    words_ = Vocabulary::of(tree_.language);
    Sink of_tokens;
    Lexed lexed = lex(text_, tree_.file, *words_, of_tokens);
    out.of_tokens = of_tokens.sorted();
    tree_.tokens = std::move(lexed.tokens);
    tree_.comments = std::move(lexed.comments);
    too_deep_ = std::move(lexed.too_deep);
    unclosed_ = std::move(lexed.unclosed);
    tree_.nodes.reserve(tree_.tokens.size());
    last_ = tree_.tokens.data() + tree_.tokens.size() - 1;
    at_ = tree_.tokens.data();
    read_head();
    out.of_head = std::exchange(sink_, {}).sorted();
    std::uint32_t depth = 0;
    while (at_ != last_) note_declaration(out, depth);
    hand_over(out);
  }

  void run_again(const Reading& before, std::string_view old_text, Reading& out) {
    read_language();
    if (tree_.language != before.tree.language) return run(out);   // by its words
    const Change change = change_between(old_text, text_);
    const std::uint32_t from = stretch_before(before, change.begin);
    if (from == 0) return run(out);
    words_ = Vocabulary::of(tree_.language);
    out.of_head = before.of_head;
    Joined joined = join_tokens(before, from, text_, change, *words_, out);
    tree_.tokens = std::move(out.tree.tokens);
    tree_.comments = std::move(out.tree.comments);
    too_deep_ = std::move(out.too_deep);
    unclosed_ = std::move(out.unclosed);
    last_ = tree_.tokens.data() + tree_.tokens.size() - 1;
    const Stretch& first = before.stretches[from];
    at_ = tree_.tokens.data() + first.token;
    tree_.nodes.reserve(before.tree.nodes.size() + 4096);
    tree_.nodes.assign(before.tree.nodes.begin(), before.tree.nodes.begin() + first.node);
    tree_.declarations.assign(before.tree.declarations.begin(), before.tree.declarations.begin() + first.declaration);
    out.stretches.assign(before.stretches.begin(), before.stretches.begin() + from);
    for (const Mistake& one : before.mistakes)
      if (one.stretch < from) out.mistakes.push_back(one);
    std::uint32_t depth = first.depth;
    while (at_ != last_ && !goes_on_as(before, joined, out)) note_declaration(out, depth);
    hand_over(out);
  }

 private:
  static std::uint32_t size(const auto& list) { return static_cast<std::uint32_t>(list.size()); }
  std::uint32_t index(const Token* token) const { return static_cast<std::uint32_t>(token - tree_.tokens.data()); }

  void note_declaration(Reading& out, std::uint32_t& depth) {
    const Token* const start = at_;
    reached_ = start;
    const Stretch stretch{index(start), size(tree_.nodes), size(tree_.declarations), depth, 0};
    read_declaration();
    out.stretches.push_back(stretch);
    ++out.anew;
    out.stretches.back().reach = index(std::max(reached_, at_));
    for (const Token* t = start; t != at_; ++t) depth = depth_behind(*t, depth);
    if (sink_.empty()) return;
    for (diagnostics::Diagnostic& one : std::exchange(sink_, {}).sorted()) out.mistakes.push_back({size(out.stretches) - 1, std::move(one)});
  }

  // Where a declaration begins that began there before, all that follows is as it was.
  bool goes_on_as(const Reading& before, Joined& joined, Reading& out) {
    if (!joined.met || index(at_) <= joined.known_from) return false;
    const std::uint32_t stretch = stretch_at(before, index(at_) - joined.moved.tokens);
    if (stretch == before.stretches.size()) return false;
    const std::size_t line_end = text_.find('\n', joined.moved.change.new_end);
    if (line_end == std::string_view::npos || line_end >= at_->begin) return false;     // how far it is indented is part of what was changed
    Moved& moved = joined.moved;
    const Stretch& next = before.stretches[stretch];
    moved.nodes = size(tree_.nodes) - next.node;
    moved.declarations = size(tree_.declarations) - next.declaration;
    moved.stretches = size(out.stretches) - stretch;
    for (std::size_t node = next.node; node < before.tree.nodes.size(); ++node) tree_.nodes.push_back(moved.of(before.tree.nodes[node]));
    for (std::size_t each = next.declaration; each < before.tree.declarations.size(); ++each) tree_.declarations.push_back(before.tree.declarations[each] + moved.nodes);
    for (std::size_t each = stretch; each < before.stretches.size(); ++each) out.stretches.push_back(moved.of(before.stretches[each]));
    for (const Mistake& one : before.mistakes)
      if (one.stretch >= stretch) out.mistakes.push_back({one.stretch + moved.stretches, moved.of(one.said)});
    return true;
  }

  void hand_over(Reading& out) {
    out.tree = std::move(tree_);
    out.too_deep = std::move(too_deep_);
    out.unclosed = std::move(unclosed_);
  }

  void look_at(const Token* token) { reached_ = std::max(reached_, token); }

  // `rung 1 en`, before the words are known: the language decides them. The head is read again as tokens, for its messages.
  void read_language() {
    Sink quiet;
    const std::string_view head = text_.substr(0, text_.find('\n', first_content()));
    const Lexed lexed = lex(head, tree_.file, *words_, quiet);
    const auto& t = lexed.tokens;
    if (t.size() < 4 || written(t[0]) != "rung" || t[1].kind != TokenKind::number || t[2].kind != TokenKind::word) return;
    for (const std::string_view language : Vocabulary::languages())
      if (language == written(t[2])) said_ = language;
    if (said_.empty()) return;
    tree_.language = language_of_words(text_.substr(std::min(text_.size(), head.size())), said_);
  }

  // The offset of the first character that is neither space nor comment.
  std::size_t first_content() const {
    Sink quiet;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      if (lex(text_.substr(begin, end - begin), tree_.file, *words_, quiet).tokens.size() > 1) return begin;
      begin = end + 1;
    }
    return 0;
  }

  void read_head() {
    if (at_ == last_ || written(*at_) != "rung") {
      sink_.report(Kind::missing_version, at_ == last_ ? source::Span{tree_.file, 0, 0} : span(*at_)).help(Phrase::write_version);
      return;
    }
    ++at_;
    if (at_ == last_ || at_->kind != TokenKind::number) {
      sink_.report(Kind::missing_version, span(at_[-1])).help(Phrase::write_version);
      return;
    }
    if (written(*at_) != "1") sink_.report(Kind::unknown_version, span(*at_), {std::string(written(*at_))}).help(Phrase::write_version);
    ++at_;
    if (at_ == last_ || at_->kind != TokenKind::word || at_->starts_line) return;   // no language: English
    if (Vocabulary::of(written(*at_)) == nullptr)
      sink_.report(Kind::unknown_language, span(*at_), {std::string(written(*at_))}).help(Phrase::write_version);
    else if (!said_.empty() && said_ != tree_.language)
      sink_.report(Kind::other_language, span(*at_), {std::string(tree_.language), std::string(said_)}).help(Phrase::write_language, {std::string(tree_.language)});
    ++at_;
  }

  void read_declaration() {
    const Token* const start = at_;
    if (matched(*words_, Word::scenario, start, last_) != 0) return read_scenario(start);
    if (ends_before_trouble(start)) return;
    // A text that never closes has its message already.
    if (first_before(unclosed_, start) != nullptr) return skip(start);
    if (const Token* deep = first_before(too_deep_, start); deep != nullptr) {
      sink_.report(Kind::nested_too_deep, span(*deep), {std::to_string(greatest_nesting)}).help(Phrase::name_parts);
      return skip(start);
    }
    const Token* reached = start;
    const Attempt attempt = try_declaration(reached, last_);
    if (attempt.read) {
      at_ = reached;
      if (at_ != last_ && at_->kind == TokenKind::close) stray_brace();
      return;
    }
    // A brace that was left out lets a declaration run on into the next. Then the mistake is where the next begins.
    const Token* const end = extent(start);
    const Attempt bounded = attempt.where > end ? try_declaration(reached, end) : attempt;
    expected(bounded.read ? "'}'" : bounded.expected, bounded.read ? end : bounded.where, start);
    if (bounded.read) at_ = end;
    else skip(start);
  }

  // Reads a declaration that is whole before the next text that does not close or brace that is too deep, so that to find where it ends is not a walk
  // through all that follows.
  bool ends_before_trouble(const Token* start) {
    const Token* const trouble = std::min(first_from(unclosed_, start), first_from(too_deep_, start));
    if (trouble == last_) return false;
    const std::size_t nodes = tree_.nodes.size();
    const Token* reached = start;
    if (!try_declaration(reached, trouble).read) return false;
    if (reached < trouble && reached->kind != TokenKind::close) {
      at_ = reached;
      return true;
    }
    tree_.declarations.pop_back();
    tree_.nodes.resize(nodes);
    return false;
  }

  struct Attempt {
    bool read;
    std::string expected;
    const Token* where;
  };

  // One call of X3 within a declaration that is being read. On failure nothing is in the tree and `at` is where it was.
  template <class Rule>
  Attempt try_rule(const Rule& rule, const Token*& at, const Token* end, Builder& tree) {
    const Builder::Mark before = tree.mark();
    const Token* const start = at;
    try {
      const auto parser = x3::with<BuilderTag>(std::ref(tree))[rule];
      if (x3::parse(at, end, parser)) {
        look_at(at);
        return {true, {}, at};
      }
    } catch (const x3::expectation_failure<const Token*>& failure) {
      look_at(failure.where());
      at = start;
      tree.take_back(before);
      return {false, spelled(failure.which()), failure.where()};
    }
    at = start;
    tree.take_back(before);
    return {false, std::string(rule.name), start};
  }

  // One call of X3, with a fresh start. On success the declaration is in the tree and `at` is behind it; otherwise nothing is.
  Attempt try_declaration(const Token*& at, const Token* end) {
    Builder tree(tree_, *words_);
    Attempt attempt = matched(*words_, Word::policy, at, end) != 0 ? try_rule(rules::policy_declaration, at, end, tree) : try_rule(rules::declaration, at, end, tree);
    if (attempt.read) tree_.declarations.push_back(tree.take_declaration());
    return attempt;
  }

  // A scenario, line by line: a broken line has its message and is left out, the others are kept.
  void read_scenario(const Token* start) {
    Builder tree(tree_, *words_);
    const Builder::Mark before = tree.mark();
    const Token* const end = extent(start);
    const Token* at = start;
    if (const Attempt head = try_rule(rules::scenario_head, at, end, tree); !head.read) {
      if (first_from(unclosed_, start) >= head.where) expected(head.expected, head.where, start);
      return skip(start);
    }
    while (at != end && at->kind != TokenKind::close) {
      const Token* const line = at;
      const Attempt attempt = try_rule(rules::scenario_line, at, next_line(line, end, false), tree);
      if (attempt.read) continue;
      at = next_line(line, end, true);
      // A text that never closes has its message already.
      if (first_from(unclosed_, line) >= at) expected(attempt.expected, attempt.where, start);
    }
    if (at == end) expected("'}'", end, start);
    else ++at;
    tree.add(NodeKind::scenario, Word::scenario, start, at, before);
    tree_.declarations.push_back(tree.take_declaration());
    at_ = at;
    if (at_ != last_ && at_->kind == TokenKind::close) stray_brace();
  }

  // Where the next line of a scenario begins after the one that begins at `line`, or the brace that closes the scenario. Behind a line that could not be read
  // (`broken`) its braces may not match, and a word that is nearly right begins a line as well.
  const Token* next_line(const Token* line, const Token* end, bool broken) const {
    std::size_t depth = 0;
    for (const Token* t = line; t != end; ++t) {
      if (t != line && t->starts_line && (depth == 0 || broken) && (begins_line(t, end) || (broken && nearly_begins_line(*t)))) return t;
      if (depth == 0 && t->kind == TokenKind::close) return t;
      if (t->kind == TokenKind::open) ++depth;
      if (t->kind == TokenKind::close) --depth;
    }
    return end;
  }

  bool begins_line(const Token* t, const Token* end) const {
    return std::any_of(std::begin(scenario_lines), std::end(scenario_lines), [&](Word word) { return matched(*words_, word, t, end) != 0; });
  }

  bool nearly_begins_line(const Token& token) const {
    std::vector<std::string_view> known;
    for (const Word word : scenario_lines) known.push_back(words_->printed(word));
    return token.kind == TokenKind::word && !diagnostics::nearest(written(token), known).empty();
  }

  void stray_brace() {
    sink_.report(Kind::syntax, span(*at_), {std::string("a declaration or the end of the file"), "'}'"}).help(Phrase::brace_too_many);
    skip(at_);
  }

  // Keeps the name of a declaration that could not be read, and goes on after it.
  void skip(const Token* start) {
    const Token* const end = extent(start);
    Word kind = Word::none;
    for (const Word word : declaring) {
      if (matched(*words_, word, start, last_) != 0) kind = word;
    }
    if (kind == Word::none) kind = nearly_declares(*start);
    Builder tree(tree_, *words_);
    const Builder::Mark before = tree.mark();
    if (kind != Word::none && kind != Word::use && start + 1 < end && start[1].kind == TokenKind::word)
      tree.add(NodeKind::name, Word::none, start + 1, start + 2, tree.mark());
    tree.add(NodeKind::broken, kind, start, end, before);
    tree_.declarations.push_back(tree.take_declaration());
    at_ = end;
  }

  // The word of declaration that a misspelt one was meant to be, so that what it names is still known.
  Word nearly_declares(const Token& token) const {
    std::vector<std::string_view> known;
    for (const Word word : declaring) known.push_back(words_->printed(word));
    const std::string_view near = token.kind == TokenKind::word ? diagnostics::nearest(written(token), known) : std::string_view{};
    for (const Word word : declaring)
      if (!near.empty() && words_->printed(word) == near) return word;
    return Word::none;
  }

  // Where a declaration that begins at `start` ends: after the brace that closes it, or, when braces are missing, before the next
  // declaration that begins a line at the same indentation or less.
  const Token* extent(const Token* start) {
    const Token* const end = extent_of(start);
    look_at(end);
    return end;
  }
  const Token* extent_of(const Token* start) const {
    std::size_t depth = 0;
    for (const Token* t = start; t != last_; ++t) {
      if (t != start && begins_declaration(t) && indentation(*t) <= indentation(*start)) return t;
      if (t->kind == TokenKind::open) ++depth;
      if (t->kind == TokenKind::close && depth <= 1) {
        ++t;
        while (t != last_ && t->kind == TokenKind::close) ++t;   // closing braces too many are part of the same mistake
        return t;
      }
      if (t->kind == TokenKind::close) --depth;
    }
    return last_;
  }

  bool begins_declaration(const Token* t) const {
    if (!t->starts_line || t + 1 == last_ || (t[1].kind != TokenKind::word && t[1].kind != TokenKind::text)) return false;
    for (const Word word : declaring)
      if (matched(*words_, word, t, last_) != 0) return true;
    // A misspelt word of declaration: a word, a name and a title or brace.
    return t->kind == TokenKind::word && t->atom == 0 && t[1].kind == TokenKind::word && t + 2 != last_ && t[2].kind == TokenKind::text;
  }

  std::size_t indentation(const Token& token) const {
    const std::size_t line = text_.rfind('\n', token.begin);
    return token.begin - (line == std::string_view::npos || token.begin == 0 ? 0 : line + 1);
  }

  // The first of these tokens at `start` or after it, or the end. The lists are short, and mostly empty.
  const Token* first_from(const std::vector<std::uint32_t>& tokens, const Token* start) const {
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), static_cast<std::uint32_t>(start - tree_.tokens.data()));
    return first == tokens.end() ? last_ : tree_.tokens.data() + *first;
  }

  // The first of them inside the declaration that begins at `start`.
  const Token* first_before(const std::vector<std::uint32_t>& tokens, const Token* start) {
    const Token* const token = first_from(tokens, start);
    return token != last_ && token < extent(start) ? token : nullptr;
  }

  void expected(const std::string& what, const Token* where, const Token* start) {
    const bool at_end = where == last_;
    const Stop stop{text_, *words_, tree_.tokens.data(), where, last_, what == rules::closing.name || what == rules::closing_items.name, start};
    if (has_its_message(stop)) return;
    const Token& place = at_end && where != tree_.tokens.data() ? where[-1] : *where;
    auto report = sink_.report(Kind::syntax, span(place), {what, at_end ? "the end of the file" : "'" + shown(*where) + "'"});
    if (where != start) report.also(span(*start), Phrase::in_this_declaration, {});
    if (at_end || what == rules::title_and_body.name) return;   // a title is in nobody's vocabulary
    if (const auto known = remedy(stop)) report.help(known->phrase, known->arguments);
  }

  // X3 names a word of the language by number (primitives.hpp); here it gets its spelling.
  std::string spelled(const std::string& which) const {
    if (which.empty() || which[0] != '\x01') return which;
    return "'" + std::string(words_->printed(static_cast<Word>(std::stoi(which.substr(1))))) + "'";
  }

  std::string shown(const Token& token) const {
    std::string_view text = written(token);
    if (text.size() <= 40) return std::string(text);
    std::size_t cut = 40;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    return std::string(text.substr(0, cut)) + "…";
  }

  std::string_view written(const Token& token) const { return text_.substr(token.begin, token.end - token.begin); }
  source::Span span(const Token& token) const { return {tree_.file, token.begin, token.end}; }

  static constexpr Word scenario_lines[] = {Word::on, Word::holds, Word::knows, Word::meets, Word::entered, Word::expect, Word::note};

  std::string_view text_;
  Sink& sink_;
  Keep keep_;
  const Vocabulary* words_ = Vocabulary::of("en");   // until the head has said which
  std::string_view said_;                            // the language that the head names; empty when it names none
  Tree tree_;
  std::vector<std::uint32_t> too_deep_, unclosed_;
  const Token* at_ = nullptr;
  const Token* last_ = nullptr;
  const Token* reached_ = nullptr;                   // how far was looked for the declaration that is being read
};

}  // namespace

Tree parse(const source::Files& files, source::FileId file, Sink& sink, Keep keep) { return Parser(files.text(file), file, sink, keep).run(); }

Reading read(std::string_view text) {
  Reading out;
  Sink mistakes;
  Parser(text, 0, mistakes, Keep::tree).run(out);
  return out;
}

Reading read_again(const Reading& before, std::string_view old_text, std::string_view text) {
  Reading out;
  Sink mistakes;
  Parser(text, 0, mistakes, Keep::tree).run_again(before, old_text, out);
  return out;
}

}  // namespace rung::grammar
