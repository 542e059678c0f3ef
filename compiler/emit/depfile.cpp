#include "compiler/emit/depfile.hpp"

namespace rung::emit {
namespace {

std::string escaped(const std::string& path) {
  std::string out;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\\') out += '\\';
    if (c == '$') out += '$';
    out += c;
  }
  return out;
}

}  // namespace

std::string depfile(const std::string& table, const std::vector<std::string>& read) {
  std::string out = escaped(table) + ':';
  for (const std::string& path : read) out += " \\\n  " + escaped(path);
  return out + '\n';
}

}  // namespace rung::emit
