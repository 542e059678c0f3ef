#include "runtime/rung/records/record.hpp"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "runtime/table/decimal.hpp"

namespace rung {
namespace {

// What a JSON value is for, by the place it stands in.
enum class Slot {
  nothing,                                                                    // passed over, with all that is in it
  record, learner, on, holdings, gates, gate, entered, entry,
  holding, credential, competency, grade, achievement, by, term, awarded, expires, counted, counted_name,
  exceptions, exception, award, part, prerequisite, approved_by, because, approved_on,
};

struct Key {
  std::string_view name;
  Slot slot;
};
constexpr std::array<Key, 6> record_keys{{{"learner", Slot::learner}, {"on", Slot::on}, {"holdings", Slot::holdings}, {"gates", Slot::gates},
                                          {"entered", Slot::entered}, {"exceptions", Slot::exceptions}}};
constexpr std::array<Key, 6> exception_keys{{{"award", Slot::award}, {"part", Slot::part}, {"prerequisite", Slot::prerequisite},
                                             {"by", Slot::approved_by}, {"because", Slot::because}, {"on", Slot::approved_on}}};
constexpr std::array<Key, 11> holding_keys{{{"credential", Slot::credential}, {"competency", Slot::competency}, {"grade", Slot::grade},
                                           {"achievement", Slot::achievement}, {"to", Slot::achievement}, {"by", Slot::by}, {"term", Slot::term},
                                           {"awarded", Slot::awarded}, {"on", Slot::awarded}, {"expires", Slot::expires}, {"counted", Slot::counted}}};

template <std::size_t n>
Slot slot_of(const std::array<Key, n>& keys, std::string_view name) {
  const auto at = std::find_if(keys.begin(), keys.end(), [&](const Key& key) { return key.name == name; });
  return at == keys.end() ? Slot::nothing : at->slot;
}

bool is_object(Slot slot) { return slot == Slot::record || slot == Slot::holding || slot == Slot::entered || slot == Slot::exception; }
bool is_array(Slot slot) { return slot == Slot::holdings || slot == Slot::gates || slot == Slot::counted || slot == Slot::exceptions; }

Remark shape_of(Slot slot) {
  if (is_object(slot)) return Remark::must_be_an_object;
  if (is_array(slot)) return Remark::must_be_a_list;
  if (slot == Slot::prerequisite) return Remark::must_be_true_or_false;
  return Remark::must_be_a_string;
}

// Takes the events of nlohmann's SAX parser, which keeps no stack of calls, and fills a Learner as they come.
class RecordReader final : public nlohmann::json_sax<nlohmann::json> {
 public:
  RecordReader(std::string_view json, std::size_t first_line) : json_(json), first_line_(first_line) {}

  Learner learner;
  Error error;

  bool null() override {
    const Slot slot = next();
    if (slot == Slot::record || is_element(slot)) return mismatch(slot);
    if (slot != Slot::nothing) open_.back().seen &= ~bit_of(slot);
    return true;
  }
  bool boolean(bool value) override {
    const Slot slot = next();
    if (slot != Slot::prerequisite) return other(slot);
    exception().prerequisite = value;
    return true;
  }
  bool number_integer(number_integer_t value) override { return number(next(), std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(next(), std::to_string(value)); }
  bool number_float(number_float_t, const string_t& written) override { return number(next(), written); }
  bool binary(binary_t&) override { return other(next()); }

  bool string(string_t& value) override {
    const Slot slot = next();
    if (is_object(slot) || is_array(slot)) return mismatch(slot);
    switch (slot) {
      case Slot::learner: learner.id = std::move(value); break;
      case Slot::on: learner.on = std::move(value); break;
      case Slot::gate: learner.gates.push_back(std::move(value)); break;
      case Slot::credential:
      case Slot::competency: return name(slot, std::move(value));
      case Slot::grade: holding().grade = std::move(value); break;
      case Slot::achievement: holding().achievement = std::move(value); break;
      case Slot::by: holding().by = std::move(value); break;
      case Slot::expires: holding().expires = std::move(value); break;
      case Slot::entry: learner.entered.emplace_back(open_.back().key, std::move(value)); break;
      case Slot::term: holding().term = std::move(value); break;
      case Slot::awarded: holding().awarded = std::move(value); break;
      case Slot::counted_name: holding().counted.push_back(std::move(value)); break;
      case Slot::award: exception().award = std::move(value); break;
      case Slot::part: exception().part = std::move(value); break;
      case Slot::approved_by: exception().by = std::move(value); break;
      case Slot::because: exception().because = std::move(value); break;
      case Slot::approved_on: exception().on = std::move(value); break;
      case Slot::prerequisite: return mismatch(slot);
      default: break;
    }
    return true;
  }

  bool start_object(std::size_t) override {
    const Slot slot = next();
    if (slot != Slot::nothing && !is_object(slot)) return mismatch(slot);
    if (slot == Slot::holding) learner.holdings.emplace_back();
    if (slot == Slot::exception) learner.exceptions.emplace_back();
    return open(slot);
  }
  bool start_array(std::size_t) override {
    const Slot slot = next();
    if (slot != Slot::nothing && !is_array(slot)) return mismatch(slot);
    return open(slot);
  }

  bool key(string_t& name) override {
    Open& top = open_.back();
    const Slot slot = top.slot == Slot::record    ? slot_of(record_keys, name)
                      : top.slot == Slot::holding ? slot_of(holding_keys, name)
                      : top.slot == Slot::entered ? Slot::entry
                      : top.slot == Slot::exception ? slot_of(exception_keys, name)
                                                  : Slot::nothing;
    top.key = std::move(name);
    top.value = slot;
    if (slot == Slot::nothing) return true;
    if (slot == Slot::entry) return is_new_entry() || malformed(Remark::said_twice);
    if ((top.seen & bit_of(slot)) != 0) return malformed(Remark::said_twice);
    top.seen |= bit_of(slot);
    return true;
  }

  bool end_object() override {
    const Open closed = open_.back();
    open_.pop_back();
    if (closed.slot == Slot::record && (closed.seen & bit_of(Slot::holdings)) == 0)
      return malformed(Remark::has_no_holdings);
    if (closed.slot == Slot::exception && exception().award.empty()) return malformed(Remark::must_name_an_award);
    if (closed.slot == Slot::holding && holding().name.empty()) return malformed(Remark::must_name_something);
    return true;
  }
  bool end_array() override {
    open_.pop_back();
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    const std::string_view read = json_.substr(0, position == 0 ? 0 : position - 1);
    const std::size_t line = first_line_ + static_cast<std::size_t>(std::count(read.begin(), read.end(), '\n'));
    const std::string_view in_line = read.substr(read.rfind('\n') + 1);
    const auto column =
        1 + std::count_if(in_line.begin(), in_line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
    error = remarked("malformed-record", {Remark::not_json, {std::to_string(line), std::to_string(column)}}, {Remark::mend_it_there});
    error.place = "line " + std::to_string(line) + ", column " + std::to_string(column);
    return false;
  }

 private:
  // An array or object that has begun and not ended.
  struct Open {
    Slot slot;
    std::string key;                 // of the value at hand; objects only
    Slot value = Slot::nothing;      // what the value at hand is for; objects only
    std::size_t count = 0;           // of values so far; arrays only
    std::uint32_t seen = 0;          // keys so far, a bit each slot
  };

  static std::uint32_t bit_of(Slot slot) { return 1u << static_cast<unsigned>(slot); }
  static bool is_element(Slot slot) { return slot == Slot::holding || slot == Slot::gate || slot == Slot::counted_name || slot == Slot::exception; }

  // What the value that comes now is for.
  Slot next() {
    if (open_.empty()) return Slot::record;
    Open& top = open_.back();
    switch (top.slot) {
      case Slot::holdings: return ++top.count, Slot::holding;
      case Slot::gates: return ++top.count, Slot::gate;
      case Slot::exceptions: return ++top.count, Slot::exception;
      case Slot::counted: return ++top.count, Slot::counted_name;
      default: return top.value;
    }
  }

  bool open(Slot slot) {
    if (open_.size() == deepest_record) return malformed(Remark::nested_deeper);
    open_.push_back({slot, {}});
    return true;
  }

  // The key of an entry is the name of an award, whichever.
  bool is_new_entry() const {
    return std::none_of(learner.entered.begin(), learner.entered.end(), [&](const auto& one) { return one.first == open_.back().key; });
  }

  Holding& holding() { return learner.holdings.back(); }
  Exception& exception() { return learner.exceptions.back(); }

  bool name(Slot slot, std::string value) {
    if (!holding().name.empty()) return malformed(Remark::names_a_second);
    if (value.empty()) return malformed(Remark::is_empty);
    holding().is_competency = slot == Slot::competency;
    holding().name = std::move(value);
    return true;
  }

  // As it is written: no binary number ever stands for a grade, or for an office's number of a learner.
  bool number(Slot slot, const std::string& written) {
    if (slot == Slot::learner) {
      learner.id = written;
      return true;
    }
    if (slot != Slot::grade) return other(slot);
    // A number below 1 stays one: binding asks whether it is a fraction.
    const auto value = table::read_decimal(written);
    holding().grade = value && *value > 0 && *value < table::millionths ? written : written + "%";
    return true;
  }

  bool other(Slot slot) { return slot == Slot::nothing || mismatch(slot); }
  bool mismatch(Slot slot) { return malformed(shape_of(slot)); }

  // "holdings[3].grade", of the value at hand; empty for the record as a whole.
  std::string place() const {
    std::string out;
    for (const Open& open : open_) {
      if (is_array(open.slot)) {
        if (open.count > 0) out += "[" + std::to_string(open.count - 1) + "]";
      } else if (!open.key.empty() && open.slot != Slot::nothing) {
        out += (out.empty() ? "" : ".") + open.key.substr(0, 60);
      }
    }
    return out;
  }

  bool malformed(Remark what) {
    const std::string where = place(), deepest = std::to_string(deepest_record);
    error = remarked("malformed-record", {what, {where.empty() ? in_english({Remark::the_record}) : where, deepest}}, {Remark::mend_the_record});
    error.said.about[0] = error.place = where;
    return false;
  }

  std::string_view json_;
  std::size_t first_line_;
  std::vector<Open> open_;
};

}  // namespace

Result<Learner> read_record(std::string_view json, std::size_t first_line) {
  if (json.size() > longest_record)
    return remarked("record-too-long", {Remark::record_too_long, {std::to_string(longest_record >> 20)}}, {Remark::split_it});
  RecordReader reader(json, first_line);
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &reader)) return std::move(reader.error);
  return std::move(reader.learner);
}

}  // namespace rung
