// Tables of generated frameworks, joined, are byte for byte the table of compiling all their files at once; and so is what the parts of a folder are built into.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <numeric>
#include <regex>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "compiler/parts/assemble.hpp"
#include "runtime/table/join.hpp"
#include "tests/property/subject.hpp"
#include "tests/property/written.hpp"

namespace property {
namespace {

namespace fs = std::filesystem;

struct File {
  std::string path;
  std::vector<std::size_t> uses;           // files
  bool shared_institutions;                // of the same names as in other such files
};

// Goes when the test ends.
class Folder {
 public:
  Folder() { fs::create_directories(path_); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  std::string put(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
  }

 private:
  fs::path path_ = fs::path(testing::TempDir()) / ("join-" + std::to_string(getpid()));
};

// A generated framework named after its number, every award with something of its own to add, and an award that counts what the files it uses have.
std::string text_of(const oracle::Framework& framework, const std::string& name, const File& file) {
  std::string text = written(framework);
  text = std::regex_replace(text, std::regex("framework f "), "framework " + name + " ");
  text = std::regex_replace(text, std::regex("certificate (c[0-9]) \\{\n"), "certificate $1 {\n  entitles to \"Work\"\n");
  std::string uses, counted = "c0";
  for (const std::size_t other : file.uses) {
    uses += "use \"f" + std::to_string(other) + ".rung\"\n";
    counted += ", f" + std::to_string(other) + ".c0";
  }
  text.insert(text.find('\n') + 1, uses);
  if (!uses.empty()) text += "certificate x {\n  issued by i0\n  entitles to \"Work\"\n  requires { at least 1 of { " + counted + " } }\n}\n";
  return file.shared_institutions ? text : std::regex_replace(text, std::regex("\\bi([0-9])\\b"), name + "-i$1");
}

// Which files name each other, at any remove: the number of the first of them.
std::vector<std::size_t> groups(const std::vector<File>& files) {
  std::vector<std::size_t> group(files.size());
  std::iota(group.begin(), group.end(), 0);
  const auto unite = [&](std::size_t a, std::size_t b) {
    const auto [low, high] = std::minmax(group[a], group[b]);
    std::replace(group.begin(), group.end(), std::size_t{high}, std::size_t{low});
  };
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (const std::size_t used : files[i].uses) unite(i, used);
    for (std::size_t j = 0; j < i; ++j)
      if (files[i].shared_institutions && files[j].shared_institutions) unite(i, j);
  }
  return group;
}

// As if there were nothing wrong with it: what the checks find is no hindrance.
std::string compiled(const std::vector<std::string>& paths, std::size_t& errors, std::string& told) {
  const rung::Compiled all = rung::compile(paths);
  errors = all.diagnostics.errors();
  told = rung::diagnostics::as_text(all.files, all.diagnostics.sorted(), false);
  return rung::table::serialize(rung::emit::make_image(all.model));
}

rung::Result<std::string> joined(const std::vector<std::string>& tables) {
  std::vector<rung::Table> open;
  std::vector<rung::table::Joinable> joinable;
  for (const std::string& bytes : tables) {
    auto table = rung::Table::copy(std::as_bytes(std::span(bytes)));
    if (!table) throw std::logic_error(table.error().message);
    open.push_back(std::move(*table));
  }
  for (const rung::Table& table : open) joinable.push_back({table.arrays(), "a part"});
  return rung::table::join(joinable);
}

TEST(Join, OfGeneratedPartsIsTheTableOfAllOfThem) {
  const Folder folder;
  std::uint32_t apart = 0, together = 0, built = 0;
  check("joined parts are what is compiled at once", 400, [&] {
    std::vector<File> files;
    const auto count = static_cast<std::size_t>(*rc::gen::inRange(2, 6));
    for (std::size_t i = 0; i < count; ++i) {
      File file{{}, {}, *rc::gen::inRange(0, 4) == 3};
      for (std::size_t other = 0; other < i; ++other)   // none in a circle, which is an error
        if (*rc::gen::inRange(0, 4) >= 2) file.uses.push_back(other);
      const Case one = *cases({.most_credentials = 6});
      const std::string name = "f" + std::to_string(i);
      file.path = folder.put(name + ".rung", text_of(one.framework, name, file));
      files.push_back(std::move(file));
    }
    std::vector<std::string> all, tables;
    for (const File& file : files) all.push_back(file.path);
    std::size_t errors = 0, ignored = 0;
    std::string told, not_told;
    const std::string whole = compiled(all, errors, told);

    const std::vector<std::size_t> group = groups(files);
    for (std::size_t first = 0; first < files.size(); ++first) {
      std::vector<std::string> part;
      for (std::size_t i = 0; i < files.size(); ++i)
        if (group[i] == first) part.push_back(files[i].path);
      if (!part.empty()) tables.push_back(compiled(part, ignored, not_told));
    }
    apart += tables.size() > 1 ? 1 : 0;
    together += tables.size() < files.size() ? 1 : 0;
    if (*rc::gen::inRange(0, 2) == 0) std::reverse(tables.begin(), tables.end());   // in whatever order
    const auto by_tables = joined(tables);
    if (!by_tables) RC_FAIL(by_tables.error().code + ": " + by_tables.error().message);
    RC_ASSERT(*by_tables == whole);

    // `rungc build FOLDER`, which finds the parts for itself.
    if (*rc::gen::inRange(0, 2) == 0) std::reverse(all.begin(), all.end());
    rung::parts::Options by_two;
    by_two.jobs = 2;
    const rung::parts::Assembled parts = rung::parts::assemble(all, by_two);
    // What nobody can have is only asked of what has no other errors: at once, a mistake in one part keeps it from being asked of all.
    if ((parts.diagnostics.errors() == 0) != (errors == 0) || parts.diagnostics.errors() < errors)
      RC_FAIL("errors, in parts: " + rung::diagnostics::as_text(parts.files, parts.diagnostics.sorted(), false) + "\nat once: " + told);
    RC_ASSERT(parts.table == (errors == 0 ? whole : std::string()));
    built += errors == 0 ? 1 : 0;
  });
  std::cerr << apart << " cases with parts that know nothing of each other, " << together << " with files that do, " << built << " built from a folder\n";
  if (in_full()) {
    EXPECT_GT(apart, 50u);
    EXPECT_GT(together, 50u);
    EXPECT_GT(built, 20u);
  }
}

}  // namespace
}  // namespace property
