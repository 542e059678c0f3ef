#include "runtime/rung/text/support.hpp"

#include <algorithm>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/rung/words/saying.hpp"

namespace rung {
namespace {

using table::SectionKind;

constexpr std::size_t most_titles = 8;      // of a long set, in a line
constexpr std::string_view the_day = "the day of the question";

// What a remark on a record is about, as people call it.
std::string about_record(const Telling& in, const Saying& saying) {
  Saying told = saying;
  const bool of_days = saying.remark == Remark::dated_after || saying.remark == Remark::entered_after || saying.remark == Remark::expired;
  for (std::string& about : told.about) {
    if (of_days) about = day_of(in, about);
    if (saying.remark != Remark::surrendered) continue;
    if (const auto credential = in.table.find_credential(about)) about = title_of(in, *credential);
  }
  return said(in.locale.language, told);
}

// Units that a framework declares are names; these four are words, and stand in a table in English.
const words::Noun* noun_of(const Telling& in, std::string_view unit) {
  const words::Words &english = words::english, &words = in.words;
  for (const auto& [name, noun] : {std::pair(&english.credit, &words.credit), {&english.hour, &words.hour}, {&english.week, &words.week}, {&english.credential, &words.credential}})
    if (unit == name->more) return noun;
  return nullptr;
}

}  // namespace

std::string title_of(const Telling& in, std::uint32_t credential) {
  const table::Credential& record = in.table.credentials()[credential];
  if (record.block == 0 || in.locale.language == "en" || record.credits == table::unknown) return title_in(in.table, in.locale, SectionKind::credentials, credential, record);
  // Credit without a course has no title of its own: the compiler makes one, in English, of what it is.
  const bool one = takes_one(in.locale, record.credits), level = record.level != table::unknown;
  const words::Noun& pattern = level ? in.words.unassigned_at : in.words.unassigned;
  return filled(one ? pattern.one : pattern.more,
                {amount_of(in, record.credits, unit_of(in.table, table::Measure::credits, record.credit_unit)), level ? number_in(in.locale, record.level) : std::string()});
}

std::string called(const Telling& in, std::uint32_t credential) {
  const table::Credential& record = in.table.credentials()[credential];
  const std::string name = plain(in.table.text(record.name));
  return record.title.length == 0 ? name : filled(in.words.titled, {title_of(in, credential), name});
}

std::string gate_title(const Telling& in, std::uint32_t gate) { return title_in(in.table, in.locale, SectionKind::gates, gate, in.table.gates()[gate]); }

std::string institution_title(const Telling& in, std::uint32_t institution) {
  return title_in(in.table, in.locale, SectionKind::institutions, institution, in.table.institutions()[institution]);
}

std::string titles(const Telling& in, std::span<const std::uint32_t> credentials) {
  // One over the limit is named as well: "and 1 more" is no shorter.
  const std::size_t shown = credentials.size() <= most_titles + 1 ? credentials.size() : most_titles;
  std::vector<std::string> pieces;
  for (const std::uint32_t credential : credentials.first(shown)) pieces.push_back(title_of(in, credential));
  return and_more(in, joined(pieces), credentials.size() - shown);
}

std::string_view one_or_more(const Telling& in, std::uint64_t number, const words::Noun& noun) {
  return takes_one_of(in.locale, number) ? noun.one : noun.more;
}

std::string so_many(const Telling& in, std::uint64_t number, const words::Noun& noun) { return filled(in.words.amount, {std::to_string(number), one_or_more(in, number, noun)}); }

std::string amount_of(const Telling& in, std::int64_t amount, std::string_view unit) {
  if (const words::Noun* noun = noun_of(in, unit)) unit = takes_one(in.locale, amount) ? noun->one : noun->more;
  return filled(in.words.amount, {number_in(in.locale, amount), unit});
}

std::string_view units_in(const Telling& in, std::string_view unit) {
  const words::Noun* noun = noun_of(in, unit);
  return noun == nullptr ? unit : noun->more;
}

std::string money_of(const Telling& in, std::int64_t amount, std::string_view currency) { return filled(in.words.amount, {money_in(in.locale, amount), currency}); }

std::string day_of(const Telling& in, std::int32_t day) { return filled(in.words.day, {written_date(day), day_in_words(in.locale, day)}); }

std::string day_of(const Telling& in, const std::string& written) {
  const auto day = read_date(written);
  return day ? day_of(in, *day) : plain(written);
}

std::string pair_of(const Telling& in, std::string_view name, std::string_view what) {
  std::string out(name);
  out += in.locale.colon;
  out += ' ';
  return out += what;
}

std::string and_more(const Telling& in, const std::string& list, std::size_t more) {
  return more == 0 ? list : filled(one_or_more(in, more, in.words.and_more), {list, std::to_string(more)});
}

std::string head(const Telling& in, const Asked& asked) {
  const std::string who = asked.learner.id.empty() ? std::string(in.words.a_learner) : plain(asked.learner.id);
  return (asked.holdings.on == table::no_date ? who : filled(in.words.on_day, {who, day_of(in, asked.holdings.on)})) + "\n";
}

std::string set_aside(const Telling& in, const Asked& asked) {
  const Holdings& holdings = asked.holdings;
  if (holdings.set_aside.empty()) return {};
  std::string out = "\n" + std::string(in.words.set_aside_heading) + "\n";
  for (const SetAside& one : holdings.set_aside) {
    const words::Word entry = one.is_exception ? in.words.exception_entry : one.is_entry ? in.words.entry_entry : one.is_gate ? in.words.gate_entry : in.words.holding_entry;
    std::string message;
    for (const Saying& saying : one.sayings) message += (message.empty() ? "" : std::string(in.locale.semicolon) + " ") + about_record(in, saying);
    if (one.sayings.empty()) message = one.message;
    std::string which = filled(entry, {std::to_string(one.holding + 1)});
    if (!one.is_exception && !one.is_entry && !one.is_gate && one.holding < asked.learner.holdings.size())
      if (const std::string& name = asked.learner.holdings[one.holding].name; message.find(name) == std::string::npos) which = filled(in.words.in_brackets, {which, plain(name)});
    out += "  " + pair_of(in, which, plain(message)) + "\n";
  }
  return out;
}

std::vector<std::string> statements(const Telling& in, const std::vector<Missing>& missing) {
  std::vector<std::string> out;
  for (const Missing& one : missing) {
    const auto known = std::find(words::what_is_stated.begin(), words::what_is_stated.end(), one.what);
    const auto place = static_cast<std::size_t>(known - words::what_is_stated.begin());
    std::string piece;
    if (one.what == the_day) piece = in.words.the_day;   // the day is one, whatever depends on it
    else if (known == words::what_is_stated.end()) piece = one.what;
    else if (one.credential == table::none) piece = in.words.statements[place];
    else piece = filled(in.words.statements_of[place], {called(in, one.credential)});
    if (std::find(out.begin(), out.end(), piece) == out.end()) out.push_back(std::move(piece));
  }
  return out;
}

std::string version_line(const Telling& in, const Asked& asked, std::uint32_t award, bool shown) {
  const table::Credential& credential = in.table.credentials()[award];
  if (credential.versions.count == 0) return {};
  const RuleOf rule = rule_of(in.table, asked.holdings, award);
  if (rule.day_unknown) return std::string(shown ? in.words.which_version_newest : in.words.which_version) + "\n";
  std::int32_t day = asked.holdings.on;
  bool by_entry = false;
  for (const auto& [entered, when] : asked.holdings.entered)
    if (credential.when_entered != 0 && entered == award) by_entry = true, day = when;
  if (rule.version == table::none) return filled(in.words.no_version, {day_of(in, day)}) + "\n";
  const table::Version& version = in.table.versions()[rule.version];
  const bool begins = version.first != table::no_date, ends = version.last != table::no_date;
  const words::Word pattern = begins && ends ? in.words.rule_from_to : begins ? in.words.rule_from : ends ? in.words.rule_to : in.words.rule_always;
  const std::string by = filled(pattern, {begins ? day_of(in, version.first) : std::string(), ends ? day_of(in, version.last) : std::string()});
  return (by_entry ? filled(in.words.by_rule_of_entry, {by, day_of(in, day)}) : filled(in.words.by_rule, {by})) + "\n";
}

std::string exception_line(const Telling& in, const Asked& asked, std::uint32_t exception) {
  const Exception& one = asked.learner.exceptions[exception];
  const auto excused = std::find_if(asked.holdings.excused.begin(), asked.holdings.excused.end(), [&](const Excused& bound) { return bound.exception == exception; });
  const std::string award = excused == asked.holdings.excused.end() ? plain(one.award) : title_of(in, excused->award);
  const words::Words& words = in.words;
  const words::Word pattern = one.prerequisite ? one.on.empty() ? words.excused_prerequisites : words.excused_prerequisites_on : one.on.empty() ? words.excused_part : words.excused_part_on;
  return filled(pattern, {plain(one.part), award, plain(one.by), plain(one.because), day_of(in, one.on)});
}

std::string exception_lines(const Telling& in, const Asked& asked, std::span<const std::uint32_t> exceptions, std::size_t indent) {
  std::string out;
  for (const std::uint32_t one : exceptions) out += std::string(indent, ' ') + exception_line(in, asked, one) + "\n";
  return out;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string out;
  for (const std::string& piece : pieces) out += (out.empty() ? "" : ", ") + piece;
  return out;
}

}  // namespace rung
