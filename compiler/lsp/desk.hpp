// The open texts and what is known of each. A text is compiled a moment after it was last changed, or when something is asked of it; by a thread of its own, so that
// what is asked meanwhile is answered from what was known before.
#pragma once

#include <chrono>
#include <functional>
#include <set>

#include "compiler/lsp/documents.hpp"
#include "compiler/lsp/features.hpp"
#include "compiler/lsp/worker.hpp"

namespace rung::lsp {

class Desk {
 public:
  using Publish = std::function<void(const std::string& uri, std::optional<std::int64_t> version, Json diagnostics)>;
  explicit Desk(Publish publish) : publish_(std::move(publish)) {}

  Encoding encoding = Encoding::utf16;
  std::vector<std::string> folders;                    // that the editor has open

  void open(const std::string& uri, std::int64_t version, std::string text);
  void change(const std::string& uri, std::int64_t version, const Json& changes);
  void close(const std::string& uri);
  void disk_changed();                                 // of files that are not open, nobody knows which

  const Documents& documents() const { return documents_; }
  Document* find(const std::string& uri);
  // The document with an analysis: of its present text when that takes no longer than `patience`, else of an older one; before there is any, of what names mean in the present one.
  // Null when it is not open. Negative patience waits for the present text.
  Document* known(const std::string& uri, std::chrono::milliseconds patience);
  // What names mean in the present text of a document that is open; found out by the thread that asks, which takes a fraction of what everything takes.
  std::shared_ptr<const Analysis> names(Document& document);
  // Where things are named that are called by one of these words, in the present text of a document that is open and in what it uses (look_for).
  std::shared_ptr<const Analysis> look_for(Document& document, const std::vector<std::string>& words);
  bool stale(const Document& document) const { return !document.analysis || document.analysed < document.changed; }

  // The texts that are open, by identity.
  std::shared_ptr<const Overlay> overlay() const;
  // The framework files of the folders, and those that are open.
  std::vector<std::string> files() const;
  UsedBy used_by() const;                              // which of them uses which file

  Worker& worker() { return worker_; }
  // Takes what has been done, and begins what is due. True when something new is known.
  bool tend();
  // Milliseconds until something is due; negative: nothing will be.
  int due() const;
  void show(const Document& document);                 // its diagnostics, and those of files that it uses and that are not open

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::chrono::milliseconds rest{150};   // after the last change
  static constexpr std::size_t most_analyses = 8;         // kept; the one that was used longest ago makes room

  bool take();
  void begin(Document& document);
  void finish(const std::string& uri, std::uint64_t begun, std::shared_ptr<const Analysis> analysis);
  void changed(Document& document, bool others);
  void publish(const std::string& uri, std::optional<std::int64_t> version, Json diagnostics);
  void make_room(const Document& keep);
  void lay_out_ahead(Document& document);

  Publish publish_;
  Documents documents_;
  std::uint64_t clock_ = 0;                            // counts changes
  Clock::time_point last_change_{};
  std::map<std::string, std::set<std::string>> shown_by_;   // uri of a file that is not open: the documents that showed something of it
  std::map<std::string, std::size_t> said_;                 // uri: a hash of what was published last
  std::vector<std::string> recent_;                         // uris, the last used last
  Worker worker_;                                      // last: it ends before what its tasks refer to
};

}  // namespace rung::lsp
