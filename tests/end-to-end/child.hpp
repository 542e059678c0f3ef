// Programs that a test prepares, watches or kills, where a shell's line does not reach.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace end_to_end {

// Starts one of the programs just built, in `folder`; what it says goes nowhere. `prepare` runs in the child before the program does.
inline pid_t start(const std::filesystem::path& folder, std::vector<std::string> words, const std::function<void()>& prepare = [] {}) {
  words[0] = RUNG_BIN_DIR "/" + words[0];
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t child = ::fork();
  if (child != 0) return child;
  const int nowhere = ::open("/dev/null", O_RDWR);
  for (const int handle : {0, 1, 2}) ::dup2(nowhere, handle);
  if (::chdir(folder.c_str()) != 0) ::_exit(126);
  prepare();
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

// The exit status, or 128 and the signal.
inline int ended(pid_t child) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace end_to_end
