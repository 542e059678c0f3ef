// Compiled in parts is compiled: the same table and the same messages, with however many threads, and with a cache or without.
#include "compiler/parts/assemble.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "compiler/parts/scan.hpp"
#include "compiler/parts/sources.hpp"

namespace {

namespace fs = std::filesystem;
using rung::parts::Assembled;
using rung::parts::assemble;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream out;
  out << file.rdbuf();
  return out.str();
}

// What is said, where: a place each, without the words, in which names may be shorter.
std::vector<std::string> said(const rung::source::Files& files, const rung::diagnostics::Sink& sink) {
  std::vector<std::string> out;
  for (const auto& one : sink.sorted()) {
    std::string line = std::string(rung::diagnostics::code(one.kind));
    const auto place = [&](const rung::source::Span& span) {
      if (span.file != rung::source::no_file) line += " " + files.path(span.file) + ":" + std::to_string(span.begin) + "-" + std::to_string(span.end);
    };
    place(one.span);
    for (const auto& related : one.related) place(related.span);
    out.push_back(line);
  }
  return out;
}

class Parts : public testing::Test {
 protected:
  Parts() {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Parts() override { fs::remove_all(folder_); }
  std::string file(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }
  // A course and a certificate of a framework of that name.
  std::string framework(const std::string& name, const std::string& more = "") {
    return file(name + ".rung", "rung 1 en\n" + more + "framework " + name + " \"" + name + "\" { }\ninstitution " + name + "-org \"Org\"\ncourse one \"One\" { issued by " + name +
                                    "-org credits 3 assessed by exam tags t }\ncourse two \"Two\" { issued by " + name +
                                    "-org credits 3 assessed by exam }\ncertificate c \"C\" { issued by " + name +
                                    "-org entitles to \"Work\" requires all of { one, two } }\n");
  }
  static std::string whole(const std::vector<std::string>& paths) {
    const rung::Compiled compiled = rung::compile(paths);
    EXPECT_EQ(compiled.diagnostics.errors(), 0u);
    return rung::table::serialize(rung::emit::make_image(compiled.model));
  }
  fs::path folder_ = fs::path(testing::TempDir()) / ("parts-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(Parts, ASecondLookNeverSeesMore) {
  std::size_t files = 0;
  const auto holds = [](std::vector<std::string> all, std::vector<std::string> some) {
    std::sort(all.begin(), all.end());
    std::sort(some.begin(), some.end());
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
  };
  for (const auto& entry : fs::recursive_directory_iterator(RUNG_SOURCE_DIR)) {
    if (entry.path().extension() != ".rung" || entry.path().string().find("/build") != std::string::npos) continue;
    const std::string text = bytes_of(entry.path());
    const rung::parts::Scan quick = rung::parts::scan(text), sure = rung::parts::scan_by_parsing(text);
    EXPECT_TRUE(holds(quick.uses, sure.uses)) << entry.path();
    EXPECT_TRUE(holds(quick.frameworks, sure.frameworks)) << entry.path();
    EXPECT_TRUE(holds(quick.institutions, sure.institutions)) << entry.path();
    EXPECT_TRUE(quick.policies || !sure.policies) << entry.path();
    ++files;
  }
  EXPECT_GT(files, 100u);
}

// Whatever the first line says, a file is read in the language of its words.
TEST_F(Parts, AreFoundInTheLanguageOfTheWords) {
  for (const std::string institution : {"établissement", "etablissement"}) {
    const std::string text = "rung 1 en\n\nutilise \"mohawk.rung\"\ncadre nord \"Nord\" { version 1 }\n" + institution + " orme \"Orme\"\npolitique rouge \"Rouge\" { }\n";
    for (const rung::parts::Scan& seen : {rung::parts::scan(text), rung::parts::scan_by_parsing(text)}) {
      EXPECT_EQ(seen.uses, std::vector<std::string>{"mohawk.rung"});
      EXPECT_EQ(seen.frameworks, std::vector<std::string>{"nord"});
      EXPECT_EQ(seen.institutions, std::vector<std::string>{"orme"});
      EXPECT_TRUE(seen.policies);
    }
  }
}

// The same with everything between words that the language takes for a blank.
TEST_F(Parts, AreFoundBetweenBlanksOfEveryKind) {
  const std::string text = bytes_of(fs::path(RUNG_SOURCE_DIR) / "examples/region/region.rung");
  const rung::parts::Scan expected = rung::parts::scan_by_parsing(text);
  ASSERT_EQ(expected.uses.size(), 2u);
  ASSERT_FALSE(expected.institutions.empty());
  for (const std::string blank : {"\t", "\v", "\f", "\r", "\n", "\r\n", "\xC2\xA0", "\xE2\x80\xAF", " # a remark\n"}) {
    std::string other;
    bool quoted = false, remark = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '"' && !remark) quoted = !quoted;
      if (text[at] == '#' && !quoted) remark = true;
      if (text[at] == '\n') remark = false;
      const bool in_version = at < text.find('\n', text.find("rung 1"));     // which begins with these very words
      if (text[at] == ' ' && !quoted && !remark && !in_version) other += blank;
      else other += text[at];
    }
    const rung::parts::Scan seen = rung::parts::scan(other), sure = rung::parts::scan_by_parsing(other);
    EXPECT_EQ(sure.uses, expected.uses);
    EXPECT_EQ(seen.uses, expected.uses) << "between: " << testing::PrintToString(blank);
    EXPECT_EQ(seen.frameworks, expected.frameworks) << "between: " << testing::PrintToString(blank);
    EXPECT_EQ(seen.institutions, expected.institutions) << "between: " << testing::PrintToString(blank);
  }
}

TEST_F(Parts, AreFoundHoweverTheyAreWritten) {
  using rung::parts::scan;
  EXPECT_EQ(scan("rung 1 en\nuse\n  \"a b.rung\"\n").uses, std::vector<std::string>{"a b.rung"});
  EXPECT_EQ(scan("rung 1 en\nuse # \"x.rung\"\n\"y.rung\"\n").uses, std::vector<std::string>{"y.rung"});
  EXPECT_EQ(scan("rung 1 en\nuse \xE2\x80\x9Cz.rung\xE2\x80\x9D\n").uses, std::vector<std::string>{"z.rung"});
  EXPECT_EQ(scan("rung 1 en\n# use \"no.rung\"\n").uses, std::vector<std::string>{});
  EXPECT_EQ(scan("rung 1 en\nframework f { }use \"q\\\"r.rung\"\n").uses, std::vector<std::string>{"q\"r.rung"});
  EXPECT_EQ(scan("rung 1 en\nframework f \"F\" { } institution i \"I\"\ninstitution\tj{}").institutions, (std::vector<std::string>{"i", "j"}));
}

// Each a case of its own: alone and together with a file that has nothing to do with it.
TEST_F(Parts, SayOfEveryBadFrameworkWhatCompilingAllAtOnceSays) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(fs::path(RUNG_SOURCE_DIR) / "tests/golden/bad"))
    if (entry.path().extension() == ".rung") files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  ASSERT_GT(files.size(), 50u);
  const std::string other = framework("quite-another");
  for (const std::string& one : files) {
    const rung::Compiled compiled = rung::compile({one, other});
    const Assembled parts = assemble({one, other}, {});
    EXPECT_EQ(said(parts.files, parts.diagnostics), said(compiled.files, compiled.diagnostics)) << one;
    EXPECT_EQ(parts.diagnostics.errors(), compiled.diagnostics.errors()) << one;
    EXPECT_EQ(parts.diagnostics.warnings(), compiled.diagnostics.warnings()) << one;
    EXPECT_EQ(parts.table.empty(), compiled.diagnostics.errors() > 0) << one;
    EXPECT_EQ(parts.files_read, compiled.files_read) << one;
  }
}

TEST_F(Parts, GiveTheTableOfAllWithAnyNumberOfThreads) {
  std::vector<std::string> paths;
  for (const char* const name : {"ab", "ab-c", "zeta", "m", "q"}) paths.push_back(framework(name));
  paths.push_back(framework("user", "use \"m.rung\"\n"));
  const std::string expected = whole(paths);
  for (const unsigned jobs : {1u, 2u, 7u}) {
    const Assembled built = assemble(paths, {.on = {}, .policies = {}, .jobs = jobs, .cache = {}, .progress = {}});
    EXPECT_EQ(built.parts, 5u);
    EXPECT_EQ(built.table, expected) << jobs << " threads";
  }
  std::reverse(paths.begin(), paths.end());
  EXPECT_EQ(assemble(paths, {}).table, expected);
}

TEST_F(Parts, BelongTogetherWhenOneNamesAnInstitutionOfTheOther) {
  const std::string a = framework("a");
  const std::string b = file("b.rung", "rung 1 en\nframework b \"B\" { }\ncourse x \"X\" { issued by a-org credits 3 assessed by exam }\n");
  const std::string c = framework("c");
  const Assembled built = assemble({b, c, a}, {});
  EXPECT_EQ(built.diagnostics.errors(), 0u) << rung::diagnostics::as_text(built.files, built.diagnostics.sorted(), false);
  EXPECT_EQ(built.parts, 2u);
  EXPECT_EQ(built.table, whole({b, c, a}));
}

TEST_F(Parts, BelongTogetherWhenAFileDeclaresAPolicy) {
  const std::string a = framework("a");
  const std::string b = file("b.rung", "rung 1 en\nframework b \"B\" { conforms to house }\ninstitution o \"O\"\ncourse x \"X\" { issued by o credits 3 assessed by exam }\n");
  const std::string policy = file("p.rung", "rung 1 en\npolicy house \"House\" {\n  every course {\n    level: must state level\n  }\n}\n");
  const rung::Compiled compiled = rung::compile({a, b, policy});
  const Assembled built = assemble({a, b, policy}, {});
  EXPECT_EQ(said(built.files, built.diagnostics), said(compiled.files, compiled.diagnostics));
  EXPECT_EQ(built.parts, 1u);
}

TEST_F(Parts, ThatHaveOneFrameworkAreToldSo) {
  const std::string a = framework("a");
  fs::create_directories(folder_ / "other");
  fs::copy(a, folder_ / "other" / "a.rung");
  const Assembled built = assemble({a, (folder_ / "other" / "a.rung").string()}, {});
  EXPECT_GT(built.diagnostics.errors(), 0u);
  EXPECT_TRUE(built.table.empty());
}

class PartsCache : public Parts {
 protected:
  Assembled build(const std::vector<std::string>& paths) {
    return assemble(paths, {.on = {}, .policies = {}, .cache = (folder_ / "cache").string(), .progress = {}});
  }
  // Every file of the cache, by its path.
  std::vector<fs::path> cache_files() const {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder_ / "cache")) out.push_back(entry.path());
    std::sort(out.begin(), out.end());
    return out;
  }
};

TEST_F(PartsCache, OnlyWhatHasChangedIsCompiledAgain) {
  std::vector<std::string> paths{framework("a"), framework("b"), framework("c")};
  const Assembled first = build(paths), again = build(paths);
  EXPECT_EQ(first.reused, 0u);
  EXPECT_EQ(again.reused, 3u);
  EXPECT_EQ(again.table, first.table);
  EXPECT_EQ(said(again.files, again.diagnostics), said(first.files, first.diagnostics));
  framework("b", "# a remark\n");
  const Assembled changed = build(paths);
  EXPECT_EQ(changed.reused, 2u);
  EXPECT_EQ(changed.table, whole(paths));
  // Another question is another result.
  const Assembled judged = assemble(paths, {.on = {}, .policies = {"osap"}, .cache = (folder_ / "cache").string(), .progress = {}});
  EXPECT_EQ(judged.reused, 0u);
}

TEST_F(PartsCache, MessagesComeFromItAsTheyWere) {
  const std::string warned = file("w.rung", "rung 1 en\nframework w \"W\" { conforms to osap }\ninstitution o \"O\"\ncompetency s \"S\"\nmicrocredential x \"X\" { issued by o develops s assessed by exam credits 3 }\n");
  const std::vector<std::string> paths{warned, framework("b")};
  const Assembled first = build(paths), again = build(paths);
  ASSERT_GT(first.diagnostics.sorted().size(), 0u);
  EXPECT_EQ(again.reused, 2u);
  EXPECT_EQ(rung::diagnostics::as_text(again.files, again.diagnostics.sorted(), false), rung::diagnostics::as_text(first.files, first.diagnostics.sorted(), false));
  EXPECT_EQ(rung::diagnostics::as_sarif(again.files, again.diagnostics.sorted()), rung::diagnostics::as_sarif(first.files, first.diagnostics.sorted()));
}

TEST_F(PartsCache, DamagedAnywhereItIsNotBelieved) {
  const std::vector<std::string> paths{framework("a"), framework("b", "# one\n")};
  const Assembled first = build(paths);
  const std::vector<fs::path> files = cache_files();
  ASSERT_FALSE(files.empty());
  std::size_t refused = 0;
  for (const fs::path& path : files) {
    const std::string good = bytes_of(path);
    for (std::size_t at = 0; at < good.size(); at += 61) {   // every byte takes too long; 61 is prime, so no field is always passed over
      std::string bad = good;
      bad[at] = static_cast<char>(bad[at] ^ 0x41);
      std::ofstream(path, std::ios::binary) << bad;
      const Assembled built = build(paths);
      ASSERT_EQ(built.table, first.table) << path << " with byte " << at << " changed";
      refused += built.reused < 2 ? 1 : 0;
    }
    std::ofstream(path, std::ios::binary) << good.substr(0, good.size() / 2);
    EXPECT_EQ(build(paths).table, first.table);
  }
  EXPECT_GT(refused, 0u);
}

TEST_F(PartsCache, WithoutAPlaceItIsNoHindrance) {
  file("cache", "a file where the folder should be");
  const std::vector<std::string> paths{framework("a"), framework("b")};
  const Assembled built = build(paths);
  EXPECT_EQ(built.table, whole(paths));
  EXPECT_NE(built.cache_problem, "");
}

}  // namespace
