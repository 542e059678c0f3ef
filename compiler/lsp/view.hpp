// An open text beside what is known of it, which may be of the text as it was a moment ago: places are carried over.
#pragma once

#include "compiler/lsp/documents.hpp"

namespace rung::lsp {

class View {
 public:
  View(const Document& document, Encoding encoding) : View(document, document.analysis, encoding) {}
  View(const Document& document, std::shared_ptr<const Analysis> analysis, Encoding encoding) : document_(document), shared_(std::move(analysis)), analysis_(*shared_), encoding_(encoding), change_(grammar::change_between(analysis_.compiled.files.text(0), *document.text)) {}

  const Document& document() const { return document_; }
  const Analysis& analysis() const { return analysis_; }
  const std::shared_ptr<const Analysis>& shared() const { return shared_; }
  const model::Model& model() const { return analysis_.model(); }
  // Of the text that was analysed: "en" or "fr".
  std::string_view language() const { return language_of(analysis_.program.trees.front()); }
  Encoding encoding() const { return encoding_; }
  std::string_view written(source::Span span) const { return analysis_.compiled.files.text(span); }

  // A place of the open text, in the text that was analysed; none inside what has been changed since.
  std::optional<std::uint32_t> offset(Place place) const { return to_old(document_.lines().offset(*document_.text, place, encoding_)); }
  const Occurrence* at(Place place) const {
    const auto there = offset(place);
    return there ? analysis_.at(0, *there) : nullptr;
  }
  // A place of one text in the other; nothing inside what was changed has a counterpart.
  std::optional<std::uint32_t> to_new(std::uint32_t offset) const { return moved(offset, change_.old_end, change_.new_end); }
  std::optional<std::uint32_t> to_old(std::uint32_t offset) const { return moved(offset, change_.new_end, change_.old_end); }
  // Null when it stands in what has been changed since.
  Json range(source::Span span) const;
  // {"uri", "range"}; null when it is in no file, such as a built-in policy.
  Json location(source::Span span) const;
  std::string uri(source::FileId file) const { return file == 0 ? document_.uri : uri_of(analysis_.compiled.files.path(file)); }

 private:
  std::optional<std::uint32_t> moved(std::uint32_t offset, std::uint32_t from_end, std::uint32_t to_end) const {
    if (offset <= change_.begin) return offset;
    if (offset >= from_end) return offset - from_end + to_end;
    return std::nullopt;
  }
  const Document& document_;
  std::shared_ptr<const Analysis> shared_;
  const Analysis& analysis_;
  Encoding encoding_;
  grammar::Change change_;                             // since it was analysed
};

}  // namespace rung::lsp
