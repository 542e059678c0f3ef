// The remedies of diagnostics as edits, where a remedy says exactly what to write.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "compiler/lsp/features.hpp"
#include "compiler/lsp/notes.hpp"
#include "runtime/table/filled.hpp"

namespace rung::lsp {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Word;
using source::Span;

struct Edit {
  std::string title;
  Span span;                    // what is taken away
  std::string text;             // and what takes its place
};

class Remedies {
 public:
  explicit Remedies(const View& view) : view_(view), text_(view.analysis().compiled.files.text(0)), tree_(view.analysis().program.trees.front()), words_(*grammar::Vocabulary::of(view.language())), say_(notes_in(view.language()).fixes) {}

  std::vector<Edit> of(const Diagnostic& diagnostic) {
    out_.clear();
    for (const auto& [phrase, arguments] : diagnostic.help) remedy(diagnostic.span, phrase, arguments);
    const Span span = diagnostic.span;
    switch (diagnostic.kind) {
      case Kind::missing_framework:
        add(table::filled(say_.name_the_framework, {diagnostic.arguments[0]}), after_head(), fmt::format("\n\n{} {}", words_.printed(Word::framework), diagnostic.arguments[0]));
        break;
      case Kind::stray_character: add(say_.leave_character_out, span, ""); break;
      case Kind::duplicate_member: add(say_.leave_second_out, with_comma(span), ""); break;
      case Kind::repeated_field: add(say_.leave_second_out, with_line(span), ""); break;
      case Kind::contradicted_claim:
        if (diagnostic.arguments[0] == "stacks none" && !diagnostic.related.empty() && diagnostic.related[0].phrase == Phrase::counted_by) {
          const std::string claim = fmt::format("{} {} {}", words_.printed(Word::stacks), words_.printed(Word::into), diagnostic.related[0].arguments[0]);
          add(table::filled(say_.claim, {claim}), span, claim);
        }
        break;
      default: break;
    }
    return std::move(out_);
  }

 private:
  void add(std::string_view title, Span span, std::string text) { out_.push_back({std::string(title), span, std::move(text)}); }

  void remedy(Span span, Phrase phrase, const diagnostics::Arguments& arguments) {
    const Span end_of_it{span.file, span.end, span.end};
    switch (phrase) {
      case Phrase::did_you_mean:
      case Phrase::choose_a_name:
      case Phrase::write_language:
      case Phrase::write_the_framework: add(table::filled(say_.write, {arguments[0]}), span, arguments[0]); break;
      case Phrase::write_version:
        if (text_.substr(span.begin).starts_with("rung")) break;
        // Nothing says yet in which language the words are.
        for (const std::string_view language : grammar::Vocabulary::languages()) {
          const std::string head = fmt::format("rung 1 {}", language);
          add(table::filled(say_.write_first_line, {head}), {0, first(), first()}, head + "\n\n");
        }
        break;
      case Phrase::use_the_framework: use(arguments[0]); break;
      case Phrase::close_the_text: close(span); break;
      case Phrase::close_the_block: add(say_.close_text_at_end, {0, size(), size()}, text_.ends_with('\n') ? "\"\"\"\n" : "\n\"\"\"\n"); break;
      case Phrase::brace_too_many: add(say_.leave_brace_out, span, ""); break;
      case Phrase::name_it_in_stacks: add(table::filled(say_.add_to_stacks, {arguments[0]}), end_of_it, ", " + arguments[0]); break;
      default: break;
    }
  }

  // Behind the byte-order mark.
  std::uint32_t first() const { return text_.starts_with("\xEF\xBB\xBF") ? 3 : 0; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }

  // Behind `rung 1 en`.
  Span after_head() const {
    std::uint32_t at = first();
    for (std::size_t token = 0; token < 3 && token < tree_.tokens.size(); ++token)
      if (token == 0 || !tree_.tokens[token].starts_line) at = std::max(at, tree_.tokens[token].end);
    return {0, at, at};
  }

  // A framework is looked for beside this file, under its own name.
  void use(const std::string& framework) {
    std::error_code ignored;
    const std::string file = framework + ".rung";
    if (std::filesystem::exists(std::filesystem::path(view_.document().path).parent_path() / file, ignored)) add(table::filled(say_.use, {file}), after_head(), fmt::format("\n\n{} \"{}\"", words_.printed(Word::use), file));
  }

  void close(Span span) {
    const std::string_view opening = text_.substr(span.begin, span.end - span.begin);
    std::size_t end = std::min(text_.find('\n', span.begin), text_.size());
    while (end > span.end && (text_[end - 1] == '\r' || text_[end - 1] == ' ' || text_[end - 1] == '{')) --end;
    const auto at = static_cast<std::uint32_t>(end);
    add(say_.close_text, {0, at, at}, opening == "“" ? "”" : opening == "«" ? "»" : "\"");
  }

  // A member of a list, with the comma before it, or else the one behind.
  Span with_comma(Span span) const {
    const auto& tokens = tree_.tokens;
    const auto token = std::lower_bound(tokens.begin(), tokens.end(), span.begin, [](const grammar::Token& t, std::uint32_t at) { return t.begin < at; });
    if (token == tokens.end() || token->begin != span.begin) return span;
    if (token != tokens.begin() && token[-1].kind == grammar::TokenKind::comma) return {0, token[-1].begin, span.end};
    if (token + 1 != tokens.end() && token[1].kind == grammar::TokenKind::comma) return {0, span.begin, token[2].begin};
    return span;
  }

  // A field that has its lines to itself takes them with it.
  Span with_line(Span span) const {
    std::uint32_t begin = span.begin, end = span.end;
    while (begin > 0 && (text_[begin - 1] == ' ' || text_[begin - 1] == '\t')) --begin;
    while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t' || text_[end] == '\r')) ++end;
    if (begin == 0 || text_[begin - 1] != '\n' || end >= text_.size() || text_[end] != '\n') return span;
    return {0, begin, end + 1};
  }

  const View& view_;
  std::string_view text_;
  const grammar::Tree& tree_;
  const grammar::Vocabulary& words_;        // of the file: what is written is in its language
  const Fixes& say_;
  std::vector<Edit> out_;
};

}  // namespace

Json code_actions(const View& view, Place begin, Place end) {
  Json out = Json::array();
  const auto first = view.offset(begin), last = view.offset(end);
  if (!first || !last) return out;
  Json shown;                                  // asked for when there is a remedy: a thousand diagnostics are many
  Remedies remedies(view);
  for (const Diagnostic& diagnostic : view.analysis().diagnostics) {
    if (diagnostic.span.file != 0 || diagnostic.span.begin > *last || diagnostic.span.end < *first) continue;
    const Json where = view.range(diagnostic.span);
    const std::vector<Edit> edits = remedies.of(diagnostic);
    if (edits.empty()) continue;
    if (shown.is_null()) shown = diagnostics_of(view, 0);
    const auto said = std::find_if(shown.begin(), shown.end(), [&](const Json& one) { return one["range"] == where && one["code"] == diagnostics::code(diagnostic.kind); });
    for (const Edit& edit : edits) {
      Json range = view.range(edit.span);
      if (range.is_null()) continue;
      Json action = {{"title", edit.title}, {"kind", "quickfix"}, {"isPreferred", edits.size() == 1}};
      action["edit"]["changes"][view.document().uri] = Json::array({{{"range", std::move(range)}, {"newText", edit.text}}});
      if (said != shown.end()) action["diagnostics"] = Json::array({*said});
      out.push_back(std::move(action));
    }
  }
  return out;
}

}  // namespace rung::lsp
