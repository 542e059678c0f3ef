#include "runtime/rung/plain.hpp"
#include "runtime/rung/text_support.hpp"
#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

using table::RecognitionKind;

std::string together(const Table& table, std::span<const std::uint32_t> credentials) {
  std::string out;
  for (const std::uint32_t one : credentials) out += (out.empty() ? "" : std::string(words::together)) + title_of(table, one);
  return out;
}

// "CAD I counts as CNC Operation (3 credits)".
std::string sentence(const Table& table, const table::Recognition& recognition) {
  const auto targets = table.list(recognition.targets);
  std::string out = together(table, table.list(recognition.sources));
  const auto verb = [&](const words::Noun& word) { return std::string(recognition.sources.count == 1 ? word.one : word.more); };
  switch (recognition.kind) {
    case RecognitionKind::credit: {
      out += verb(words::counts_as);
      for (std::size_t i = 0; i < targets.size(); ++i) {
        const table::Credential& credential = table.credentials()[targets[i]];
        out += (i == 0 ? "" : std::string(words::together)) + title_of(table, targets[i]);
        if (credential.block == 0 && credential.credits != table::unknown)
          out += " (" + amount_of(credential.credits, unit_of(table, table::Measure::credits, credential.credit_unit)) + ")";
      }
      return out;
    }
    case RecognitionKind::prerequisite:
      return out + verb(words::counts_as) + together(table, targets) + std::string(words::for_prerequisites_only);
    case RecognitionKind::exemption: return out + verb(words::exempts_from) + together(table, targets);
    case RecognitionKind::entry:
      return out + verb(words::admits_to) + together(table, targets) + std::string(words::at_year) + table::decimal(recognition.year);
    default: return out;
  }
}

std::string why_not(const Table& table, const Transfer& transfer) {
  const std::string source = transfer.source == table::none ? std::string() : title_of(table, transfer.source) + " ";
  switch (transfer.verdict) {
    case TransferVerdict::refused: return plain(table.text(table.recognitions()[transfer.recognition].reason));
    case TransferVerdict::below_floor: return source + std::string(words::below_floor);
    case TransferVerdict::too_old: return source + std::string(words::too_old);
    case TransferVerdict::not_in_force: return std::string(words::not_in_force);
    case TransferVerdict::incomplete: return source + std::string(words::incomplete);
    default: break;
  }
  return std::string(words::cannot_tell) + ", " + std::string(words::not_stated) + joined(statements(table, transfer.statements));
}

}  // namespace

std::string text_transfers(const Asked& asked, std::uint32_t institution, const Transfers& answer) {
  const Table& table = asked.table;
  const table::Institution& to = table.institutions()[institution];
  const std::string name = plain(table.text(to.title.length > 0 ? to.title : to.name));
  std::string recognised, not_recognised;
  for (const Transfer& transfer : answer.transfers) {
    const table::Recognition& recognition = table.recognitions()[transfer.recognition];
    const bool yes = transfer.verdict == TransferVerdict::recognised;
    (yes ? recognised : not_recognised) += "  " + sentence(table, recognition) + (yes ? "" : ": " + why_not(table, transfer)) + std::string(words::under) +
                                           agreement_of(table, transfer.recognition) + "\n";
  }
  std::string out = head(asked) + "\n";
  out += name + std::string(recognised.empty() ? words::recognises_nothing : words::would_recognise) + "\n" + recognised;
  if (!recognised.empty()) out += "\n" + std::string(words::once) + "\n";
  if (!not_recognised.empty()) out += "\n" + std::string(words::not_recognised_heading) + "\n" + not_recognised;
  if (!answer.unmentioned.empty()) out += "\n" + std::string(words::no_agreement_heading) + titles(table, answer.unmentioned) + "\n";
  return out + set_aside(asked.holdings);
}

}  // namespace rung
