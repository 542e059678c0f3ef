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

Members intersection(const Members& a, const Members& b) {
  Members out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

Members combined(Word how, const Members& a, const Members& b) {
  Members out;
  if (how == Word::or_) std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  else if (how == Word::and_) return intersection(a, b);
  else std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

// Reads one set. Braces nest at most as deep as the parser lets them (grammar/lexer.hpp), so this may recurse.
class SetReader {
 public:
  SetReader(Linking& linking, const SetIndex& index, const Tree& tree, std::uint32_t owner)
      : linking_(linking), index_(index), tree_(tree), owner_(owner) {}

  Members read(std::uint32_t set) {
    Members members;
    for (const std::uint32_t child : grammar::children(tree_, set)) {
      if (tree_[child].kind == Syntax::joined) {
        members = combined(tree_[child].word, members, primary(tree_[child].first_child));
      } else {
        members = primary(child);
      }
    }
    return members;
  }

  ReadSet take() && { return std::move(out_); }
  bool only_institutions = true;

 private:
  Members primary(std::uint32_t node) { return tree_[node].kind == Syntax::name ? named(tree_.span(node)) : braced(node); }

  // A bare name is a credential, or an institution: all that it issues.
  Members named(Span span) {
    const std::string_view name = linking_.written(span);
    const std::uint32_t institution = linking_.names.find(Category::institution, tree_.file, name);
    const std::uint32_t credential = linking_.names.find(Category::credential, tree_.file, name);
    if (institution != none && credential != none) {
      linking_.sink.report(Kind::ambiguous_name, span, {std::string(name), "an institution and a credential"});
      out_.incomplete = true;
      return {};
    }
    if (institution != none) return visible(index_.issued_by(institution));
    only_institutions = false;
    return credential_named(span);
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
  Members braced(std::uint32_t node) {
    only_institutions = false;
    Members listed, covered;
    std::vector<Reference> names;
    bool lists = false, covers = false;
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
        case Syntax::described:
          covered = covers ? intersection(covered, described(head)) : described(head);
          covers = true;
          continue;
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
      listed.insert(listed.end(), members.begin(), members.end());
    }
    report_repeated(std::move(names));
    if (lists && covers) {
      linking_.sink.report(Kind::mixed_set, tree_.span(node)).help(Phrase::split_the_set);
      out_.incomplete = true;
    }
    normalize(listed);
    return lists ? listed : covered;
  }

  void report_repeated(std::vector<Reference> names) {
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

  Members described(std::uint32_t node) { return without_owner(covered_by(node)); }

  Members covered_by(std::uint32_t node) {
    const std::uint32_t value = tree_[node].first_child;
    const Span span = tree_.span(value);
    switch (tree_[node].word) {
      case Word::tagged: {
        const Members& members = index_.tagged(std::string(linking_.written(span)));
        if (members.empty()) unknown_tag(span);
        return visible(members);
      }
      case Word::issued_by: {
        const std::uint32_t institution = linking_.names.resolve(Category::institution, tree_.file, span);
        if (institution != none) return visible(index_.issued_by(institution));
        out_.incomplete = true;
        return {};
      }
      case Word::type: return visible(index_.of_type(credential_type(tree_[value].word)));
      case Word::developing: return developing(value);
      default: return at_level(value);
    }
  }

  Members developing(std::uint32_t value) {
    const std::uint32_t competency = linking_.names.resolve(Category::competency, tree_.file, tree_.span(value));
    if (competency == none) {
      out_.incomplete = true;
      return {};
    }
    const std::uint32_t to = tree_[value].next_sibling;
    const Achievement least = to == grammar::no_node ? Achievement::unknown : achievement(tree_[to].word);
    Members out;
    for (const std::uint32_t id : visible(index_.developing(competency))) {
      const auto& develops = linking_.model.credentials[id].develops;
      const auto at = std::find_if(develops.begin(), develops.end(), [&](const Developed& d) { return d.competency == competency; });
      if (at->to >= least) out.push_back(id);
    }
    return out;
  }

  Members at_level(std::uint32_t bound) {
    std::vector<Amount> limits;
    for (const std::uint32_t number : grammar::children(tree_, bound)) {
      const auto limit = read_decimal(linking_.written(tree_.span(number)), tree_.span(number), linking_.sink);
      if (!limit) {
        out_.incomplete = true;
        return {};
      }
      limits.push_back(*limit);
    }
    const auto inside = [&](Amount level) {
      switch (tree_[bound].word) {
        case Word::at_least: return level >= limits[0];
        case Word::at_most: return level <= limits[0];
        case Word::below: return level < limits[0];
        case Word::above: return level > limits[0];
        case Word::between: return level >= limits[0] && level <= limits[1];
        default: return level == limits[0];
      }
    };
    // A credential that states no level is in no description of levels.
    Members out;
    for (const std::uint32_t framework : linking_.names.visible_from(tree_.file)) {
      const std::string prefix = linking_.model.frameworks[framework].name + '.';
      const auto& all = linking_.model.credentials;
      auto at = std::lower_bound(all.begin(), all.end(), prefix, [](const Credential& c, const std::string& p) { return c.name < p; });
      for (; at != all.end() && at->name.starts_with(prefix); ++at)
        if (at->level && inside(at->level->value)) out.push_back(static_cast<std::uint32_t>(at - all.begin()));
    }
    normalize(out);
    return out;
  }

  // What the file's own framework and those it uses declare.
  Members visible(const Members& members) const {
    const auto& frameworks = linking_.names.visible_from(tree_.file);
    Members out;
    for (const std::uint32_t id : members) {
      const std::uint32_t framework = linking_.model.credentials[id].framework;
      if (std::find(frameworks.begin(), frameworks.end(), framework) != frameworks.end()) out.push_back(id);
    }
    return out;
  }

  Members without_owner(Members members) const {
    members.erase(std::remove(members.begin(), members.end(), owner_), members.end());
    return members;
  }

  void unknown_tag(Span span) {
    const std::string_view name = linking_.written(span);
    auto report = linking_.sink.report(Kind::unknown_name, span, {"tag", std::string(name)});
    if (const auto near = diagnostics::nearest(name, index_.tags()); !near.empty()) report.help(Phrase::did_you_mean, {std::string(near)});
    out_.incomplete = true;
  }

  Linking& linking_;
  const SetIndex& index_;
  const Tree& tree_;
  std::uint32_t owner_;
  ReadSet out_;
};

}  // namespace

SetIndex::SetIndex(const Model& model)
    : by_issuer_(model.institutions.size()), by_type_(static_cast<std::size_t>(CredentialType::count_)), by_competency_(model.competencies.size()) {
  for (std::uint32_t id = 0; id < model.credentials.size(); ++id) {
    const Credential& credential = model.credentials[id];
    for (const std::string& tag : credential.tags) by_tag_[tag].push_back(id);
    for (const Reference& issuer : credential.issuers) by_issuer_[issuer.id].push_back(id);
    for (const Developed& developed : credential.develops) by_competency_[developed.competency].push_back(id);
    by_type_[static_cast<std::size_t>(credential.type)].push_back(id);
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
