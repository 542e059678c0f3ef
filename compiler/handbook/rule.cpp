// A rule in sentences, which are those of rung's answers, with links to what they speak of.
#include "compiler/handbook/edition.hpp"

#include <algorithm>

namespace rung::handbook {
namespace {

using table::ConditionKind;
using table::Node;
using table::NodeKind;

class Teller {
 public:
  Teller(const Edition& edition, const std::string& from) : edition_(edition), in_(edition.in), table_(edition.table), from_(from) {}

  // The nodes lie in pre-order: a group opens a list, which ends where the group does. A group that only says "all of this" is the list itself.
  Markup tree(std::uint32_t root) const {
    const auto nodes = table_.nodes();
    const bool all = is_the_list(root);
    Markup out = all && nodes[root + 1].end < nodes[root].end ? element("p", {}, text(edition_.words.all_parts)) + "\n"_html : Markup();
    out += "<ul class=\"rule\">\n"_html;
    std::vector<std::uint32_t> ends;       // of the groups whose lists are open
    for (std::uint32_t at = all ? root + 1 : root; at < nodes[root].end; ++at) {
      for (; !ends.empty() && ends.back() <= at; ends.pop_back()) out += "</ul>\n</li>\n"_html;
      out += "<li>"_html + asks(at);
      if (nodes[at].kind == NodeKind::group && nodes[at].end > at + 1) {
        out += "\n<ul>\n"_html;
        ends.push_back(nodes[at].end);
      } else {
        out += "</li>\n"_html;
      }
    }
    for (; !ends.empty(); ends.pop_back()) out += "</ul>\n</li>\n"_html;
    return out + "</ul>\n"_html;
  }

  Markup conditions(std::uint32_t root) const {
    std::vector<Markup> items;
    std::vector<std::string> said;         // what differs only in what the words leave out is said once
    if (is_the_list(root))
      for (const std::string& floor : floors_of(in_, table_.nodes()[root])) items.push_back(text(floor));
    for (const table::Condition& one : table_.conditions(table_.nodes()[root].conditions)) {
      std::string words = condition(one);
      if (std::find(said.begin(), said.end(), words) != said.end()) continue;
      items.push_back(text(words));
      said.push_back(std::move(words));
    }
    return items.empty() ? Markup() : element("p", {}, text(in_.words.conditions_heading)) + "\n"_html + list(items, "rule");
  }

 private:
  bool is_the_list(std::uint32_t root) const {
    const Node& node = table_.nodes()[root];
    return node.kind == NodeKind::group && node.choice == table::Choice::all && node.part.length == 0 && node.asked_of == table::Asked::of_all && node.end > root + 1;
  }

  std::string condition(const table::Condition& one) const {
    if (one.kind == ConditionKind::one_at_a_time) return std::string(in_.words.one_at_a_time);
    if (one.kind != ConditionKind::may_share) return said_of(in_, one, one.amount);
    std::vector<std::string> parts;
    for (const std::uint32_t node : table_.list(one.members)) parts.emplace_back(table_.part_of(node));
    return pair_of(in_, in_.words.may_share, rung::joined(parts));
  }

  Markup asks(std::uint32_t at) const {
    const Node& node = table_.nodes()[at];
    const std::string_view part = table_.text(node.part);
    std::string said = node_asks(in_, at);
    if (!part.empty()) said = pair_of(in_, part, said);
    Markup out = text(asked_of(in_, std::move(said), node));
    for (const std::string& floor : floors_of(in_, node)) out += text(in_.locale.semicolon) + " "_html + text(floor);
    return out + what(node);
  }

  // The credentials or competencies that are asked for: one beside the words, more in a list under them.
  Markup what(const Node& node) const {
    std::vector<Markup> named;
    if (node.kind == NodeKind::members || node.kind == NodeKind::amount)
      for (const std::uint32_t member : table_.list(node.members)) named.push_back(edition_.credential(from_, member));
    if (node.kind == NodeKind::competencies)
      for (const table::Developed& one : table_.developed(node.asked)) {
        const Markup competency = edition_.competency(from_, one.competency);
        named.push_back(one.to == table::Achievement::unknown ? competency : sentence(in_.words.in_brackets, {competency, text(in_.words.achievements[static_cast<std::size_t>(one.to)])}));
      }
    if (named.empty()) return {};
    if (named.size() == 1) return text(in_.locale.colon) + " "_html + named.front();
    return "\n"_html + list(named, named.size() > 6 ? "many" : "");
  }

  const Edition& edition_;
  const Telling& in_;
  const Table& table_;
  const std::string& from_;
};

}  // namespace

Markup rule_in_words(const Edition& edition, const std::string& from, std::uint32_t root) {
  const Teller teller(edition, from);
  return teller.tree(root) + teller.conditions(root);
}

}  // namespace rung::handbook
