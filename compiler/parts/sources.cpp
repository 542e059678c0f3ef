#include "compiler/parts/sources.hpp"

#include <algorithm>

#include "compiler/model/names.hpp"
#include "compiler/model/program.hpp"
#include "compiler/parts/side_by_side.hpp"

namespace rung::parts {

Sources::Sources(const std::vector<std::string>& paths, unsigned jobs) {
  const auto add = [&](const std::string& path, bool named) {
    const auto [at, added] = by_identity_.try_emplace(model::identity_of(path), static_cast<std::uint32_t>(files_.size()));
    by_path_.try_emplace(path, at->second);
    if (added) {
      files_.emplace_back().path = path;
      files_.back().named = named;
    }
    return at->second;
  };
  for (const std::string& path : paths) add(path, true);
  // One round for each step of `use`: the files of a round are read side by side.
  for (std::size_t done = 0; done < files_.size();) {
    const std::size_t end = files_.size();
    side_by_side(end - done, jobs, [&](std::size_t i) {
      SourceFile& file = files_[done + i];
      const source::Loaded loaded = file.named ? source::load(file.path) : model::load_used(file.path, source::load);
      file.problem = loaded.problem;
      file.folder = loaded.folder;
      if (!loaded.bytes) return;
      file.text = texts_.keep(*loaded.bytes);
      file.scan = scan(*file.text);
    });
    for (; done < end; ++done)
      for (const std::string& used : files_[done].scan.uses) {
        const std::uint32_t file = add(model::path_of_use(files_[done].path, used), false);
        files_[done].uses.push_back(file);
      }
  }
}

source::Loaded Sources::load(const std::string& path) const {
  const std::uint32_t file = find(path);
  if (file == source::no_file) return source::load(path);
  const SourceFile& known = files_[file];
  return known.text ? source::Loaded{std::string(*known.text), {}} : source::Loaded{std::nullopt, known.problem, known.folder};
}

std::uint32_t Sources::find(const std::string& path) const {
  const auto found = by_path_.find(path);
  return found == by_path_.end() ? source::no_file : found->second;
}

Partition::Partition(const Sources& sources) {
  const auto& files = sources.files();
  for (std::uint32_t file = 0; file < files.size(); ++file) parent_.push_back(file);
  std::unordered_map<std::string, std::uint32_t> frameworks;
  std::uint32_t first_with_policies = source::no_file;
  for (std::uint32_t file = 0; file < files.size(); ++file) {
    for (const std::uint32_t used : files[file].uses) unite(file, used);
    const auto once = [&](auto& names, const std::string& name) {
      const auto [at, added] = names.try_emplace(name, file);
      if (!added) unite(at->second, file);
    };
    for (const std::string& name : files[file].scan.frameworks) once(frameworks, name);
    if (files[file].scan.frameworks.empty()) once(frameworks, model::name_from_path(files[file].path));
    for (const std::string& name : files[file].scan.institutions) once(institutions_, name);
    if (files[file].scan.policies) first_with_policies = std::min(first_with_policies, file);
  }
  // Every framework may conform to a policy of another file by its name.
  if (first_with_policies != source::no_file)
    for (std::uint32_t file = 0; file < files.size(); ++file) unite(0, file);
}

std::uint32_t Partition::root(std::uint32_t file) const {
  while (parent_[file] != file) file = parent_[file] = parent_[parent_[file]];
  return file;
}

bool Partition::unite(std::uint32_t one, std::uint32_t other) {
  one = root(one);
  other = root(other);
  parent_[std::max(one, other)] = std::min(one, other);
  return one != other;
}

std::uint32_t Partition::declares(const std::string& institution) const {
  const auto found = institutions_.find(institution);
  return found == institutions_.end() ? source::no_file : found->second;
}

std::vector<Part> Partition::parts() const {
  std::vector<Part> out;
  std::vector<std::uint32_t> part_of(parent_.size());
  for (std::uint32_t file = 0; file < parent_.size(); ++file) {
    if (root(file) == file) {
      part_of[file] = static_cast<std::uint32_t>(out.size());
      out.emplace_back();
    }
    out[part_of[root(file)]].push_back(file);
  }
  return out;
}

}  // namespace rung::parts
