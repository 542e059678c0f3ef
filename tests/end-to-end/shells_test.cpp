// Completions in the shells themselves: what somebody gets who types the beginning of a word and presses the key for the rest.
#include <poll.h>
#include <pty.h>
#include <signal.h>

#include <chrono>

#include "tests/end-to-end/child.hpp"
#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

// A shell at a terminal. In it the programs are functions that say with which words they were called.
class AtTerminal {
 public:
  AtTerminal(const fs::path& folder, const std::vector<std::string>& words) {
    std::vector<std::string> copy = words;
    std::vector<char*> arguments;
    for (std::string& word : copy) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    child_ = ::forkpty(&terminal_, nullptr, nullptr, nullptr);
    if (child_ != 0) return;
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG", "PROMPT_COMMAND"}) ::unsetenv(name);
    ::setenv("TERM", "dumb", 1);
    ::setenv("HOME", folder.c_str(), 1);             // nobody's own settings
    ::setenv("PATH", (std::string(RUNG_BIN_DIR ":") + ::getenv("PATH")).c_str(), 1);
    if (::chdir(folder.c_str()) != 0) ::_exit(126);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  ~AtTerminal() {
    ::close(terminal_);
    ::kill(child_, SIGKILL);
    ended(child_);
  }
  AtTerminal(const AtTerminal&) = delete;
  AtTerminal& operator=(const AtTerminal&) = delete;

  // What the program is called with in the end; a long wait stands for never.
  std::string typed(const std::string& keys) {
    const std::string line = keys + "\n";
    if (::write(terminal_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) return "the shell is gone";
    const std::string said = until("\nCALLED<");
    return said.empty() ? "nothing was called: " + seen_ : until(">");
  }
  // Waits until the shell is ready for a line.
  bool ready(const std::string& begin) {
    const std::string line = begin + "\n";
    return ::write(terminal_, line.data(), line.size()) == static_cast<ssize_t>(line.size()) && !until("\nREADY").empty();
  }

 private:
  // What comes before that, taken away with it; empty when it does not come. Carriage returns are left out, and what stands first has a line before it.
  std::string until(const std::string& mark) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    for (;;) {
      if (const std::size_t at = seen_.find(mark); at != std::string::npos) {
        const std::string before = seen_.substr(0, at);
        seen_.erase(0, at + mark.size());
        return before.empty() ? " " : before;
      }
      pollfd handle{terminal_, POLLIN, 0};
      char bytes[4096];
      if (std::chrono::steady_clock::now() > end || ::poll(&handle, 1, 1000) < 0) return "";
      if (handle.revents == 0) continue;
      const ssize_t many = ::read(terminal_, bytes, sizeof bytes);
      if (many <= 0) return "";
      for (ssize_t i = 0; i < many; ++i)
        if (bytes[i] != '\r') seen_ += bytes[i];
    }
  }

  int terminal_ = -1;
  pid_t child_ = -1;
  std::string seen_;
};

class Shells : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("elm.rung", "rung 1 en\n");
    write("elm.pathways", "");
  }
  static constexpr const char* functions = "rung() { printf 'CALLED<%s>\\n' \"$*\"; }\nrungc() { rung \"$@\"; }\nprintf 'READY\\n'\n";
};

TEST_F(Shells, BashCompletesWhatIsTyped) {
  write("begin", std::string("bind 'set bell-style none'\nsource <(rung completions bash)\nsource <(rungc completions bash)\n") + functions);
  AtTerminal bash(folder_, {"bash", "--norc", "--noprofile", "-i"});
  ASSERT_TRUE(bash.ready("source ./begin"));
  EXPECT_EQ(bash.typed("rungc che\t"), "check");
  EXPECT_EQ(bash.typed("rungc check --form\tgi\t"), "check --format github");
  EXPECT_EQ(bash.typed("rungc check --format=ju\t"), "check --format=junit");
  EXPECT_EQ(bash.typed("rungc check el\tru\t"), "check elm.rung");           // elm. and then two files
  EXPECT_EQ(bash.typed("rungc build elm.rung -o elm.p\t"), "build elm.rung -o elm.pathways");
  EXPECT_EQ(bash.typed("rungc import c\t"), "import csv");
  EXPECT_EQ(bash.typed("rungc import csv --cur\t"), "import csv --currency");
  EXPECT_EQ(bash.typed("rung earn\telm.p\t--lear\t"), "earned elm.pathways --learner");
  EXPECT_EQ(bash.typed("rungc explain stacking-c\t"), "explain stacking-cycle");
  EXPECT_EQ(bash.typed("rungc policies osa\t"), "policies osap");
  EXPECT_EQ(bash.typed("rungc check elm.rung --policy osa\t--policy=suny-o\t"), "check elm.rung --policy osap --policy=suny-oneonta");
  EXPECT_EQ(bash.typed("rungc conform elm.rung --policy osap,eu-\t"), "conform elm.rung --policy osap,eu-2022");
  EXPECT_EQ(bash.typed("rung paths elm.pathways x --by wee\t"), "paths elm.pathways x --by weeks");
  EXPECT_EQ(bash.typed("rung paths elm.pathways x --pareto=fee,cred\t"), "paths elm.pathways x --pareto=fee,credits");
}

// The script may lie where zsh looks for completions, or be read by hand.
TEST_F(Shells, ZshCompletesWhatIsTyped) {
  ASSERT_EQ(run("mkdir functions && rung completions zsh >functions/_rung && rungc completions zsh >functions/_rungc").status, 0);
  for (const std::string how : {"fpath=($PWD/functions $fpath)\nautoload -Uz compinit\ncompinit -u -D\n", "autoload -Uz compinit\ncompinit -u -D\nsource functions/_rung\nsource functions/_rungc\n"}) {
    write("begin", "unsetopt beep\n" + how + functions);
    AtTerminal zsh(folder_, {"zsh", "-f", "-i"});
    ASSERT_TRUE(zsh.ready("source ./begin"));
    EXPECT_EQ(zsh.typed("rungc che\t"), "check");
    EXPECT_EQ(zsh.typed("rungc check --form\tgi\t"), "check --format=github");
    EXPECT_EQ(zsh.typed("rungc check el\tru\t"), "check elm.rung");
    EXPECT_EQ(zsh.typed("rungc build elm.rung -o elm.p\t"), "build elm.rung -o elm.pathways");
    EXPECT_EQ(zsh.typed("rungc import c\t"), "import csv");
    EXPECT_EQ(zsh.typed("rungc import csv --cur\tCAD"), "import csv --currency=CAD");
    EXPECT_EQ(zsh.typed("rung earn\telm.p\t--lear\telm.r\t"), "earned elm.pathways --learner=elm.rung");
    EXPECT_EQ(zsh.typed("rungc explain stacking-c\t"), "explain stacking-cycle");
    EXPECT_EQ(zsh.typed("rungc policies osa\t"), "policies osap");
    EXPECT_EQ(zsh.typed("rungc check elm.rung --policy=suny-o\t"), "check elm.rung --policy=suny-oneonta");
    EXPECT_EQ(zsh.typed("rungc conform elm.rung --policy osap,eu-\t"), "conform elm.rung --policy osap,eu-2022");
    EXPECT_EQ(zsh.typed("rung paths elm.pathways x --by wee\t"), "paths elm.pathways x --by weeks");
    EXPECT_EQ(zsh.typed("rung paths elm.pathways x --pareto=fee,cred\t"), "paths elm.pathways x --pareto=fee,credits");
  }
}

// fish says what it would offer.
TEST_F(Shells, FishOffersWhatGoesOn) {
  const auto offered = [&](const std::string& line) {
    const Answer answer = run("HOME=$PWD XDG_CONFIG_HOME=$PWD fish --no-config -c 'rung completions fish | source; rungc completions fish | source; complete -C \"" + line + "\"' | cut -f1 | tr '\\n' ' '");
    EXPECT_EQ(answer.err, "") << line;
    return answer.out;
  };
  EXPECT_EQ(offered("rungc che"), "check ");
  EXPECT_EQ(offered("rungc check --form"), "--format ");
  EXPECT_EQ(offered("rungc check --format g"), "github ");
  EXPECT_EQ(offered("rungc check --format=ju"), "--format=junit ");
  EXPECT_EQ(offered("rungc check elm.r"), "elm.rung ");
  EXPECT_EQ(offered("rungc build elm.rung -o elm.p"), "elm.pathways ");
  EXPECT_EQ(offered("rungc import "), "csv ");
  EXPECT_EQ(offered("rungc import csv --cur"), "--currency ");
  EXPECT_EQ(offered("rungc completions "), "bash fish zsh ");
  EXPECT_EQ(offered("rung earn"), "earned ");
  EXPECT_EQ(offered("rung earned elm.pathways --lear"), "--learner ");
  EXPECT_EQ(offered("rungc explain stacking-c"), "stacking-cycle ");
  EXPECT_EQ(offered("rungc policies osa"), "osap ");
  EXPECT_EQ(offered("rungc check elm.rung --policy suny-"), "suny-canton suny-oneonta ");
  EXPECT_EQ(offered("rungc check elm.rung --policy al"), "alberta ");                  // `all` is of conform and docs
  EXPECT_EQ(offered("rungc conform elm.rung --policy al"), "alberta all ");
  EXPECT_EQ(offered("rungc conform elm.rung --policy osap,eu-"), "osap,eu-2022 ");
  EXPECT_EQ(offered("rung nearest elm.pathways --by we"), "weeks ");
  EXPECT_EQ(offered("rung paths elm.pathways x --by wee"), "weeks ");
  EXPECT_EQ(offered("rung paths elm.pathways x --pareto=fee,cred"), "--pareto=fee,credits ");
}

TEST_F(Shells, EachScriptIsSoundInEveryLanguage) {
  for (const std::string program : {"rung", "rungc"})
    for (const std::string language : {"en_CA.UTF-8", "fr_CA.UTF-8"})
      for (const auto& [shell, check] : {std::pair("bash", "bash -n"), {"zsh", "zsh -n"}, {"fish", "fish --no-config --no-execute"}}) {
        const Answer answer = run("export HOME=$PWD; LC_ALL=" + language + " " + program + " completions " + shell + " >script && " + check + " script");
        EXPECT_EQ(answer.status, 0) << program << " " << language << " " << shell << answer.err;
        EXPECT_EQ(answer.err, "") << program << " " << language << " " << shell;
      }
}

}  // namespace
