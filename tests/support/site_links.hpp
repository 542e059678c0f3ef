// Where the links of a site lead: for tests of what is made of pages.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace rung::testing {

// The values of an attribute, as they stand: `href="…"`.
inline std::vector<std::string> values_of(const std::string& page, const std::string& attribute) {
  std::vector<std::string> out;
  const std::string begin = " " + attribute + "=\"";
  for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at)) {
    at += begin.size();
    out.push_back(page.substr(at, page.find('"', at) - at));
  }
  return out;
}

// Each link of a page, picture or style that leads to no file of the site, to no anchor in it, or out of the folder; "https:" and "http:" lead elsewhere, and only links of readers may.
inline std::vector<std::string> dead_links(const std::map<std::string, std::string>& site) {
  std::map<std::string, std::set<std::string>> anchors;
  for (const auto& [path, bytes] : site)
    for (const std::string& id : values_of(bytes, "id")) anchors[path].insert(id);
  std::vector<std::string> out;
  for (const auto& [path, bytes] : site) {
    if (!path.ends_with(".html")) continue;
    std::vector<std::string> links = values_of(bytes, "href");
    for (const std::string& one : values_of(bytes, "src")) links.push_back(one);
    for (const std::string& link : links) {
      if (link.starts_with("https://") || link.starts_with("http://")) continue;
      const std::size_t hash = link.find('#');
      const std::string file = link.substr(0, hash), anchor = hash == std::string::npos ? "" : link.substr(hash + 1);
      const std::string to = file.empty() ? path : (std::filesystem::path(path).parent_path() / file).lexically_normal().generic_string();
      if (!site.contains(to) || (!anchor.empty() && !anchors[to].contains(anchor))) out.push_back(path + ": " + link);
    }
  }
  return out;
}

// Anchors that a page has twice.
inline std::vector<std::string> repeated_anchors(const std::map<std::string, std::string>& site) {
  std::vector<std::string> out;
  for (const auto& [path, bytes] : site) {
    std::set<std::string> seen;
    if (!path.ends_with(".html")) continue;
    for (const std::string& id : values_of(bytes, "id"))
      if (!seen.insert(id).second) out.push_back(path + ": " + id);
  }
  return out;
}

}  // namespace rung::testing
