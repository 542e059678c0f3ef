#include "runtime/label/card.hpp"

#include <algorithm>

#include "runtime/rung/words/locale.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/table/filled.hpp"

namespace rung::label {
namespace {

using table::NodeKind;
using table::SectionKind;
using table::StatementKind;

constexpr std::size_t most_values = 12;    // of one line; the rest are counted

class Maker {
 public:
  Maker(const Table& table, const Label& label, const Words& words) : table_(table), label_(label), words_(words), locale_(locale_of(words.language)), credential_(table.credentials()[label.credential]) {}

  Card make() {
    card_.title = title(label_.credential);
    card_.type = std::string(words_.types[static_cast<std::size_t>(credential_.type)]);
    for (const std::uint32_t issuer : table_.list(credential_.issuers))
      card_.issuers += (card_.issuers.empty() ? "" : ", ") + titled(SectionKind::institutions, issuer, table_.institutions()[issuer]);
    card_.name = plain(table_.text(credential_.name));
    certifies();
    takes();
    assessment();
    quality();
    taught();
    meant_for();
    section(words_.costs);
    const bool fee = credential_.fee != table::unknown && credential_.currency != table::none;
    line(words_.fee, fee ? money_in(locale_, credential_.fee) + "\u00A0" + plain(table_.text(table_.currencies()[credential_.currency])) : "");
    before();
    counts_towards();
    recognition();
    dates();
    section(words_.is_not);
    for (const Limit limit : label_.limits) sentence(std::string(words_.limits[static_cast<std::size_t>(limit)]));
    const table::Framework& framework = table_.frameworks()[credential_.framework];
    card_.source = titled(SectionKind::frameworks, credential_.framework, framework) + " " + plain(table_.text(framework.version));
    return std::move(card_);
  }

 private:
  // ---- pieces -------------------------------------------------------------------------------------------------------------------
  template <class T>
  std::string titled(SectionKind kind, std::uint32_t id, const T& record) const {
    return title_in(table_, locale_, kind, id, record);
  }
  std::string title(std::uint32_t credential) const { return titled(SectionKind::credentials, credential, table_.credentials()[credential]); }

  std::string number(std::int64_t amount) const { return number_in(locale_, amount); }
  std::string amount(std::int64_t amount, const Noun& noun) const {
    if (amount == table::unknown) return "";
    return number(amount) + "\u00A0" + std::string(takes_one(locale_, amount) ? noun.one : noun.more);
  }
  std::string credits(std::int64_t amount, std::uint32_t unit) const {
    const std::string name = plain(table_.text(table_.units()[unit].name));
    return name == "credits" ? this->amount(amount, words_.credit) : amount == table::unknown ? "" : number(amount) + "\u00A0" + name;
  }
  std::string percent(std::int64_t amount) const { return percent_in(locale_, amount); }
  std::string date(std::int32_t day) const { return day_in_words(locale_, day); }

  void section(Word name) { card_.sections.push_back({std::string(name), {}}); }
  void sentence(std::string words) { card_.sections.back().lines.push_back({"", {std::move(words)}, true}); }
  void line(Word name, std::vector<std::string> values) {
    std::erase(values, "");
    if (values.size() > most_values) {
      const std::size_t more = values.size() - most_values;
      values.resize(most_values);
      values.push_back(table::filled(words_.and_more, {std::to_string(more)}));
    }
    const bool stated = !values.empty();
    if (!stated) values.emplace_back(words_.not_stated);
    card_.sections.back().lines.push_back({std::string(name), std::move(values), stated});
  }
  void line(Word name, std::string value) { line(name, std::vector<std::string>{std::move(value)}); }

  std::string said(const table::Statement& one) const {
    if (table::says_term(one.kind)) return std::string(words_.terms[static_cast<std::size_t>(one.term)]);
    if (table::says_amount(one.kind)) return percent(one.amount);
    const std::string day = one.day == table::no_date ? "" : std::string(words_.on) + date(one.day);
    return plain(table_.text(one.text)) + day;
  }
  std::vector<std::string> stated(StatementKind kind) const {
    std::vector<std::string> out;
    for (const table::Statement& one : table_.statements_of(label_.credential))
      if (one.kind == kind) out.push_back(said(one));
    return out;
  }

  // ---- sections -----------------------------------------------------------------------------------------------------------------
  void certifies() {
    section(words_.certifies);
    std::vector<std::string> learning;
    for (const table::Developed& one : table_.developed(credential_.develops))
      learning.push_back(titled(SectionKind::competencies, one.competency, table_.competencies()[one.competency]) + " (" + std::string(words_.achievements[static_cast<std::size_t>(one.to)]) + ")");
    line(words_.learning, std::move(learning));
    line(words_.level, credential_.level == table::unknown ? "" : number(credential_.level));
  }

  void takes() {
    section(words_.takes);
    line(words_.time, amount(credential_.hours, words_.hour));
    line(words_.span, amount(credential_.weeks, words_.week));
    line(words_.credits, credits(credential_.credits, credential_.credit_unit));
  }

  void assessment() {
    section(words_.assessment);
    const bool stated_for = credential_.awarded_for != table::Achievement::unknown;
    line(words_.awarded_for, stated_for ? std::string(words_.achievements[static_cast<std::size_t>(credential_.awarded_for)]) : "");
    line(words_.assessed_by, stated(StatementKind::assessed_by));
    line(words_.pass_mark, stated(StatementKind::pass_mark));
  }

  void quality() {
    section(words_.quality);
    for (std::size_t m = 0; m < label_.markers.size(); ++m) {
      const Marked& marked = label_.markers[m];
      std::vector<std::string> values;
      if (static_cast<Marker>(m) == Marker::stackable) {
        for (const Lead& lead : label_.counts_towards)
          if (const std::string one = title(lead.credential); std::find(values.begin(), values.end(), one) == values.end()) values.push_back(one);
      }
      for (const std::uint32_t statement : marked.evidence) values.push_back(said(table_.statements()[statement]));
      line(words_.markers[m], marked.shown ? std::move(values) : std::vector<std::string>{});
      Line& last = card_.sections.back().lines.back();
      if (!marked.shown) last.values = {std::string(words_.not_shown)};
    }
  }

  void taught() {
    section(words_.taught);
    line(words_.delivery, stated(StatementKind::delivery));
    line(words_.pace, stated(StatementKind::pace));
    line(words_.setting, stated(StatementKind::learning));
    line(words_.form, stated(StatementKind::form));
  }

  void meant_for() {
    section(words_.meant_for);
    line(words_.audience, stated(StatementKind::audience));
    line(words_.purpose, stated(StatementKind::purpose));
    line(words_.entitles_to, stated(StatementKind::entitles_to));
  }

  // The tree of the prerequisites, an outline: who may enrol is for people to read, not to compute.
  void before() {
    section(words_.before);
    std::vector<std::string> values;
    const std::uint32_t root = credential_.prerequisite;
    std::vector<std::uint32_t> ends;
    for (std::uint32_t at = root; root != table::none && at < table_.nodes()[root].end; ++at) {
      while (!ends.empty() && ends.back() <= at) ends.pop_back();
      std::string indent;
      for (std::size_t depth = 0; depth < std::min<std::size_t>(ends.size(), 8); ++depth) indent += "– ";
      values.push_back(indent + asked(table_.nodes()[at]));
      ends.push_back(table_.nodes()[at].end);
    }
    if (root == table::none) values.emplace_back(words_.none);
    line(words_.prerequisites, std::move(values));
  }

  std::string asked(const table::Node& node) const {
    std::string names;
    const auto name = [&](const std::string& one) { names += (names.empty() ? "" : ", ") + one; };
    switch (node.kind) {
      case NodeKind::gate: {
        const std::uint32_t gate = table_.list(node.members)[0];
        return std::string(words_.gate) + std::string(locale_.colon) + " " + titled(SectionKind::gates, gate, table_.gates()[gate]);
      }
      case NodeKind::competencies:
        for (const table::Developed& one : table_.developed(node.asked)) name(titled(SectionKind::competencies, one.competency, table_.competencies()[one.competency]));
        return table::filled(words_.competencies, {std::to_string(node.need)}) + std::string(locale_.colon) + " " + names;
      case NodeKind::group: return several(node, 0);
      default: break;
    }
    const auto members = table_.list(node.members);
    for (const std::uint32_t member : members.first(std::min(members.size(), most_values))) name(title(member));
    if (members.size() > most_values) name(table::filled(words_.and_more, {std::to_string(members.size() - most_values)}));
    if (node.kind == NodeKind::amount) {
      const std::string much = node.measure == table::Measure::credits ? credits(node.amount, node.unit) : number(node.amount) + "\u00A0" + std::string(node.measure == table::Measure::hours ? words_.hour.more : words_.credits);
      return table::filled(words_.amount_from, {much}) + std::string(locale_.colon) + " " + names;
    }
    return members.size() == 1 ? names : several(node, members.size()) + " " + names;
  }

  std::string several(const table::Node& node, std::size_t members) const {
    const bool all = node.choice == table::Choice::all || (members > 0 && node.need >= members);
    return (all ? std::string(words_.all_of) : table::filled(words_.so_many_of, {std::to_string(node.need)})) + std::string(locale_.colon);
  }

  void counts_towards() {
    section(words_.counts_towards);
    for (std::size_t i = 0; i < std::min<std::size_t>(label_.counts_towards.size(), 2 * most_values); ++i) {
      const Lead& lead = label_.counts_towards[i];
      std::string out = title(lead.credential);
      if (const std::string_view part = table_.part_of(lead.node); !part.empty()) out += std::string(words_.part) + plain(part);
      if (lead.steps > 1) out += std::string(words_.through);
      if (lead.recognition != table::none) out += std::string(words_.under) + agreement(lead.recognition);
      sentence(out);
    }
    if (label_.counts_towards.size() > 2 * most_values) sentence(table::filled(words_.and_more, {std::to_string(label_.counts_towards.size() - 2 * most_values)}));
    if (label_.counts_towards.empty()) sentence(std::string(words_.none));
  }

  std::string agreement(std::uint32_t recognition) const {
    const table::Agreement& one = table_.agreements()[table_.recognitions()[recognition].agreement];
    return plain(table_.text(one.title.length > 0 ? one.title : one.name));
  }

  void recognition() {
    section(words_.recognition);
    if (label_.recognised.empty() && label_.refused.empty()) sentence(std::string(words_.nothing_recognised));
    for (const auto* const some : {&label_.recognised, &label_.refused}) {
      for (const std::uint32_t id : *some) {
        const table::Recognition& one = table_.recognitions()[id];
        std::string what;
        for (const std::uint32_t target : table_.list(one.targets)) what += (what.empty() ? "" : ", ") + title(target);
        if (one.kind == table::RecognitionKind::prerequisite) what += " (" + std::string(words_.for_prerequisites) + ")";
        if (one.kind == table::RecognitionKind::exemption) what = std::string(words_.exempts) + " " + what;
        if (one.kind == table::RecognitionKind::entry) what = std::string(words_.admits) + " " + what;
        if (one.kind == table::RecognitionKind::refusal) what = std::string(words_.refused) + (one.reason.length > 0 ? std::string(locale_.colon) + " " + plain(table_.text(one.reason)) : "");
        const std::uint32_t to = table_.agreements()[one.agreement].to;
        line(institution(to), what);
      }
    }
    counts_as_it();
  }

  std::string institution(std::uint32_t id) const { return titled(SectionKind::institutions, id, table_.institutions()[id]); }

  // What other institutions issue and is taken for it here.
  void counts_as_it() {
    for (std::size_t kind = 0; kind < words_.counts_as_it.size(); ++kind) {
      std::vector<std::string> values;
      for (const std::uint32_t id : label_.counts_as_it) {
        const table::Recognition& one = table_.recognitions()[id];
        if (static_cast<std::size_t>(one.kind) != kind) continue;
        std::string sources;
        for (const std::uint32_t source : table_.list(one.sources)) sources += (sources.empty() ? "" : ", ") + title(source);
        values.push_back(sources + " (" + institution(table_.agreements()[one.agreement].from) + ")");
      }
      if (!values.empty()) line(words_.counts_as_it[kind], std::move(values));
    }
  }

  void dates() {
    section(words_.dates);
    const std::int64_t months = credential_.valid_months;
    const bool years = months % 12 == 0;
    line(words_.valid, months == 0 ? "" : amount((years ? months / 12 : months) * table::millionths, years ? words_.year : words_.month));
    std::string offered;
    if (credential_.offered_from != table::no_date) offered += std::string(words_.from) + date(credential_.offered_from);
    if (credential_.offered_to != table::no_date) offered += (offered.empty() ? "" : " ") + std::string(words_.until) + date(credential_.offered_to);
    line(words_.offered, offered);
    line(words_.review, credential_.review_by == table::no_date ? "" : date(credential_.review_by));
  }

  const Table& table_;
  const Label& label_;
  const Words& words_;
  const Locale& locale_;
  const table::Credential& credential_;
  Card card_;
};

}  // namespace

Card card_of(const Table& table, const Label& label, const Words& words) { return Maker(table, label, words).make(); }

}  // namespace rung::label
