// Pages as text that is safe by its type: what somebody wrote becomes Markup by text() and in no other way, and tags are literals of our own.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rung::handbook {

class Markup {
 public:
  Markup() = default;
  const std::string& html() const { return html_; }
  bool empty() const { return html_.empty(); }
  Markup& operator+=(const Markup& more) {
    html_ += more.html_;
    return *this;
  }
  friend Markup operator+(Markup one, const Markup& other) { return std::move(one += other); }

 private:
  explicit Markup(std::string html) : html_(std::move(html)) {}
  friend Markup operator""_html(const char* html, std::size_t size);
  friend Markup text(std::string_view written);
  friend Markup sentence(std::string_view pattern, const std::vector<Markup>& with);
  friend Markup element(std::string_view name, std::initializer_list<std::pair<std::string_view, std::string_view>> attributes, const Markup& content);

  std::string html_;
};

inline Markup operator""_html(const char* html, std::size_t size) { return Markup(std::string(html, size)); }

// Escaped, and without what turns the direction of writing round.
Markup text(std::string_view written);
// A pattern of words.hpp with markup in its places.
Markup sentence(std::string_view pattern, const std::vector<Markup>& with);
// <name attribute="value">content</name>; an attribute with an empty value is left out. Names are our own, values are escaped.
Markup element(std::string_view name, std::initializer_list<std::pair<std::string_view, std::string_view>> attributes, const Markup& content);
// With commas.
Markup joined(const std::vector<Markup>& pieces);
// <ul> with an <li> each; nothing for nothing.
Markup list(const std::vector<Markup>& items, std::string_view its_class = "");

// A name as part of a file's name and as an anchor: small letters, digits, "-" and "." stay, a capital is "_" and its small letter, so that no two names meet in a folder that takes capitals for small
// letters; of a name too long for a file the end is a number made from it.
std::string id_of(std::string_view name);
// The way from one file of the site to another, both from its root: from "en/a.html" to "style.css" it is "../style.css".
std::string way(std::string_view from, std::string_view to);

}  // namespace rung::handbook
