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

}  // namespace

Pieces::Edit difference(std::string_view text, std::uint32_t begin_of_text, std::string_view after) {
  Change change = change_between(text, after);
  const auto inside = [](std::string_view of, std::size_t at) { return at < of.size() && ((static_cast<unsigned char>(of[at]) & 0xC0) == 0x80 || (of[at] == '\n' && at > 0 && of[at - 1] == '\r')); };
  while (change.begin > 0 && (inside(text, change.begin) || inside(after, change.begin))) --change.begin;
  while (change.old_end < text.size() && (inside(text, change.old_end) || inside(after, change.new_end))) ++change.old_end, ++change.new_end;
  return {begin_of_text + change.begin, begin_of_text + change.old_end, std::string(after.substr(change.begin, change.new_end - change.begin))};
}

std::optional<std::vector<Pieces::Edit>> Pieces::edits(std::string_view text, const Reading& reading) {
  if (!reading.clean() || reading.tree.declarations.empty()) return std::nullopt;
  if (language_ != reading.tree.language) known_.clear();
  language_ = reading.tree.language;
  const std::string head = "rung 1 " + std::string(language_) + "\n\n";
  std::vector<std::uint32_t> begins = pieces_of(text, reading.tree);
  begins.push_back(static_cast<std::uint32_t>(text.size()));

  std::vector<Edit> out;
  // Of a text that nobody has seen yet all is laid out at once. When nothing is to be changed, nothing is in any piece.
  const bool as_it_is = known_.empty() && laid_out(std::string(text)).text == text;
  ++calls_;
  for (std::size_t each = 0; each + 1 < begins.size(); ++each) {
    const bool last = each + 2 == begins.size();
    std::string_view piece = text.substr(begins[each], begins[each + 1] - begins[each]);
    const std::string closed = last ? std::string(piece) + '\n' : std::string();       // the last one as it would stand before another
    const std::string_view key = last ? std::string_view(closed) : piece;
    auto known = known_.find(key);
    if (known == known_.end()) {
      Laid laid;
      if (!as_it_is) {
        LaidOut made = laid_out(each == 0 ? std::string(key) : head + std::string(key));
        if (!made.text || made.mistakes > 0) return std::nullopt;
        laid.text = (each == 0 ? std::move(*made.text) : made.text->substr(head.size())) + '\n';
        if (laid.text == key) laid.text.clear();
      }
      known = known_.emplace(std::string(key), std::move(laid)).first;
    }
    known->second.used = calls_;
    if (known->second.text.empty()) continue;
    const std::string_view after = known->second.text;
    out.push_back(difference(piece, begins[each], last ? after.substr(0, after.size() - 1) : after));
  }
  if (known_.size() > 2 * begins.size()) std::erase_if(known_, [&](const auto& one) { return one.second.used != calls_; });
  return out;
}

}  // namespace rung::grammar
