// What is written is written whole or not at all: on a full disk, in a folder that takes nothing, by a build that is killed, by two at once.
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <set>

#include "tests/end-to-end/child.hpp"
#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

std::string framework(int courses) {
  std::string out = "rung 1 en\nframework f { version " + std::to_string(courses) + " }\ncompetency skill\ncompetency more\n", names;
  for (int i = 0; i < courses; ++i) {
    const std::string name = "c" + std::to_string(i);
    out += "course " + name + " \"Course number " + std::to_string(i) + "\" { develops skill }\n";
    names += (i == 0 ? "" : ", ") + name;
  }
  return out + "certificate all-of-them { develops more requires { core: all of { " + names + " } } }\n";
}

// `out` takes what is built, and nothing else should be found in it.
class Writing : public WorkingFolder {
 protected:
  void SetUp() override {
    WorkingFolder::SetUp();
    write("old.rung", framework(20));
    write("new.rung", framework(300));
    fs::create_directory(folder_ / "out");
    ASSERT_EQ(run(line("new")).status, 0);
    new_table_ = read(table());
    new_depfile_ = read(depfile());
    ASSERT_EQ(run(line("old")).status, 0);
    old_table_ = read(table());
    old_depfile_ = read(depfile());
    ASSERT_GT(new_table_.size(), 4096u);
  }

  static std::vector<std::string> words(const std::string& source) { return {"rungc", "build", source + ".rung", "-o", "out/t.pathways", "--depfile", "out/t.d"}; }
  static std::string line(const std::string& source) {
    std::string out;
    for (const std::string& word : words(source)) out += word + " ";
    return out;
  }
  fs::path table() const { return folder_ / "out/t.pathways"; }
  fs::path depfile() const { return folder_ / "out/t.d"; }

  std::set<std::string> files() const {
    std::set<std::string> out;
    for (const fs::directory_entry& one : fs::directory_iterator(folder_ / "out")) out.insert(one.path().filename().string());
    return out;
  }
  void put_old() const {
    end_to_end::write(table(), old_table_);
    end_to_end::write(depfile(), old_depfile_);
  }
  void expect_old(const std::string& when) const {
    EXPECT_EQ(read(table()), old_table_) << when;
    EXPECT_EQ(read(depfile()), old_depfile_) << when;
    EXPECT_EQ(files(), (std::set<std::string>{"t.pathways", "t.d"})) << when;
  }

  std::string old_table_, old_depfile_, new_table_, new_depfile_;
};

// A file that may not grow further stands for a full disk. The signal that the system sends then is one that a shell may or may not have told programs to pass over.
TEST_F(Writing, OnAFullDiskTheOldTableStays) {
  for (const rlim_t room : {rlim_t{0}, rlim_t{1}, rlim_t{new_table_.size() / 2}, rlim_t{new_table_.size() - 1}}) {
    for (const auto disposition : {SIG_DFL, SIG_IGN}) {
      const pid_t build = start(folder_, words("new"), [&] {
        const rlimit limit{room, room};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        std::signal(SIGXFSZ, disposition);
      });
      EXPECT_EQ(ended(build), 2) << room;
      expect_old(std::to_string(room) + " bytes");
    }
  }
  const Answer told = run("bash -c 'ulimit -f 1; " + line("new") + " | cat; exit ${PIPESTATUS[0]}'");
  EXPECT_EQ(told.status, 2);
  EXPECT_EQ(told.err, "rungc: out/t.pathways cannot be written: File too large\n");
}

TEST_F(Writing, WhatElseIsWrittenOnAFullDiskStaysAsWell) {
  write("out/t.d", "old");
  const std::string laid_badly = "rung 1 en\nframework g {\nversion 1 }\n";
  write("g.rung", laid_badly);
  for (const std::vector<std::string>& what : {std::vector<std::string>{"rungc", "graph", "new.rung", "--format", "json", "-o", "out/t.d"},
                                               {"rungc", "label", "new.rung", "--for", "c1", "-o", "out/t.d"},
                                               {"rungc", "fmt", "g.rung"}}) {
    const pid_t child = start(folder_, what, [] {
      const rlimit limit{2, 2};
      ::setrlimit(RLIMIT_FSIZE, &limit);
    });
    EXPECT_EQ(ended(child), 2) << what[1];
    EXPECT_EQ(read(depfile()), "old") << what[1];
    EXPECT_EQ(read(folder_ / "g.rung"), laid_badly);
    EXPECT_EQ(files(), (std::set<std::string>{"t.pathways", "t.d"})) << what[1];
  }
}

// Root may write wherever it likes, unless it does without the capability that says so.
void as_anybody() {
  if (::geteuid() == 0 && ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0) != 0) ::_exit(125);
}

TEST_F(Writing, InAFolderThatTakesNothingTheOldTableStays) {
  fs::permissions(folder_ / "out", fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(ended(start(folder_, words("new"), as_anybody)), 2);
  fs::permissions(folder_ / "out", fs::perms::owner_all);
  expect_old("a folder without permission to write");
  for (const std::string nowhere : {"old.rung/t.pathways", "/proc/t.pathways", "/dev/full", "out", "out/t.pathways/", "nowhere/t.pathways"}) {
    const Answer answer = run("rungc build new.rung -o " + nowhere);
    EXPECT_EQ(answer.status, 2) << nowhere;
    EXPECT_TRUE(answer.err.starts_with("rungc: " + nowhere + " cannot be written: ")) << answer.err;
    expect_old(nowhere);
  }
  EXPECT_EQ(read(folder_ / "old.rung"), framework(20));
}

// ---- killed ------------------------------------------------------------------------------------------------------------------
// A build that is stopped before and after each of its system calls, and killed at the stop where it is left. Between two of them nothing on the disk can change, so there are no
// other moments.
class Stepped {
 public:
  Stepped(const fs::path& folder, const std::vector<std::string>& words)
      : child_(start(folder, words, [] {
          ::setenv("ASAN_OPTIONS", "detect_leaks=0", 1);   // its search for leaks wants to be the one that stops the program
          if (::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) ::_exit(125);
        })) {
    int status = 0;
    ::waitpid(child_, &status, 0);
    ended_ = !WIFSTOPPED(status);
    status_ = status;
  }
  ~Stepped() {
    if (ended_) return;
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  Stepped(const Stepped&) = delete;
  Stepped& operator=(const Stepped&) = delete;

  // False when it has come to its end.
  bool go_on() {
    if (ended_) return false;
    ::ptrace(PTRACE_SYSCALL, child_, nullptr, nullptr);
    ::waitpid(child_, &status_, 0);
    ended_ = !WIFSTOPPED(status_);
    return !ended_;
  }
  int status() const { return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_); }

 private:
  pid_t child_;
  int status_ = 0;
  bool ended_ = false;
};

class Killed : public Writing {
 protected:
  static constexpr int last = 150;           // stops of its end, where it writes

  // Kills a build at each of its last stops, and at some before; `prepare` before each, `look` after it.
  template <class Prepare, class Look>
  void at_every_stop(const Prepare& prepare, const Look& look) {
    prepare();
    Stepped undisturbed(folder_, words("new"));
    int stops = 0;
    while (undisturbed.go_on()) ++stops;
    ASSERT_EQ(undisturbed.status(), 0);
    ASSERT_GT(stops, 50);
    ASSERT_EQ(read(table()), new_table_);
    for (int stop = 0; stop < stops; stop += stop + last < stops ? 10 : 1) {
      prepare();
      {
        Stepped build(folder_, words("new"));
        for (int at = 0; at < stop && build.go_on(); ++at) {}
      }
      look(stop);
    }
  }
  std::set<std::string> strays() const {
    std::set<std::string> out = files();
    out.erase("t.pathways");
    out.erase("t.d");
    return out;
  }
  void sweep() const {
    for (const std::string& stray : strays()) fs::remove(folder_ / "out" / stray);
  }
  // Not every file system has files without a name.
  bool has_unnamed_files() const {
    const int file = ::open((folder_ / "out").c_str(), O_TMPFILE | O_WRONLY, 0666);
    if (file >= 0) ::close(file);
    return file >= 0;
  }
};

TEST_F(Killed, AtAnyMomentTheTableIsTheOldOneOrTheNew) {
  int old = 0, renewed = 0, untidy = 0;
  at_every_stop([&] { put_old(); },
                [&](int stop) {
                  const std::string found = read(table()), list = read(depfile());
                  ++(found == old_table_ ? old : renewed);
                  ASSERT_TRUE(found == old_table_ || found == new_table_) << "killed at stop " << stop;
                  ASSERT_TRUE(list == old_depfile_ || list == new_depfile_) << "killed at stop " << stop;
                  untidy += strays().empty() ? 0 : 1;
                  sweep();
                });
  EXPECT_GT(old, 0);
  EXPECT_GT(renewed, 0);
  // A file takes the place of another by a name of its own, which it has from the end of one call to the beginning of the next; so each of the two.
  if (has_unnamed_files()) {
    EXPECT_LE(untidy, 4);
  }
}

TEST_F(Killed, AtAnyMomentThereIsNoTableOrAWholeOne) {
  int none = 0, whole = 0;
  at_every_stop([&] { fs::remove(table()), fs::remove(depfile()); },
                [&](int stop) {
                  ++(fs::exists(table()) ? whole : none);
                  ASSERT_TRUE(!fs::exists(table()) || read(table()) == new_table_) << "killed at stop " << stop;
                  ASSERT_TRUE(!fs::exists(depfile()) || read(depfile()) == new_depfile_) << "killed at stop " << stop;
                  ASSERT_TRUE(!has_unnamed_files() || strays().empty()) << "killed at stop " << stop;
                  sweep();
                });
  EXPECT_GT(none, 0);
  EXPECT_GT(whole, 0);
}

// ---- two at once -------------------------------------------------------------------------------------------------------------
TEST_F(Writing, TwoBuildsAtOnceDoNotMix) {
  for (int pair = 0; pair < 20; ++pair) {
    const bool old_first = pair % 2 == 0;
    const pid_t one = start(folder_, words(old_first ? "old" : "new")), other = start(folder_, words(old_first ? "new" : "old"));
    EXPECT_EQ(ended(one), 0);
    EXPECT_EQ(ended(other), 0);
    const std::string found = read(table()), list = read(depfile());
    ASSERT_TRUE(found == old_table_ || found == new_table_) << "pair " << pair;
    ASSERT_TRUE(list == old_depfile_ || list == new_depfile_) << "pair " << pair;
    ASSERT_EQ(files(), (std::set<std::string>{"t.pathways", "t.d"})) << "pair " << pair;
  }
}

// One after the other as they come are seldom in each other's way, so one is held up at each of its last stops until another has been built.
TEST_F(Killed, ABuildThatIsHeldUpDoesNotMixWithAnother) {
  Stepped undisturbed(folder_, words("old"));
  int stops = 0;
  while (undisturbed.go_on()) ++stops;
  ASSERT_EQ(undisturbed.status(), 0);
  for (int stop = std::max(stops - last, 0); stop < stops; ++stop) {
    fs::remove(table());
    Stepped held_up(folder_, words("old"));
    for (int at = 0; at < stop && held_up.go_on(); ++at) {}
    ASSERT_EQ(ended(start(folder_, words("new"))), 0);
    const std::string meanwhile = read(table());
    while (held_up.go_on()) {}
    ASSERT_EQ(held_up.status(), 0);
    ASSERT_EQ(meanwhile, new_table_) << "stop " << stop;
    ASSERT_TRUE(read(table()) == old_table_ || read(table()) == new_table_) << "stop " << stop;
    ASSERT_TRUE(read(depfile()) == old_depfile_ || read(depfile()) == new_depfile_) << "stop " << stop;
    ASSERT_EQ(strays(), std::set<std::string>()) << "stop " << stop;
  }
}

}  // namespace
