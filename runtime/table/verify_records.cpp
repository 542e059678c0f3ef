// The records one by one: texts, ranges, enumerations, amounts and references. Nodes and conditions, which form trees, are verify_trees.cpp's.
#include <algorithm>
#include <tuple>

#include "runtime/table/checking.hpp"

namespace rung::table {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// The length of the well-formed character at `at` (RFC 3629: shortest form, no surrogates, at most U+10FFFF); 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return byte(i) >= low && byte(i) <= high; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF)
    return follows(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
  if (lead >= 0xF0 && lead <= 0xF4)
    return follows(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
  return 0;
}

void check_utf8(const Arrays& arrays) {
  for (std::size_t at = 0; at < arrays.text.size();) {
    const std::size_t length = character_length(arrays.text, at);
    Place{arrays, SectionKind::text, at}.require(length > 0, "it is not UTF-8");
    at += length;
  }
}

class Records {
 public:
  explicit Records(const Arrays& arrays) : arrays_(arrays), lists_(arrays.lists.size()), developed_(arrays.developed.size()) {}

  void check() {
    each(SectionKind::currencies, arrays_.currencies, &Records::text);
    each(SectionKind::units, arrays_.units, &Records::unit);
    each(SectionKind::scales, arrays_.scales, &Records::scale);
    each(SectionKind::frameworks, arrays_.frameworks, &Records::framework);
    each(SectionKind::institutions, arrays_.institutions, &Records::institution);
    each(SectionKind::competencies, arrays_.competencies, &Records::competency);
    each(SectionKind::gates, arrays_.gates, &Records::gate);
    each(SectionKind::developed, arrays_.developed, &Records::developed);
    each(SectionKind::credentials, arrays_.credentials, &Records::credential);
    each(SectionKind::versions, arrays_.versions, &Records::version);
    each(SectionKind::nodes, arrays_.nodes, &Records::node);
    each(SectionKind::conditions, arrays_.conditions, &Records::condition);
    each(SectionKind::titles, arrays_.titles, &Records::title);
    each(SectionKind::agreements, arrays_.agreements, &Records::agreement);
    each(SectionKind::recognitions, arrays_.recognitions, &Records::recognition);
    each(SectionKind::statements, arrays_.statements, &Records::statement);
    each(SectionKind::translations, arrays_.translations, &Records::translation);
  }

 private:
  template <class T>
  void each(SectionKind section, std::span<const T> records, void (Records::*check)(const Place&, const T&)) {
    for (std::size_t i = 0; i < records.size(); ++i) (this->*check)(Place{arrays_, section, i}, records[i]);
  }

  // The text as a whole is UTF-8, so a piece of it is when it begins and ends between characters.
  void text(const Place& place, const Text& where) {
    const std::uint64_t size = arrays_.text.size(), end = std::uint64_t{where.offset} + where.length;
    place.require(end <= size, "a text lies outside the text section");
    const auto between = [&](std::uint64_t at) { return at == size || !is_continuation(arrays_.text[static_cast<std::size_t>(at)]); };
    place.require(between(where.offset) && between(end), "a text begins or ends within a character");
  }

  void text_list(const Place& place, Range range) {
    lists_.check(place, range);
    place.require(range.count % 2 == 0, "a list of texts has half a text");
    const auto pairs = arrays_.list_of(range);
    for (std::size_t i = 0; i < pairs.size(); i += 2) text(place, {pairs[i], pairs[i + 1]});
  }

  void sorted_list(const Place& place, Range range, std::size_t bound, const char* what) {
    lists_.check(place, range);
    check_sorted(place, arrays_.list_of(range), bound, what);
  }

  void developed_list(const Place& place, Range range) {
    developed_.check(place, range);
    const auto all = arrays_.developed.subspan(range.first, range.count);
    const auto unordered = [](const Developed& a, const Developed& b) { return a.competency >= b.competency; };
    place.require(std::adjacent_find(all.begin(), all.end(), unordered) == all.end(), "its competencies are not sorted and distinct");
  }

  void unit(const Place& place, const Unit& unit) {
    text(place, unit.name);
    place.require(unit.hours == unknown || unit.hours > 0, "its hours are not positive");
  }

  void scale(const Place& place, const Scale& scale) {
    place.require(scale.kind <= ScaleKind::ordinal, "there is no such kind of scale");
    place.require(scale.reserved == 0, "reserved bytes are not zero");
    place.require(scale.kind == ScaleKind::ordinal || scale.grades.count == 0, "a scale of percentages lists grades");
    text_list(place, scale.grades);
    lists_.check(place, scale.points);
    place.require(scale.points.count == 0 || scale.points.count == scale.grades.count / 2, "not every grade has its points");
  }

  void framework(const Place& place, const Framework& framework) {
    text(place, framework.name);
    text(place, framework.title);
    text(place, framework.version);
    place.require(framework.credit_unit < arrays_.units.size(), "there is no such unit");
    place.require(framework.scale == none || framework.scale < arrays_.scales.size(), "there is no such scale");
  }

  void institution(const Place& place, const Institution& institution) {
    for (const Text& one : {institution.name, institution.title, institution.type, institution.country, institution.region}) text(place, one);
  }

  void competency(const Place& place, const Competency& competency) {
    text(place, competency.name);
    text(place, competency.title);
    place.require(is_amount_or_unknown(competency.level), "its level is out of range");
    sorted_list(place, competency.broader, arrays_.competencies.size(), "its broader competencies are not sorted, distinct competencies");
    place.require(competency.framework < arrays_.frameworks.size(), "there is no such framework");
    place.require(competency.kind <= CompetencyKind::attribute, "there is no such kind of competency");
    const auto& reserved = competency.reserved;
    place.require(reserved[0] == 0 && reserved[1] == 0 && reserved[2] == 0, "reserved bytes are not zero");
    lists_.check(place, competency.uses);
  }

  void gate(const Place& place, const Gate& gate) {
    text(place, gate.name);
    text(place, gate.title);
    place.require(gate.framework < arrays_.frameworks.size(), "there is no such framework");
    place.require(gate.reserved == 0, "reserved bytes are not zero");
    lists_.check(place, gate.uses);
  }

  void developed(const Place& place, const Developed& developed) {
    place.require(developed.competency < arrays_.competencies.size(), "there is no such competency");
    place.require(is_achievement(developed.to), "there is no such achievement");
    const auto& reserved = developed.reserved;
    place.require(reserved[0] == 0 && reserved[1] == 0 && reserved[2] == 0, "reserved bytes are not zero");
  }

  void credential(const Place& place, const Credential& credential) {
    for (const Text& one : {credential.name, credential.title, credential.code}) text(place, one);
    sorted_list(place, credential.issuers, arrays_.institutions.size(), "its issuers are not sorted, distinct institutions");
    sorted_list(place, credential.uses, arrays_.nodes.size(), "its uses are not sorted, distinct nodes");
    sorted_list(place, credential.withheld_from, arrays_.credentials.size(), "what it is withheld from are not sorted, distinct credentials");
    sorted_list(place, credential.surrenders, arrays_.credentials.size(), "what it surrenders are not sorted, distinct credentials");
    text_list(place, credential.tags);
    text_list(place, credential.subjects);
    const auto [first, count] = credential.titles;
    place.require(std::uint64_t{first} + count <= arrays_.titles.size(), "its titles lie outside their section");
    place.require(count == 0 || credential.rule != none, "it has titles and no rule");
    developed_list(place, credential.develops);
    for (const Developed& one : arrays_.developed.subspan(credential.develops.first, credential.develops.count))
      place.require(one.to != Achievement::unknown, "it develops a competency to no achievement");
    credential_amounts(place, credential);

    place.require(credential.framework < arrays_.frameworks.size(), "there is no such framework");
    place.require(credential.type < CredentialType::count_, "there is no such type of credential");
    place.require(is_achievement(credential.awarded_for), "there is no such achievement");
    place.require(credential.rule_class < RuleClass::count_, "there is no such class of rule");
    place.require((credential.rule_class == RuleClass::taken) == (credential.rule == none), "the class of its rule does not fit its rule");
    sorted_list(place, credential.recognised_in, arrays_.recognitions.size(), "what it is recognised in are not sorted, distinct recognitions");
    sorted_list(place, credential.given_by, arrays_.recognitions.size(), "what it is given by are not sorted, distinct recognitions");
    place.require(credential.when_entered <= 1, "it neither asks for the day of entry nor not");
    for (const std::uint8_t byte : credential.reserved) place.require(byte == 0, "reserved bytes are not zero");
    place.require(credential.most_awards == 0 || credential.rule == none, "it counts towards so many awards, and has a rule");
    place.require(credential.block <= 1, "it is neither a block of credit nor not one");
    place.require(credential.block == 0 || credential.rule == none, "a block of credit has a rule");
  }

  void credential_amounts(const Place& place, const Credential& credential) {
    for (const std::int64_t amount : {credential.credits, credential.hours, credential.weeks, credential.fee, credential.level})
      place.require(is_amount_or_unknown(amount), "an amount is out of range");
    place.require(credential.credit_unit < arrays_.units.size(), "there is no such unit");
    place.require((credential.currency == none) == (credential.fee == unknown), "it has a fee without a currency, or a currency without a fee");
    place.require(credential.currency == none || credential.currency < arrays_.currencies.size(), "there is no such currency");
    for (const std::int32_t day : {credential.offered_from, credential.offered_to, credential.review_by})
      place.require(is_day_or_none(day), "a day is out of range");
    place.require(credential.valid_months <= longest_months, "its validity is out of range");
  }

  void version(const Place& place, const Version& version) {
    place.require(is_day_or_none(version.first) && is_day_or_none(version.last), "a day is out of range");
    place.require(version.last == no_date || version.last >= version.first, "it ends before it begins");
    place.require(version.reserved == 0, "reserved bytes are not zero");
  }

  void node(const Place& place, const Node& node) {
    text(place, node.part);
    lists_.check(place, node.members);
    lists_.check(place, node.after);
    lists_.check(place, node.whom);
    place.require(node.asked_of < Asked::count_, "there is nobody of whom it is asked");
    for (const std::uint8_t byte : node.reserved) place.require(byte == 0, "reserved bytes are not zero");
    developed_list(place, node.asked);
    place.require(is_amount(node.amount), "its amount is out of range");
    place.require(node.unit == none || node.unit < arrays_.units.size(), "there is no such unit");
    place.require(node.oldest_months <= longest_months, "its age limit is out of range");
    place.require(node.kind < NodeKind::count_, "there is no such kind of node");
    place.require(node.choice < Choice::count_, "there is no such choice");
    place.require(node.measure < Measure::count_, "there is no such measure");
    place.require(is_achievement(node.achievement_floor), "there is no such achievement");
    floor(place, node);
  }

  void agreement(const Place& place, const Agreement& agreement) {
    text(place, agreement.name);
    text(place, agreement.title);
    const std::size_t institutions = arrays_.institutions.size();
    place.require(agreement.from < institutions && agreement.to < institutions, "there is no such institution");
    place.require(agreement.framework < arrays_.frameworks.size(), "there is no such framework");
    place.require(std::uint64_t{agreement.recognitions.first} + agreement.recognitions.count <= arrays_.recognitions.size(),
                  "its recognitions lie outside their section");
    place.require(is_amount_or_unknown(agreement.at_most), "its limit is out of range");
    place.require(agreement.at_most_measure < Measure::count_, "there is no such measure");
    place.require(agreement.at_most_unit == none || agreement.at_most_unit < arrays_.units.size(), "there is no such unit");
    const bool needs_unit = agreement.at_most != unknown && agreement.at_most_measure == Measure::credits;
    place.require(needs_unit == (agreement.at_most_unit != none), "it has credits without a unit, or a unit without credits");
    place.require(is_day_or_none(agreement.effective_from) && is_day_or_none(agreement.effective_to), "a day is out of range");
    place.require(agreement.oldest_months <= longest_months, "its age limit is out of range");
    place.require(agreement.status < AgreementStatus::count_, "there is no such status");
    place.require(agreement.in_force < InForce::count_, "there is no such day to be in force on");
    place.require(agreement.one_award_only <= 1, "what it gives counts neither for one award only nor for several");
  }

  void recognition(const Place& place, const Recognition& recognition) {
    text(place, recognition.reason);
    sorted_list(place, recognition.sources, arrays_.credentials.size(), "its sources are not sorted, distinct credentials");
    sorted_list(place, recognition.targets, arrays_.credentials.size(), "its targets are not sorted, distinct credentials");
    place.require(recognition.sources.count > 0, "it recognises nothing");
    place.require((recognition.kind == RecognitionKind::refusal) == (recognition.targets.count == 0), "a refusal gives something, or it gives nothing");
    place.require(recognition.agreement < arrays_.agreements.size(), "there is no such agreement");
    place.require(recognition.kind < RecognitionKind::count_, "there is no such kind of recognition");
    place.require(is_achievement(recognition.achievement_floor), "there is no such achievement");
    place.require(is_amount_or_unknown(recognition.year), "its year is out of range");
    for (const std::uint8_t byte : recognition.reserved) place.require(byte == 0, "reserved bytes are not zero");
    floor(place, recognition);
  }

  template <class Floored>
  void floor(const Place& place, const Floored& node) {
    place.require((node.grade_scale == none) == (node.grade_floor == unknown), "it has a grade without a scale, or a scale without a grade");
    if (node.grade_scale == none) return;
    place.require(node.grade_scale < arrays_.scales.size(), "there is no such scale");
    const Scale& scale = arrays_.scales[node.grade_scale];
    const std::int64_t end = scale.kind == ScaleKind::percent ? amount_limit : scale.grades.count / 2;
    place.require(node.grade_floor >= 0 && node.grade_floor < end, "its grade is not on its scale");
  }

  void condition(const Place& place, const Condition& condition) {
    lists_.check(place, condition.members);
    text_list(place, condition.keys);
    place.require(is_amount_or_unknown(condition.amount), "its amount is out of range");
    place.require(is_amount_or_unknown(condition.percent), "its percentage is out of range");
    place.require(condition.divisor > 0, "it divides by nothing");
    place.require(condition.combined < Combined::count_, "there is no such combination");
    const bool both = condition.amount != unknown && condition.percent != unknown;
    const bool neither = condition.amount == unknown && condition.percent == unknown;
    place.require(both == (condition.combined != Combined::alone), "it combines an amount and a share, or has both and does not");
    place.require(neither == bounds_nothing_counted(condition.kind), "it bounds something by nothing");
    const bool may_be_share = is_share(condition.kind) || (is_limit(condition.kind) && condition.kind != ConditionKind::at_most_each && !limits_sharing(condition.kind));
    place.require(condition.percent == unknown || may_be_share, "it is a share of what has none");
    place.require(!is_share(condition.kind) || condition.percent != unknown, "it is a share and says not which");
    place.require(condition.key < Key::count_, "there is no such key");
    const bool needs_key = condition.kind == ConditionKind::distinct || condition.kind == ConditionKind::at_most_each;
    place.require(needs_key == (condition.key != Key::none), "it has a key and needs none, or needs one and has none");
    place.require((condition.kind == ConditionKind::average) == (condition.grade_scale != none), "it has a scale and is no average, or is one without");
    place.require(condition.grade_scale == none || condition.grade_scale < arrays_.scales.size(), "there is no such scale");
    place.require(condition.unit == none || condition.unit < arrays_.units.size(), "there is no such unit");
    place.require(condition.kind < ConditionKind::count_, "there is no such kind of condition");
    place.require(condition.measure < Measure::count_, "there is no such measure");
    place.require(condition.rounding < Rounding::count_, "there is no such rounding");
    for (const std::uint8_t byte : condition.reserved) place.require(byte == 0, "reserved bytes are not zero");
    const bool needs_unit = condition.measure == Measure::credits && !bounds_nothing_counted(condition.kind);
    place.require(needs_unit == (condition.unit != none), "it has credits without a unit, or a unit without credits");
  }

  void title(const Place& place, const Title& title) {
    text(place, title.title);
    place.require(title.reserved == 0, "reserved bytes are not zero");
  }

  void statement(const Place& place, const Statement& statement) {
    place.require(statement.credential < arrays_.credentials.size(), "there is no such credential");
    place.require(statement.kind < StatementKind::count_, "there is no such kind of statement");
    place.require(statement.term < Term::count_, "there is no such term");
    text(place, statement.text);
    place.require(says_term(statement.kind) == (statement.term != Term::none), "it says a term and has none, or has one and says none");
    place.require(says_text(statement.kind) == (statement.text.length > 0), "it says a text and has none, or has one and says none");
    place.require(says_amount(statement.kind) == (statement.amount != unknown), "it says an amount and has none, or has one and says none");
    place.require(is_amount_or_unknown(statement.amount), "its amount is out of range");
    place.require(is_day_or_none(statement.day), "its day is out of range");
    place.require(statement.day == no_date || statement.kind == StatementKind::consulted, "it has a day and is no consultation");
    for (const std::uint8_t byte : statement.reserved) place.require(byte == 0, "reserved bytes are not zero");
    const auto key = [](const Statement& one) { return std::pair(one.credential, one.kind); };
    place.require(place.index == 0 || key(arrays_.statements[place.index - 1]) <= key(statement), "statements are not sorted");
  }

  void translation(const Place& place, const Translation& translation) {
    place.require(translation.of < translatable(place, translation.of_kind), "there is nothing that it translates");
    text(place, translation.language);
    text(place, translation.title);
    const auto key = [&](const Translation& one) { return std::tuple(one.of_kind, one.of, arrays_.text_of(one.language)); };
    place.require(place.index == 0 || key(arrays_.translations[place.index - 1]) < key(translation), "translations are not sorted and distinct");
  }

  // How many there are of what has titles.
  std::size_t translatable(const Place& place, SectionKind kind) const {
    switch (kind) {
      case SectionKind::frameworks: return arrays_.frameworks.size();
      case SectionKind::institutions: return arrays_.institutions.size();
      case SectionKind::competencies: return arrays_.competencies.size();
      case SectionKind::gates: return arrays_.gates.size();
      case SectionKind::credentials: return arrays_.credentials.size();
      case SectionKind::agreements: return arrays_.agreements.size();
      default: place.damaged("it translates what has no title");
    }
  }

  const Arrays& arrays_;
  RangeBudget lists_;
  RangeBudget developed_;
};

}  // namespace

void verify_records(const Arrays& arrays) {
  check_utf8(arrays);
  Records(arrays).check();
}

}  // namespace rung::table
