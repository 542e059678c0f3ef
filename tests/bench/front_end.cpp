// From text to syntax tree, and to the model, beside a plain scan of the same bytes.
#include <stdexcept>

#include "compiler/model/link.hpp"
#include "compiler/model/program.hpp"
#include "grammar/lexer.hpp"
#include "grammar/parser.hpp"
#include "tests/bench/beside.hpp"
#include "tests/bench/plain_scan.hpp"
#include "tests/bench/registry.hpp"

namespace {

using rung::diagnostics::Sink;

// 10,000 credentials; 5 MB, well past what the caches hold.
const std::string& text() {
  static const std::string made = bench::make_registry(10'000).text;
  return made;
}

template <class Subject>
void beside_a_scan(benchmark::State& state, Subject&& subject) {
  bench::measure_beside(state, text().size(), subject, [] {
    std::size_t count = bench::token_boundaries(text());
    benchmark::DoNotOptimize(count);
  });
}

void lex(benchmark::State& state) {
  beside_a_scan(state, [] {
    Sink sink;
    auto lexed = rung::grammar::lex(text(), 0, *rung::grammar::Vocabulary::of("en"), sink);
    benchmark::DoNotOptimize(lexed.tokens.data());
  });
}

void lex_and_parse(benchmark::State& state) {
  rung::source::Files files;
  const auto file = files.add("registry.rung", text());
  beside_a_scan(state, [&] {
    Sink sink;
    auto tree = rung::grammar::parse(files, file, sink);
    if (sink.errors() != 0) throw std::logic_error("the registry does not parse");
    benchmark::DoNotOptimize(tree.nodes.data());
  });
}

void parse_and_link(benchmark::State& state) {
  beside_a_scan(state, [] {
    Sink sink;
    rung::source::Files files;
    const auto program = rung::model::read_text("registry.rung", text(), files, sink);
    auto model = rung::model::link(files, program, sink);
    if (sink.errors() != 0) throw std::logic_error("the registry does not link");
    benchmark::DoNotOptimize(model.nodes.data());
  });
}

BENCHMARK(lex)->Name("front end: tokens")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(lex_and_parse)->Name("front end: tokens and tree")->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(parse_and_link)->Name("front end: tokens, tree and model")->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
