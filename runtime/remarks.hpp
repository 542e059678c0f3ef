// What the runtime says besides answers: sentences that are the same in every language but for their words. Here they have their English, which JSON and the C interface show; a program that speaks
// another language has its own table of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/table/filled.hpp"

namespace rung {

enum class Remark : std::uint8_t {
#define REMARK(name, english) name,
#include "runtime/remarks.def"
#undef REMARK
  count_,
  none = count_                            // it was said otherwise, in English only
};

struct Saying {
  Remark remark = Remark::none;
  std::vector<std::string> about{};        // what stands at {0}, {1} …
};

inline constexpr std::string_view english_remarks[] = {
#define REMARK(name, english) english,
#include "runtime/remarks.def"
#undef REMARK
};

inline std::string in_english(const Saying& saying) { return saying.remark == Remark::none ? std::string() : table::filled(english_remarks[static_cast<std::size_t>(saying.remark)], saying.about); }

}  // namespace rung
