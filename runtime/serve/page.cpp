// The page for people: one form, without scripts, and nothing from elsewhere.
#include "runtime/label/escaped.hpp"
#include "runtime/rung/names.hpp"
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

// Names to choose from, where there are not too many for a page.
template <class Things>
std::string names(const Table& table, std::string_view id, const Things& things) {
  constexpr std::size_t most = 2000;
  std::string out = "<datalist id=\"" + std::string(id) + "\">";
  if (things.size() <= most)
    for (const auto& one : things) out += "<option value=\"" + escaped(table.text(one.name)) + "\">" + escaped(table.text(one.title)) + "</option>";
  return out + "</datalist>";
}

}  // namespace

std::string page(const Table& table, const Request& request, const std::string& answer) {
  const std::string title = framework_titles(table);
  std::string out = "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>" + escaped(title) + "</title><style>" +
                    std::string(style) + "</style></head><body><main><h1>" + escaped(title) + "</h1>\n<form method=\"post\" action=\"/answer\" enctype=\"multipart/form-data\">";
  out += "<label for=\"question\">Question</label><select id=\"question\" name=\"question\">";
  for (const Question& one : questions) out += option(one.name, one.words, parameter(request, "question") == one.name);
  out += "</select>";
  out += field("award", "Award or credential", request, "credentials") + names(table, "credentials", table.credentials());
  out += field("institution", "Institution", request, "institutions") + names(table, "institutions", table.institutions());
  out += "<label for=\"by\">What is to be little</label><select id=\"by\" name=\"by\">";
  for (const Cost cost : {Cost::credits, Cost::fee, Cost::hours, Cost::weeks, Cost::count}) out += option(cost_name(cost), cost_name(cost), parameter(request, "by") == cost_name(cost));
  out += "</select>";
  out += field("on", "Day of the question, such as 2026-10-01", request);
  out += "<label for=\"record\">The learner’s record (JSON); leave it empty for somebody who holds nothing</label><textarea id=\"record\" name=\"record\" spellcheck=\"false\">" +
         escaped(parameter(request, "record")) + "</textarea><button>Answer</button></form>\n";
  if (!answer.empty()) out += "<h2>Answer</h2><pre>" + escaped(answer) + "</pre>";
  return out + "</main></body></html>\n";
}

}  // namespace rung::serve
