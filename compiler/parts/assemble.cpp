#include "compiler/parts/assemble.hpp"

#include <cstdlib>   // before the next line, which asks which library this is
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <stdexcept>

#include "compiler/compile.hpp"
#include "compiler/emit/make_image.hpp"
#include "compiler/parts/cache.hpp"
#include "compiler/parts/part_result.hpp"
#include "compiler/parts/side_by_side.hpp"
#include "compiler/parts/sources.hpp"
#include "runtime/table/join.hpp"
#include "runtime/table/verify.hpp"

namespace rung::parts {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Kind;

PartResult compiled_part(const Sources& sources, const Part& part, const Options& options, Arena& tables) {
  std::vector<std::string> named;
  for (const std::uint32_t file : part)
    if (sources.files()[file].named) named.push_back(sources.files()[file].path);
  Compiled compiled = compile(named, options.on, Policies::left_out, [&](const std::string& path) { return sources.load(path); });
  PartResult out;
  for (const std::string& name : options.policies) {
    if (compiled.policies.find(name, compiled.files, compiled.diagnostics) != nullptr) continue;
    const std::vector<std::string> names = compiled.policies.names();
    out.unknown_policy = name;
    out.near_policy = diagnostics::nearest(name, {names.begin(), names.end()});
    return out;
  }
  check_policies(compiled, options.on, options.policies);
  for (source::FileId file = 0; file < compiled.files.size(); ++file) out.files.push_back(compiled.files.path(file));
  out.files_read = compiled.files_read;
  out.diagnostics = compiled.diagnostics.sorted();
  out.errors = compiled.diagnostics.errors();
  out.warnings = compiled.diagnostics.warnings();
  if (out.errors == 0 && options.table) out.table = tables.keep(table::serialize(emit::make_image(compiled.model)));
  return out;
}

// All that a part's result depends on besides its files.
std::string question_of(const Options& options) {
  std::string out = this_program() + (options.table ? " table" : " no table") + " on " + (options.on ? std::to_string(*options.on) : "no day");
  for (const std::string& policy : options.policies) out += " " + policy;
  return out;
}

// Small pieces of memory that are free again, which the allocator would keep for more small pieces; what comes now is large.
void give_back() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

struct Built {
  PartResult result;
  CacheKey key;                                            // when there is a cache
  bool reused = false;                                     // it came from there
};

class Assembly {
 public:
  Assembly(const std::vector<std::string>& paths, const Options& options)
      : options_(options), sources_(paths, options.jobs), partition_(sources_), cache_(options.cache.empty() ? nullptr : std::make_unique<Cache>(options.cache)),
        question_(cache_ == nullptr ? "" : question_of(options)) {}

  Assembled run() {
    compile_all();
    Assembled out;
    for (const auto& [part, built] : built_)
      if (!built.result.unknown_policy.empty()) {
        out.unknown_policy = built.result.unknown_policy;
        out.near_policy = built.result.near_policy;
        return out;
      }
    gather(out);
    sources_.forget();
    out.parts = built_.size();
    out.reused = static_cast<std::size_t>(std::count_if(built_.begin(), built_.end(), [](const auto& one) { return one.second.reused; }));
    if (cache_ != nullptr) out.cache_problem = keep();
    if (out.diagnostics.errors() == 0 && options_.table) out.table = joined();
    return out;
  }

 private:
  // Rounds, because an institution that a part names without using its file is only missed when the part is compiled.
  void compile_all() {
    for (bool first = true;; first = false) {
      std::vector<Part> wanted;
      for (Part& part : partition_.parts())
        if (!built_.contains(part)) wanted.push_back(std::move(part));
      if (!first) std::erase_if(built_, [&](const auto& one) { return is_part_of_another(one.first, wanted); });
      std::vector<Built> built(wanted.size());
      std::size_t done = 0;
      std::mutex counting;
      side_by_side(wanted.size(), options_.jobs, [&](std::size_t i) {
        built[i] = build(wanted[i]);
        const std::lock_guard<std::mutex> lock(counting);
        ++done;
        if (options_.progress) options_.progress(done, wanted.size());
      });
      for (std::size_t i = 0; i < wanted.size(); ++i) built_.emplace(std::move(wanted[i]), std::move(built[i]));
      if (!unite_by_institutions()) return;
    }
  }

  // May be called by several threads.
  Built build(const Part& part) {
    Built out;
    if (cache_ != nullptr) {
      out.key = key_of(sources_, part, question_);
      if (const auto bytes = cache_->find(out.key))
        if (auto known = unpacked(*bytes)) {
          out.result = std::move(*known);
          out.reused = true;
          return out;
        }
    }
    out.result = compiled_part(sources_, part, options_, tables_);
    return out;
  }

  static bool is_part_of_another(const Part& part, const std::vector<Part>& others) {
    return std::any_of(others.begin(), others.end(), [&](const Part& other) { return std::includes(other.begin(), other.end(), part.begin(), part.end()); });
  }

  // Whether a part named what another one's file declares as an institution.
  bool unite_by_institutions() {
    bool any = false;
    for (const auto& [part, built] : built_)
      for (const Diagnostic& one : built.result.diagnostics) {
        if (one.kind != Kind::unknown_name && one.kind != Kind::wrong_kind) continue;
        const std::uint32_t file = partition_.declares(one.arguments[one.kind == Kind::unknown_name ? 1 : 0]);
        if (file != source::no_file && partition_.unite(part.front(), file)) any = true;
      }
    return any;
  }

  // The files and diagnostics of all parts as those of one run, in the order in which that reads them.
  void gather(Assembled& out) {
    const auto unknown = static_cast<std::uint32_t>(sources_.files().size());
    std::vector<char> read(unknown), mentioned(unknown);
    std::map<std::string, source::FileId> others;          // by path: built-in policies, and what a part read that nobody foresaw
    const auto foreseen = [&](const PartResult& result, std::size_t file) { return file < result.files_read ? std::min(sources_.find(result.files[file]), unknown) : unknown; };
    for (const auto& [part, built] : built_) {
      const PartResult& result = built.result;
      std::vector<std::uint32_t> of(result.files.size());
      for (std::size_t i = 0; i < result.files.size(); ++i) {
        of[i] = foreseen(result, i);
        if (of[i] != unknown) read[of[i]] = 1;
        else others.emplace(result.files[i], source::no_file);
      }
      each_span(result.diagnostics, [&](const source::Span& span) {
        if (span.file != source::no_file && of[span.file] != unknown) mentioned[of[span.file]] = 1;
      });
    }
    std::vector<source::FileId> place(unknown, source::no_file);
    for (std::uint32_t file = 0; file < unknown; ++file) {
      if (read[file] == 0) continue;
      const auto& text = sources_.files()[file].text;
      place[file] = out.files.add(sources_.files()[file].path, mentioned[file] != 0 && text ? std::string(*text) : std::string());
    }
    const auto add_others = [&](bool policies) {
      for (auto& [path, file] : others)
        if (const policy::BuiltIn* const known = policy_of(path); (known != nullptr) == policies)
          file = out.files.add(path, known != nullptr ? std::string(known->text) : sources_.load(path).bytes.value_or(""));
    };
    add_others(false);
    out.files_read = out.files.size();
    add_others(true);
    for (const auto& [part, built] : built_) {
      const auto moved = [&, &result = built.result](source::Span span) {
        if (span.file == source::no_file) return span;
        const std::uint32_t file = foreseen(result, span.file);
        span.file = file != unknown ? place[file] : others.at(result.files[span.file]);
        return span;
      };
      for (Diagnostic one : built.result.diagnostics) {
        one.span = moved(one.span);
        for (diagnostics::Related& related : one.related) related.span = moved(related.span);
        out.diagnostics.add(std::move(one));
      }
    }
  }

  template <class Visit>
  static void each_span(const std::vector<Diagnostic>& all, Visit visit) {
    for (const Diagnostic& one : all) {
      visit(one.span);
      for (const diagnostics::Related& related : one.related) visit(related.span);
    }
  }

  static const policy::BuiltIn* policy_of(const std::string& path) {
    for (const policy::BuiltIn& one : policy::built_in())
      if (path == "policy " + std::string(one.name)) return &one;
    return nullptr;
  }

  // The parts' own tables are gone afterwards.
  std::string joined() {
    if (built_.size() == 1) return std::string(built_.begin()->second.result.table);
    std::vector<table::Joinable> tables;
    for (const auto& [part, built] : built_) {
      const Result<table::Arrays> arrays = table::layout(std::as_bytes(std::span(built.result.table)));
      if (!arrays) throw std::logic_error("the table of a checked part is damaged: " + arrays.error().message);
      tables.push_back({*arrays, "a part"});           // which has no framework in common with another
    }
    built_.clear();
    give_back();
    Result<table::Image> image = table::joined(tables);
    if (!image) throw std::length_error(image.error().message);
    tables.clear();
    tables_.clear();
    return table::serialize(std::move(*image));
  }

  std::string keep() const {
    std::vector<std::pair<CacheKey, std::function<std::string()>>> fresh;
    std::vector<CacheKey> used;
    for (const auto& [part, built] : built_) {
      if (built.reused) used.push_back(built.key);
      else fresh.emplace_back(built.key, [&one = built.result] { return packed(one); });
    }
    return cache_->keep(fresh, used, options_.jobs);
  }

  const Options& options_;
  Sources sources_;
  Partition partition_;
  std::unique_ptr<Cache> cache_;
  std::string question_;
  Arena tables_;
  std::map<Part, Built> built_;                            // so in the order of their first files
};

}  // namespace

Assembled assemble(std::vector<std::string> paths, const Options& options) {
  Assembly assembly(paths, options);
  paths = {};                                              // a hundred thousand, perhaps
  return assembly.run();
}

}  // namespace rung::parts
