// Any bytes as a learner's record: read or refused, never a crash; what is read quickly is what is read; and it can be bound to a table.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <tuple>

#include "runtime/rung/records/quick_record.hpp"
#include "runtime/rung/records/record.hpp"
#include "tests/unit/table_sample.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const sample::Bytes bytes(rung::table::serialize(sample::image()));
  static const auto table = rung::Table::view(bytes.span());
  const auto learner = rung::read_record({reinterpret_cast<const char*>(data), size});
  static rung::QuickRecord quick;
  const std::string padded = std::string(reinterpret_cast<const char*>(data), size) + std::string(rung::QuickRecord::padding, ' ');
  if (const rung::Learner* const quickly = quick.read(std::string_view(padded).substr(0, size))) {
    if (!learner || quickly->id != learner->id || quickly->on != learner->on || quickly->gates != learner->gates || quickly->holdings.size() != learner->holdings.size()) std::abort();
    for (std::size_t i = 0; i < learner->holdings.size(); ++i) {
      const rung::Holding &a = quickly->holdings[i], &b = learner->holdings[i];
      if (std::tie(a.is_competency, a.name, a.grade, a.achievement, a.by, a.awarded, a.counted, a.expires, a.term) !=
          std::tie(b.is_competency, b.name, b.grade, b.achievement, b.by, b.awarded, b.counted, b.expires, b.term))
        std::abort();
    }
  }
  if (!learner) return 0;
  const auto holdings = rung::bind(*table, *learner);
  // Whatever is not used is said: each holding is held, recognised (the best of a competency only), may be either (nobody states the day), or is set aside.
  if (holdings && holdings->held.size() > learner->holdings.size()) std::abort();
  if (holdings && holdings->held.empty() && holdings->unsure.empty() && holdings->recognised.empty() && holdings->recognised_unsure.empty() && holdings->set_aside.size() < learner->holdings.size()) std::abort();
  return 0;
}
