// A pathway table, open for reading.
//
// `open` maps the file and verifies it once (verify.hpp); afterwards every accessor is a plain array access that cannot fail.
// A file that another program cuts short while it is mapped takes the reader down with it (SIGBUS); rungc never writes into a table, it
// puts a new one in its place. A Table owns its mapping (or its bytes) and may be shared by any number of threads that only read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/result.hpp"
#include "runtime/table/arrays.hpp"

namespace rung {

// A file as the system knows it: whoever writes into it changes `changed`, and who puts another in its place changes the rest.
struct FileIdentity {
  std::uint64_t device = 0, inode = 0, size = 0;
  std::int64_t modified = 0, changed = 0;    // nanoseconds since 1970
  friend bool operator==(const FileIdentity&, const FileIdentity&) = default;
};

// Which files were verified before. To read a large table through takes a second, and somebody who asks of it a hundred times a day need not wait for it each time.
class VerifiedBefore {
 public:
  virtual ~VerifiedBefore() = default;
  virtual bool knows(const FileIdentity& file) const = 0;
  virtual void remember(const FileIdentity& file) = 0;      // it has just been verified; may decline
};

class Table {
 public:
  // Errors: "unreadable-table" (no such file, not a regular file, no permission), "newer-table" (a format this library does not know
  // yet), "damaged-table" (all else; the message says where).
  // `before`: what it knows is not verified again; null: nothing is known.
  static Result<Table> open(const std::string& path, VerifiedBefore* before = nullptr);
  // A copy of `bytes` that the table owns. For a table that comes through a pipe.
  static Result<Table> copy(std::span<const std::byte> bytes);
  // Copies nothing: `bytes` must be 8-byte aligned and outlive the table. For tests, fuzzing, and tables inside a program.
  static Result<Table> view(std::span<const std::byte> bytes);

  Table(Table&&) noexcept;
  Table& operator=(Table&&) noexcept;
  ~Table();

  std::span<const std::uint32_t> lists() const { return arrays_.lists; }
  std::span<const table::Text> currencies() const { return arrays_.currencies; }
  std::span<const table::Unit> units() const { return arrays_.units; }
  std::span<const table::Scale> scales() const { return arrays_.scales; }
  std::span<const table::Framework> frameworks() const { return arrays_.frameworks; }
  std::span<const table::Institution> institutions() const { return arrays_.institutions; }
  std::span<const table::Competency> competencies() const { return arrays_.competencies; }
  std::span<const table::Gate> gates() const { return arrays_.gates; }
  std::span<const table::Credential> credentials() const { return arrays_.credentials; }
  std::span<const table::Developed> developed() const { return arrays_.developed; }
  std::span<const table::Version> versions() const { return arrays_.versions; }
  std::span<const table::Node> nodes() const { return arrays_.nodes; }
  std::span<const table::Condition> conditions() const { return arrays_.conditions; }
  std::span<const table::Title> titles(table::Range where) const { return arrays_.titles.subspan(where.first, where.count); }
  std::span<const table::Title> titles() const { return arrays_.titles; }
  std::span<const table::Agreement> agreements() const { return arrays_.agreements; }
  std::span<const table::Recognition> recognitions() const { return arrays_.recognitions; }
  std::span<const table::Statement> statements() const { return arrays_.statements; }
  std::span<const table::Translation> translations() const { return arrays_.translations; }
  std::span<const std::uint32_t> name_slots() const { return arrays_.name_slots; }
  std::span<const table::Section> sections() const { return arrays_.sections; }
  const table::Arrays& arrays() const { return arrays_; }
  std::span<const std::byte> bytes() const { return arrays_.bytes; }
  std::string_view all_text() const { return arrays_.text; }

  std::string_view text(table::Text where) const { return arrays_.text_of(where); }
  std::span<const std::uint32_t> list(table::Range where) const { return arrays_.list_of(where); }
  std::span<const table::Developed> developed(table::Range where) const { return arrays_.developed.subspan(where.first, where.count); }
  std::span<const table::Version> versions(table::Range where) const { return arrays_.versions.subspan(where.first, where.count); }
  std::span<const table::Condition> conditions(table::Range where) const { return arrays_.conditions.subspan(where.first, where.count); }

  // What a credential states of itself, by kind.
  std::span<const table::Statement> statements_of(std::uint32_t credential) const;
  // The title of something in a language ("fr"); empty when nobody gave it one.
  std::string_view translated(table::SectionKind kind, std::uint32_t of, std::string_view language) const;

  // The root of the tree that a node lies in, and whether that is a stacking rule (of whichever version) rather than prerequisites.
  std::uint32_t root_of(std::uint32_t node) const;
  bool is_rule(std::uint32_t root) const { return credentials()[nodes()[root].owner].prerequisite != root; }
  // The roots of an award's rule, one for each version of it; none for what is taken.
  std::vector<std::uint32_t> rules_of(const table::Credential& award) const;

  // The name of the innermost named part at or above a node, or empty: what a committee calls the place. Of `none` it is empty.
  std::string_view part_of(std::uint32_t node) const;

  // By qualified name ("northfield.metrology"), or, when only one credential ends in it, by the last part ("metrology").
  // find_* look up exact names; resolve_credential also takes the short form and, when it fails, says the nearest name.
  std::optional<std::uint32_t> find_credential(std::string_view name) const;
  std::optional<std::uint32_t> find_competency(std::string_view name) const;
  std::optional<std::uint32_t> find_gate(std::string_view name) const;
  std::optional<std::uint32_t> find_institution(std::string_view name) const;
  Result<std::uint32_t> resolve_credential(std::string_view name) const;  // "unknown-credential", "ambiguous-credential"

 private:
  struct Mapping;
  Table(std::unique_ptr<Mapping> mapping, const table::Arrays& arrays);
  static Result<Table> verified(std::unique_ptr<Mapping> mapping, std::span<const std::byte> bytes);

  std::unique_ptr<Mapping> mapping_;       // null for a view
  table::Arrays arrays_;
};

}  // namespace rung
