// The texts that an editor has open: what it shows stands above what is on the disk.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>

#include "compiler/lsp/analysis.hpp"
#include "compiler/lsp/text.hpp"
#include "grammar/layout/pieces.hpp"

namespace rung::lsp {

struct Document {
  std::string uri, path;
  std::int64_t version = 0;
  std::shared_ptr<const std::string> text;
  std::uint64_t changed = 0;                         // when it, or something that it reaches, was changed last: counts all changes
  std::shared_ptr<const Analysis> analysis;          // the newest there is, of this text or of an older one; null before the first
  std::uint64_t analysed = 0;                        // `changed` when that was begun
  std::shared_ptr<const Analysis> names;             // what names meant, at least, when `changed` was `named`; or null
  std::uint64_t named = 0;
  std::chrono::milliseconds took{0};                 // to make it
  Json shown;                                        // what the scenarios that were run last had to say, until the next change

  const Lines& lines() const {
    if (!lines_) lines_ = std::make_shared<Lines>(*text);
    return *lines_;
  }
  // The tree of this very text, for what needs no names.
  const Parsed& parsed() const {
    if (!parsed_ || parsed_->text != text) parsed_ = parsed_of(text, parsed_.get());
    return *parsed_;
  }
  OpenText open_text() const { return {text, parsed_}; }
  grammar::Pieces& layout_pieces() const { return *pieces_; }
  // A tree that was made elsewhere.
  void adopt(const std::shared_ptr<const Parsed>& made) {
    if (made && (!parsed_ || made->text == text)) parsed_ = made;
  }
  void adopt(std::shared_ptr<grammar::Pieces> pieces) { pieces_ = std::move(pieces); }
  void set(std::string new_text) {
    text = std::make_shared<const std::string>(std::move(new_text));
    lines_.reset();
    shown = Json::array();
  }
  // `contentChanges` of a notification: each a whole text, or a range and what takes its place.
  void apply(const Json& changes, Encoding encoding);

 private:
  mutable std::shared_ptr<const Lines> lines_;
  std::shared_ptr<grammar::Pieces> pieces_ = std::make_shared<grammar::Pieces>();
  mutable std::shared_ptr<const Parsed> parsed_;     // of this text or of an older one
};

using Documents = std::map<std::string, Document, std::less<>>;   // by uri

}  // namespace rung::lsp
