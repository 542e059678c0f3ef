// The usual shapes of a learner's record, read quickly: for streams of them. What is unusual in any way, and whatever is wrong, is left to read_record (record.hpp), so that a
// record means one thing and a mistake has one message.
#pragma once

#include <memory>
#include <string_view>

#include "runtime/learner/learner.hpp"

namespace rung {

// Keeps what it needs from one record to the next.
class QuickRecord {
 public:
  QuickRecord();
  ~QuickRecord();

  // How many bytes behind the record may be read, whatever they are.
  static const std::size_t padding;

  // The learner, as read_record would read it, valid until the next call; or nullptr: ask read_record.
  const Learner* read(std::string_view json);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace rung
