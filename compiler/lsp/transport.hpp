// Messages in and out: each a header that says how long it is, an empty line, and JSON. Whatever comes in, what is kept of it is bounded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rung::lsp {

inline constexpr std::size_t longest_message = 128u << 20;   // a file of 64 MiB, escaped; a longer message is passed over
inline constexpr std::size_t longest_header = 8u << 10;

// Cuts a stream of bytes into messages.
class Framing {
 public:
  void add(std::string_view bytes);
  // The next message that is whole, moved into `body`. A message that is too long gives an empty body, so that it can be answered.
  bool next(std::string& body);

 private:
  bool read_header();
  std::string pending_;
  std::size_t at_ = 0;           // of pending_: what is before has been read
  std::size_t length_ = 0;       // of the body that is awaited
  std::size_t to_skip_ = 0;      // bytes of a message that is too long
  bool in_body_ = false;
};

// A handle that messages are read from, and a bell that may ring meanwhile.
class Input {
 public:
  enum class Came { message, bell, nothing, end };
  Input(int from, int bell) : from_(from), bell_(bell) {}
  // Waits for at most so many milliseconds, or without an end when that is negative.
  Came next(std::string& body, int milliseconds);

 private:
  Framing framing_;
  int from_, bell_;
  bool ended_ = false;
};

// False when the reader is gone.
bool write_message(int to, const std::string& body);

}  // namespace rung::lsp
