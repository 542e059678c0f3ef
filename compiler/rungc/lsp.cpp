// `lsp`: the language server, over standard input and output.
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "compiler/lsp/server.hpp"
#include "compiler/rungc/verbs.hpp"
#include "runtime/command_line/working.hpp"

namespace rungc {

int lsp() {
  std::signal(SIGPIPE, SIG_IGN);           // that the editor is gone is told by write(2)
  rung::command_line::Working::end();      // for whoever starts it by hand
  return rung::lsp::serve(STDIN_FILENO, STDOUT_FILENO);
}

}  // namespace rungc
