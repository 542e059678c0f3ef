#include "runtime/rung/records/quick_record.hpp"

#include <simdjson.h>

#include <new>

#include "runtime/rung/records/record.hpp"

namespace rung {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t deepest = 32;        // well below what read_record takes, however either counts
constexpr std::size_t longest = 1u << 20;  // bytes

// Which keys of an object have been seen: what is said twice is a mistake.
class Seen {
 public:
  bool first(unsigned key) {
    const unsigned bit = 1u << key;
    const bool is_first = (seen_ & bit) == 0;
    seen_ |= bit;
    return is_first;
  }

 private:
  unsigned seen_ = 0;
};

bool take(const dom::element& value, std::string& out) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) return false;
  out.assign(text);
  return true;
}

bool take(const dom::element& value, std::vector<std::string>& out) {
  dom::array list;
  if (value.get(list) != simdjson::SUCCESS) return false;
  for (const dom::element one : list) {
    std::string_view text;
    if (one.get(text) != simdjson::SUCCESS) return false;
    out.emplace_back(text);
  }
  return true;
}

// A whole number is as good as a string; `behind` it stands a unit.
bool take_number(const dom::element& value, const char* behind, std::string& out) {
  std::int64_t number = 0;
  if (!value.is_int64()) return take(value, out);
  if (value.get(number) != simdjson::SUCCESS) return false;
  out = std::to_string(number) + behind;
  return true;
}

void clear(Holding& holding) {
  holding.is_competency = false;
  for (std::string* const text : {&holding.name, &holding.grade, &holding.achievement, &holding.by, &holding.awarded, &holding.expires, &holding.term}) text->clear();
  holding.counted.clear();
}

enum HoldingKey : unsigned { name_key, awarded_key, grade_key, achievement_key, by_key, term_key, expires_key, counted_key };
enum RecordKey : unsigned { learner_key, on_key, holdings_key, gates_key };

bool read_holding(const dom::element& value, Holding& out) {
  dom::object object;
  if (value.get(object) != simdjson::SUCCESS) return false;
  Seen seen;
  for (const dom::key_value_pair field : object) {
    const std::string_view key = field.key;
    bool good = true;
    if (key == "credential" || key == "competency") {
      good = seen.first(name_key) && take(field.value, out.name) && !out.name.empty();
      out.is_competency = key == "competency";
    } else if (key == "awarded" || key == "on") {
      good = seen.first(awarded_key) && take(field.value, out.awarded);
    } else if (key == "grade") {
      good = seen.first(grade_key) && take_number(field.value, "%", out.grade);
    } else if (key == "achievement" || key == "to") {
      good = seen.first(achievement_key) && take(field.value, out.achievement);
    } else if (key == "by") {
      good = seen.first(by_key) && take(field.value, out.by);
    } else if (key == "term") {
      good = seen.first(term_key) && take(field.value, out.term);
    } else if (key == "expires") {
      good = seen.first(expires_key) && take(field.value, out.expires);
    } else if (key == "counted") {
      good = seen.first(counted_key) && take(field.value, out.counted);
    }
    if (!good) return false;
  }
  return !out.name.empty();
}

}  // namespace

struct QuickRecord::Parts {
  dom::parser parser{longest};
  Learner learner;                         // its holdings are written over, so that the room for their texts stays

  bool read_holdings(const dom::element& value) {
    dom::array list;
    if (value.get(list) != simdjson::SUCCESS) return false;
    std::size_t count = 0;
    for (const dom::element one : list) {
      if (count == learner.holdings.size()) learner.holdings.emplace_back();
      else clear(learner.holdings[count]);
      if (!read_holding(one, learner.holdings[count++])) return false;
    }
    learner.holdings.resize(count);
    return true;
  }

  bool read(const dom::object& record) {
    Seen seen;
    for (const dom::key_value_pair field : record) {
      const std::string_view key = field.key;
      bool good = true;
      if (key == "learner") {
        good = seen.first(learner_key) && take_number(field.value, "", learner.id);
      } else if (key == "on") {
        good = seen.first(on_key) && take(field.value, learner.on);
      } else if (key == "holdings") {
        good = seen.first(holdings_key) && read_holdings(field.value);
      } else if (key == "gates") {
        good = seen.first(gates_key) && take(field.value, learner.gates);
      } else if (key == "entered" || key == "exceptions") {
        good = false;
      }
      if (!good) return false;
    }
    return !seen.first(holdings_key);
  }
};

const std::size_t QuickRecord::padding = simdjson::SIMDJSON_PADDING;

QuickRecord::QuickRecord() : parts_(std::make_unique<Parts>()) {
  if (parts_->parser.allocate(1 << 16, deepest) != simdjson::SUCCESS) throw std::bad_alloc();
}
QuickRecord::~QuickRecord() = default;

const Learner* QuickRecord::read(std::string_view json) {
  Learner& learner = parts_->learner;
  learner.id.clear();
  learner.on.clear();
  learner.gates.clear();
  if (learner.holdings.size() > 1000) learner.holdings.clear();   // what one very long record took is not kept for ever
  // Escapes, and a mark of the byte order, are rare, and readers differ over the strangest of them.
  if (json.size() > longest || json.find('\\') != std::string_view::npos || json.starts_with("\xEF\xBB\xBF")) return nullptr;
  dom::object record;
  if (parts_->parser.parse(json.data(), json.size(), false).get(record) != simdjson::SUCCESS) return nullptr;
  return parts_->read(record) ? &learner : nullptr;
}

}  // namespace rung
