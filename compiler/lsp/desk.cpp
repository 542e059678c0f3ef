#include "compiler/lsp/desk.hpp"

#include <algorithm>

#include "grammar/lexer.hpp"

namespace rung::lsp {

namespace {

// An empty text in the place of one of which nothing could be made.
std::shared_ptr<const Overlay> nothing_at(const std::string& path) {
  return std::make_shared<Overlay>(Overlay{{model::identity_of(path), {std::make_shared<const std::string>(), nullptr}}});
}

void forget(Document& document) {
  document.analysis.reset();
  document.names.reset();
}

}  // namespace

void Desk::open(const std::string& uri, std::int64_t version, std::string text) {
  Document& document = documents_[uri];
  document.uri = uri;
  document.path = path_of(uri);
  document.version = version;
  const source::Loaded disk = uri.starts_with("file:") && !document.path.empty() ? model::load_used(document.path, source::load) : source::Loaded{};
  const bool as_on_disk = disk.bytes && *disk.bytes == text;
  document.set(std::move(text));
  shown_by_.erase(uri);
  changed(document, !as_on_disk);
}

void Desk::change(const std::string& uri, std::int64_t version, const Json& changes) {
  Document* document = find(uri);
  if (document == nullptr) return;
  document->apply(changes, encoding);
  document->version = version;
  changed(*document, true);
}

void Desk::close(const std::string& uri) {
  Document* document = find(uri);
  if (document == nullptr) return;
  changed(*document, true);
  documents_.erase(uri);
  std::erase(recent_, uri);
  publish(uri, std::nullopt, Json::array());
  said_.erase(uri);
  std::vector<std::string> orphans;
  for (auto& [file, by] : shown_by_)
    if (by.erase(uri) > 0 && by.empty()) orphans.push_back(file);
  for (const std::string& file : orphans) {
    shown_by_.erase(file);
    publish(file, std::nullopt, Json::array());
    said_.erase(file);
  }
}

void Desk::disk_changed() {
  ++clock_;
  for (auto& [uri, document] : documents_) document.changed = clock_;
  last_change_ = Clock::now();
}

void Desk::changed(Document& document, bool others) {
  document.changed = ++clock_;
  last_change_ = Clock::now();
  if (!others) return;
  const std::string identity = model::identity_of(document.path);
  for (auto& [uri, other] : documents_)
    if (&other != &document && (!other.analysis || other.analysis->reached.contains(identity))) other.changed = clock_;
}

Document* Desk::find(const std::string& uri) {
  const auto found = documents_.find(uri);
  return found == documents_.end() ? nullptr : &found->second;
}

Document* Desk::known(const std::string& uri, std::chrono::milliseconds patience) {
  const Clock::time_point until = Clock::now() + patience;
  for (;;) {
    take();
    Document* document = find(uri);
    if (document == nullptr) return nullptr;
    std::erase(recent_, uri);
    recent_.push_back(uri);
    if (!stale(*document)) return document;
    if (!document->analysis && patience.count() >= 0) {
      document->analysis = names(*document);
      return document;
    }
    // What takes longer than anybody waits is not begun for each letter.
    if (patience.count() >= 0 && document->analysis && document->took > patience) return document;
    if (worker_.idle()) begin(*document);
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now());
    if (patience.count() < 0) worker_.wait(std::chrono::milliseconds(-1));
    else if (left.count() <= 0 || !worker_.wait(left)) return document;
  }
}

std::shared_ptr<const Analysis> Desk::names(Document& document) {
  if (!stale(document)) return document.analysis;
  if (!document.names || document.named < document.changed) {
    document.names = analyse(document.path, overlay(), Depth::names);
    document.named = document.changed;
    document.adopt(document.names->parsed);
  }
  return document.names;
}

std::shared_ptr<const Analysis> Desk::look_for(Document& document, const std::vector<std::string>& words) {
  if (!stale(document)) return document.analysis;
  if (document.names && document.named == document.changed) return document.names;
  const auto found = lsp::look_for(document.path, overlay(), words);
  document.adopt(found->parsed);
  return found;
}

std::shared_ptr<const Overlay> Desk::overlay() const {
  auto out = std::make_shared<Overlay>();
  for (const auto& [uri, document] : documents_) (*out)[model::identity_of(document.path)] = document.open_text();
  return out;
}

std::vector<std::string> Desk::files() const {
  std::vector<std::string> out = framework_files(folders);
  for (const auto& [uri, document] : documents_)
    if (std::find(out.begin(), out.end(), document.path) == out.end()) out.push_back(document.path);
  return out;
}

UsedBy Desk::used_by() const {
  std::map<std::string, std::vector<std::string>> known;
  for (const auto& [uri, document] : documents_) {
    const grammar::Tree& tree = document.parsed().tree();
    std::vector<std::string>& uses = known[document.path];
    for (const std::uint32_t node : tree.declarations) {
      if (tree[node].kind != grammar::NodeKind::use) continue;
      const source::Span path = tree.span(grammar::child(tree, node, grammar::NodeKind::text));
      uses.push_back(grammar::unquoted(std::string_view(*document.text).substr(path.begin, path.end - path.begin)));
    }
  }
  return uses_in(files(), over(overlay()), known);
}

bool Desk::take() {
  bool any = false;
  for (const Worker::Done& done : worker_.take_done()) {
    done();
    any = true;
  }
  return any;
}

bool Desk::tend() {
  const bool any = take();
  if (due() != 0) return any;
  for (auto& [uri, document] : documents_) {
    if (document.analysed >= document.changed) continue;
    begin(document);
    break;
  }
  return any;
}

int Desk::due() const {
  if (!worker_.idle()) return -1;                      // its bell will ring
  const bool any = std::any_of(documents_.begin(), documents_.end(), [](const auto& one) { return one.second.analysed < one.second.changed; });
  if (!any) return -1;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(last_change_ + rest - Clock::now());
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

void Desk::begin(Document& document) {
  worker_.post([this, uri = document.uri, path = document.path, begun = document.changed, texts = overlay()]() -> Worker::Done {
    std::shared_ptr<const Analysis> analysis;
    const Clock::time_point start = Clock::now();
    try {
      analysis = analyse(path, texts, Depth::everything);
    } catch (const std::exception&) {}                 // out of memory: nothing new is known
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start);
    return [this, uri, begun, analysis, took] {
      if (Document* made = find(uri); made != nullptr) made->took = took;
      finish(uri, begun, analysis);
    };
  });
}

void Desk::finish(const std::string& uri, std::uint64_t begun, std::shared_ptr<const Analysis> analysis) {
  Document* document = find(uri);
  if (document == nullptr) return;
  document->analysed = std::max(document->analysed, begun);
  if (analysis) document->adopt(analysis->parsed);
  if (!analysis && document->analysis) return;
  // What could not be made is an empty analysis, so that nobody waits for it again and again.
  document->analysis = analysis ? std::move(analysis) : analyse(document->path, nothing_at(document->path), Depth::names);
  document->names.reset();
  make_room(*document);
  show(*document);
  lay_out_ahead(*document);
}

// Once for each text that is opened, so that the first who wants it laid out need not wait for all of it.
void Desk::lay_out_ahead(Document& document) {
  const OpenText open = document.open_text();
  if (!document.layout_pieces().empty() || !open.parsed || open.parsed->text != open.text || !open.parsed->is_text) return;
  worker_.post([this, uri = document.uri, open]() -> Worker::Done {
    const auto pieces = std::make_shared<grammar::Pieces>();
    pieces->edits(*open.text, open.parsed->reading);
    return [this, uri, pieces] {
      if (Document* there = find(uri); there != nullptr && there->layout_pieces().empty()) there->adopt(pieces);
    };
  });
}

void Desk::make_room(const Document& keep) {
  const auto kept = [&] { return std::count_if(documents_.begin(), documents_.end(), [](const auto& one) { return one.second.analysis != nullptr; }); };
  for (const std::string& uri : std::vector<std::string>(recent_)) {
    if (static_cast<std::size_t>(kept()) <= most_analyses) return;
    if (Document* document = find(uri); document != &keep) forget(*document);
  }
  for (auto& [uri, document] : documents_) {
    if (static_cast<std::size_t>(kept()) <= most_analyses) return;
    if (&document != &keep) forget(document);
  }
}

void Desk::show(const Document& document) {
  if (!document.analysis) return;
  const View view(document, encoding);
  Json own = diagnostics_of(view, 0);
  for (const Json& more : document.shown) own.push_back(more);
  publish(document.uri, document.version, std::move(own));
  std::set<std::string> now;
  std::set<std::string> identities;
  for (const auto& [uri, open] : documents_) identities.insert(model::identity_of(open.path));
  for (source::FileId file = 1; file < view.analysis().program.trees.size(); ++file) {
    const std::string& path = view.analysis().compiled.files.path(file);
    if (identities.contains(model::identity_of(path))) continue;
    Json said = diagnostics_of(view, file);
    if (said.empty() && !shown_by_.contains(uri_of(path))) continue;
    now.insert(uri_of(path));
    shown_by_[uri_of(path)].insert(document.uri);
    publish(uri_of(path), std::nullopt, std::move(said));
  }
  std::vector<std::string> gone;
  for (auto& [file, by] : shown_by_)
    if (!now.contains(file) && by.erase(document.uri) > 0 && by.empty()) gone.push_back(file);
  for (const std::string& file : gone) {
    shown_by_.erase(file);
    publish(file, std::nullopt, Json::array());
    said_.erase(file);
  }
}

// The same is not said twice.
void Desk::publish(const std::string& uri, std::optional<std::int64_t> version, Json diagnostics) {
  const std::size_t hash = std::hash<std::string>{}(diagnostics.dump(-1, ' ', false, Json::error_handler_t::replace) + (version ? std::to_string(*version) : ""));
  const auto [said, first] = said_.try_emplace(uri, hash);
  if (!first && said->second == hash) return;
  said->second = hash;
  publish_(uri, version, std::move(diagnostics));
}

}  // namespace rung::lsp
