// Several tables as one: the same bytes as if all had been compiled together, and one clear error when they cannot be.
#include "runtime/table/join.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "runtime/table/table.hpp"

namespace {

namespace fs = std::filesystem;
using rung::table::Joinable;

// Some examples show what a check finds; a table can be made of them all the same.
std::string compiled(const std::vector<std::string>& files) {
  const rung::Compiled all = rung::compile(files, {}, rung::Policies::left_out);
  EXPECT_EQ(all.files.size(), all.files_read);
  return rung::table::serialize(rung::emit::make_image(all.model));
}

std::string of_text(const std::string& text) {
  const rung::Compiled all = rung::compile_text("f.rung", text);
  EXPECT_EQ(all.diagnostics.errors(), 0u) << rung::diagnostics::as_text(all.files, all.diagnostics.sorted(), false);
  return rung::table::serialize(rung::emit::make_image(all.model));
}

rung::Table opened(const std::string& bytes) {
  auto table = rung::Table::copy(std::as_bytes(std::span(bytes)));
  if (!table) throw std::runtime_error(table.error().message);
  return std::move(*table);
}

rung::Result<std::string> join(const std::vector<std::string>& tables) {
  static const std::string_view names[] = {"a.pathways", "b.pathways", "c.pathways", "d.pathways"};
  std::vector<rung::Table> open;
  std::vector<Joinable> joinable;
  for (const std::string& bytes : tables) open.push_back(opened(bytes));
  for (std::size_t i = 0; i < open.size(); ++i) joinable.push_back({open[i].arrays(), names[std::min<std::size_t>(i, 3)]});
  return rung::table::join(joinable);
}

// The main file of each example, as its own build names it.
std::vector<std::string> examples() {
  std::vector<std::string> out;
  for (const auto& folder : fs::directory_iterator(fs::path(RUNG_SOURCE_DIR) / "examples")) {
    const fs::path file = folder.path() / (folder.path().filename().string() + ".rung");
    if (fs::exists(file)) out.push_back(file.string());
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(Join, OfAllExamplesIsWhatTheirFilesCompileToTogether) {
  // Some say who the same college is, or are of one name: those are no strangers to each other, and left out.
  std::map<std::string, std::string> file_of;
  std::vector<std::string> files, tables;
  for (const std::string& file : examples()) {
    const std::string bytes = compiled({file});
    const rung::Table table = opened(bytes);
    bool taken = false;
    for (const auto& framework : table.frameworks()) taken |= file_of.contains(std::string(table.text(framework.name)));
    for (const auto& institution : table.institutions()) taken |= file_of.contains("institution " + std::string(table.text(institution.name)));
    if (taken) continue;
    for (const auto& framework : table.frameworks()) file_of[std::string(table.text(framework.name))] = file;
    for (const auto& institution : table.institutions()) file_of["institution " + std::string(table.text(institution.name))] = file;
    files.push_back(file);
    tables.push_back(bytes);
  }
  ASSERT_GE(tables.size(), 6u);
  const auto joined = join(tables);
  ASSERT_TRUE(joined) << joined.error().message;
  EXPECT_EQ(*joined, compiled(files));
  std::reverse(tables.begin(), tables.end());
  EXPECT_EQ(*join(tables), *joined);
}

TEST(Join, OfOneTableIsThatTable) {
  for (const std::string& file : examples()) {
    const std::string bytes = compiled({file});
    EXPECT_EQ(*join({bytes}), bytes) << file;
    EXPECT_EQ(*join({bytes, bytes}), bytes) << file << ", twice";
  }
}

// What depends on the neighbours: the order of names ("ab-c." comes before "ab."), credits without a basis, scales, currencies, one text that both use.
TEST(Join, KeepsApartWhatIsOfOneFrameworkAndMergesWhatIsOfAll) {
  const auto framework = [](const std::string& name, const std::string& fields, const std::string& fee) {
    return "rung 1 en\nframework " + name + " \"Shared title\" {\n" + fields + "}\ninstitution " + name + "-college \"Shared title\"\ncompetency s \"S\"\ncourse one \"One\" {\n  issued by " + name +
           "-college\n  develops s\n  assessed by exam\n  credits 3\n  fee 5 " + fee + "\n  tags t\n}\ncourse two \"Two\" { issued by " + name +
           "-college credits 3 assessed by exam tags t }\ncertificate c \"C\" { issued by " + name + "-college entitles to \"Work\" requires { all: all of { one, two } at least 50% of credits from { one } nothing below 60% } }\n";
  };
  const std::string one = framework("ab", "", "CAD"), other = framework("ab-c", "  grades percent\n", "USD"), third = framework("z", "  credits 1 credit = 12 hours\n", "CAD");
  const auto joined = join({of_text(one), of_text(other), of_text(third)});
  ASSERT_TRUE(joined) << joined.error().message;
  const rung::Table table = opened(*joined);
  std::vector<std::string_view> names;
  for (const auto& credential : table.credentials()) names.push_back(table.text(credential.name));
  EXPECT_EQ(names, (std::vector<std::string_view>{"ab-c.c", "ab-c.one", "ab-c.two", "ab.c", "ab.one", "ab.two", "z.c", "z.one", "z.two"}));
  ASSERT_EQ(table.currencies().size(), 2u);
  EXPECT_EQ(table.scales().size(), 1u);                   // percentages
  std::size_t credits = 0;                                // of ab, of ab-c, and of 12 hours
  for (const auto& unit : table.units()) credits += table.text(unit.name) == "credits";
  EXPECT_EQ(credits, 3u);
  EXPECT_NE(table.credentials()[1].credit_unit, table.credentials()[4].credit_unit);
  EXPECT_EQ(table.credentials()[1].uses.count, 1u);
}

const char* const a_framework = "rung 1 en\nframework a \"A\" { }\ninstitution ac \"A College\" { type college region CA-ON }\ncourse x \"X\" { issued by ac credits 3 assessed by exam }\n";

// Writes a.rung and a file that uses it, and compiles the latter.
std::string neighbour(const std::string& a, const std::string& name) {
  const fs::path folder = fs::path(testing::TempDir()) / (std::string(testing::UnitTest::GetInstance()->current_test_info()->name()) + "-" + name);
  fs::create_directories(folder);
  const auto write = [&](const std::string& file, const std::string& text) {
    std::FILE* const out = std::fopen((folder / file).c_str(), "wb");
    std::fwrite(text.data(), 1, text.size(), out);
    std::fclose(out);
  };
  write("a.rung", a);
  write("n.rung", "rung 1 en\nuse \"a.rung\"\nframework " + name + " \"N\" { }\ninstitution " + name + "c \"N College\"\ninstitution ac \"A\"\ncourse y \"Y\" { issued by " + name +
                      "c credits 3 assessed by exam }\nagreement g \"G\" {\n  from ac to " + name + "c\n  title fr \"Entente de " + name + "\"\n  a.x counts as y\n}\n");
  return compiled({(folder / "n.rung").string()});
}

TEST(Join, OfNeighboursWhoShareAFrameworkHasItOnceWithAllThatIsMadeOfIt) {
  const auto joined = join({neighbour(a_framework, "n"), of_text(a_framework), neighbour(a_framework, "m")});
  ASSERT_TRUE(joined) << joined.error().message;
  const rung::Table table = opened(*joined);
  EXPECT_EQ(table.frameworks().size(), 3u);
  const auto x = table.find_credential("a.x");
  ASSERT_TRUE(x);
  EXPECT_EQ(table.credentials()[*x].recognised_in.count, 2u);   // by both agreements
  ASSERT_EQ(table.agreements().size(), 2u);                      // m.g, n.g
  EXPECT_EQ(table.translated(rung::table::SectionKind::agreements, 0, "fr"), "Entente de m");
  EXPECT_EQ(table.translated(rung::table::SectionKind::agreements, 1, "fr"), "Entente de n");
  const auto college = table.find_institution("ac");
  ASSERT_TRUE(college);
  EXPECT_EQ(table.text(table.institutions()[*college].title), "A College");   // of three who say who it is, the one who says most
}

TEST(Join, RefusesAFrameworkThatIsNotTheSameAndSaysWhatIsNot) {
  std::string later = a_framework;
  later.replace(later.find("credits 3"), 9, "credits 4");
  const auto joined = join({of_text(a_framework), neighbour(later, "n")});
  ASSERT_FALSE(joined);
  EXPECT_EQ(joined.error().code, "conflicting-tables");
  EXPECT_EQ(joined.error().message, "a.pathways and b.pathways do not say the same of a.x");
  // More or fewer things are no less a difference.
  const auto more = join({of_text(std::string(a_framework) + "course w \"W\" { issued by ac credits 3 assessed by exam }\n"), neighbour(a_framework, "n")});
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().message, "a.pathways and b.pathways do not say the same of a.w");
}

TEST(Join, OfNothingIsATableOfNothing) {
  const auto joined = join({});
  ASSERT_TRUE(joined);
  EXPECT_EQ(opened(*joined).credentials().size(), 0u);
}

}  // namespace
