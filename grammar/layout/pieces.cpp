#include "grammar/layout/pieces.hpp"

#include <algorithm>
#include <span>

#include "grammar/layout/layout.hpp"

namespace rung::grammar {
namespace {

LaidOut laid_out(std::string text) {
  source::Files files;
  diagnostics::Sink quiet;
  return lay_out(files, files.add("piece", std::move(text)), quiet);
}

std::string laid_by(std::string_view text, const Pieces::Edit& edit) { return std::string(text.substr(0, edit.begin)).append(edit.text).append(text.substr(edit.end)); }

// Where pieces begin, the first at 0: at the first declaration or comment behind a blank line that is in no declaration.
std::vector<std::uint32_t> pieces_of(std::string_view text, const Tree& tree) {
  std::vector<std::uint32_t> out{0};
  auto comment = tree.comments.begin();
  std::uint32_t end = 0;                     // of what was looked at last
  const auto thing = [&](std::uint32_t begin, std::uint32_t its_end) {
    const std::string_view between = text.substr(end, begin - end);
    const std::size_t feed = end > 0 ? between.find('\n') : std::string_view::npos;
    if (feed != std::string_view::npos && between.find('\n', feed + 1) != std::string_view::npos) out.push_back(begin);
    end = its_end;
  };
  const auto comments = [&](std::uint32_t before_token) {
    for (; comment != tree.comments.end() && comment->before_token <= before_token; ++comment) thing(comment->begin, comment->end);
  };
  if (!tree.declarations.empty() && tree[tree.declarations.front()].first_token > 0) end = tree.tokens[tree[tree.declarations.front()].first_token - 1].end;   // of `rung 1 en`
  for (const std::uint32_t declaration : tree.declarations) {
    const Node& node = tree[declaration];
    // Comments of the head stay with it.
    while (comment != tree.comments.end() && comment->begin < end && comment->before_token <= node.first_token) ++comment;
    comments(node.first_token);
    thing(tree.tokens[node.first_token].begin, tree.tokens[node.end_token - 1].end);
    while (comment != tree.comments.end() && comment->before_token < node.end_token) ++comment;
  }
  comments(static_cast<std::uint32_t>(tree.tokens.size()));
  return out;
}

// Mistakes in the order of their places; none when they say that the text can only be looked at as a whole.
std::optional<std::vector<diagnostics::Diagnostic>> mistakes_of(const Reading& reading) {
  if (!reading.of_head.empty() || !reading.too_deep.empty()) return std::nullopt;
  std::vector<diagnostics::Diagnostic> out = reading.of_tokens;
  for (const Mistake& one : reading.mistakes) out.push_back(one.said);
  std::erase_if(out, [](const diagnostics::Diagnostic& one) { return diagnostics::severity(one) != diagnostics::Severity::error; });
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  return out;
}

// Whether a piece with mistakes is read by itself, behind that head, as it is in the text: then it is also laid out so. How far the text was looked at to read it, as a byte; none when it is not.
std::optional<std::uint32_t> reaches(const Reading& whole, std::pair<std::uint32_t, std::uint32_t> bytes, std::span<const diagnostics::Diagnostic> mistakes, std::string_view text, const std::string& head) {
  const Tree& tree = whole.tree;
  const auto token_at = [&](std::uint32_t byte) { return static_cast<std::uint32_t>(std::lower_bound(tree.tokens.begin(), tree.tokens.end() - 1, byte, [](const Token& one, std::uint32_t at) { return one.begin < at; }) - tree.tokens.begin()); };
  const std::uint32_t first = token_at(bytes.first), last = token_at(bytes.second);
  const auto declaration_at = [&](std::uint32_t token) { return std::lower_bound(tree.declarations.begin(), tree.declarations.end(), token, [&](std::uint32_t node, std::uint32_t at) { return tree[node].first_token < at; }); };
  const auto begin = declaration_at(first), end = declaration_at(last);
  // What cannot be read keeps what stands before it on its line.
  if (begin == end || (bytes.first > 0 && (text[bytes.first - 1] == ' ' || text[bytes.first - 1] == '\t'))) return std::nullopt;

  const Reading alone = read(head + std::string(text.substr(bytes.first, bytes.second - bytes.first)));
  const auto before = static_cast<std::uint32_t>(std::count_if(alone.tree.tokens.begin(), alone.tree.tokens.end(), [&](const Token& one) { return one.begin < head.size(); }));
  const std::uint32_t bytes_moved = bytes.first - static_cast<std::uint32_t>(head.size()), tokens_moved = first - before, nodes = first_node_of(tree, *begin);
  const auto same_token = [&](const Token& a, const Token& b) { return a.begin == b.begin + bytes_moved && a.end == b.end + bytes_moved && a.kind == b.kind && a.starts_line == b.starts_line; };
  const auto moved = [&](std::uint32_t node) { return node == no_node ? no_node : node + nodes; };
  const auto same_node = [&](const Node& a, const Node& b) {
    return a.kind == b.kind && a.word == b.word && a.first_token == b.first_token + tokens_moved && a.end_token == b.end_token + tokens_moved && a.first_child == moved(b.first_child) && a.next_sibling == moved(b.next_sibling);
  };
  const auto own = mistakes_of(alone);
  const auto same_mistake = [&](const diagnostics::Diagnostic& a, const diagnostics::Diagnostic& b) { return a.kind == b.kind && a.span.begin == b.span.begin + bytes_moved; };
  const bool same = own && alone.tree.language == tree.language && std::equal(mistakes.begin(), mistakes.end(), own->begin(), own->end(), same_mistake) &&
                    std::equal(tree.tokens.begin() + first, tree.tokens.begin() + last, alone.tree.tokens.begin() + before, alone.tree.tokens.end() - 1, same_token) &&
                    std::equal(tree.nodes.begin() + nodes, tree.nodes.begin() + end[-1] + 1, alone.tree.nodes.begin(), alone.tree.nodes.end(), same_node);
  // Each has to be in a declaration.
  const bool inside = std::all_of(mistakes.begin(), mistakes.end(), [&](const diagnostics::Diagnostic& one) {
    return std::any_of(begin, end, [&](std::uint32_t node) { return tree.span(node).begin <= one.span.begin && one.span.begin < tree.span(node).end; });
  });
  if (!same || !inside) return std::nullopt;
  std::uint32_t reach = last;
  for (const Stretch& stretch : whole.stretches)
    if (stretch.token >= first && stretch.token < last) reach = std::max(reach, stretch.reach);
  return tree.tokens[std::min<std::size_t>(std::size_t{reach} + longest_phrase, tree.tokens.size() - 1)].end;
}

}  // namespace

Pieces::Edit difference(std::string_view text, std::uint32_t begin_of_text, std::string_view after) {
  Change change = change_between(text, after);
  const auto inside = [](std::string_view of, std::size_t at) { return at < of.size() && ((static_cast<unsigned char>(of[at]) & 0xC0) == 0x80 || (of[at] == '\n' && at > 0 && of[at - 1] == '\r')); };
  while (change.begin > 0 && (inside(text, change.begin) || inside(after, change.begin))) --change.begin;
  while (change.old_end < text.size() && (inside(text, change.old_end) || inside(after, change.new_end))) ++change.old_end, ++change.new_end;
  return {begin_of_text + change.begin, begin_of_text + change.old_end, std::string(after.substr(change.begin, change.new_end - change.begin))};
}

// Most pieces are where they were, or have moved with all that is around them. The last has nothing behind it, and may have had.
void Pieces::take_over(std::string_view text, std::vector<Piece>& pieces) const {
  if (pieces_.empty()) return;
  const Change change = change_between(text_, text);
  auto old = pieces_.begin();
  for (std::size_t each = 0; each + 1 < pieces.size(); ++each) {
    Piece& piece = pieces[each];
    const bool behind = piece.begin >= change.new_end;
    if (piece.end > change.begin && !behind) continue;
    const auto was = [&](std::uint32_t place) { return behind ? place - change.new_end + change.old_end : place; };
    while (old != pieces_.end() && old->begin < was(piece.begin)) ++old;
    if (old == pieces_.end() || old + 1 == pieces_.end()) return;
    if (old->begin == was(piece.begin) && old->end == was(piece.end) && (each == 0) == (old == pieces_.begin())) piece.laid = old->laid;
  }
}

// Null when by itself it is not as it is in the text.
Pieces::Laid* Pieces::lay(std::string_view piece, bool first) {
  LaidOut made = laid_out(first ? std::string(piece) : head_ + std::string(piece));
  if (!made.text) return nullptr;
  const std::string after = (first ? std::move(*made.text) : made.text->substr(head_.size())) + '\n';
  Laid laid{std::nullopt, made.mistakes == 0};
  if (after != piece) laid.edit = difference(piece, 0, after);
  return &known_.insert_or_assign(std::string(piece), std::move(laid)).first->second;
}

void Pieces::make_room(const std::vector<Piece>& pieces) {
  for (const Piece& piece : pieces) piece.laid->used = true;
  std::erase_if(known_, [](const auto& one) { return !one.second.used; });
  for (const Piece& piece : pieces) piece.laid->used = false;
}

// Whether a piece with a mistake is read as it was when what stands behind it is laid out, as far as the parser looked and a piece further.
bool Pieces::stays_read(std::string_view text, const std::vector<Piece>& pieces, std::size_t piece, std::uint32_t reach) const {
  std::string before = piece == 0 ? "" : head_, after = before;
  for (std::size_t each = piece; each < pieces.size(); ++each) {
    const Piece& one = pieces[each];
    const std::string written = std::string(text.substr(one.begin, one.end - one.begin)) + (each + 1 == pieces.size() ? "\n" : "");
    before += written;
    after += one.laid->edit ? laid_by(written, *one.laid->edit) : written;
    if (one.begin > reach) break;
  }
  return says_the_same(before, read(before).tree, after, read(after).tree);
}

std::optional<std::vector<Pieces::Edit>> Pieces::edits(std::string_view text, const Reading& reading) {
  const auto mistakes = mistakes_of(reading);
  if (!mistakes || reading.tree.declarations.empty()) return std::nullopt;
  if (language_ != reading.tree.language) known_.clear(), pieces_.clear();
  language_ = reading.tree.language;
  head_ = "rung 1 " + std::string(language_) + "\n\n";
  std::vector<Piece> pieces;
  for (const std::uint32_t begin : pieces_of(text, reading.tree)) {
    if (!pieces.empty()) pieces.back().end = begin;
    pieces.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  // Of a text that nobody has seen yet all is laid out at once. When nothing is to be changed, nothing is in any piece.
  if (known_.empty() && !mistakes->empty()) return std::nullopt;
  const bool as_it_is = known_.empty() && laid_out(std::string(text)).text == text;
  take_over(text, pieces);

  std::vector<Edit> out;
  auto mistake = mistakes->begin();
  std::vector<std::pair<std::size_t, std::uint32_t>> mistaken;   // pieces, and how far was looked to read them
  for (std::size_t each = 0; each < pieces.size(); ++each) {
    Piece& piece = pieces[each];
    const bool first = each == 0, last = each + 1 == pieces.size();
    const std::string_view written = text.substr(piece.begin, piece.end - piece.begin);
    if (piece.laid == nullptr) {
      const std::string closed = last ? std::string(written) + '\n' : std::string();
      const std::string_view key = last ? std::string_view(closed) : written;
      const auto known = known_.find(key);
      if (known != known_.end()) piece.laid = &known->second;
      else piece.laid = as_it_is ? &known_.emplace(key, Laid{}).first->second : lay(key, first);
      if (piece.laid == nullptr) return pieces_.clear(), std::nullopt;
    }
    const auto own = mistake;
    while (mistake != mistakes->end() && mistake->span.begin < piece.end) ++mistake;
    if (own == mistake && !piece.laid->clean) return pieces_.clear(), std::nullopt;
    if (own != mistake) {
      const auto reach = reaches(reading, {piece.begin, piece.end}, {own, mistake}, text, first ? "" : head_);
      if (!reach) return pieces_.clear(), std::nullopt;
      mistaken.emplace_back(each, *reach);
    }
    if (!piece.laid->edit) continue;
    const Edit& edit = *piece.laid->edit;
    if (!last) {
      out.push_back({piece.begin + edit.begin, piece.begin + edit.end, edit.text});
    } else if (const std::string after = laid_by(std::string(written) + '\n', edit); after.substr(0, after.size() - 1) != written) {
      out.push_back(difference(written, piece.begin, std::string_view(after).substr(0, after.size() - 1)));
    }
  }
  for (const auto& [piece, reach] : mistaken)
    if (!stays_read(text, pieces, piece, reach)) return pieces_.clear(), std::nullopt;
  if (known_.size() > 2 * pieces.size() + 2) make_room(pieces);
  text_ = text;
  pieces_ = std::move(pieces);
  return out;
}

}  // namespace rung::grammar
