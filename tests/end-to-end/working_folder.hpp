// A folder of its own for each test, and command lines run in it with the programs just built.
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace end_to_end {

namespace fs = std::filesystem;

struct Answer {
  int status;                              // the exit status, or 128 and the signal
  std::string out, err;
};

inline std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline void write(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

class WorkingFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "rung-test.XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override {
    ::chmod(folder_.c_str(), 0700);
    fs::remove_all(folder_);
  }

  Answer run(const std::string& line) const {
    // In English, whoever runs the tests; a line that wants another language sets it.
    const std::string command = "unset LC_ALL LC_MESSAGES LANG; cd '" + folder_.string() + "' && PATH='" RUNG_BIN_DIR "':$PATH && {\n" + line + "\n} >out.txt 2>err.txt";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read(folder_ / "out.txt"), read(folder_ / "err.txt")};
  }
  void write(const std::string& name, const std::string& text) const { end_to_end::write(folder_ / name, text); }

  fs::path folder_;
};

}  // namespace end_to_end
