// Rules and prerequisites: that their nodes nest as format.hpp says, and that each node holds what its kind asks for.
#include <algorithm>

#include "runtime/table/checking.hpp"

namespace rung::table {
namespace {

class Trees {
 public:
  explicit Trees(const Arrays& arrays)
      : arrays_(arrays), conditions_seen_(arrays.conditions.size()), titles_seen_(arrays.titles.size()) {}

  void check() {
    check_roots();
    for (std::size_t i = 0; i < arrays_.nodes.size(); ++i) {
      const Place place{arrays_, SectionKind::nodes, i};
      close_before(i);
      open(place, arrays_.nodes[i]);
      content(place, arrays_.nodes[i]);
    }
    close_before(arrays_.nodes.size());
    titles();
    for (std::size_t i = 0; i < conditions_seen_.size(); ++i)
      Place{arrays_, SectionKind::conditions, i}.require(conditions_seen_[i], "it belongs to no rule");
  }

 private:
  struct Open {
    std::size_t node;
    std::uint32_t children;
  };

  // As many references as roots, each to a root of its own credential and no two of one credential alike: so each root has exactly one.
  void check_roots() const {
    std::size_t references = 0, versions = 0;
    std::vector<std::uint32_t> roots_of_one;
    for (std::size_t i = 0; i < arrays_.credentials.size(); ++i) {
      const Place place{arrays_, SectionKind::credentials, i};
      const Credential& credential = arrays_.credentials[i];
      check_versions(place, credential, versions);
      roots_of_one.clear();
      for (const Version& version : arrays_.versions.subspan(credential.versions.first, credential.versions.count)) roots_of_one.push_back(version.root);
      if (credential.versions.count == 0 && credential.rule != none) roots_of_one.push_back(credential.rule);
      if (credential.prerequisite != none) roots_of_one.push_back(credential.prerequisite);
      for (const std::uint32_t root : roots_of_one) {
        place.require(root < arrays_.nodes.size() && arrays_.nodes[root].parent == none, "its rule or prerequisite is not the root of a tree");
        place.require(arrays_.nodes[root].owner == i, "its rule or prerequisite belongs to another credential");
        ++references;
      }
      place.require(credential.rule == none || credential.rule != credential.prerequisite, "its rule is its prerequisite");
      std::sort(roots_of_one.begin(), roots_of_one.end());
      place.require(std::adjacent_find(roots_of_one.begin(), roots_of_one.end()) == roots_of_one.end(), "two versions of its rule are one");
    }
    if (versions != arrays_.versions.size()) damaged("section versions holds some of no credential");
    const auto roots = std::count_if(arrays_.nodes.begin(), arrays_.nodes.end(), [](const Node& node) { return node.parent == none; });
    if (static_cast<std::size_t>(roots) != references) damaged("section nodes has a tree that is no credential's rule or prerequisite");
  }

  // Its versions follow those of the credential before it, by day and apart; the last of them is its rule.
  void check_versions(const Place& place, const Credential& credential, std::size_t& next) const {
    const auto [first, count] = credential.versions;
    if (count == 0) return place.require(first == 0, "it has no versions, and says where they lie");
    place.require(first == next && count <= arrays_.versions.size() - first, "its versions do not follow those of the one before it");
    next += count;
    for (std::size_t i = first; i + 1 < next; ++i) {
      const Version &one = arrays_.versions[i], &other = arrays_.versions[i + 1];
      place.require(one.last != no_date && one.last < other.first, "two versions of its rule are in force on one day");
    }
    place.require(arrays_.versions[next - 1].root == credential.rule, "its rule is not the last of its versions");
  }

  void close_before(std::size_t index) {
    while (!open_.empty() && arrays_.nodes[open_.back().node].end == index) {
      const auto [at, children] = open_.back();
      const Node& node = arrays_.nodes[at];
      const bool counts_children = node.kind == NodeKind::group && node.choice == Choice::all;
      Place{arrays_, SectionKind::nodes, at}.require(!counts_children || node.need == children, "it does not need all of its nodes");
      open_.pop_back();
    }
  }

  void open(const Place& place, const Node& node) {
    const std::size_t index = place.index;
    place.require(node.owner < arrays_.credentials.size(), "there is no such credential");
    if (open_.empty()) {
      place.require(node.parent == none, "it lies outside its tree");
      place.require(node.end > index && node.end <= arrays_.nodes.size(), "its end is not after it");
      root_ = index;
      in_rule_ = arrays_.credentials[node.owner].prerequisite != index;
    } else {
      const Node& parent = arrays_.nodes[open_.back().node];
      place.require(node.parent == open_.back().node, "its parent is not the node it lies in");
      place.require(node.end > index && node.end <= parent.end, "its end is not within its parent");
      place.require(node.owner == parent.owner, "its owner is not its parent's");
      ++open_.back().children;
    }
    place.require(node.kind == NodeKind::group || node.end == index + 1, "only a group has nodes under it");
    open_.push_back({index, 0});
    place.require(open_.size() <= greatest_depth, "the tree is too deep");
  }

  void content(const Place& place, const Node& node) {
    const auto members = arrays_.list_of(node.members);
    switch (node.kind) {
      case NodeKind::group: place.require(members.empty(), "a group has members"); break;
      case NodeKind::gate:
        place.require(members.size() == 1 && members[0] < arrays_.gates.size(), "it does not name one gate");
        break;
      default: check_sorted(place, members, arrays_.credentials.size(), "its members are not sorted, distinct credentials");
    }
    if (node.choice == Choice::all) check_need_of_all(place, node);
    place.require(node.asked.count == 0 || node.kind == NodeKind::competencies, "it asks for competencies and is of another kind");
    place.require(node.kind != NodeKind::amount || (node.measure == Measure::credits) == (node.unit != none),
                  "it has credits without a unit, or a unit without credits");
    check_nodes_of_rule(place, node.after, root_, "what it comes after are not sorted, distinct nodes of its rule");
    asked_of(place, node);
    conditions(place, node);
  }

  static void check_need_of_all(const Place& place, const Node& node) {
    if (node.kind == NodeKind::members) place.require(node.need == node.members.count, "it does not need all of its members");
    if (node.kind == NodeKind::competencies) place.require(node.need == node.asked.count, "it does not need all of its competencies");
  }

  // What is not asked of all is asked beside others that all are: a choice among parts that somebody need not make would say nothing.
  void asked_of(const Place& place, const Node& node) const {
    const auto whom = arrays_.list_of(node.whom);
    place.require((node.asked_of == Asked::of_all) == whom.empty(), "it is asked of all and says of whom, or is not and does not");
    if (node.asked_of == Asked::of_all) return;
    const bool gate = node.asked_of == Asked::with_gate || node.asked_of == Asked::without_gate;
    place.require(!gate || whom.size() == 1, "it does not name one gate");
    check_sorted(place, whom, gate ? arrays_.gates.size() : arrays_.credentials.size(), "of whom it is asked are not sorted, distinct credentials");
    place.require(node.parent == none || arrays_.nodes[node.parent].choice == Choice::all, "it is not asked of all, and is one of several to choose from");
  }

  void conditions(const Place& place, const Node& node) {
    if (node.conditions.count == 0) return;
    place.require(place.index == root_ && in_rule_, "it has conditions and is not the root of a stacking rule");
    claim(place, node.conditions, root_);
  }

  void claim(const Place& place, Range conditions, std::size_t root) {
    const auto [first, count] = conditions;
    const std::size_t size = arrays_.conditions.size();
    place.require(first <= size && count <= size - first, "its conditions lie outside their array");
    for (std::size_t i = first; i < first + std::size_t{count}; ++i) {
      const Place at{arrays_, SectionKind::conditions, i};
      at.require(!conditions_seen_[i], "it belongs to two rules");
      conditions_seen_[i] = true;
      condition(at, arrays_.conditions[i], root);
    }
  }

  void titles() {
    for (const Credential& credential : arrays_.credentials)
      for (std::size_t i = credential.titles.first; i < std::size_t{credential.titles.first} + credential.titles.count; ++i) {
        const Place at{arrays_, SectionKind::titles, i};
        at.require(!titles_seen_[i], "it belongs to two awards");
        titles_seen_[i] = true;
        const std::uint32_t root = arrays_.titles[i].root;
        at.require(root < arrays_.nodes.size() && arrays_.nodes[root].parent == none && arrays_.nodes[root].owner == static_cast<std::uint32_t>(&credential - arrays_.credentials.data()) &&
                       root != credential.prerequisite,
                   "it is no title of its award's rule");
        claim(at, arrays_.titles[i].conditions, root);
      }
    for (std::size_t i = 0; i < titles_seen_.size(); ++i) Place{arrays_, SectionKind::titles, i}.require(titles_seen_[i], "it belongs to no award");
  }

  void condition(const Place& place, const Condition& condition, std::size_t root) const {
    if (condition.within != none)
      place.require(condition.within >= root && condition.within < arrays_.nodes[root].end, "the part that it speaks of is not one of its rule");
    if (condition.kind == ConditionKind::may_share) {
      check_nodes_of_rule(place, condition.members, root, "its members are not sorted, distinct nodes of its rule");
    } else {
      check_sorted(place, arrays_.list_of(condition.members), arrays_.credentials.size(), "its members are not sorted, distinct credentials");
    }
  }

  void check_nodes_of_rule(const Place& place, Range range, std::size_t root, const char* what) const {
    const auto nodes = arrays_.list_of(range);
    check_sorted(place, nodes, arrays_.nodes[root].end, what);
    place.require(nodes.empty() || nodes.front() >= root, what);
  }

  const Arrays& arrays_;
  std::vector<Open> open_;               // from the root to the node at hand
  std::vector<bool> conditions_seen_, titles_seen_;
  std::size_t root_ = 0;                 // of the tree at hand
  bool in_rule_ = false;                 // it is a stacking rule, not a prerequisite
};

}  // namespace

void verify_trees(const Arrays& arrays) { Trees(arrays).check(); }

}  // namespace rung::table
