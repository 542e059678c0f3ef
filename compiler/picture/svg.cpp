// Graphviz's program draws; it is started with the description on its standard input and read to the end.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include <fmt/format.h>

#include "compiler/picture/picture.hpp"
#include "runtime/label/escaped.hpp"

extern char** environ;

namespace rung::picture {
namespace {

// A file without a name, so that neither side waits for the other and nothing is left behind.
class Unnamed {
 public:
  Unnamed() : file_(std::tmpfile()) {}
  ~Unnamed() {
    if (file_ != nullptr) std::fclose(file_);
  }
  Unnamed(const Unnamed&) = delete;
  Unnamed& operator=(const Unnamed&) = delete;

  bool is_open() const { return file_ != nullptr; }
  int number() const { return fileno(file_); }
  bool write(const std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), file_) == text.size() && std::fflush(file_) == 0;
    std::rewind(file_);
    return written;
  }
  std::string read() {
    std::string out;
    char buffer[65536];
    std::rewind(file_);
    for (std::size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, file_)) > 0;) out.append(buffer, got);
    return out;
  }

 private:
  std::FILE* file_;
};

// From the first element on, with a role, a title and a description. What Graphviz says of itself and of when is left out.
std::string told(const std::string& svg, const Picture& picture) {
  const std::size_t at = svg.find("<svg"), end = svg.find('>', at);
  if (at == std::string::npos || end == std::string::npos) return {};
  return fmt::format("{} lang=\"{}\" role=\"img\" aria-labelledby=\"picture-title picture-words\">\n<title id=\"picture-title\">{}</title>\n<desc id=\"picture-words\">{}</desc>{}", svg.substr(at, end - at), picture.language,
                     label::escaped(picture.title), label::escaped(in_words(picture)), svg.substr(end + 1));
}

}  // namespace

Drawn as_svg(const Picture& picture) {
  Unnamed in, out;
  if (!in.is_open() || !out.is_open() || !in.write(as_dot(picture))) return {{}, "there is no room for a temporary file; make some, or ask for --format dot"};
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, out.number(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string program = "dot", format = "-Tsvg";
  char* arguments[] = {program.data(), format.data(), nullptr};
  pid_t child = 0;
  int status = 0;
  const bool started = posix_spawnp(&child, "dot", &files, nullptr, arguments, environ) == 0;
  posix_spawn_file_actions_destroy(&files);
  if (started)
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  if (!started || (WIFEXITED(status) && WEXITSTATUS(status) == 127)) return {{}, "the program dot, which draws, was not found; install Graphviz, or ask for --format dot"};
  std::string svg = told(out.read(), picture);
  if (svg.empty() || !WIFEXITED(status) || WEXITSTATUS(status) != 0) return {{}, "the program dot could not draw this; ask for --format dot, or for one credential with --for"};
  return {std::move(svg), {}};
}

}  // namespace rung::picture
