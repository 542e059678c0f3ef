#include "runtime/table/sameness.hpp"

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <vector>

#include "runtime/table/arrays.hpp"
#include "runtime/table/links.hpp"
#include "runtime/table/xxh64.hpp"

namespace rung::table {
namespace {

constexpr auto nothing = [](auto&) {};

// Says a record in bytes that are the same wherever it lies: what it points to by name, or by content where it has none.
class Telling {
 public:
  Telling(const Arrays& arrays, std::uint32_t first_node) : arrays_(arrays), first_node_(first_node) {}

  std::uint64_t finish() const { return xxh64(said_); }

  void tell(Credential credential) {
    links(credential, *this, nothing, nothing);
    credential.uses = credential.recognised_in = credential.given_by = {0, 0};
    credential.rule_class = RuleClass::taken;                    // agreements of others make a rule harder to decide
    raw(credential);
  }
  void tell(Competency competency) {
    links(competency, *this);
    competency.uses = {0, 0};
    raw(competency);
  }
  void tell(Gate gate) {
    links(gate, *this);
    gate.uses = {0, 0};
    raw(gate);
  }
  void tell(Node node) {
    links(node, *this);
    node.parent = node.parent == none ? none : node.parent - first_node_;
    node.end -= first_node_;
    raw(node);
  }
  template <class Record>
  void tell(Record record) {
    links(record, *this);
    raw(record);
  }

  // What `links` calls.
  void text(Text& where) {
    word(arrays_.text_of(where));
    where = {0, 0};
  }
  void texts(Range& where) {
    const auto pairs = arrays_.list_of(where);
    number(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); i += 2) word(arrays_.text_of({pairs[i], pairs[i + 1]}));
    where = {0, 0};
  }
  void numbers(Range& where) {
    number(where.count);
    for (const std::uint32_t one : arrays_.list_of(where)) number(one);
    where = {0, 0};
  }
  void one(SectionKind kind, std::uint32_t& what) {
    if (what != none) element(kind, what);
    number(what == none);
    what = 0;
  }
  void many(SectionKind kind, Range& where) {
    number(where.count);
    for (const std::uint32_t one : arrays_.list_of(where)) element(kind, one);
    where = {0, 0};
  }
  void run(SectionKind kind, Range& where) {
    number(where.count);
    const auto all = [&](const auto& records) {
      for (const auto& one : records.subspan(where.count == 0 ? 0 : where.first, where.count)) tell(one);
    };
    switch (kind) {
      case SectionKind::developed: all(arrays_.developed); break;
      case SectionKind::versions: all(arrays_.versions); break;
      case SectionKind::titles: all(arrays_.titles); break;
      case SectionKind::conditions: all(arrays_.conditions); break;
      case SectionKind::recognitions: all(arrays_.recognitions); break;
      default: break;
    }
    where = {0, 0};
  }

 private:
  void element(SectionKind kind, std::uint32_t id) {
    switch (kind) {
      case SectionKind::units: {
        const Unit& unit = arrays_.units[id];
        word(arrays_.text_of(unit.name));
        raw(unit.hours);
        break;
      }
      case SectionKind::scales: tell(arrays_.scales[id]); break;
      case SectionKind::currencies: word(arrays_.text_of(arrays_.currencies[id])); break;
      case SectionKind::frameworks: word(arrays_.text_of(arrays_.frameworks[id].name)); break;
      case SectionKind::institutions: word(arrays_.text_of(arrays_.institutions[id].name)); break;
      case SectionKind::competencies: word(arrays_.text_of(arrays_.competencies[id].name)); break;
      case SectionKind::gates: word(arrays_.text_of(arrays_.gates[id].name)); break;
      case SectionKind::credentials: word(arrays_.text_of(arrays_.credentials[id].name)); break;
      case SectionKind::agreements: word(arrays_.text_of(arrays_.agreements[id].name)); break;
      default: number(id - first_node_);                         // nodes, which are of one credential
    }
  }
  void word(std::string_view words) {
    number(words.size());
    said_ += words;
  }
  void number(std::uint64_t value) { raw(value); }
  template <class Record>
  void raw(const Record& record) {
    static_assert(std::has_unique_object_representations_v<Record>);
    said_.append(reinterpret_cast<const char*>(&record), sizeof record);
  }

  const Arrays& arrays_;
  std::uint32_t first_node_;
  std::string said_;
};

struct Said {
  std::string_view name;
  std::uint64_t what;
};

// Everything of a framework: sections in order, in each the names in order.
class Contents {
 public:
  Contents(const Arrays& arrays, std::uint32_t framework) : arrays_(arrays), framework_(framework) {
    Telling telling(arrays, 0);
    telling.tell(arrays.frameworks[framework]);
    translations(SectionKind::frameworks, framework, telling);
    said.push_back({arrays.text_of(arrays.frameworks[framework].name), telling.finish()});
    each(SectionKind::competencies, arrays.competencies);
    each(SectionKind::gates, arrays.gates);
    each(SectionKind::credentials, arrays.credentials);
    each(SectionKind::agreements, arrays.agreements);
  }
  std::vector<Said> said;

 private:
  template <class Record>
  void each(SectionKind kind, std::span<const Record> records) {
    for (std::uint32_t id = 0; id < records.size(); ++id) {
      if (records[id].framework != framework_) continue;
      const auto [first, last] = kind == SectionKind::credentials ? nodes_of(arrays_, id) : std::pair(0u, 0u);
      Telling telling(arrays_, first);
      telling.tell(records[id]);
      for (std::uint32_t i = first; i < last; ++i) telling.tell(arrays_.nodes[i]);
      if (kind == SectionKind::credentials) statements(id, telling);
      translations(kind, id, telling);
      said.push_back({arrays_.text_of(records[id].name), telling.finish()});
    }
  }

  void statements(std::uint32_t credential, Telling& telling) const {
    for (const Statement& one : statements_of(arrays_, credential)) telling.tell(one);
  }

  void translations(SectionKind kind, std::uint32_t id, Telling& telling) const {
    for (const Translation& one : translations_of(arrays_, kind, id)) telling.tell(one);
  }

  const Arrays& arrays_;
  std::uint32_t framework_;
};

}  // namespace

std::string first_difference(const Arrays& one, std::uint32_t of_one, const Arrays& other, std::uint32_t of_other) {
  const std::vector<Said> left = Contents(one, of_one).said, right = Contents(other, of_other).said;
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    if (i == right.size()) return std::string(left[i].name);
    if (i == left.size()) return std::string(right[i].name);
    if (left[i].name != right[i].name) return std::string(std::min(left[i].name, right[i].name));
    if (left[i].what != right[i].what) return std::string(left[i].name);
  }
  return {};
}

}  // namespace rung::table
