// Completions and manual pages: whatever `--help` tells of is in them, whoever adds a verb or an option.
#include <algorithm>
#include <regex>
#include <vector>

#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

// A verb as `--help` tells of it: the words that lead to it, and the options that it has.
struct Told {
  std::string way;
  std::vector<std::string> options, verbs;
};

class About : public WorkingFolder {
 protected:
  void tell(const std::string& program, const std::string& way, std::vector<Told>& all) const {
    const Answer help = run(program + way + " --help");
    ASSERT_EQ(help.status, 0) << way;
    Told told{way.empty() ? way : way.substr(1), {}, {}};
    std::istringstream lines(help.out);
    std::string section, line;
    while (std::getline(lines, line)) {
      if (!line.empty() && line[0] != ' ') section = line;
      if (!line.starts_with("  ") || line[2] == ' ') continue;
      const std::string head = line.substr(2, line.find(' ', 2) - 2);
      if (section == "Subcommands:") told.verbs.push_back(head);
      if (section != "Options:") continue;
      for (std::size_t at = 0; at <= head.size();) {
        const std::size_t end = std::min(head.find(',', at), head.size());
        told.options.push_back(head.substr(at, end - at));
        at = end + 1;
      }
    }
    all.push_back(told);
    for (const std::string& verb : told.verbs) tell(program, way + " " + verb, all);
  }
  std::vector<Told> told(const std::string& program) const {
    std::vector<Told> all;
    tell(program, "", all);
    return all;
  }
  // The manual's lines that are sentences: not requests of roff's, and not what is typed.
  std::vector<std::string> sentences(const std::string& program, const std::string& language) const {
    std::vector<std::string> out;
    std::istringstream lines(run(program + " man --locale " + language).out);
    for (std::string line; std::getline(lines, line);)
      if (!line.starts_with('.') && !line.starts_with("\\f") && line.size() > 1) out.push_back(line);
    return out;
  }
  // What bash would offer after these words, of which the last may be begun.
  std::string offered(const std::string& program, const std::string& line) const {
    write("ask.bash", "source complete.bash\nCOMP_WORDS=(" + line + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_" + program + "\necho \" ${COMPREPLY[*]} \"\n");
    const Answer answer = run(program + " completions bash > complete.bash && bash ask.bash");
    EXPECT_EQ(answer.err, "");
    return answer.out;
  }
};

class AboutEach : public About, public testing::WithParamInterface<std::string> {};
INSTANTIATE_TEST_SUITE_P(Program, AboutEach, testing::Values("rung", "rungc"));

TEST_P(AboutEach, BashOffersAllThatHelpTellsOf) {
  const std::string program = GetParam();
  const std::vector<Told> all = told(program);
  ASSERT_GT(all.size(), 12u);
  write("ask.bash", "");
  for (const Told& one : all) {
    const std::string verbs = offered(program, program + " " + one.way + " ''"), options = offered(program, program + " " + one.way + " -");
    for (const std::string& verb : one.verbs) EXPECT_NE(verbs.find(" " + verb + " "), std::string::npos) << one.way << ": " << verb << " in" << verbs;
    for (const std::string& option : one.options) EXPECT_NE(options.find(" " + option + " "), std::string::npos) << one.way << ": " << option << " in" << options;
  }
}

TEST_P(AboutEach, OtherShellsAndTheManualKnowThemToo) {
  const std::string program = GetParam();
  const std::string zsh = run(program + " completions zsh").out, fish = run(program + " completions fish").out, manual = run(program + " man").out;
  for (const Told& one : told(program)) {
    const std::string word = one.way.substr(one.way.rfind(' ') + 1);
    for (const std::string& option : one.options) {
      EXPECT_NE(zsh.find(option), std::string::npos) << option;
      const std::string in_fish = option.starts_with("--") ? " -l " + option.substr(2) + " " : " -s " + option.substr(1) + " ";
      EXPECT_NE(fish.find(in_fish), std::string::npos) << option;
      EXPECT_NE(manual.find(std::regex_replace("\\fB" + option, std::regex("-"), "\\-")), std::string::npos) << option;
    }
    if (one.way.empty()) continue;
    EXPECT_NE(zsh.find("'" + word + ":"), std::string::npos) << word;
    EXPECT_NE(fish.find(" -f -a " + word + " -d "), std::string::npos) << word;
    EXPECT_EQ(one.verbs.empty(), manual.find("\n.SS " + std::regex_replace(one.way, std::regex("-"), "\\-") + "\n") != std::string::npos) << one.way;
  }
}

// Every text of a command line that stands in the manual is told by --help, completions and the manual from one definition: none lacks its French.
TEST_P(AboutEach, NothingLacksItsFrench) {
  const std::string program = GetParam();
  const std::vector<std::string> english = sentences(program, "en"), french = sentences(program, "fr");
  ASSERT_GT(english.size(), 100u);
  ASSERT_EQ(english.size(), french.size());
  for (std::size_t i = 0; i < english.size(); ++i) EXPECT_NE(english[i], french[i]);
  for (const Told& one : told(program)) {
    const std::string help = run(program + " " + one.way + " --help --locale fr").out;
    EXPECT_NE(help.find("Utilisation\u00A0: "), std::string::npos) << one.way;
    for (const char* const word : {"Usage:", "Options:", "Positionals:", "Subcommands:", "REQUIRED", "TEXT ", "TEXT:", "UINT", " file", " and "}) EXPECT_EQ(help.find(word), std::string::npos) << one.way << ": " << word << "\n" << help;
  }
  EXPECT_EQ(run("LC_ALL=fr_CA.UTF-8 " + program + " --help").out, run(program + " --help --locale fr").out);
}

// A text that was changed where it is defined leaves no French behind that nobody reads.
TEST_F(About, NoFrenchIsOfNoUse) {
  std::string all;
  for (const std::string program : {"rung", "rungc"}) {
    all += std::regex_replace(run(program + " man").out, std::regex("\\\\-"), "-");
    for (const Told& one : told(program)) all += run(program + " " + one.way + " --help").out;
  }
  static constexpr std::pair<std::string_view, std::string_view> table[] = {
#define SAID(english, french) {english, french},
#include "runtime/command_line/words_fr.def"
#undef SAID
  };
  std::size_t seen = 0;
  for (const auto& [english, french] : table) {
    EXPECT_NE(english, "") << french;
    if (!(english[0] >= 'A' && english[0] <= 'Z') || english.find('{') != std::string_view::npos || english.find(' ') == std::string_view::npos) continue;   // sentences of definitions begin with a capital
    if (english.starts_with("A subcommand") || english.find("directory") != std::string_view::npos || english.starts_with("Permission") || english.starts_with("No space") || english.starts_with("Broken") || english.starts_with("File too")) continue;   // the library's, and the system's
    EXPECT_NE(all.find(english), std::string::npos) << english;
    ++seen;
  }
  EXPECT_GT(seen, 90u);
}

TEST_P(AboutEach, TheManualIsAManual) {
  const std::string program = GetParam(), manual = run(program + " man").out;
  std::size_t at = 0;
  for (const std::string& part : {std::string(".TH "), std::string(".SH NAME\n" + program + " \\- "), std::string(".SH SYNOPSIS\n"), std::string(".SH DESCRIPTION\n"), std::string(".SH OPTIONS\n"), std::string(".SH VERBS\n"),
                                  std::string(".SH EXIT STATUS\n"), std::string(".SH ENVIRONMENT\n"), std::string(".SH SEE ALSO\n")}) {
    const std::size_t found = manual.find(part, at);
    ASSERT_NE(found, std::string::npos) << part;
    at = found;
  }
  EXPECT_TRUE(std::ranges::all_of(manual, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  // A line that begins with a point is a request of roff's, and none that is not meant.
  EXPECT_FALSE(std::regex_search(manual, std::regex("(^|\n)[.'](?!TH |SH |SS |TP\n|PP\n|\\\\\")")));
  for (const std::string& reader : {std::string("groff -man -Tutf8 -ww"), std::string("mandoc -Wwarning -Tutf8")})
    EXPECT_EQ(run("command -v " + reader.substr(0, reader.find(' ')) + " >/dev/null || exit 0; " + program + " man | " + reader + " > /dev/null").err, "") << reader;
}

TEST_F(About, ValuesThatAreFewAreOffered) {
  EXPECT_EQ(offered("rungc", "rungc check --format g"), " github \n");
  EXPECT_EQ(offered("rungc", "rungc check --format = ju"), " junit \n");     // --format=ju, as bash has it
  EXPECT_EQ(offered("rungc", "rungc completions ''"), " bash zsh fish \n");
  EXPECT_EQ(offered("rungc", "rungc import c"), " csv \n");
  EXPECT_EQ(offered("rungc", "rungc build x.rung -o ''"), "  \n");          // a file: bash's own completion does it
  EXPECT_NE(offered("rung", "rung serve --po").find("--port"), std::string::npos);
  EXPECT_EQ(run("rungc completions tcsh").status, 2);
}

}  // namespace
