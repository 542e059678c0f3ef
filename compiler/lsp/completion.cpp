// What may be written next: words of the language that the grammar takes here, units, and names of the things that are looked for here and that this file can see.
#include <algorithm>
#include <set>

#include "compiler/lsp/features.hpp"
#include "compiler/lsp/notes.hpp"
#include "compiler/lsp/probe.hpp"
#include "compiler/policy/library.hpp"

namespace rung::lsp {
namespace {

constexpr std::size_t most = 200;            // an editor asks again when more has been typed

class Completion {
 public:
  Completion(const View& view, Json range, std::string_view typed) : view_(view), typed_(typed), range_(std::move(range)) {}

  Json run(const Fitting& fits) {
    for (const std::string& word : fits.words) put(word, 14, "", said_of_word(word, view_.language()));
    if (fits.category == "tag") {
      std::set<std::string> tags;
      for (const model::Credential& one : view_.model().credentials) tags.insert(one.tags.begin(), one.tags.end());
      for (const std::string& tag : tags) put(tag, 12, std::string(notes_in(view_.language()).tag), "");
    } else if (fits.category == "policy") {
      std::set<std::string_view> names;
      for (const policy::BuiltIn& one : policy::built_in()) names.insert(one.name);
      for (const PolicyNote& note : view_.analysis().policies)
        if (note.known) names.insert(note.name);
      for (const std::string_view name : names) put(std::string(name), 21, std::string(grammar::Vocabulary::of(view_.language())->printed(grammar::Word::policy)), "");
    } else if (fits.name) {
      const auto visible = view_.analysis().visible_from(0);
      things(fits.category, "credential", view_.model().credentials, 7, visible);
      things(fits.category, "competency", view_.model().competencies, 10, visible);
      things(fits.category, "gate", view_.model().gates, 17, visible);
      things(fits.category, "institution", view_.model().institutions, 9, visible);
    }
    return {{"isIncomplete", cut_}, {"items", std::move(items_)}};
  }

 private:
  void put(const std::string& label, int kind, const std::string& detail, const std::string& documentation) {
    if (!begins_with(label, typed_)) return;
    if (items_.size() >= most) {
      cut_ = true;
      return;
    }
    Json item = {{"label", label}, {"kind", kind}, {"textEdit", {{"range", range_}, {"newText", label}}}};
    if (!label.starts_with(typed_)) item["filterText"] = std::string(typed_);   // typed without accents
    if (!detail.empty()) item["detail"] = detail;
    if (!documentation.empty()) item["documentation"] = {{"kind", "markdown"}, {"value", documentation}};
    items_.push_back(std::move(item));
  }

  template <class T>
  void things(const std::string& wanted, const char* category, const std::vector<T>& all, int kind, const std::vector<std::uint32_t>& visible) {
    if (wanted != category) return;
    const bool institutions = wanted == "institution";
    for (const T& one : all) {
      if (cut_) return;
      if constexpr (requires { one.block; }) {
        if (one.block) continue;
      }
      if (institutions) {
        put(one.name, kind, one.title, "");
        continue;
      }
      const auto seen = std::find(visible.begin(), visible.end(), one.framework);
      if (seen == visible.end()) continue;
      const bool own = view_.model().frameworks[one.framework].span.file == 0;
      put(own ? std::string(model::short_name(one.name)) : one.name, kind, one.title, "");
    }
  }

  const View& view_;
  std::string_view typed_;
  Json range_, items_ = Json::array();
  bool cut_ = false;
};

}  // namespace

Json completion(const View& view, Place place) {
  const std::string& text = *view.document().text;
  const std::string_view before = std::string_view(text).substr(0, view.document().lines().offset(text, place, view.encoding()));
  const std::string_view typed = typed_at_end(before);
  const auto there = [&](std::size_t at) { return view.document().lines().place(text, at, view.encoding()); };
  return Completion(view, as_json(there(before.size() - typed.size()), there(before.size())), typed).run(fitting(before.substr(0, before.size() - typed.size()), typed, language_of(view.document().parsed().tree())));
}

}  // namespace rung::lsp
