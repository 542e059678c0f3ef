// Any bytes as a framework file: read or refused, never a crash, never a hang; and what compiles makes a table that opens and can be asked.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "runtime/queries/queries.hpp"

namespace {

// Of each credential whether it is held, so that different inputs make different learners of the same framework.
void ask(const rung::Table& table, std::uint64_t held) {
  constexpr rung::WorkLimit limit{2000};
  rung::Holdings holdings;
  holdings.on = 20'000;
  for (std::uint32_t id = 0; id < table.credentials().size(); ++id) {
    if ((held >> (id % 64) & 1) != 0)
      holdings.held.push_back({id, id, 19'000, rung::table::unknown, rung::table::none, table.credentials()[id].awarded_for, false, {}});
  }
  rung::earned(table, holdings, limit);
  for (std::uint32_t id = 0; id < table.credentials().size() && id < 8; ++id) {
    rung::leads_to(table, std::span(&id, 1));
    if (table.credentials()[id].rule == rung::table::none) continue;
    rung::missing(table, holdings, id, limit);
    rung::PathsQuestion question;
    question.award = id;
    question.limit = limit;
    rung::paths(table, holdings, question);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  // `use` opens what it names; of this machine's devices some never end.
  if (text.find("/dev") != std::string::npos || text.find("/proc") != std::string::npos) return 0;
  const rung::Compiled compiled = rung::compile_text("no-such-folder/input.rung", std::move(text));
  if (compiled.diagnostics.errors() != 0) return 0;
  const std::string bytes = rung::table::serialize(rung::emit::make_image(compiled.model));
  const auto table = rung::Table::copy(std::as_bytes(std::span(bytes)));
  if (!table) {
    std::fprintf(stderr, "what compiles does not open: %s\n", table.error().message.c_str());
    std::abort();
  }
  ask(*table, size * 0x9E3779B97F4A7C15u);
  return 0;
}
