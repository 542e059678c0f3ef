// Any bytes as a table: opened or refused, never a crash; and a table that opens can be asked, whatever it says.
// Sizes and checksum are put right first, or no changed byte would ever get past them.
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "runtime/learner/learner.hpp"
#include "runtime/queries/queries.hpp"
#include "runtime/table/xxh64.hpp"

namespace {

using rung::table::Header;

// The same bytes, 8-byte aligned, with the header that they would have.
std::vector<std::uint64_t> stamped(const std::uint8_t* data, std::size_t size) {
  std::vector<std::uint64_t> words((size + 7) / 8);
  if (size > 0) std::memcpy(words.data(), data, size);
  if (size < sizeof(Header)) return words;
  auto* const bytes = reinterpret_cast<std::byte*>(words.data());
  Header header;
  std::memcpy(&header, bytes, sizeof header);
  std::memcpy(header.magic, rung::table::magic, sizeof header.magic);
  header.version = rung::table::version;
  header.section_count = static_cast<std::uint32_t>(rung::table::SectionKind::count_);
  header.file_size = size;
  header.checksum = rung::table::xxh64(std::span(bytes + sizeof header, size - sizeof header));
  header.reserved[0] = header.reserved[1] = 0;
  std::memcpy(bytes, &header, sizeof header);
  return words;
}

// A record of the sample's names; where the changed bytes have other names, it is set aside.
rung::Learner record() {
  rung::Learner learner;
  learner.on = "2026-11-24";
  for (const char* name : {"northfield.metrology", "mohawk.cad-1", "northfield.spc", "northfield.inspector"}) {
    rung::Holding holding;
    holding.name = name;
    holding.grade = "91%";
    holding.awarded = "2026-05-01";
    learner.holdings.push_back(holding);
  }
  learner.holdings[1].grade = "B";
  learner.holdings[3].counted = {"northfield.metrology", "northfield.spc"};
  rung::Holding recognised;
  recognised.is_competency = true;
  recognised.name = "northfield.reads-drawings";
  learner.holdings.push_back(recognised);
  learner.gates = {"northfield.hired"};
  return learner;
}

constexpr rung::WorkLimit limit{2000};

void ask(const rung::Table& table, const rung::Holdings& holdings) {
  rung::earned(table, holdings, limit);
  for (std::uint32_t id = 0; id < table.institutions().size() && id < 4; ++id) rung::transfers(table, holdings, id, limit);
  for (std::uint32_t id = 0; id < table.credentials().size() && id < 8; ++id) {
    rung::leads_to(table, std::span(&id, 1));
    if (table.credentials()[id].rule == rung::table::none) continue;
    rung::missing(table, holdings, id, limit);
    for (const rung::Cost by : {rung::Cost::credits, rung::Cost::fee, rung::Cost::weeks}) {
      rung::PathsQuestion question;
      question.award = id;
      question.by = by;
      question.limit = limit;
      rung::paths(table, holdings, question);
    }
  }
}

void ask(const rung::Table& table) {
  static const rung::Learner learner = record();
  if (const auto holdings = rung::bind(table, learner)) ask(table, *holdings);
  rung::Holdings every_other;              // whatever the credentials are called
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id) {
    if (table.find_credential(table.text(table.credentials()[id].name)) != id) std::abort();
    if (id % 2 == 0)
      every_other.held.push_back(
          {id, id, rung::table::no_date, rung::table::unknown, rung::table::none, table.credentials()[id].awarded_for, false, {}});
  }
  ask(table, every_other);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<std::uint64_t> words = stamped(data, size);
  const auto table = rung::Table::view({reinterpret_cast<const std::byte*>(words.data()), size});
  if (table) ask(*table);
  return 0;
}
