// Lines in, lines out, by as many threads as are wanted: one line for each, in order, and the same bytes whatever the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/audit/lines.hpp"

namespace rung::audit {

// Answers lines; each thread has one of its own, which may keep what it needs from line to line, but not so that an answer depended on it.
class Answerer {
 public:
  virtual ~Answerer() = default;
  // Appends one line to `out`, without its end. `line` has no line end, and `padding` bytes behind it may be read. False when it is a bad line; what is
  // appended is then the error.
  virtual bool answer(std::uint64_t number, std::string_view line, std::string& out) = 0;
};

struct Sink {
  // By one thread at a time, whole lines: false when they cannot be written, and nothing more is wanted.
  std::function<bool(std::string_view lines)> write;
  // After each writing: so many bytes of the input, and so many lines, have been answered.
  std::function<void(std::uint64_t bytes, std::uint64_t lines)> wrote;
};

struct Outcome {
  std::uint64_t lines = 0, bad = 0;        // written
  std::uint64_t first_bad = 0;             // its number, or 0
  bool out_of_memory = false;
};

// Ends when the reader does or when nothing more is wanted. Keeps a few blocks and their answers for each thread, however long the stream is. An empty line is answered with an
// empty line, so that both sides have the same number of lines.
Outcome answer_all(LineReader& reader, const Sink& sink, const std::function<std::unique_ptr<Answerer>()>& make, unsigned jobs);

}  // namespace rung::audit
