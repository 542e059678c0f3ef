// XXH64, the 64-bit hash by Yann Collet, from its public specification (xxhash_spec.md, version 0.1.1): the checksum of a table
// and the hash of its name slots. Our own, so that the runtime needs no other library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace rung::table {

// The hash with seed 0. The same bytes give the same number on every machine.
std::uint64_t xxh64(std::span<const std::byte> bytes);
inline std::uint64_t xxh64(std::string_view text) { return xxh64(std::as_bytes(std::span(text.data(), text.size()))); }

}  // namespace rung::table
