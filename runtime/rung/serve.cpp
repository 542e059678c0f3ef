#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "runtime/command_line/working.hpp"
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
  command_line::Working::end();
  ::execv(program.c_str(), arguments.data());
  Options options;
  options.format = asks_for_json(argc, argv) ? "json" : "text";
  return fail(options, {"usage", "rung-serve cannot be started: " + std::string(std::strerror(errno)), "it belongs beside rung; install both"});
}

}  // namespace rung
