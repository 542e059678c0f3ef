#include "compiler/handbook/markup.hpp"

#include <fmt/format.h>

#include "runtime/label/escaped.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/table/filled.hpp"
#include "runtime/table/xxh64.hpp"

namespace rung::handbook {

Markup text(std::string_view written) { return Markup(label::escaped(plain(written))); }

Markup sentence(std::string_view pattern, const std::vector<Markup>& with) {
  std::vector<std::string> html;
  for (const Markup& one : with) html.push_back(one.html_);
  return Markup(table::filled(label::escaped(pattern), html));
}

Markup element(std::string_view name, std::initializer_list<std::pair<std::string_view, std::string_view>> attributes, const Markup& content) {
  std::string html = fmt::format("<{}", name);
  for (const auto& [attribute, value] : attributes)
    if (!value.empty()) html += fmt::format(" {}=\"{}\"", attribute, label::escaped(plain(value)));
  html += '>';
  html += content.html_;
  return Markup(html += fmt::format("</{}>", name));
}

Markup joined(const std::vector<Markup>& pieces) {
  Markup out;
  for (const Markup& piece : pieces) {
    if (!out.empty()) out += ", "_html;
    out += piece;
  }
  return out;
}

Markup list(const std::vector<Markup>& items, std::string_view its_class) {
  if (items.empty()) return {};
  Markup inside = "\n"_html;
  for (const Markup& item : items) inside += element("li", {}, item) + "\n"_html;
  return element("ul", {{"class", its_class}}, inside) + "\n"_html;
}

std::string id_of(std::string_view name) {
  constexpr std::size_t longest = 120;     // of 255 bytes that a file's name may have, each may become four
  std::string out;
  for (const char c : name.substr(0, name.size() <= longest ? name.size() : longest / 3)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.') out += c;
    else if (c >= 'A' && c <= 'Z') (out += '_') += static_cast<char>(c - 'A' + 'a');
    else out += fmt::format("__{:02x}", static_cast<unsigned char>(c));
  }
  return out.size() <= 2 * longest && name.size() <= longest ? out : fmt::format("{}___{:016x}", out.substr(0, longest), table::xxh64(name));
}

std::string way(std::string_view from, std::string_view to) {
  for (std::size_t slash = from.find('/'); slash != std::string_view::npos && to.substr(0, slash + 1) == from.substr(0, slash + 1); slash = from.find('/')) {
    from.remove_prefix(slash + 1);
    to.remove_prefix(slash + 1);
  }
  std::string out;
  for (const char c : from)
    if (c == '/') out += "../";
  return out += to;
}

}  // namespace rung::handbook
