#include "runtime/rung/plain.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung {
namespace {

class TransfersText {
 public:
  explicit TransfersText(const Telling& in) : in_(in), table_(in.table) {}

  // "CAD I counts as CNC Operation (3 credits)", and where it is not recognised why not.
  std::string line(const Transfer& transfer) const {
    const std::string said = recognition_says(in_, transfer.recognition);
    const bool yes = transfer.verdict == TransferVerdict::recognised;
    return "  " + filled(in_.words.under, {yes ? said : pair_of(in_, said, why_not(transfer)), agreement_of(in_, transfer.recognition)}) + "\n";
  }

 private:
  std::string why_not(const Transfer& transfer) const {
    const std::string source = transfer.source == table::none ? std::string() : title_of(in_, transfer.source);
    switch (transfer.verdict) {
      case TransferVerdict::refused: return plain(table_.text(table_.recognitions()[transfer.recognition].reason));
      case TransferVerdict::below_floor: return filled(in_.words.below_floor, {source, floor_of(in_, transfer.recognition)});
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
  std::string recognised, not_recognised, doubtful;
  for (const Transfer& transfer : answer.transfers) {
    const bool cannot_tell = transfer.verdict == TransferVerdict::cannot_tell;
    (transfer.verdict == TransferVerdict::recognised ? recognised : cannot_tell ? doubtful : not_recognised) += text.line(transfer);
  }
  std::string out = head(in, asked) + "\n";
  out += filled(!recognised.empty() ? in.words.would_recognise : answer.transfers.empty() ? in.words.recognises_nothing : in.words.recognises_none_yet, {institution_title(in, institution)}) + "\n" + recognised;
  if (!recognised.empty()) out += "\n" + std::string(in.words.once) + "\n";
  if (!doubtful.empty()) out += "\n" + std::string(in.words.cannot_tell_heading) + "\n" + doubtful;
  if (!not_recognised.empty()) out += "\n" + std::string(in.words.not_recognised_heading) + "\n" + not_recognised;
  if (!answer.unmentioned.empty()) out += "\n" + filled(in.words.no_agreement_heading, {titles(in, answer.unmentioned)}) + "\n";
  return out + set_aside(in, asked);
}

}  // namespace rung
