// `new`: a framework to start from, in a folder of its own. All of it or nothing, and never over what is there.
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fmt/format.h>

#include "compiler/folders/staged_folder.hpp"
#include "compiler/model/names.hpp"
#include "compiler/model/name_of.hpp"
#include "compiler/rungc/new_files.hpp"
#include "compiler/rungc/verbs.hpp"

namespace rungc {
namespace {

namespace fs = std::filesystem;

// Into a folder that is there already: a link takes no place that is taken, and what was placed before one that is goes again.
std::string placed(const std::vector<NewFile>& files, const fs::path& stage, const fs::path& folder) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path to = folder / files[i].path;
    if (::link((stage / files[i].path).c_str(), to.c_str()) == 0) continue;
    const std::string problem = errno == EEXIST ? to.string() + " is there already" : fmt::format("{} cannot be written: {}", to.string(), std::strerror(errno));
    while (i-- > 0) ::unlink((folder / files[i].path).c_str());
    return problem;
  }
  return "";
}

}  // namespace

int make_new(const NewOptions& options) {
  if (!rung::model::is_kebab_case(options.name) || options.name.size() > 100) {
    const std::string near = rung::model::name_of(options.name).substr(0, 60);
    show_failure(options.format, "bad-name", fmt::format("'{}' cannot be a framework's name: small letters and digits joined by single hyphens, a letter first{}", options.name,
                                                         near.empty() ? ", such as elmwood-college" : fmt::format("; write rungc new {}", near)));
    return 2;
  }
  const fs::path folder = options.output.empty() ? options.name : options.output;
  const auto refused = [&](const std::string& code, const std::string& why) {
    show_failure(options.format, code, why);
    return 2;
  };
  std::error_code problem;
  const bool is_there = fs::exists(fs::symlink_status(folder, problem));
  if (is_there && !fs::is_directory(folder, problem)) return refused("is-there", fmt::format("{} is there already, and is no folder; name another with -o", folder.string()));
  const fs::path place = folder.has_filename() ? folder : folder.parent_path();
  if (!is_there && place.has_parent_path()) fs::create_directories(place.parent_path(), problem);
  const std::vector<NewFile> files = new_files(options.name, language_of("text"));   // which people will read, whoever reads what is printed
  const rung::folders::StagedFolder stage(is_there ? folder / options.name : place);   // within one that is there already, from which links can be made
  if (!stage.problem().empty()) return refused("unwritable-file", fmt::format("{} cannot be written: {}", folder.string(), stage.problem()));
  for (const NewFile& file : files)
    if (const std::string trouble = stage.write(file.path, file.text); !trouble.empty()) return refused("unwritable-file", fmt::format("{} cannot be written: {}", (folder / file.path).string(), trouble));
  if (is_there) {
    if (const std::string trouble = placed(files, stage.path(), folder); !trouble.empty())
      return refused(trouble.ends_with("already") ? "is-there" : "unwritable-file", trouble + "; nothing was written. Another folder is named with -o");
  } else if (const std::string trouble = stage.put(rung::folders::StagedFolder::Over::nothing); !trouble.empty()) {
    return refused("unwritable-file", fmt::format("{} cannot be written: {}", folder.string(), trouble));
  }
  std::string said;
  for (const NewFile& file : files) said += (folder / file.path).string() + "\n";
  print(said);
  return 0;
}

}  // namespace rungc
