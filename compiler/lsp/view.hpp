// An open text beside what is known of it, which may be of the text as it was a moment ago: places are carried over.
#pragma once

#include "compiler/lsp/documents.hpp"

namespace rung::lsp {

class View {
 public:
  View(const Document& document, Encoding encoding)
      : document_(document), analysis_(*document.analysis), encoding_(encoding), shift_(analysis_.compiled.files.text(0), *document.text) {}

  const Document& document() const { return document_; }
  const Analysis& analysis() const { return analysis_; }
  const model::Model& model() const { return analysis_.model(); }
  Encoding encoding() const { return encoding_; }
  std::string_view written(source::Span span) const { return analysis_.compiled.files.text(span); }

  // A place of the open text, in the text that was analysed; none inside what has been changed since.
  std::optional<std::uint32_t> offset(Place place) const { return shift_.to_old(document_.lines().offset(*document_.text, place, encoding_)); }
  const Occurrence* at(Place place) const {
    const auto there = offset(place);
    return there ? analysis_.at(0, *there) : nullptr;
  }
  // Null when it stands in what has been changed since.
  Json range(source::Span span) const;
  // {"uri", "range"}; null when it is in no file, such as a built-in policy.
  Json location(source::Span span) const;
  std::string uri(source::FileId file) const { return file == 0 ? document_.uri : uri_of(analysis_.compiled.files.path(file)); }

 private:
  const Document& document_;
  const Analysis& analysis_;
  Encoding encoding_;
  Shift shift_;
};

}  // namespace rung::lsp
