#include "runtime/table/xxh64.hpp"

#include <bit>
#include <cstring>

namespace rung::table {
namespace {

static_assert(std::endian::native == std::endian::little, "tables are read in place, and they are little-endian");

// The five primes of the specification.
constexpr std::uint64_t prime_1 = 0x9E3779B185EBCA87u;
constexpr std::uint64_t prime_2 = 0xC2B2AE3D27D4EB4Fu;
constexpr std::uint64_t prime_3 = 0x165667B19E3779F9u;
constexpr std::uint64_t prime_4 = 0x85EBCA77C2B2AE63u;
constexpr std::uint64_t prime_5 = 0x27D4EB2F165667C5u;

template <class T>
T take(const std::byte*& at) {
  T value;
  std::memcpy(&value, at, sizeof value);
  at += sizeof value;
  return value;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t input) { return std::rotl(lane + input * prime_2, 31) * prime_1; }

std::uint64_t merge(std::uint64_t hash, std::uint64_t lane) { return (hash ^ round(0, lane)) * prime_1 + prime_4; }

// Four lanes over stripes of 32 bytes; what is left over follows.
std::uint64_t stripes(const std::byte*& at, const std::byte* end) {
  std::uint64_t a = prime_1 + prime_2, b = prime_2, c = 0, d = 0 - prime_1;
  while (end - at >= 32) {
    a = round(a, take<std::uint64_t>(at));
    b = round(b, take<std::uint64_t>(at));
    c = round(c, take<std::uint64_t>(at));
    d = round(d, take<std::uint64_t>(at));
  }
  const std::uint64_t hash = std::rotl(a, 1) + std::rotl(b, 7) + std::rotl(c, 12) + std::rotl(d, 18);
  return merge(merge(merge(merge(hash, a), b), c), d);
}

}  // namespace

std::uint64_t xxh64(std::span<const std::byte> bytes) {
  if (bytes.empty()) return 0xEF46DB3751D8E999u;   // the steps below for no input; an empty span may have no address
  const std::byte* at = bytes.data();
  const std::byte* const end = at + bytes.size();
  std::uint64_t hash = bytes.size() >= 32 ? stripes(at, end) : prime_5;
  hash += bytes.size();
  while (end - at >= 8) hash = std::rotl(hash ^ round(0, take<std::uint64_t>(at)), 27) * prime_1 + prime_4;
  if (end - at >= 4) hash = std::rotl(hash ^ take<std::uint32_t>(at) * prime_1, 23) * prime_2 + prime_3;
  while (at != end) hash = std::rotl(hash ^ take<std::uint8_t>(at) * prime_5, 11) * prime_1;
  hash = (hash ^ (hash >> 33)) * prime_2;
  hash = (hash ^ (hash >> 29)) * prime_3;
  return hash ^ (hash >> 32);
}

}  // namespace rung::table
