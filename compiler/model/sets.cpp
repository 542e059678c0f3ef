// Set descriptions, expanded to the credentials that they cover.
#include <algorithm>
#include <iterator>

#include "compiler/model/linking.hpp"

namespace rung::model {
namespace {

using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Tree;
using grammar::Word;
using Syntax = grammar::NodeKind;
using Members = std::vector<std::uint32_t>;

const Members nothing;

void normalize(Members& members) {
  std::sort(members.begin(), members.end());
  members.erase(std::unique(members.begin(), members.end()), members.end());
}

// One description as a question to a credential. What could not be resolved has been reported and covers nothing.
struct Test {
  enum Kind : std::uint8_t { unresolved, tag, issuer, type, competency, level } kind = unresolved;
  std::string tag_name;
  std::uint32_t id = none;                       // institution or competency
  CredentialType credential_type{};
  Achievement least = Achievement::unknown;      // of a competency
  Word bound = Word::none;
  Amount low = 0, high = 0;                      // of a level
};

bool is_inside(const Test& test, Amount level) {
  switch (test.bound) {
    case Word::at_least: return level >= test.low;
    case Word::at_most: return level <= test.low;
    case Word::below: return level < test.low;
    case Word::above: return level > test.low;
    case Word::between: return level >= test.low && level <= test.high;
    default: return level == test.low;
  }
}

bool holds(const Test& test, const Credential& credential) {
  switch (test.kind) {
    case Test::tag: return std::binary_search(credential.tags.begin(), credential.tags.end(), test.tag_name);
    case Test::issuer:
      return std::any_of(credential.issuers.begin(), credential.issuers.end(), [&](const Reference& issuer) { return issuer.id == test.id; });
    case Test::type: return credential.type == test.credential_type;
    case Test::competency:
      return std::any_of(credential.develops.begin(), credential.develops.end(),
                         [&](const Developed& d) { return d.competency == test.id && d.to >= test.least; });
    // A credential that states no level is in no description of levels.
    case Test::level: return credential.level && is_inside(test, credential.level->value);
    default: return false;
  }
}

// What one primary of a set stands for: credentials by name, or those that pass every test.
struct Primary {
  bool is_described = false;
  Members listed;
  std::vector<Test> tests;
};

// Reads one set. Braces nest at most as deep as the parser lets them (grammar/lexer.hpp), so this may recurse.
//
// A description is asked of the credentials at hand where it narrows a set that is known, and only else expanded, from the shortest list of the
// index: `{ tagged x } except { type badge }` never looks at all the badges of a registry.
class SetReader {
 public:
  SetReader(Linking& linking, const SetIndex& index, const Tree& tree, std::uint32_t owner)
      : linking_(linking), index_(index), tree_(tree), owner_(owner) {}

  Members read(std::uint32_t set) {
    Members members;
    std::size_t settled = 0;       // how many members were in order when they last were
    for (const std::uint32_t child : grammar::children(tree_, set)) {
      const bool is_joined = tree_[child].kind == Syntax::joined;
      const Word how = is_joined ? tree_[child].word : Word::or_;
      Primary next = primary(is_joined ? tree_[child].first_child : child);
      if (how == Word::or_) {
        // A union is put in order when it has doubled, not once a member: a thousand `or` take about the time of one long list.
        const Members more = next.is_described ? expand(next.tests) : std::move(next.listed);
        members.insert(members.end(), more.begin(), more.end());
        if (members.size() <= 2 * settled + 4096) continue;
      }
      normalize(members);
      if (how != Word::or_) keep(members, next, how == Word::and_);
      settled = members.size();
    }
    normalize(members);
    return members;
  }

  ReadSet take() && { return std::move(out_); }
  bool only_institutions = true;

 private:
  void keep(Members& members, Primary& by, bool kept) {
    normalize(by.listed);
    members.erase(std::remove_if(members.begin(), members.end(),
                                 [&](std::uint32_t id) {
                                   const bool in = by.is_described ? covers(by.tests, id)
                                                                   : std::binary_search(by.listed.begin(), by.listed.end(), id);
                                   return in != kept;
                                 }),
                  members.end());
  }

  Primary primary(std::uint32_t node) { return tree_[node].kind == Syntax::name ? named(tree_.span(node)) : braced(node); }

  // A bare name is a credential, or an institution: all that it issues.
  Primary named(Span span) {
    const std::string_view name = linking_.written(span);
    const std::uint32_t institution = linking_.names.find(Category::institution, tree_.file, name);
    const std::uint32_t credential = linking_.names.find(Category::credential, tree_.file, name);
    if (institution != none && credential != none) {
      linking_.sink.report(Kind::ambiguous_name, span, {std::string(name), "an institution and a credential"});
      out_.incomplete = true;
      return {};
    }
    if (institution != none) {
      linking_.names.note(Category::institution, span, institution);
      Test test;
      test.kind = Test::issuer;
      test.id = institution;
      return {true, {}, {std::move(test)}};
    }
    only_institutions = false;
    return {false, credential_named(span), {}};
  }

  Members credential_named(Span span) {
    const std::uint32_t id = linking_.names.resolve(Category::credential, tree_.file, span);
    if (id == none) {
      out_.incomplete = true;
      return {};
    }
    if (linking_.model.credentials[id].broken) out_.incomplete = true;
    out_.written.push_back({id, span});
    return {id};
  }

  // Names and sets in braces are a list: all of them. Descriptions in braces narrow each other: what all of them cover.
  Primary braced(std::uint32_t node) {
    only_institutions = false;
    Primary out;
    std::vector<Reference> names;
    bool lists = false;
    for (const std::uint32_t item : grammar::children(tree_, node)) {
      const std::uint32_t head = head_of(item);
      Members members;
      switch (tree_[head].kind) {
        case Syntax::reference: {
          members = credential_named(tree_.span(tree_[head].first_child));
          if (!members.empty()) names.push_back({members[0], tree_.span(head)});
          break;
        }
        case Syntax::set: members = read(head); break;
        case Syntax::described: out.tests.push_back(described(head)); continue;
        default:
          linking_.sink.report(Kind::not_a_set, tree_.span(item));
          out_.incomplete = true;
          continue;
      }
      if (tree_[item].first_child != head || tree_[head].next_sibling != grammar::no_node) {
        linking_.sink.report(Kind::not_a_set, tree_.span(item));
        out_.incomplete = true;
      }
      lists = true;
      out.listed.insert(out.listed.end(), members.begin(), members.end());
    }
    report_repeated(std::move(names));
    if (lists && !out.tests.empty()) {
      linking_.sink.report(Kind::mixed_set, tree_.span(node)).help(Phrase::split_the_set);
      out_.incomplete = true;
    }
    out.is_described = !lists && !out.tests.empty();
    return out;
  }

  void report_repeated(std::vector<Reference> names) {
    if (names.size() < 2) return;
    std::stable_sort(names.begin(), names.end(), [](const Reference& a, const Reference& b) { return a.id < b.id; });
    for (std::size_t i = 1; i < names.size(); ++i) {
      if (names[i].id != names[i - 1].id) continue;
      linking_.sink.report(Kind::duplicate_member, names[i].span, {std::string(linking_.written(names[i].span))})
          .also(names[i - 1].span, Phrase::first_stated_here);
    }
  }

  std::uint32_t head_of(std::uint32_t item) const {
    if (tree_[item].kind != Syntax::requirement) return item;
    const std::uint32_t first = tree_[item].first_child;
    return tree_[first].kind == Syntax::part ? tree_[first].next_sibling : first;
  }

  Test described(std::uint32_t node) {
    const std::uint32_t value = tree_[node].first_child;
    const Span span = tree_.span(value);
    Test test;
    switch (tree_[node].word) {
      case Word::tagged:
        test.tag_name = linking_.written(span);
        test.kind = is_known(test.tag_name) ? Test::tag : Test::unresolved;
        if (test.kind == Test::unresolved) unknown_tag(span);
        break;
      case Word::issued_by:
        test.id = linking_.names.resolve(Category::institution, tree_.file, span);
        test.kind = test.id == none ? Test::unresolved : Test::issuer;
        break;
      case Word::type:
        test.credential_type = credential_type(tree_[value].word);
        test.kind = Test::type;
        break;
      case Word::developing: {
        test.id = linking_.names.resolve(Category::competency, tree_.file, span);
        test.kind = test.id == none ? Test::unresolved : Test::competency;
        const std::uint32_t to = tree_[value].next_sibling;
        if (to != grammar::no_node) test.least = achievement(tree_[to].word);
        break;
      }
      default: at_level(value, test);
    }
    if (test.kind == Test::unresolved) out_.incomplete = true;
    return test;
  }

  void at_level(std::uint32_t bound, Test& test) {
    std::vector<Amount> limits;
    for (const std::uint32_t number : grammar::children(tree_, bound)) {
      const auto limit = read_decimal(linking_.written(tree_.span(number)), tree_.span(number), linking_.sink);
      if (!limit) return;
      limits.push_back(*limit);
    }
    test.kind = Test::level;
    test.bound = tree_[bound].word;
    test.low = limits.front();
    test.high = limits.back();
  }

  // What the file's own framework and those it uses declare, and never the award itself.
  bool covers(const std::vector<Test>& tests, std::uint32_t id) const {
    if (id == owner_) return false;
    const Credential& credential = linking_.model.credentials[id];
    return can_see(credential) &&
           std::all_of(tests.begin(), tests.end(), [&](const Test& test) { return holds(test, credential); });
  }

  const Members& candidates(const Test& test) const {
    switch (test.kind) {
      case Test::tag: return index_.tagged(test.tag_name);
      case Test::issuer: return index_.issued_by(test.id);
      case Test::type: return index_.of_type(test.credential_type);
      case Test::competency: return index_.developing(test.id);
      case Test::level: return index_.levelled();
      default: return nothing;
    }
  }

  Members expand(const std::vector<Test>& tests) const {
    if (linking_.too_many_reported) return {};
    const Members* shortest = &candidates(tests.front());
    for (const Test& test : tests)
      if (candidates(test).size() < shortest->size()) shortest = &candidates(test);
    Members out;
    std::copy_if(shortest->begin(), shortest->end(), std::back_inserter(out), [&](std::uint32_t id) { return covers(tests, id); });
    return out;
  }

  bool can_see(const Credential& credential) const {
    const auto& frameworks = linking_.names.visible_from(tree_.file);
    return std::find(frameworks.begin(), frameworks.end(), credential.framework) != frameworks.end();
  }

  // What frameworks tag that this file does not use is not its business.
  bool is_known(const std::string& tag) const {
    const Members& tagged = index_.tagged(tag);
    return std::any_of(tagged.begin(), tagged.end(), [&](std::uint32_t id) { return can_see(linking_.model.credentials[id]); });
  }

  void unknown_tag(Span span) {
    const std::string_view name = linking_.written(span);
    auto report = linking_.sink.report(Kind::unknown_name, span, {"tag", std::string(name)});
    std::vector<std::string_view> known = index_.tags();
    std::erase_if(known, [&](std::string_view tag) { return !is_known(std::string(tag)); });
    if (const auto near = diagnostics::nearest(name, known); !near.empty()) report.help(Phrase::did_you_mean, {std::string(near)});
  }

  Linking& linking_;
  const SetIndex& index_;
  const Tree& tree_;
  std::uint32_t owner_;
  ReadSet out_;
};

}  // namespace

bool Linking::room_for(std::size_t members, Span span) {
  members_so_far += members;
  if (members_so_far <= most_members) return true;
  model.too_large = true;
  if (!too_many_reported) sink.report(Kind::too_large, span, {"its sets name more than 10,000,000 credentials in all"});
  too_many_reported = true;
  return false;
}

SetIndex::SetIndex(const Model& model)
    : by_issuer_(model.institutions.size()), by_type_(static_cast<std::size_t>(CredentialType::count_)), by_competency_(model.competencies.size()) {
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const Credential& credential = model.credentials[id];
    for (const std::string& tag : credential.tags) by_tag_[tag].push_back(id);
    for (const Reference& issuer : credential.issuers) by_issuer_[issuer.id].push_back(id);
    for (const Developed& developed : credential.develops) by_competency_[developed.competency].push_back(id);
    by_type_[static_cast<std::size_t>(credential.type)].push_back(id);
    if (credential.level) levelled_.push_back(id);
  }
}

const Members& SetIndex::tagged(const std::string& tag) const {
  const auto found = by_tag_.find(tag);
  return found == by_tag_.end() ? nothing : found->second;
}
const Members& SetIndex::issued_by(std::uint32_t institution) const { return by_issuer_[institution]; }
const Members& SetIndex::of_type(CredentialType type) const { return by_type_[static_cast<std::size_t>(type)]; }
const Members& SetIndex::developing(std::uint32_t competency) const { return by_competency_[competency]; }

std::vector<std::string_view> SetIndex::tags() const {
  std::vector<std::string_view> out;
  for (const auto& [tag, members] : by_tag_) out.push_back(tag);
  std::sort(out.begin(), out.end());
  return out;
}

ReadSet read_set(Linking& linking, const SetIndex& index, const Tree& tree, std::uint32_t set, std::uint32_t owner) {
  SetReader reader(linking, index, tree, owner);
  Members members = reader.read(set);
  const bool institutions = reader.only_institutions;
  ReadSet out = std::move(reader).take();
  out.members = std::move(members);
  out.only_institutions = institutions;
  return out;
}

bool describes(const Tree& tree, std::uint32_t braced) {
  for (const std::uint32_t item : grammar::children(tree, braced)) {
    const std::uint32_t head = tree[item].first_child;
    if (head != grammar::no_node && (tree[head].kind == Syntax::described || tree[head].kind == Syntax::set)) return true;
  }
  return false;
}

}  // namespace rung::model
