#include "grammar/reading.hpp"

#include <algorithm>
#include <cstring>

namespace rung::grammar {
namespace {

void move(source::Span& span, Change change) { span.begin = change.moved(span.begin), span.end = change.moved(span.end); }

// A place at the very beginning of a region may have grown with it; so places count as behind from here on.
template <class Item, class Begin>
auto from_byte(const std::vector<Item>& items, std::uint32_t byte, const Begin& begin) {
  return std::lower_bound(items.begin(), items.end(), byte, [&](const Item& one, std::uint32_t at) { return begin(one) < at; });
}

}  // namespace

Token Moved::of(Token token) const {
  token.begin = change.moved(token.begin), token.end = change.moved(token.end);
  return token;
}

Comment Moved::of(Comment comment) const { return {change.moved(comment.begin), change.moved(comment.end), comment.before_token + tokens}; }

Node Moved::of(Node node) const {
  node.first_token += tokens;
  node.end_token += tokens;
  if (node.first_child != no_node) node.first_child += nodes;
  if (node.next_sibling != no_node) node.next_sibling += nodes;
  return node;
}

Stretch Moved::of(Stretch stretch) const { return {stretch.token + tokens, stretch.node + nodes, stretch.declaration + declarations, stretch.depth, stretch.reach + tokens}; }

diagnostics::Diagnostic Moved::of(diagnostics::Diagnostic said) const {
  move(said.span, change);
  for (diagnostics::Related& related : said.related) move(related.span, change);
  return said;
}

void Reading::report(source::FileId file, diagnostics::Sink& sink) const {
  const auto add = [&](diagnostics::Diagnostic said) {
    said.span.file = file;
    for (diagnostics::Related& related : said.related) related.span.file = file;
    sink.add(std::move(said));
  };
  for (const diagnostics::Diagnostic& one : of_tokens) add(one);
  for (const diagnostics::Diagnostic& one : of_head) add(one);
  for (const Mistake& one : mistakes) add(one.said);
}

Change change_between(std::string_view old_text, std::string_view text) {
  constexpr std::size_t block = 4096;            // compared at once, which is many times faster than byte by byte
  const std::size_t least = std::min(old_text.size(), text.size());
  std::size_t same = 0, tail = 0;
  while (same + block <= least && std::memcmp(old_text.data() + same, text.data() + same, block) == 0) same += block;
  while (same < least && old_text[same] == text[same]) ++same;
  const std::size_t most = least - same;
  const auto behind = [&](std::string_view of) { return of.data() + of.size() - tail; };
  while (tail + block <= most && std::memcmp(behind(old_text) - block, behind(text) - block, block) == 0) tail += block;
  while (tail < most && behind(old_text)[-1] == behind(text)[-1]) ++tail;
  return {static_cast<std::uint32_t>(same), static_cast<std::uint32_t>(old_text.size() - tail), static_cast<std::uint32_t>(text.size() - tail)};
}

std::uint32_t stretch_before(const Reading& reading, std::uint32_t changed) {
  const auto& tokens = reading.tree.tokens;
  const auto behind = static_cast<std::uint32_t>(from_byte(tokens, changed, [](const Token& token) { return token.begin; }) - tokens.begin());
  // What a token is may be decided by the few characters behind it.
  const std::uint32_t touched = behind - std::min(behind, 4u);
  std::uint32_t stretch = 0;
  while (stretch < reading.stretches.size() && reading.stretches[stretch].reach + longest_phrase <= touched) ++stretch;
  return stretch - std::min(stretch, 1u);
}

std::uint32_t stretch_at(const Reading& reading, std::uint32_t token) {
  const auto& stretches = reading.stretches;
  const auto found = std::lower_bound(stretches.begin(), stretches.end(), token, [](const Stretch& one, std::uint32_t at) { return one.token < at; });
  return static_cast<std::uint32_t>(found == stretches.end() || found->token != token ? stretches.size() : static_cast<std::size_t>(found - stretches.begin()));
}

Joined join_tokens(const Reading& before, std::uint32_t from, std::string_view text, Change change, const Vocabulary& words, Reading& out) {
  const std::uint32_t first = before.stretches[from].token, first_byte = before.tree.tokens[first].begin;
  diagnostics::Sink anew;
  const Relexed read = lex_again(text, before.tree.tokens, first, before.stretches[from].depth, change, 0, words, anew);
  Joined joined;
  joined.moved.change = change;
  const auto& old_tokens = before.tree.tokens;
  joined.met = read.met < old_tokens.size();
  const auto anew_end = first + static_cast<std::uint32_t>(read.lexed.tokens.size());
  joined.moved.tokens = joined.met ? anew_end - 1 - read.met : 0;
  joined.known_from = anew_end - 1;

  auto& tokens = out.tree.tokens;
  tokens.reserve(old_tokens.size() + read.lexed.tokens.size());
  tokens.assign(old_tokens.begin(), old_tokens.begin() + first);
  tokens.insert(tokens.end(), read.lexed.tokens.begin(), read.lexed.tokens.end());
  for (std::size_t at = read.met + std::size_t{1}; at < old_tokens.size(); ++at) tokens.push_back(joined.moved.of(old_tokens[at]));

  // Of each list: what is before the first token that was read anew, what was read with those, and what stands behind the token that was met.
  const auto& comments = before.tree.comments;
  const auto comment_behind = [&](std::uint32_t token) { return std::lower_bound(comments.begin(), comments.end(), token, [](const Comment& one, std::uint32_t at) { return one.before_token < at; }); };
  out.tree.comments.reserve(comments.size() + read.lexed.comments.size());
  out.tree.comments.assign(comments.begin(), comment_behind(first + 1));
  for (const Comment& one : read.lexed.comments) out.tree.comments.push_back({one.begin, one.end, one.before_token + first});
  if (joined.met)
    for (auto one = comment_behind(read.met + 1); one != comments.end(); ++one) out.tree.comments.push_back(joined.moved.of(*one));

  const auto join_indices = [&](const std::vector<std::uint32_t>& old, const std::vector<std::uint32_t>& between, std::vector<std::uint32_t>& into) {
    into.assign(old.begin(), std::lower_bound(old.begin(), old.end(), first));
    for (const std::uint32_t token : between) into.push_back(token + first);
    if (joined.met)
      for (auto one = std::upper_bound(old.begin(), old.end(), read.met); one != old.end(); ++one) into.push_back(*one + joined.moved.tokens);
  };
  join_indices(before.too_deep, read.lexed.too_deep, out.too_deep);
  join_indices(before.unclosed, read.lexed.unclosed, out.unclosed);

  const auto place = [](const diagnostics::Diagnostic& one) { return one.span.begin; };
  out.of_tokens.assign(before.of_tokens.begin(), from_byte(before.of_tokens, first_byte, place));
  for (diagnostics::Diagnostic& one : anew.sorted()) out.of_tokens.push_back(std::move(one));
  if (joined.met)
    for (auto one = from_byte(before.of_tokens, old_tokens[read.met].end, place); one != before.of_tokens.end(); ++one) out.of_tokens.push_back(joined.moved.of(*one));
  return joined;
}

}  // namespace rung::grammar
