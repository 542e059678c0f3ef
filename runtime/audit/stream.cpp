#include "runtime/audit/stream.hpp"

#include <algorithm>
#include <cstring>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

#include "runtime/audit/in_order.hpp"

namespace rung::audit {
namespace {

constexpr std::size_t blocks_each = 4;     // that may wait for an earlier one, a thread: so one hard learner holds nobody up for long

struct Account {                           // of a block's answers
  std::uint64_t end = 0, lines = 0, bad = 0, first_bad = 0;
};

bool is_empty(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

Account answer_block(const Block& block, Answerer& answerer, std::string& out) {
  Account account{block.end};
  const std::string_view text = block.text();
  for (std::size_t at = 0; at < text.size();) {
    const void* const found = std::memchr(text.data() + at, '\n', text.size() - at);
    const std::size_t end = found == nullptr ? text.size() : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    const std::string_view line = text.substr(at, end - at);
    const std::uint64_t number = block.first_line + account.lines++;
    if (!(line.size() < 64 && is_empty(line)) && !answerer.answer(number, line, out)) {
      ++account.bad;
      if (account.first_bad == 0) account.first_bad = number;
    }
    out += '\n';
    at = end + 1;
  }
  return account;
}

class Stream {
 public:
  Stream(LineReader& reader, const Sink& sink, unsigned jobs)
      : reader_(reader), sink_(sink), accounts_(jobs * blocks_each), in_order_(accounts_.size(), [this](std::uint64_t number, const std::string& out) {
          return write(number, out);
        }) {}

  // What each thread does until there is nothing left.
  void work(const std::function<std::unique_ptr<Answerer>()>& make) {
    std::uint64_t number = 0;
    try {
      const std::unique_ptr<Answerer> answerer = make();
      Block block;
      std::string out;
      while (take(block, number)) {
        out.clear();
        const Account account = answer_block(block, *answerer, out);
        if (!in_order_.wait_for_room(number)) return;
        accounts_[number % accounts_.size()] = account;
        if (!in_order_.give(number, out)) return;
      }
    } catch (const std::bad_alloc&) {
      const std::lock_guard lock(reading_);
      outcome_.out_of_memory = true;
      in_order_.stop();
    }
  }

  Outcome outcome() const { return outcome_; }

 private:
  bool take(Block& block, std::uint64_t& number) {
    const std::lock_guard lock(reading_);
    if (in_order_.stopped() || !reader_.next(block)) return false;
    number = taken_++;
    return true;
  }

  bool write(std::uint64_t number, const std::string& out) {
    const Account& account = accounts_[number % accounts_.size()];
    if (!sink_.write(out)) return false;
    outcome_.lines += account.lines;
    outcome_.bad += account.bad;
    if (outcome_.first_bad == 0) outcome_.first_bad = account.first_bad;
    if (sink_.wrote) sink_.wrote(account.end, outcome_.lines);
    return true;
  }

  LineReader& reader_;
  const Sink& sink_;
  std::mutex reading_;
  std::uint64_t taken_ = 0;
  std::vector<Account> accounts_;          // of the blocks in the window
  Outcome outcome_;                        // of what has been written
  InOrder in_order_;
};

}  // namespace

Outcome answer_all(LineReader& reader, const Sink& sink, const std::function<std::unique_ptr<Answerer>()>& make, unsigned jobs) {
  Stream stream(reader, sink, std::max(jobs, 1u));
  std::vector<std::thread> others;
  for (unsigned other = 1; other < jobs; ++other) {
    try {
      others.emplace_back([&] { stream.work(make); });
    } catch (const std::system_error&) {
      break;                               // fewer will do
    }
  }
  stream.work(make);
  for (std::thread& other : others) other.join();
  return stream.outcome();
}

}  // namespace rung::audit
