// The files of a framework to start from.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rungc {

struct NewFile {
  std::string path, text;      // the path is relative to the framework's folder
};
// In English ("en") or French ("fr").
std::vector<NewFile> new_files(const std::string& name, std::string_view language);

// What they say in a language, with @NAME@ and @TITLE@ where the framework's go.
struct NewTexts {
  std::string_view framework;
  std::string_view makefile_head, makefile_foot;   // before its rules and behind them
  std::string_view readme;
};
const NewTexts& new_texts_en();
const NewTexts& new_texts_fr();

}  // namespace rungc
