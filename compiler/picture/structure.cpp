#include <algorithm>
#include <map>
#include <set>

#include "compiler/picture/picture.hpp"
#include "runtime/rung/text/support.hpp"

namespace rung::picture {
namespace {

using table::Node;
using table::NodeKind;

constexpr std::size_t least_together = 3;  // credentials that lead to the same places are drawn as one box from so many on

class Maker {
 public:
  Maker(const Table& table, std::optional<std::uint32_t> about, std::string_view language) : in_(table, language), table_(table), about_(about), shown_(table.credentials().size()) {}

  Picture make() {
    choose();
    for (std::uint32_t id = 0; id < shown_.size(); ++id)
      if (shown_[id]) gather(id);
    add_boxes();
    std::sort(out_.lines.begin(), out_.lines.end());
    out_.lines.erase(std::unique(out_.lines.begin(), out_.lines.end()), out_.lines.end());
    out_.language = in_.locale.language;
    out_.title = about_ ? called(in_, *about_) : framework_titles(table_, in_.locale.language);
    return std::move(out_);
  }

 private:
  struct Towards {                         // one end of a line, before there are boxes
    std::uint32_t credential;              // that it leads to
    std::uint32_t row;
    Link link;
    std::string text;
    friend auto operator<=>(const Towards&, const Towards&) = default;
  };

  // All, or what one is made of and needs, and what it counts towards.
  void choose() {
    if (!about_) {
      for (std::uint32_t id = 0; id < shown_.size(); ++id) shown_[id] = table_.credentials()[id].block == 0;
      return;
    }
    follow(*about_, [&](std::uint32_t id, auto go) { each_member(id, go); });
    const std::vector<bool> below = shown_;
    std::fill(shown_.begin(), shown_.end(), false);
    follow(*about_, [&](std::uint32_t id, auto go) {
      for (const std::uint32_t node : table_.list(table_.credentials()[id].uses))
        if (table_.is_rule(table_.root_of(node))) go(table_.nodes()[node].owner);
    });
    for (std::size_t id = 0; id < shown_.size(); ++id) shown_[id] = shown_[id] || below[id];
  }

  template <class Next>
  void follow(std::uint32_t from, Next next) {
    std::vector<std::uint32_t> open{from};
    shown_[from] = true;
    while (!open.empty()) {
      const std::uint32_t id = open.back();
      open.pop_back();
      next(id, [&](std::uint32_t other) {
        if (shown_[other] || table_.credentials()[other].block != 0) return;
        shown_[other] = true;
        open.push_back(other);
      });
    }
  }

  template <class Go>
  void each_member(std::uint32_t id, Go go) const {
    for (const std::uint32_t root : {table_.credentials()[id].rule, table_.credentials()[id].prerequisite})
      if (root != table::none)
        for (std::uint32_t at = root; at < table_.nodes()[root].end; ++at)
          if (table_.nodes()[at].kind != NodeKind::gate)
            for (const std::uint32_t member : table_.list(table_.nodes()[at].members)) go(member);
    for (const std::uint32_t recognition : table_.list(table_.credentials()[id].given_by))
      for (const std::uint32_t source : table_.list(table_.recognitions()[recognition].sources)) go(source);
  }

  // Everything that leads to one credential.
  void gather(std::uint32_t id) {
    const table::Credential& one = table_.credentials()[id];
    if (one.rule != table::none) gather_rule(id, one.rule);
    if (one.prerequisite != table::none) gather_prerequisites(id, one.prerequisite);
    for (const std::uint32_t recognition : table_.list(one.given_by)) {
      const table::Recognition& given = table_.recognitions()[recognition];
      if (given.kind == table::RecognitionKind::refusal) continue;
      for (const std::uint32_t source : table_.list(given.sources)) lead(source, {id, table::none, Link::recognised, with_floors(agreement_of(in_, recognition), given)});
    }
  }

  void lead(std::uint32_t from, Towards to) {
    if (shown_[from]) towards_[from].insert(std::move(to));
  }

  // "core: 2 of 3 credentials; each with 60% or better"
  template <class Bounded>
  std::string with_floors(std::string said, const Bounded& one) const {
    for (const std::string& floor : floors_of(in_, one)) said += (said.empty() ? "" : std::string(in_.locale.semicolon) + " ") + floor;
    return said;
  }

  void gather_rule(std::uint32_t id, std::uint32_t root) {
    auto& rows = rows_[id];
    const auto nodes = table_.nodes();
    const bool all = nodes[root].kind == NodeKind::group && nodes[root].choice == table::Choice::all;
    std::vector<std::uint32_t> ends;
    for (std::uint32_t at = all ? root + 1 : root; at < nodes[root].end; ++at) {
      while (!ends.empty() && ends.back() <= at) ends.pop_back();
      const std::string_view part = table_.text(nodes[at].part);
      const auto row = static_cast<std::uint32_t>(rows.size());
      rows.push_back({at, static_cast<std::uint32_t>(ends.size()), with_floors(asked_of(in_, part.empty() ? node_asks(in_, at) : pair_of(in_, part, node_asks(in_, at)), nodes[at]), nodes[at])});
      ends.push_back(nodes[at].end);
      const auto members = table_.list(nodes[at].members);
      if (nodes[at].kind == NodeKind::gate)
        gates_[members[0]].insert({id, row, Link::counts, ""});
      else
        for (const std::uint32_t member : members) lead(member, {id, row, Link::counts, ""});
    }
    if (all)                               // it has no row of its own, but what it asks of everything has
      for (std::string& floor : floors_of(in_, nodes[root])) rows.push_back({table::none, 0, std::move(floor)});
    for (const table::Condition& condition : table_.conditions(nodes[root].conditions)) {
      if (table::bounds_nothing_counted(condition.kind)) continue;
      // What differs only in what the words leave out is said once.
      if (Row row{table::none, 0, said_of(in_, condition, condition.amount)}; std::none_of(rows.begin(), rows.end(), [&](const Row& one) { return one.text == row.text; }))
        rows.push_back(std::move(row));
    }
  }

  // Of a group with a choice each line says so, and of what has to be good enough, how good.
  void gather_prerequisites(std::uint32_t id, std::uint32_t root) {
    const auto nodes = table_.nodes();
    for (std::uint32_t at = root; at < nodes[root].end; ++at) {
      std::string text;
      for (std::uint32_t up = nodes[at].parent; up != table::none; up = nodes[up].parent)
        if (nodes[up].choice != table::Choice::all) text = node_asks(in_, up);
      const auto members = table_.list(nodes[at].members);
      if (nodes[at].kind == NodeKind::gate) gates_[members[0]].insert({id, table::none, Link::before, text});
      if (nodes[at].kind == NodeKind::group || nodes[at].kind == NodeKind::gate) continue;
      const bool every = nodes[at].kind == NodeKind::members && nodes[at].need == nodes[at].members.count;
      if (text.empty() && !every) text = node_asks(in_, at);
      for (std::uint32_t up = at; up != table::none; up = nodes[up].parent) text = with_floors(std::move(text), nodes[up]);
      for (const std::uint32_t member : members) lead(member, {id, table::none, Link::before, text});
    }
  }

  // What nothing leads to, and that leads to the same places, is drawn as one.
  void add_boxes() {
    std::map<std::set<Towards>, std::vector<std::uint32_t>> alike;
    std::set<std::uint32_t> led_to;
    for (const auto& [from, ends] : towards_)
      for (const Towards& end : ends) led_to.insert(end.credential);
    for (const auto& [gate, ends] : gates_)
      for (const Towards& end : ends) led_to.insert(end.credential);
    for (const auto& [from, ends] : towards_)
      if (!led_to.contains(from) && table_.credentials()[from].rule == table::none && from != about_) alike[ends].push_back(from);
    std::map<std::uint32_t, const std::vector<std::uint32_t>*> together;
    for (const auto& [ends, credentials] : alike)
      if (credentials.size() >= least_together) together[credentials.front()] = &credentials;
    std::vector<bool> placed(shown_.size());
    std::vector<std::uint32_t> box_of(shown_.size(), table::none);
    for (std::uint32_t id = 0; id < shown_.size(); ++id) {
      if (!shown_[id] || placed[id]) continue;
      Box box;
      const auto found = together.find(id);
      box.credentials = found == together.end() ? std::vector<std::uint32_t>{id} : *found->second;
      for (const std::uint32_t one : box.credentials) {
        placed[one] = true;
        box_of[one] = static_cast<std::uint32_t>(out_.boxes.size());
        box.titles.push_back(title_of(in_, one));
      }
      box.is_award = table_.credentials()[id].rule != table::none;
      box.is_asked_for = id == about_;
      box.rows = rows_[id];
      out_.boxes.push_back(std::move(box));
    }
    const auto draw = [&](std::uint32_t from, const std::set<Towards>& ends) {
      for (const Towards& end : ends) out_.lines.push_back({from, box_of[end.credential], end.row, end.link, end.text});
    };
    for (const auto& [from, ends] : towards_) draw(box_of[from], ends);
    for (const auto& [gate, ends] : gates_) {
      Box box;
      box.gate = gate;
      box.titles = {gate_title(in_, gate)};
      draw(static_cast<std::uint32_t>(out_.boxes.size()), ends);
      out_.boxes.push_back(std::move(box));
    }
  }

  const Telling in_;
  const Table& table_;
  std::optional<std::uint32_t> about_;
  std::vector<bool> shown_;
  std::map<std::uint32_t, std::vector<Row>> rows_;
  std::map<std::uint32_t, std::set<Towards>> towards_, gates_;
  Picture out_;
};

}  // namespace

Picture picture_of(const Table& table, std::optional<std::uint32_t> about, std::string_view language) { return Maker(table, about, language).make(); }

}  // namespace rung::picture
