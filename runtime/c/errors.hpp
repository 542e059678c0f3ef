// From results and exceptions to rung_error. Internal to this folder.
#pragma once

#include <algorithm>
#include <cstring>
#include <exception>
#include <string_view>

#include "runtime/c/rung.h"
#include "runtime/result.hpp"

namespace rung::c {

template <std::size_t size>
void copy_cut(char (&to)[size], std::string_view from) {
  std::size_t length = std::min(from.size(), size - 1);
  while (length > 0 && length < from.size() && (static_cast<unsigned char>(from[length]) & 0xC0u) == 0x80u) --length;   // between characters
  std::memcpy(to, from.data(), length);
  to[length] = '\0';
}

inline void fill(rung_error* to, std::string_view code, std::string_view message, std::string_view remedy) {
  if (to == nullptr) return;
  copy_cut(to->code, code);
  copy_cut(to->message, message);
  copy_cut(to->remedy, remedy);
}

inline void fill(rung_error* to, const Error& error) { fill(to, error.code, error.message, error.remedy); }

// Runs `work`, which returns a pointer or null; no exception gets out. What is thrown is want of memory.
template <class Work>
auto guarded(rung_error* error, Work work) noexcept -> decltype(work()) {
  try {
    return work();
  } catch (const std::exception&) {
    fill(error, "out-of-memory", "there is not enough memory", "ask a smaller question, or give the program more");
    return nullptr;
  }
}

}  // namespace rung::c
