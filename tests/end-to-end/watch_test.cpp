// `rungc check --watch`: driven as somebody would who edits a framework beside it. No test here says how fast: each waits until it has seen what it waits for, or for far too long.
// Everything is tested with the kernel's word that a folder has changed (inotify), and on a system that has no such thing.
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <chrono>
#include <cstddef>
#include <thread>

#include "tests/end-to-end/child.hpp"
#include "tests/end-to-end/working_folder.hpp"

namespace {

using namespace end_to_end;

const std::string sound = "rung 1 en\n\nframework elm \"Elm\"\n\ncourse a { credits 3 }\n";
const std::string unsound = "rung 1 en\n\nframework elm \"Elm\"\n\ncourse a { prerequisite b }\n";

// From now on this process, and what it becomes, lives on a system without inotify.
void without_inotify() {
#ifdef SYS_inotify_init
  constexpr std::uint32_t other = SYS_inotify_init;
#else
  constexpr std::uint32_t other = SYS_inotify_init1;
#endif
  sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_inotify_init1, 1, 0),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, other, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  const sock_fprog program{sizeof filter / sizeof *filter, filter};
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0 || ::syscall(SYS_inotify_init1, 0) != -1 || errno != ENOSYS) ::_exit(125);
}

enum class Told : bool { by_looking, by_inotify };

class WatchedCheck : public WorkingFolder, public testing::WithParamInterface<Told> {
 protected:
  void begin(std::vector<std::string> words) {
    words.insert(words.begin(), {"rungc", "check", "--watch"});
    const fs::path folder = folder_;
    child_ = start(folder_, words, [folder] {
      const int out = ::open((folder / "seen.txt").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
      for (const int handle : {1, 2}) ::dup2(out, handle);
      if (GetParam() == Told::by_looking) without_inotify();
    });
  }
  void TearDown() override {
    if (child_ > 0) {
      ::kill(child_, SIGKILL);
      ended(child_);
    }
    WorkingFolder::TearDown();
  }
  // Until it has waited so many times for a change.
  bool waits(std::size_t times) const {
    for (int i = 0; i < 3000; ++i) {
      std::size_t seen = 0;
      const std::string text = read(folder_ / "seen.txt");
      for (std::size_t at = text.find("waiting for a change"); at != std::string::npos; at = text.find("waiting for a change", at + 1)) ++seen;
      if (seen >= times) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  int ends_with(int signal) {
    ::kill(child_, signal);
    const int status = ended(child_);
    child_ = -1;
    return status;
  }
  std::string seen() const { return read(folder_ / "seen.txt"); }

  pid_t child_ = -1;
};

TEST_P(WatchedCheck, ChecksAgainWhenTheFileChanges) {
  write("elm.rung", sound);
  begin({"elm.rung"});
  ASSERT_TRUE(waits(1));
  EXPECT_EQ(seen(), "rungc: 1 file checked, nothing to say; waiting for a change (Ctrl-C ends)\n");   // and nothing to clear a terminal
  write("elm.rung", unsound);
  ASSERT_TRUE(waits(2));
  EXPECT_NE(seen().find("unknown-name"), std::string::npos);
  EXPECT_EQ(ends_with(SIGINT), 1);                                          // the status of the last check
}

TEST_P(WatchedCheck, ChecksAgainWhenTheFileIsReplacedOrComesBack) {
  write("elm.rung", sound);
  begin({"elm.rung"});
  ASSERT_TRUE(waits(1));
  write("elm.rung.new", unsound);
  fs::rename(folder_ / "elm.rung.new", folder_ / "elm.rung");               // as many editors do
  ASSERT_TRUE(waits(2));
  fs::remove(folder_ / "elm.rung");
  ASSERT_TRUE(waits(3));
  EXPECT_NE(seen().find("unreadable-file"), std::string::npos);
  write("elm.rung", sound);
  ASSERT_TRUE(waits(4));
  EXPECT_EQ(ends_with(SIGTERM), 0);
}

TEST_P(WatchedCheck, ChecksAgainWhenWhatItUsesChangesOrAppears) {
  fs::create_directories(folder_ / "other");
  write("elm.rung", "rung 1 en\n\nuse \"other/oak.rung\"\n\nframework elm \"Elm\"\n\ncourse a { prerequisite oak.b }\n");
  begin({"elm.rung"});
  ASSERT_TRUE(waits(1));
  write("other/oak.rung", "rung 1 en\n\nframework oak \"Oak\"\n\ncourse b { credits 3 }\n");
  ASSERT_TRUE(waits(2));
  write("other/oak.rung", "rung 1 en\n\nframework oak \"Oak\"\n\ncourse c { credits 3 }\n");
  ASSERT_TRUE(waits(3));
  EXPECT_EQ(ends_with(SIGINT), 1);
  write("other/oak.rung", "rung 1 en\n\nframework oak \"Oak\"\n\ncourse b { credits 3 }\n");
  EXPECT_EQ(run("rungc check elm.rung").status, 0);
}

TEST_P(WatchedCheck, SeesWhatComesIntoAFolder) {
  fs::create_directories(folder_ / "all");
  write("all/elm.rung", sound);
  begin({"all", "--format", "json"});
  ASSERT_TRUE(waits(1));
  write("all/oak.rung", "rung 1 en\n\nframework oak \"Oak\"\n\ncourse a { prerequisite b }\n");
  ASSERT_TRUE(waits(2));
  EXPECT_NE(seen().find("\"file\": \"all/oak.rung\""), std::string::npos) << seen();
  EXPECT_EQ(ends_with(SIGINT), 1);
}

INSTANTIATE_TEST_SUITE_P(, WatchedCheck, testing::Values(Told::by_inotify, Told::by_looking), [](const auto& told) { return told.param == Told::by_inotify ? "ByInotify" : "ByLooking"; });

using Watched = WorkingFolder;

TEST_F(Watched, RefusesWhatCannotBeWatched) {
  const Answer answer = run("rungc check --watch - < /dev/null");
  EXPECT_EQ(answer.status, 2);
  EXPECT_EQ(answer.err, "rungc: standard input cannot be watched; name a file\n");
  write("elm.rung", sound);
  EXPECT_EQ(run("rungc check --watch elm.rung --on yesterday").status, 2);
}

}  // namespace
