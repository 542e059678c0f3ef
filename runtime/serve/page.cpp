// The page for people: one form, without scripts, and nothing from elsewhere.
#include "runtime/label/escaped.hpp"
#include "runtime/rung/words/locale.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/rung/words/words.hpp"
#include "runtime/serve/replies.hpp"

namespace rung::serve {
namespace {

using label::escaped;

constexpr std::string_view style =
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}"
    "label{display:block;font-weight:600;margin-top:.8rem}input,select,textarea{font:inherit;width:100%;box-sizing:border-box;padding:.4rem;border:1px solid #595959;border-radius:4px}"
    "textarea{font-family:ui-monospace,monospace;min-height:9rem}button{font:inherit;margin-top:1rem;padding:.5rem 1.2rem;border:0;border-radius:4px;background:#14507d;color:#fff}"
    "button:focus,input:focus,select:focus,textarea:focus{outline:3px solid #b35900;outline-offset:1px}pre{white-space:pre-wrap;border-top:2px solid #1a1a1a;padding-top:1rem;overflow-wrap:anywhere}";

std::string option(std::string_view value, std::string_view text, bool chosen) {
  return "<option value=\"" + escaped(value) + "\"" + (chosen ? " selected" : "") + ">" + escaped(text) + "</option>";
}

std::string field(std::string_view name, std::string_view text, const Request& request, std::string_view list = {}) {
  return "<label for=\"" + std::string(name) + "\">" + std::string(text) + "</label><input id=\"" + std::string(name) + "\" name=\"" + std::string(name) + "\" value=\"" +
         escaped(parameter(request, std::string(name))) + "\"" + (list.empty() ? "" : " list=\"" + std::string(list) + "\"") + " autocomplete=\"off\">";
}

std::string choice(std::string_view name, std::string_view text) {
  return "<label for=\"" + std::string(name) + "\">" + std::string(text) + "</label><select id=\"" + std::string(name) + "\" name=\"" + std::string(name) + "\">";
}

// Names to choose from, where there are not too many for a page.
template <class Things>
std::string names(const Table& table, table::SectionKind kind, const Things& things, std::string_view language) {
  constexpr std::size_t most = 2000;
  std::string out = "<datalist id=\"" + std::string(table::name_of(kind)) + "\">";
  for (std::uint32_t i = 0; i < things.size() && things.size() <= most; ++i) {
    const std::string_view translated = table.translated(kind, i, language);
    out += "<option value=\"" + escaped(table.text(things[i].name)) + "\">" + escaped(translated.empty() ? table.text(things[i].title) : translated) + "</option>";
  }
  return out + "</datalist>";
}

}  // namespace

std::string page(const Table& table, const Request& request, const std::string& answer, std::string_view language) {
  const words::Page& words = words::words_in(language).page;
  const std::string title = framework_titles(table, language);
  std::string out = "<!doctype html>\n<html lang=\"" + std::string(language) + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + escaped(title) +
                    "</title><style>" + std::string(style) + "</style></head><body><main><h1>" + escaped(title) + "</h1>\n";
  for (const std::string_view other : languages)
    if (other != language) out += "<p><a href=\"/?locale=" + std::string(other) + "\" lang=\"" + std::string(other) + "\" hreflang=\"" + std::string(other) + "\">" + std::string(words::words_in(other).page.language) + "</a></p>\n";
  out += "<form method=\"post\" action=\"/answer\" enctype=\"multipart/form-data\"><input type=\"hidden\" name=\"locale\" value=\"" + std::string(language) + "\">";
  out += choice("question", words.question);
  for (std::size_t i = 0; i < questions.size(); ++i) out += option(questions[i], words.questions[i], parameter(request, "question") == questions[i]);
  out += "</select>";
  out += field("award", words.award, request, "credentials") + names(table, table::SectionKind::credentials, table.credentials(), language);
  out += field("institution", words.institution, request, "institutions") + names(table, table::SectionKind::institutions, table.institutions(), language);
  out += choice("by", words.by);
  for (const Cost cost : {Cost::credits, Cost::fee, Cost::hours, Cost::weeks, Cost::count}) out += option(cost_name(cost), words.costs[static_cast<std::size_t>(cost)], parameter(request, "by") == cost_name(cost));
  out += "</select>";
  out += field("on", words.on, request);
  out += "<label for=\"record\">" + escaped(words.record) + "</label><textarea id=\"record\" name=\"record\" spellcheck=\"false\">" + escaped(parameter(request, "record")) + "</textarea><button>" + escaped(words.answer) +
         "</button></form>\n";
  if (!answer.empty()) out += "<h2>" + escaped(words.answer_heading) + "</h2><pre>" + escaped(answer) + "</pre>";
  return out + "</main></body></html>\n";
}

}  // namespace rung::serve
