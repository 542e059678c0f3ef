#include "compiler/parts/part_result.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace rung::parts {
namespace {

using diagnostics::Diagnostic;

class Packing {
 public:
  void number(std::uint64_t value) { out_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void text(std::string_view words) {
    number(words.size());
    out_ += words;
    out_.resize((out_.size() + 7) / 8 * 8, '\0');
  }
  void texts(const std::vector<std::string>& all) {
    number(all.size());
    for (const std::string& one : all) text(one);
  }
  void span(const source::Span& span) {
    number(span.file);
    number(span.begin);
    number(span.end);
  }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

struct Unusable {};

class Unpacking {
 public:
  explicit Unpacking(std::string_view bytes) : rest_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    if (rest_.size() < sizeof value) throw Unusable{};
    std::memcpy(&value, rest_.data(), sizeof value);
    rest_.remove_prefix(sizeof value);
    return value;
  }
  std::string_view text() {
    const std::uint64_t size = number();
    if (size > rest_.size()) throw Unusable{};
    const std::string_view words = rest_.substr(0, size);
    rest_.remove_prefix(std::min<std::size_t>((size + 7) / 8 * 8, rest_.size()));
    return words;
  }
  // How many of something follow, each of at least eight bytes.
  std::size_t count() {
    const std::uint64_t count = number();
    if (count > rest_.size() / 8) throw Unusable{};
    return count;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> out(count());
    for (std::string& one : out) one = text();
    return out;
  }
  source::Span span() {
    const auto file = static_cast<source::FileId>(number());
    const auto begin = static_cast<std::uint32_t>(number());
    return {file, begin, static_cast<std::uint32_t>(number())};
  }

 private:
  std::string_view rest_;
};

// Kinds are kept by their code, which is stable for good; phrases, which have none, by their words.
template <class Of>
Of named(std::string_view name, const std::vector<Of>& all, std::string_view (*name_of)(Of)) {
  static const auto known = [&] {
    std::unordered_map<std::string_view, Of> out;
    for (const Of one : all) out.emplace(name_of(one), one);
    return out;
  }();
  const auto found = known.find(name);
  if (found == known.end()) throw Unusable{};
  return found->second;
}

void pack(Packing& out, const Diagnostic& one) {
  out.text(diagnostics::code(one.kind));
  out.texts(one.arguments);
  out.span(one.span);
  out.number(one.related.size());
  for (const diagnostics::Related& related : one.related) {
    out.text(diagnostics::pattern(related.phrase));
    out.texts(related.arguments);
    out.span(related.span);
  }
  out.number(one.help.size());
  for (const auto& [phrase, arguments] : one.help) {
    out.text(diagnostics::pattern(phrase));
    out.texts(arguments);
  }
  out.number(one.ruling ? 1 : 0);
  if (!one.ruling) return;
  for (const std::string* const text : {&one.ruling->policy, &one.ruling->rule, &one.ruling->source}) out.text(*text);
  out.number(static_cast<std::uint64_t>(one.ruling->severity));
  out.number(one.ruling->written_in.size());
  for (const auto& [language, written] : one.ruling->written_in) {
    out.text(language);
    out.text(written);
  }
}

Diagnostic unpack(Unpacking& in) {
  const auto kind = [&] { return named<diagnostics::Kind>(in.text(), diagnostics::all_kinds(), diagnostics::code); };
  const auto phrase = [&] { return named<diagnostics::Phrase>(in.text(), diagnostics::all_phrases(), [](diagnostics::Phrase one) { return diagnostics::pattern(one); }); };
  Diagnostic one{};
  one.kind = kind();
  one.arguments = in.texts();
  one.span = in.span();
  one.related.resize(in.count());
  for (diagnostics::Related& related : one.related) {
    related.phrase = phrase();
    related.arguments = in.texts();
    related.span = in.span();
  }
  one.help.resize(in.count());
  for (auto& [which, arguments] : one.help) {
    which = phrase();
    arguments = in.texts();
  }
  if (in.number() == 0) return one;
  diagnostics::Ruling ruling;
  for (std::string* const text : {&ruling.policy, &ruling.rule, &ruling.source}) *text = in.text();
  ruling.severity = static_cast<diagnostics::Severity>(std::min<std::uint64_t>(in.number(), static_cast<std::uint64_t>(diagnostics::Severity::note)));
  ruling.written_in.resize(in.count());
  for (auto& [language, written] : ruling.written_in) {
    language = in.text();
    written = in.text();
  }
  one.ruling = std::move(ruling);
  return one;
}

}  // namespace

std::string packed(const PartResult& result) {
  Packing out;
  out.texts(result.files);
  out.number(result.files_read);
  out.number(result.errors);
  out.number(result.warnings);
  out.number(result.diagnostics.size());
  for (const Diagnostic& one : result.diagnostics) pack(out, one);
  out.text(result.table);
  return out.take();
}

std::optional<PartResult> unpacked(std::string_view bytes) {
  try {
    Unpacking in(bytes);
    PartResult out;
    out.files = in.texts();
    out.files_read = in.number();
    out.errors = in.number();
    out.warnings = in.number();
    out.diagnostics.resize(in.count());
    for (Diagnostic& one : out.diagnostics) {
      one = unpack(in);
      const auto known = [&](const source::Span& span) { return span.file == source::no_file || span.file < out.files.size(); };
      if (!diagnostics::well_formed(one) || !known(one.span)) return std::nullopt;
      for (const diagnostics::Related& related : one.related)
        if (!known(related.span)) return std::nullopt;
    }
    out.table = in.text();
    if (out.files_read > out.files.size()) return std::nullopt;
    return out;
  } catch (const Unusable&) {
    return std::nullopt;
  }
}

}  // namespace rung::parts
