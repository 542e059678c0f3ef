// Collecting diagnostics, and the order in which they are shown.
#include <algorithm>
#include <iterator>
#include <numeric>
#include <tuple>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::diagnostics {
namespace {

// What is about no file comes first: no_file, plus one, wraps to zero.
auto place(const Diagnostic& d) { return std::tuple(d.span.file + 1u, d.span.begin, d.span.end); }

bool same(const Diagnostic& a, const Diagnostic& b) { return a.kind == b.kind && a.span == b.span && a.arguments == b.arguments; }

bool before(const Diagnostic& a, const Diagnostic& b) {
  if (place(a) != place(b)) return place(a) < place(b);
  if (a.kind != b.kind) return code(a.kind) < code(b.kind);
  return a.arguments < b.arguments;
}

}  // namespace

void Sink::count(Severity severity, std::size_t by) {
  if (severity == Severity::error) errors_ += by;
  if (severity == Severity::warning) warnings_ += by;
}

Builder Sink::report(Kind kind, source::Span span, Arguments arguments) {
  count(severity(kind), 1);
  diagnostics_.push_back({kind, std::move(arguments), span, {}, {}});
  return Builder(*this, diagnostics_.size() - 1);
}

void Sink::add(Diagnostic diagnostic) {
  count(severity(diagnostic), 1);
  diagnostics_.push_back(std::move(diagnostic));
}

void Sink::take(Sink other) {
  diagnostics_.insert(diagnostics_.end(), std::make_move_iterator(other.diagnostics_.begin()), std::make_move_iterator(other.diagnostics_.end()));
  errors_ += other.errors_;
  warnings_ += other.warnings_;
}

std::vector<Diagnostic> Sink::sorted() const {
  std::vector<std::size_t> order(diagnostics_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // Stable, so that of two that say the same the one that was reported first is kept.
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return before(diagnostics_[a], diagnostics_[b]); });
  std::vector<Diagnostic> out;
  for (const std::size_t index : order) {
    if (out.empty() || !same(out.back(), diagnostics_[index])) out.push_back(diagnostics_[index]);
  }
  return out;
}

Builder& Builder::also(source::Span span, Phrase phrase, Arguments arguments) {
  sink_.diagnostics_[index_].related.push_back({phrase, std::move(arguments), span});
  return *this;
}

Builder& Builder::help(Phrase phrase, Arguments arguments) {
  sink_.diagnostics_[index_].help.emplace_back(phrase, std::move(arguments));
  return *this;
}

Builder& Builder::by(Ruling ruling) {
  Diagnostic& diagnostic = sink_.diagnostics_[index_];
  sink_.count(severity(diagnostic), static_cast<std::size_t>(-1));   // weighed anew
  diagnostic.ruling = std::move(ruling);
  sink_.count(severity(diagnostic), 1);
  return *this;
}

}  // namespace rung::diagnostics
