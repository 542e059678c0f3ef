// The files of a framework to start from.
#pragma once

#include <string>
#include <vector>

namespace rungc {

struct NewFile {
  std::string path, text;      // the path is relative to the framework's folder
};
std::vector<NewFile> new_files(const std::string& name);

}  // namespace rungc
