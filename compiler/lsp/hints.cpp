// Notes beside the text: what a credential counts towards, and how many credentials a description of a set covers.
#include <algorithm>

#include "compiler/lsp/amounts.hpp"
#include "compiler/lsp/features.hpp"
#include "compiler/lsp/notes.hpp"
#include "runtime/table/filled.hpp"

namespace rung::lsp {
namespace {

std::string towards(const model::Model& model, const std::vector<std::uint32_t>& awards, std::uint32_t framework, const Notes& notes) {
  constexpr std::size_t most = 3;
  std::string out = "→ ";
  for (std::size_t i = 0; i < awards.size() && i < most; ++i) {
    const model::Credential& award = model.credentials[awards[i]];
    out += (i == 0 ? "" : ", ") + (award.framework == framework ? std::string(model::short_name(award.name)) : award.name);
  }
  if (awards.size() > most) out += table::filled(notes.and_more, {std::to_string(awards.size() - most)});
  return out;
}

}  // namespace

Json inlay_hints(const View& view, Place begin, Place end) {
  Json out = Json::array();
  const Analysis& analysis = view.analysis();
  const Notes& notes = notes_in(view.language());
  const Amounts amounts(view.language());
  const std::string& text = *view.document().text;
  // Both ends as near as they can be told in the text that was analysed.
  const std::uint32_t first = view.offset(begin).value_or(0);
  const std::uint32_t last = view.offset(end).value_or(static_cast<std::uint32_t>(text.size()));
  const auto put = [&](std::uint32_t at, const std::string& label, std::string_view tooltip) {
    const Json range = view.range({0, at, at});
    if (!range.is_null()) out.push_back({{"position", range["end"]}, {"label", label}, {"paddingLeft", true}, {"tooltip", tooltip}});
  };
  auto one = std::lower_bound(analysis.occurrences.begin(), analysis.occurrences.end(), first, [](const Occurrence& o, std::uint32_t at) { return o.span.file == 0 && o.span.begin < at; });
  for (; one != analysis.occurrences.end() && one->span.file == 0 && one->span.begin <= last; ++one) {
    if (!one->declares || one->sort != Sort::credential || analysis.counted_by[one->id].empty()) continue;
    put(one->span.end, towards(view.model(), analysis.counted_by[one->id], view.model().credentials[one->id].framework, notes), notes.what_it_counts_towards);
  }
  auto set = std::lower_bound(analysis.covered.begin(), analysis.covered.end(), first, [](const Covered& c, std::uint32_t at) { return c.span.file == 0 && c.span.begin < at; });
  for (; set != analysis.covered.end() && set->span.file == 0 && set->span.begin <= last; ++set)
    put(set->span.end, amounts.many(set->members, amounts.nouns.credential), notes.how_many);
  return out;
}

}  // namespace rung::lsp
