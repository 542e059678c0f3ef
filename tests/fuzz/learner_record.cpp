// Any bytes as a learner's record: read or refused, never a crash; and what is read can be bound to a table.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "runtime/rung/record.hpp"
#include "tests/unit/table_sample.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const sample::Bytes bytes(rung::emit::serialize(sample::image()));
  static const auto table = rung::Table::view(bytes.span());
  const auto learner = rung::read_record({reinterpret_cast<const char*>(data), size});
  if (!learner) return 0;
  const auto holdings = rung::bind(*table, *learner);
  // Whatever is not used is said: each holding is held, recognised (the best of a competency only), or set aside.
  if (holdings && holdings->held.size() > learner->holdings.size()) std::abort();
  if (holdings && holdings->held.empty() && holdings->recognised.empty() && holdings->set_aside.size() < learner->holdings.size()) std::abort();
  return 0;
}
