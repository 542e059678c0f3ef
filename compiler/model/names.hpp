// Who is called what, and what a name that is written somewhere refers to.
//
// Institutions are named as they are ("northfield"), everything else inside its framework ("northfield.metrology"). Competencies, gates,
// credentials and institutions have each their own names. In a file, a bare name is one of its own framework; a dotted one is a
// name of a framework that the file uses.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"
#include "compiler/model/program.hpp"
#include "runtime/table/format.hpp"

namespace rung::model {

enum class Category : std::uint8_t { institution, competency, gate, credential, agreement, count_ };
std::string_view category_name(Category category);   // "credential"

// Small letters and digits, joined by single hyphens, a letter first: what can be a name.
bool is_kebab_case(std::string_view name);

// A name for the framework of a file that declares none: the file's own, as far as it can be a name.
std::string name_from_path(const std::string& path);

// Whether a line of an agreement gives a block of credit rather than a named credential.
bool is_block(const grammar::Tree& tree, std::uint32_t line);

// One declaration, before its fields are read.
struct Declared {
  std::string name;             // qualified
  source::FileId file;
  std::uint32_t node;           // of the file's tree
  source::Span span;            // of the name
  bool badly_named = false;     // `name` then ends in one that can be, and the one that is written has its message
};

// A name that a text refers to something by.
struct Mention {
  source::Span span;            // as written, with its framework if that stands before it
  Category category;
  std::uint32_t id;             // index of Names::of(category), and so of the model's
};

class Names {
 public:
  // Collects all declarations, reports duplicates and names that are not kebab-case, and sorts each category by name.
  Names(const source::Files& files, const Program& program, diagnostics::Sink& sink);

  const std::vector<Declared>& of(Category category) const { return declared_[static_cast<std::size_t>(category)]; }

  struct FrameworkScope {
    std::string name;
    source::FileId file;        // the first that declares it
    std::uint32_t node;         // its declaration, or grammar::no_node when the file has none
    source::Span span;
  };
  const std::vector<FrameworkScope>& frameworks() const { return frameworks_; }            // sorted by name
  std::uint32_t framework_of(source::FileId file) const { return framework_of_[file]; }    // index of frameworks()
  const std::vector<std::uint32_t>& visible_from(source::FileId file) const { return visible_[file]; }   // frameworks, its own first
  // The framework a declaration belongs to.
  std::uint32_t framework_of(const Declared& declared) const { return framework_of_[declared.file]; }

  // The index in of(category), or none after a report (unknown-name, wrong-kind).
  std::uint32_t resolve(Category category, source::FileId file, source::Span span) ;
  // The same without a report.
  std::uint32_t find(Category category, source::FileId file, std::string_view written) const;

  // From now on every name that is resolved is noted in `mentions` as well, for who asks where a thing is spoken of. What is found by find() notes its caller.
  void note_in(std::vector<Mention>* mentions) { mentions_ = mentions; }
  void note(Category category, source::Span span, std::uint32_t id) {
    if (mentions_ != nullptr && id != table::none) mentions_->push_back({span, category, id});
  }

 private:
  void name_frameworks();
  void collect();
  void declare_blocks(const grammar::Tree& tree, std::uint32_t agreement, std::uint32_t name);
  void declare(Category category, source::FileId file, std::uint32_t node, std::uint32_t name_node);
  void sort_and_report_duplicates();
  void report_unknown(Category category, source::FileId file, source::Span span, std::string_view written);

  const source::Files& files_;
  const Program& program_;
  diagnostics::Sink& sink_;
  std::array<std::vector<Declared>, static_cast<std::size_t>(Category::count_)> declared_;
  std::array<std::unordered_map<std::string_view, std::uint32_t>, static_cast<std::size_t>(Category::count_)> index_;
  std::vector<FrameworkScope> frameworks_;
  std::vector<std::uint32_t> framework_of_;
  std::vector<std::vector<std::uint32_t>> visible_;
  std::vector<Mention>* mentions_ = nullptr;
  std::size_t suggestions_ = 0;   // made so far: each costs a pass over the names
};

}  // namespace rung::model
