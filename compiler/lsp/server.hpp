// The protocol: what comes in, in which order it is answered, and how it begins and ends (Language Server Protocol 3.17).
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "compiler/lsp/desk.hpp"

namespace rung::lsp {

// The errors of JSON-RPC and of the protocol.
enum class Failure : int {
  parse = -32700, invalid_request = -32600, unknown_method = -32601, invalid_parameters = -32602, internal = -32603,
  not_initialized = -32002, cancelled = -32800, refused = -32803
};

class Server {
 public:
  using Send = std::function<void(const std::string& message)>;   // JSON
  explicit Server(Send send);

  // Queues a message; a cancellation reaches what is queued before it.
  void take(const std::string& body);
  bool full() const { return waiting_.size() >= 1000; }   // what comes next waits in the pipe
  // Answers the next message; false when none waits.
  bool step();
  Desk& desk() { return desk_; }
  // Takes what was found out meanwhile.
  void tend();
  // The exit status, once `exit` has come.
  std::optional<int> ended() const { return ended_; }

 private:
  friend class Requests;
  struct Waiting {
    Json message;
    bool cancelled = false;
  };
  void cancel(const Json& id);
  void notified(const std::string& method, const Json& parameters);
  void answer(const Json& id, const std::string& method, const Json& parameters);
  Json initialize(const Json& parameters);
  void reply(const Json& id, const Json& result) { reply_written(id, written(result)); }
  void reply_written(const Json& id, const std::string& result);   // JSON
  void fail(const Json& id, Failure failure, const std::string& why);
  void notify(const char* method, Json parameters);

  Send send_;
  std::deque<Waiting> waiting_;
  bool initialized_ = false, shut_down_ = false;
  bool refresh_hints_ = false, refresh_lenses_ = false;    // whether the client can be asked to
  bool answered_from_old_ = false;                          // something that is shown all the time
  std::uint64_t asked_ = 0;                                 // requests of ours
  std::optional<int> ended_;
  Desk desk_;
};

// Reads and answers until the end; the exit status.
int serve(int in, int out);

}  // namespace rung::lsp
