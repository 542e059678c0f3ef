#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "runtime/rung/asking.hpp"

namespace rung {

int serve_apart(int argc, char** argv) {
  std::error_code problem;
  const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", problem);
  const std::string program = (problem ? std::filesystem::path("rung-serve") : self.parent_path() / "rung-serve").string();
  std::vector<char*> arguments;
  std::string name = program;
  arguments.push_back(name.data());
  for (int i = 2; i < argc; ++i) arguments.push_back(argv[i]);
  arguments.push_back(nullptr);
  ::execv(program.c_str(), arguments.data());
  return fail({}, {"usage", "rung-serve cannot be started: " + std::string(std::strerror(errno)), "it belongs beside rung; install both"});
}

}  // namespace rung
