// Any bytes as a framework file to be laid out: what is laid out says the same, and laid out again it is the same.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "grammar/layout/layout.hpp"

namespace {

rung::grammar::LaidOut laid_out(std::string text) {
  rung::source::Files files;
  rung::diagnostics::Sink sink;
  const rung::source::FileId file = files.add("input.rung", std::move(text));
  return rung::grammar::lay_out(files, file, sink);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  if (rung::source::first_invalid_utf8(text)) return 0;
  const rung::grammar::LaidOut once = laid_out(std::move(text));
  const rung::grammar::LaidOut twice = once.text ? laid_out(*once.text) : once;
  if (!once.faithful || twice.text != once.text) {
    std::fprintf(stderr, "%s\n", once.faithful ? "laid out again it is another" : "what is laid out says something else");
    std::abort();
  }
  return 0;
}
