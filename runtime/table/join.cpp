#include "runtime/table/join.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "runtime/table/checking.hpp"
#include "runtime/table/image.hpp"
#include "runtime/table/links.hpp"
#include "runtime/table/origins.hpp"

namespace rung::table {
namespace {

// Lists of what points to each element, worked out anew.
class Pointers {
 public:
  explicit Pointers(std::size_t elements) : begin_(elements + 1) {}
  // First every pointer is announced, then, after `place`, every one is put, ascending.
  void announce(std::uint32_t to) { ++begin_[to + 1]; }
  void place() {
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
    from_.resize(begin_.back());
  }
  // Each beginning goes on to the one after it, and `done` moves all back.
  void put(std::uint32_t from, std::uint32_t to) { from_[begin_[to]++] = from; }
  void done() {
    std::copy_backward(begin_.begin(), begin_.end() - 1, begin_.end());
    begin_.front() = 0;
  }
  std::span<const std::uint32_t> to(std::uint32_t element) const { return std::span(from_).subspan(begin_[element], begin_[element + 1] - begin_[element]); }

 private:
  std::vector<std::uint32_t> begin_;   // as many as a table has list elements, at most
  std::vector<std::uint32_t> from_;
};

// Moves records of one table into the image. It does in the same order what the compiler does with a model (compiler/emit/make_image.cpp), so the bytes are the same.
class Mover {
 public:
  Mover(const Joinable& table, std::uint32_t number, const Origins& origins, Image& image, std::vector<std::uint32_t>& scratch)
      : from_(table.arrays), number_(number), origins_(origins), image_(image), scratch_(scratch) {}

  void text(Text& where) { where = image_.intern(from_.text_of(where)); }
  void texts(Range& where) {
    scratch_.clear();
    const auto pairs = from_.list_of(where);
    for (std::size_t i = 0; i < pairs.size(); i += 2) {
      const Text moved = image_.intern(from_.text_of({pairs[i], pairs[i + 1]}));
      scratch_.insert(scratch_.end(), {moved.offset, moved.length});
    }
    where = image_.list(scratch_);
  }
  void numbers(Range& where) { where = image_.list(from_.list_of(where)); }
  void one(SectionKind kind, std::uint32_t& what) {
    if (what != none) what = origins_.of(kind).of(number_, what);
  }
  void many(SectionKind kind, Range& where) {
    scratch_.clear();
    for (const std::uint32_t each : from_.list_of(where)) scratch_.push_back(origins_.of(kind).of(number_, each));
    where = image_.list(scratch_);
  }
  void run(SectionKind kind, Range& where) {
    if (where.count == 0) {
      where = {0, 0};
      return;
    }
    switch (kind) {
      case SectionKind::developed: where = moved(from_.developed, where, image_.developed); break;
      case SectionKind::versions: where = moved(from_.versions, where, image_.versions); break;
      case SectionKind::titles: where = moved(from_.titles, where, image_.titles); break;
      default: where.first = origins_.of(kind).of(number_, where.first);   // conditions and recognitions, which are moved by themselves
    }
  }

 private:
  template <class Record>
  Range moved(std::span<const Record> records, Range where, std::vector<Record>& into) {
    const auto first = static_cast<std::uint32_t>(into.size());
    for (Record record : records.subspan(where.first, where.count)) {
      links(record, *this);
      into.push_back(record);
    }
    return {first, where.count};
  }

  const Arrays& from_;
  std::uint32_t number_;
  const Origins& origins_;
  Image& image_;
  std::vector<std::uint32_t>& scratch_;    // one for all tables, of which there may be many
};

class Joining {
 public:
  explicit Joining(std::span<const Joinable> tables)
      : tables_(tables), origins_(tables), uses_(count(SectionKind::credentials)), uses_of_gates_(count(SectionKind::gates)), uses_of_competencies_(count(SectionKind::competencies)),
        recognised_in_(count(SectionKind::credentials)), given_by_(count(SectionKind::credentials)) {
    movers_.reserve(tables.size());
    for (std::uint32_t i = 0; i < tables.size(); ++i) movers_.emplace_back(tables[i], i, origins_, image_, scratch_);
  }

  Image join() {
    pointers();
    reserve();
    all(SectionKind::units, image_.units, [](const Arrays& arrays) { return arrays.units; });
    all(SectionKind::scales, image_.scales, [](const Arrays& arrays) { return arrays.scales; });
    for (const Origin origin : origins_.of(SectionKind::currencies).origins()) movers_[origin.table].text(image_.currencies.emplace_back(arrays(origin).currencies[origin.index]));
    all(SectionKind::frameworks, image_.frameworks, [](const Arrays& arrays) { return arrays.frameworks; });
    all(SectionKind::institutions, image_.institutions, [](const Arrays& arrays) { return arrays.institutions; });
    all(SectionKind::competencies, image_.competencies, [](const Arrays& arrays) { return arrays.competencies; });
    all(SectionKind::gates, image_.gates, [](const Arrays& arrays) { return arrays.gates; });
    for (std::uint32_t i = 0; i < image_.gates.size(); ++i) image_.gates[i].uses = image_.list(uses_of_gates_.to(i));
    for (std::uint32_t i = 0; i < image_.competencies.size(); ++i) image_.competencies[i].uses = image_.list(uses_of_competencies_.to(i));
    credentials();
    nodes();
    all(SectionKind::conditions, image_.conditions, [](const Arrays& arrays) { return arrays.conditions; });
    all(SectionKind::agreements, image_.agreements, [](const Arrays& arrays) { return arrays.agreements; });
    all(SectionKind::recognitions, image_.recognitions, [](const Arrays& arrays) { return arrays.recognitions; });
    statements();
    for (const SectionKind kind : {SectionKind::frameworks, SectionKind::institutions, SectionKind::competencies, SectionKind::gates, SectionKind::credentials, SectionKind::agreements}) translations(kind);
    return std::move(image_);
  }

 private:
  std::size_t count(SectionKind kind) const { return origins_.of(kind).size(); }
  const Arrays& arrays(Origin origin) const { return tables_[origin.table].arrays; }

  template <class Record, class Records>
  void all(SectionKind kind, std::vector<Record>& into, Records records) {
    into.reserve(count(kind));
    for (const Origin origin : origins_.of(kind).origins()) {
      Record record = records(arrays(origin))[origin.index];
      links(record, movers_[origin.table]);
      into.push_back(record);
    }
  }

  // Calls visit(node's place, what it points to, whose list that is) for every node of a stacking rule.
  template <class Visit>
  void each_use(Visit visit) {
    const auto nodes = origins_.of(SectionKind::nodes).origins();
    bool in_prerequisite = false;
    for (std::uint32_t place = 0; place < nodes.size(); ++place) {
      const auto [number, index] = nodes[place];
      const Arrays& from = tables_[number].arrays;
      const Node& node = from.nodes[index];
      if (node.parent == none) in_prerequisite = from.credentials[node.owner].prerequisite == index;
      if (in_prerequisite) continue;
      const bool gate = node.kind == NodeKind::gate;
      for (const std::uint32_t member : from.list_of(node.members))
        visit(place, origins_.of(gate ? SectionKind::gates : SectionKind::credentials).of(number, member), gate ? uses_of_gates_ : uses_);
      for (const Developed& asked : from.developed.subspan(node.asked.count == 0 ? 0 : node.asked.first, node.asked.count))
        visit(place, origins_.of(SectionKind::competencies).of(number, asked.competency), uses_of_competencies_);
    }
  }

  template <class Visit>
  void each_recognition(Visit visit) {
    const auto recognitions = origins_.of(SectionKind::recognitions).origins();
    for (std::uint32_t place = 0; place < recognitions.size(); ++place) {
      const auto [number, index] = recognitions[place];
      const Arrays& from = tables_[number].arrays;
      const Order& credentials = origins_.of(SectionKind::credentials);
      for (const std::uint32_t source : from.list_of(from.recognitions[index].sources)) visit(place, credentials.of(number, source), recognised_in_);
      for (const std::uint32_t target : from.list_of(from.recognitions[index].targets)) visit(place, credentials.of(number, target), given_by_);
    }
  }

  void pointers() {
    const auto announce = [](std::uint32_t, std::uint32_t to, Pointers& list) { list.announce(to); };
    const auto put = [](std::uint32_t from, std::uint32_t to, Pointers& list) { list.put(from, to); };
    each_use(announce);
    each_recognition(announce);
    for (Pointers* const list : {&uses_, &uses_of_gates_, &uses_of_competencies_, &recognised_in_, &given_by_}) list->place();
    each_use(put);
    each_recognition(put);
    for (Pointers* const list : {&uses_, &uses_of_gates_, &uses_of_competencies_, &recognised_in_, &given_by_}) list->done();
  }

  // No more than in the tables together: memory that is not used in the end is never touched.
  void reserve() {
    std::size_t text = 0, lists = 0, developed = 0, statements = 0;
    for (const Joinable& table : tables_) {
      text += table.arrays.text.size();
      lists += table.arrays.lists.size();
      developed += table.arrays.developed.size();
      statements += table.arrays.statements.size();
    }
    image_.text.reserve(text);
    image_.lists.reserve(lists);
    image_.developed.reserve(developed);
    image_.statements.reserve(statements);
  }

  void credentials() {
    image_.credentials.reserve(count(SectionKind::credentials));
    for (const Origin origin : origins_.of(SectionKind::credentials).origins()) {
      Credential credential = arrays(origin).credentials[origin.index];
      const auto place = static_cast<std::uint32_t>(image_.credentials.size());
      links(
          credential, movers_[origin.table], [&](Credential& one) { one.uses = image_.list(uses_.to(place)); },
          [&](Credential& one) {
            one.recognised_in = image_.list(recognised_in_.to(place));
            one.given_by = image_.list(given_by_.to(place));
          });
      image_.credentials.push_back(credential);
    }
    // Where tables have a framework in common, one may know an agreement that makes a rule harder to decide; the harder class is right for both.
    const Order& order = origins_.of(SectionKind::credentials);
    for (std::uint32_t number = 0; number < tables_.size(); ++number)
      for (std::uint32_t i = 0; i < tables_[number].arrays.credentials.size(); ++i) {
        RuleClass& known = image_.credentials[order.of(number, i)].rule_class;
        known = std::max(known, tables_[number].arrays.credentials[i].rule_class);
      }
  }

  void nodes() {
    image_.nodes.reserve(count(SectionKind::nodes));
    for (const Origin origin : origins_.of(SectionKind::nodes).origins()) {
      Node node = arrays(origin).nodes[origin.index];
      const auto moved_by = static_cast<std::uint32_t>(image_.nodes.size()) - origin.index;
      links(node, movers_[origin.table]);
      if (node.parent != none) node.parent += moved_by;
      node.end += moved_by;
      image_.nodes.push_back(node);
    }
  }

  void statements() {
    for (const Origin origin : origins_.of(SectionKind::credentials).origins())
      for (Statement statement : statements_of(arrays(origin), origin.index)) {
        links(statement, movers_[origin.table]);
        image_.statements.push_back(statement);
      }
  }

  void translations(SectionKind kind) {
    for (const Origin origin : origins_.of(kind).origins())
      for (Translation translation : translations_of(arrays(origin), kind, origin.index)) {
        links(translation, movers_[origin.table]);
        image_.translations.push_back(translation);
      }
  }

  std::span<const Joinable> tables_;
  Origins origins_;
  Pointers uses_, uses_of_gates_, uses_of_competencies_, recognised_in_, given_by_;
  std::vector<std::uint32_t> scratch_;
  std::vector<Mover> movers_;
  Image image_;
};

}  // namespace

Result<std::string> join(std::span<const Joinable> tables) {
  Result<Image> image = joined(tables);
  if (!image) return image.error();
  return serialize(std::move(*image));
}

Result<Image> joined(std::span<const Joinable> tables) {
  try {
    return Joining(tables).join();
  } catch (const Damaged& damage) {
    return damage.error;
  } catch (const std::length_error& error) {
    return Error{"too-large", std::string("the tables do not fit into one: ") + error.what(), "join fewer of them"};
  }
}

}  // namespace rung::table
