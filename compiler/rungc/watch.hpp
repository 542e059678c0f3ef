// Waiting until files change.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace rungc {

// From the making of one until its end the signals that ask a program to end (SIGINT, SIGTERM) come here, and nowhere else.
class Watch {
 public:
  Watch();
  ~Watch();
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  // These files from now on, and whatever framework stands beside one of them or in one of the folders, at any depth. What they are now is what they are compared with.
  // To be called before they are read, so that what changes meanwhile is seen.
  void files(const std::vector<std::string>& paths, const std::vector<std::string>& folders);
  // The same, and further ones that turned out to be read; those that were known keep what they are compared with.
  void also(const std::vector<std::string>& paths);
  // Until something has changed and has then been quiet for a moment; false when the program is to end.
  bool wait();

 private:
  struct State {
    std::int64_t seconds = -1, nanoseconds = 0, size = -1;
    std::uint64_t file = 0;
    friend bool operator==(const State&, const State&) = default;
  };
  static State state_of(const std::string& path);
  std::map<std::string, State> look() const;
  void listen();
  bool quiet(int milliseconds);        // waits so long, or until something is heard; false when the program is to end

  std::vector<std::string> paths_, folders_;
  std::map<std::string, State> known_;
  int events_ = -1, signals_ = -1;     // inotify, where there is such a thing: else it is looked at again and again
  bool heard_ = false;
  std::int64_t begun_ = 0;             // when it was last known how things stand, seconds
};

}  // namespace rungc
