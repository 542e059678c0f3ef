#include "runtime/rung/plain.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

using table::RecognitionKind;

class TransfersText {
 public:
  explicit TransfersText(const Telling& in) : in_(in), table_(in.table) {}

  // "CAD I counts as CNC Operation (3 credits)", and where it is not recognised why not.
  std::string line(const Transfer& transfer) const {
    const std::string said = sentence(table_.recognitions()[transfer.recognition]);
    const bool yes = transfer.verdict == TransferVerdict::recognised;
    return "  " + filled(in_.words.under, {yes ? said : pair_of(in_, said, why_not(transfer)), agreement_of(in_, transfer.recognition)}) + "\n";
  }

 private:
  template <class Named>
  std::string together(std::span<const std::uint32_t> credentials, Named named) const {
    std::string out;
    for (const std::uint32_t one : credentials) out = out.empty() ? named(one) : filled(in_.words.both, {out, named(one)});
    return out;
  }
  std::string together(std::span<const std::uint32_t> credentials) const {
    return together(credentials, [&](std::uint32_t one) { return title_of(in_, one); });
  }

  std::string with_credits(std::uint32_t target) const {
    const table::Credential& credential = table_.credentials()[target];
    if (credential.block != 0 || credential.credits == table::unknown) return title_of(in_, target);
    return filled(in_.words.in_brackets, {title_of(in_, target), amount_of(in_, credential.credits, unit_of(table_, table::Measure::credits, credential.credit_unit))});
  }

  std::string sentence(const table::Recognition& recognition) const {
    const auto targets = table_.list(recognition.targets);
    const std::string sources = together(table_.list(recognition.sources));
    const auto said = [&](const words::Noun& pattern, const std::string& what) {
      return filled(recognition.sources.count == 1 ? pattern.one : pattern.more, {sources, what, recognition.year == table::unknown ? std::string() : number_in(in_.locale, recognition.year)});
    };
    switch (recognition.kind) {
      case RecognitionKind::credit: return said(in_.words.counts_as, together(targets, [&](std::uint32_t one) { return with_credits(one); }));
      case RecognitionKind::prerequisite: return said(in_.words.for_prerequisites, together(targets));
      case RecognitionKind::exemption: return said(in_.words.exempts, together(targets));
      case RecognitionKind::entry: return said(in_.words.admits, together(targets));
      default: return sources;
    }
  }

  std::string why_not(const Transfer& transfer) const {
    const std::string source = transfer.source == table::none ? std::string() : title_of(in_, transfer.source);
    switch (transfer.verdict) {
      case TransferVerdict::refused: return plain(table_.text(table_.recognitions()[transfer.recognition].reason));
      case TransferVerdict::below_floor: return filled(in_.words.below_floor, {source});
      case TransferVerdict::too_old: return filled(in_.words.too_old, {source});
      case TransferVerdict::not_in_force: return std::string(in_.words.not_in_force);
      case TransferVerdict::incomplete: return filled(in_.words.incomplete, {source});
      default: break;
    }
    return filled(in_.words.cannot_tell_not_stated, {joined(statements(in_, transfer.statements))});
  }

  const Telling& in_;
  const Table& table_;
};

}  // namespace

std::string text_transfers(const Asked& asked, std::uint32_t institution, const Transfers& answer, std::string_view language) {
  const Telling in(asked.table, language);
  const TransfersText text(in);
  std::string recognised, not_recognised;
  for (const Transfer& transfer : answer.transfers) (transfer.verdict == TransferVerdict::recognised ? recognised : not_recognised) += text.line(transfer);
  std::string out = head(in, asked) + "\n";
  out += filled(recognised.empty() ? in.words.recognises_nothing : in.words.would_recognise, {institution_title(in, institution)}) + "\n" + recognised;
  if (!recognised.empty()) out += "\n" + std::string(in.words.once) + "\n";
  if (!not_recognised.empty()) out += "\n" + std::string(in.words.not_recognised_heading) + "\n" + not_recognised;
  if (!answer.unmentioned.empty()) out += "\n" + filled(in.words.no_agreement_heading, {titles(in, answer.unmentioned)}) + "\n";
  return out + set_aside(in, asked.holdings);
}

}  // namespace rung
