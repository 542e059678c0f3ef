#include "grammar/layout/pieces.hpp"

#include <algorithm>

#include "grammar/layout/layout.hpp"

namespace rung::grammar {
namespace {

LaidOut laid_out(std::string text) {
  source::Files files;
  diagnostics::Sink quiet;
  return lay_out(files, files.add("piece", std::move(text)), quiet);
}

}  // namespace

Pieces::Edit difference(std::string_view text, std::uint32_t begin_of_text, std::string_view after) {
  Change change = change_between(text, after);
  const auto inside = [](std::string_view of, std::size_t at) { return at < of.size() && ((static_cast<unsigned char>(of[at]) & 0xC0) == 0x80 || (of[at] == '\n' && at > 0 && of[at - 1] == '\r')); };
  while (change.begin > 0 && (inside(text, change.begin) || inside(after, change.begin))) --change.begin;
  while (change.old_end < text.size() && (inside(text, change.old_end) || inside(after, change.new_end))) ++change.old_end, ++change.new_end;
  return {begin_of_text + change.begin, begin_of_text + change.old_end, std::string(after.substr(change.begin, change.new_end - change.begin))};
}

std::vector<std::uint32_t> pieces_of(std::string_view text, const Tree& tree) {
  std::vector<std::uint32_t> out{0};
  auto comment = tree.comments.begin();
  std::uint32_t end = 0;                     // of what was looked at last
  const auto thing = [&](std::uint32_t begin, std::uint32_t its_end) {
    if (end > 0 && std::count(text.begin() + end, text.begin() + begin, '\n') > 1) out.push_back(begin);
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

std::optional<std::vector<Pieces::Edit>> Pieces::edits(std::string_view text, const Reading& reading) {
  if (!reading.clean() || reading.tree.declarations.empty()) return std::nullopt;
  if (language_ != reading.tree.language) known_.clear();
  language_ = reading.tree.language;
  const std::string head = "rung 1 " + std::string(language_) + "\n\n";
  std::vector<std::uint32_t> begins = pieces_of(text, reading.tree);
  begins.push_back(static_cast<std::uint32_t>(text.size()));

  std::unordered_map<std::string, std::string> now;
  now.reserve(begins.size());
  std::vector<Edit> out;
  // Of a text that nobody has seen yet all is laid out at once. When nothing is to be changed, nothing is in any piece.
  const bool as_it_is = known_.empty() && laid_out(std::string(text)).text == text;
  for (std::size_t each = 0; each + 1 < begins.size(); ++each) {
    std::string piece(text.substr(begins[each], begins[each + 1] - begins[each]));
    const bool last = each + 2 == begins.size();
    auto known = known_.extract(piece);
    std::string laid = known.empty() ? std::string() : std::move(known.mapped());
    if (known.empty() && !as_it_is) {
      // A piece that stands twice has been taken out for the first.
      if (const auto twice = now.find(piece); twice != now.end()) {
        laid = twice->second;
      } else {
        LaidOut made = laid_out(each == 0 ? piece : head + piece);
        if (!made.text || made.mistakes > 0) return std::nullopt;
        laid = each == 0 ? std::move(*made.text) : made.text->substr(head.size());
        if (laid + '\n' == piece) laid.clear();
      }
    }
    const std::string behind = last ? "" : "\n";
    // The last piece is without the blank line that others have behind them.
    if (!laid.empty() && laid + behind != piece) out.push_back(difference(piece, begins[each], laid + behind));
    if (laid.empty() && last && !as_it_is) out.push_back(difference(piece, begins[each], std::string_view(piece).substr(0, piece.size() - 1)));
    if (!(as_it_is && last)) now.emplace(std::move(piece), std::move(laid));
  }
  known_ = std::move(now);
  return out;
}

}  // namespace rung::grammar
