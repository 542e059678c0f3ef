// Any bytes as a table: opened or refused, never a crash; and a table that opens can be asked, whatever it says.
// Sizes and checksum are put right first, or no changed byte would ever get past them.
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "runtime/table/xxh64.hpp"
#include "tests/support/every_question.hpp"

namespace {

using rung::Table;
using rung::table::Header;

// The same bytes with the header that they would have.
std::string stamped(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size < sizeof(Header)) return bytes;
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  std::memcpy(header.magic, rung::table::magic, sizeof header.magic);
  header.version = rung::table::version;
  header.section_count = static_cast<std::uint32_t>(rung::table::SectionKind::count_);
  header.file_size = size;
  header.checksum = rung::table::xxh64(std::string_view(bytes).substr(sizeof header));
  header.reserved[0] = header.reserved[1] = 0;
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes = stamped(data, size);
  auto opened = Table::copy(std::as_bytes(std::span(bytes)));
  if (!opened) return 0;
  const auto table = std::make_shared<const Table>(std::move(*opened));
  for (std::uint32_t id = 0; id < table->credentials().size(); ++id)
    if (table->find_credential(table->text(table->credentials()[id].name)) != id) std::abort();
  support::ask_everything(table, support::somebody_of(*table), size % 16 < 8 ? "json" : "text");
  return 0;
}
