#include "compiler/rungc/watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <set>

#include "compiler/rungc/verbs.hpp"

namespace rungc {
namespace {

namespace fs = std::filesystem;

constexpr int look_again = 500;        // milliseconds; also with inotify, which does not hear of everything (a network's disk)
constexpr int settled = 80;            // an editor writes a file in several steps
constexpr int longest_unrest = 20;     // times `settled`: what never comes to rest is checked as it is

fs::path folder_of(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return folder.empty() ? "." : folder;
}

}  // namespace

Watch::Watch() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  ::pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  signals_ = ::signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK);
}

Watch::~Watch() {
  for (const int handle : {events_, signals_})
    if (handle >= 0) ::close(handle);
}

Watch::State Watch::state_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return {};
  return {found.st_mtim.tv_sec, found.st_mtim.tv_nsec, found.st_size, found.st_ino};
}

std::map<std::string, Watch::State> Watch::look() const {
  std::map<std::string, State> out;
  std::set<fs::path> beside;
  for (const std::string& path : paths_) {
    out.try_emplace(path, state_of(path));
    beside.insert(folder_of(path));
  }
  // A file that a framework uses and that is not there yet may come.
  for (const fs::path& folder : beside) {
    std::error_code problem;
    for (fs::directory_iterator at(folder, problem), end; !problem && at != end; at.increment(problem))
      if (at->path().extension() == ".rung") out.try_emplace(at->path().string(), state_of(at->path().string()));
  }
  for (const std::string& path : framework_files(folders_)) out.try_emplace(path, state_of(path));
  return out;
}

// Folders are listened to, not files: many an editor writes another file and puts it in the old one's place.
void Watch::listen() {
  if (events_ >= 0) ::close(events_);
  events_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (events_ < 0) return;
  std::set<fs::path> all(folders_.begin(), folders_.end());
  for (const auto& [path, state] : known_) all.insert(folder_of(path));
  for (const fs::path& folder : all) ::inotify_add_watch(events_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB);
}

void Watch::files(const std::vector<std::string>& paths, const std::vector<std::string>& folders) {
  begun_ = ::time(nullptr);
  paths_ = paths;
  folders_ = folders;
  known_ = look();
  listen();
}

void Watch::also(const std::vector<std::string>& paths) {
  const std::size_t before = paths_.size();
  for (const std::string& path : paths)
    if (std::ranges::find(paths_, path) == paths_.end()) paths_.push_back(path);
  if (paths_.size() == before) return;
  // What has been written since the beginning may have been read before that: it counts as changed.
  for (const auto& [path, state] : look()) known_.try_emplace(path, state.seconds > begun_ ? State{} : state);
  listen();
}

bool Watch::quiet(int milliseconds) {
  pollfd handles[] = {{signals_, POLLIN, 0}, {events_, POLLIN, 0}};   // one that is below zero is passed over
  if (::poll(handles, 2, milliseconds) < 0 && errno != EINTR) return false;
  heard_ = (handles[1].revents & POLLIN) != 0;
  char events[4096];
  while (heard_ && ::read(events_, events, sizeof events) > 0) continue;   // which they were is seen from the files
  return (handles[0].revents & POLLIN) == 0;
}

bool Watch::wait() {
  for (;;) {
    std::map<std::string, State> now = look();
    if (now != known_) {
      for (int times = 0; times < longest_unrest; ++times) {
        if (!quiet(settled)) return false;
        std::map<std::string, State> later = look();
        const bool rests = later == now && !heard_;
        now = std::move(later);
        if (rests) break;
      }
      known_ = std::move(now);
      begun_ = ::time(nullptr);
      return true;
    }
    if (!quiet(look_again)) return false;
  }
}

}  // namespace rungc
