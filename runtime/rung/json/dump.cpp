// `dump --json`: every record with every field, one record a line, so that a table can be made again from it byte for byte, and two
// dumps compared line by line. A text is where it lies and what it says; a range is {first, count}.
#include <cstdio>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/enum_names.hpp"
#include "runtime/rung/fields.hpp"
#include "runtime/rung/json/support.hpp"

namespace rung {
namespace {

class Dump {
 public:
  explicit Dump(const Table& table) : table_(table) {}

  std::string whole() {
    out_ = "{\n\"format\": " + std::to_string(table::version) + ",\n";
    array("sections", table_.sections(), [](const table::Section& section) {
      return Json{{"section", table::name_of(static_cast<table::SectionKind>(section.kind))},
                  {"element_size", section.element_size},
                  {"offset", section.offset},
                  {"count", section.count}};
    });
    out_ += "\"text\": " + Json(table_.all_text()).dump() + ",\n";
    array("lists", table_.lists(), [](std::uint32_t element) { return Json(element); });
    array("currencies", table_.currencies(), [this](table::Text text) { return value(text); });
    records("units", table_.units());
    records("scales", table_.scales());
    records("frameworks", table_.frameworks());
    records("institutions", table_.institutions());
    records("competencies", table_.competencies());
    records("gates", table_.gates());
    records("credentials", table_.credentials());
    records("developed", table_.developed());
    records("versions", table_.versions());
    records("nodes", table_.nodes());
    records("conditions", table_.conditions());
    records("titles", table_.titles());
    records("agreements", table_.agreements());
    records("recognitions", table_.recognitions());
    records("statements", table_.statements());
    records("translations", table_.translations());
    array("name_slots", table_.name_slots(), [this](std::uint32_t slot) { return value(slot); });
    out_.replace(out_.size() - 2, 2, "\n}\n");      // the last array has no comma
    return std::move(out_);
  }

 private:
  Json value(table::Text text) const { return {{"offset", text.offset}, {"length", text.length}, {"text", table_.text(text)}}; }
  Json value(table::Range range) const { return {{"first", range.first}, {"count", range.count}}; }
  Json value(std::uint8_t yes) const { return yes != 0; }
  Json value(std::int64_t amount) const { return json_amount(amount); }
  Json value(std::int32_t day) const { return day == table::no_date ? Json() : Json(written_date(day)); }
  Json value(std::uint32_t number) const { return number == table::none ? Json() : Json(number); }
  template <class Enum>
    requires std::is_enum_v<Enum>
  Json value(Enum one) const {
    return enum_name(one);
  }

  template <class T, class Write>
  void array(const std::string& name, std::span<const T> elements, Write write) {
    out_ += "\"" + name + "\": [";
    for (std::size_t i = 0; i < elements.size(); ++i) out_ += (i == 0 ? "\n  " : ",\n  ") + write(elements[i]).dump();
    out_ += elements.empty() ? "],\n" : "\n],\n";
  }

  template <class T>
  void records(const std::string& name, std::span<const T> elements) {
    array(name, elements, [this](const T& record) {
      Json out;
      each_field(record, [&](const char* field, const auto& stored) { out[field] = value(stored); });
      return out;
    });
  }

  const Table& table_;
  std::string out_;
};

}  // namespace

std::string json_dump(const Table& table) { return Dump(table).whole(); }

}  // namespace rung
