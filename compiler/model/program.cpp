#include "compiler/model/program.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <unordered_map>

#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::NodeKind;
using source::FileId;

struct Use {
  FileId by, of;
  source::Span span;
};

// A zero byte is UTF-8 and no text: it stands in files of other encodings, and in those that are no text at all.
std::optional<std::uint32_t> first_that_is_no_text(std::string_view bytes) {
  const auto invalid = source::first_invalid_utf8(bytes);
  const std::size_t zero = bytes.substr(0, invalid.value_or(static_cast<std::uint32_t>(bytes.size()))).find('\0');
  return zero == std::string_view::npos ? invalid : static_cast<std::uint32_t>(zero);
}

class Reader {
 public:
  Reader(source::Files& files, diagnostics::Sink& sink, Load load, Read read = {}) : files_(files), sink_(sink), load_(std::move(load)), tree_of_(std::move(read)) {}

  Program run(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) read(path, {});
    return finish();
  }

  Program run(const std::string& name, std::string text) {
    known_[identity_of(name)] = add(name, std::move(text));
    return finish();
  }

 private:
  Program finish() {
    // The list grows while it is walked: what a used file uses comes after it.
    for (FileId file = 0; file < program_.trees.size(); ++file) follow(file);
    for (auto& used : program_.uses) {
      std::sort(used.begin(), used.end());
      used.erase(std::unique(used.begin(), used.end()), used.end());
    }
    report_circles();
    return std::move(program_);
  }

  FileId add(const std::string& path, std::string bytes) {
    const FileId file = files_.add(path, std::move(bytes));
    if (const auto bad = first_that_is_no_text(files_.text(file))) {
      // Nothing more is read of it: whatever would be found is a mistake of the encoding, not of the author.
      sink_.report(Kind::invalid_utf8, {file, *bad, *bad + 1}, {std::to_string(*bad + 1)}).help(Phrase::save_as_utf8);
      program_.trees.emplace_back().file = file;
    } else {
      program_.trees.push_back(tree_of_ ? tree_of_(files_, file, sink_) : grammar::parse(files_, file, sink_));
    }
    program_.uses.emplace_back();
    return file;
  }

  // The file at `path`, or no_file when it cannot be read, which is reported.
  FileId read(const std::string& path, source::Span asked_by) {
    const std::string key = identity_of(path);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    const bool used = asked_by.file != source::no_file;
    source::Loaded loaded = used ? load_used(path, load_) : load_(path);
    if (!loaded.bytes) {
      // Frameworks in a folder are named in its place (rungc/framework_files.cpp).
      const bool without_any = !used && loaded.folder;
      auto report = sink_.report(used ? Kind::unreadable_use : Kind::unreadable_file, asked_by, {path.empty() ? "\"\"" : path, without_any ? "is a folder, and no framework (*.rung) was found in it" : loaded.problem});
      if (without_any) report.help(Phrase::name_a_framework);
      return known_[key] = source::no_file;
    }
    const FileId file = add(path, std::move(*loaded.bytes));
    known_[key] = file;
    return file;
  }

  void follow(FileId file) {
    // Reading another file may move the trees, so what is needed of this one is copied first.
    std::vector<std::pair<std::string, source::Span>> wanted;
    const grammar::Tree& tree = program_.trees[file];
    for (const std::uint32_t declaration : tree.declarations) {
      if (tree[declaration].kind != NodeKind::use) continue;
      const std::uint32_t path = grammar::child(tree, declaration, NodeKind::text);
      wanted.emplace_back(grammar::unquoted(files_.text(tree.span(path))), tree.span(path));
    }
    for (const auto& [path, span] : wanted) {
      const FileId used = read(path_of_use(files_.path(file), path), span);
      if (used == source::no_file) continue;
      program_.uses[file].push_back(used);
      uses_.push_back({file, used, span});
    }
  }

  // Every `use` that closes a circle, found by a walk with a stack of its own: files may use each other in chains of any length.
  void report_circles() {
    enum : char { unseen, open, done };
    std::vector<char> state(program_.trees.size(), unseen);
    std::vector<std::vector<std::uint32_t>> out(program_.trees.size());
    for (std::uint32_t i = 0; i < uses_.size(); ++i) out[uses_[i].by].push_back(i);
    struct Frame { FileId file; std::size_t next; };
    for (FileId root = 0; root < program_.trees.size(); ++root) {
      if (state[root] != unseen) continue;
      std::vector<Frame> stack{{root, 0}};
      state[root] = open;
      while (!stack.empty()) {
        Frame& top = stack.back();
        if (top.next == out[top.file].size()) {
          state[top.file] = done;
          stack.pop_back();
          continue;
        }
        const Use& use = uses_[out[top.file][top.next++]];
        if (state[use.of] == open) {
          std::string circle;
          auto from = std::find_if(stack.begin(), stack.end(), [&](const Frame& frame) { return frame.file == use.of; });
          for (; from != stack.end(); ++from) circle += files_.path(from->file) + " → ";
          sink_.report(Kind::use_cycle, use.span, {circle + files_.path(use.of)});
        } else if (state[use.of] == unseen) {
          state[use.of] = open;
          stack.push_back({use.of, 0});
        }
      }
    }
  }

  source::Files& files_;
  diagnostics::Sink& sink_;
  Load load_;
  Read tree_of_;
  Program program_;
  std::unordered_map<std::string, FileId> known_;
  std::vector<Use> uses_;
};

}  // namespace

// The file system knows; only of what is not there the path itself has to tell.
std::string identity_of(const std::string& path) {
  struct stat status {};
  if (path == "-") return path;
  if (path.find('\0') == std::string::npos && ::stat(path.c_str(), &status) == 0) return std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino);
  std::error_code ignored;
  return std::filesystem::weakly_canonical(path, ignored).string();
}

std::string path_of_use(const std::string& by, const std::string& written) {
  const std::filesystem::path folder = by == "-" ? std::filesystem::path{} : std::filesystem::path(by).parent_path();
  const std::string reached = (folder / written).lexically_normal().string();
  return reached == "-" ? "./-" : reached;   // a file of that name; standard input is for the command line alone
}

source::Loaded load_used(const std::string& path, const Load& load) {
  std::error_code ignored;
  const auto type = std::filesystem::status(path, ignored).type();
  using enum std::filesystem::file_type;
  if (type == fifo || type == socket || type == character || type == block) return {std::nullopt, "cannot be read: it is not a regular file"};
  return load(path);
}

Program read_program(const std::vector<std::string>& paths, source::Files& files, diagnostics::Sink& sink, const Load& load, const Read& read) {
  return Reader(files, sink, load, read).run(paths);
}

Program read_text(const std::string& name, std::string text, source::Files& files, diagnostics::Sink& sink) {
  return Reader(files, sink, source::load).run(name, std::move(text));
}

}  // namespace rung::model
