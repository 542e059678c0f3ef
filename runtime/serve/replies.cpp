#include "runtime/serve/replies.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "runtime/label/label.hpp"
#include "runtime/learner/dates.hpp"
#include "runtime/rung/json_answers.hpp"
#include "runtime/rung/record.hpp"
#include "runtime/rung/text_answers.hpp"

namespace rung::serve {
namespace {

constexpr std::array<std::string_view, 5> costs{"credits", "fee", "hours", "weeks", "count"};   // by Cost
constexpr std::uint32_t most_ways = 1000;

using Text = Result<std::string>;

class Answering {
 public:
  Answering(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit) : table_(table), request_(request), limit_(limit) {
    const std::string format = of("format");
    json_ = format.empty() || format == "json";
  }

  bool json() const { return json_; }

  Text answer() {
    const std::string& question = request_.path;
    if (const std::string format = of("format"); question != "/label" && format != "" && format != "json" && format != "text")
      return Error{"usage", "there is no format '" + format + "'", "ask for json or text"};
    if (question == "/leads-to") return leads_to();
    if (question == "/label") return label();
    Result<Asked> asked = ask();
    if (!asked) return asked.error();
    if (question == "/earned") {
      const Earned found = earned(*table_, asked->holdings, limit_);
      return json_ ? json_earned(*asked, found) : text_earned(*asked, found);
    }
    if (question == "/transfers") {
      const auto institution = find_institution(*table_, of("institution"));
      if (!institution) return institution.error();
      const Transfers found = transfers(*table_, asked->holdings, *institution, limit_);
      return json_ ? json_transfers(*asked, *institution, found) : text_transfers(*asked, *institution, found);
    }
    if (question == "/nearest") return nearest_of(*asked);
    const auto award = table_->resolve_credential(of("award"));
    if (!award) return award.error();
    if (question == "/missing") {
      const MissingAnswer found = missing(*table_, asked->holdings, *award, limit_);
      return json_ ? json_missing(*asked, *award, found) : text_missing(*asked, *award, found);
    }
    if (question == "/why-not") {
      const WhyNot found = why_not(*table_, asked->holdings, *award, limit_);
      const MissingAnswer so_far = missing(*table_, asked->holdings, *award, limit_);
      return json_ ? json_why_not(*asked, *award, found, so_far) : text_why_not(*asked, *award, found, so_far);
    }
    return paths_of(*asked, *award);
  }

 private:
  std::string of(const std::string& name) const { return parameter(request_, name); }

  Result<Asked> ask() const {
    Learner learner;
    if (!request_.body.empty()) {
      Result<Learner> read = read_record(request_.body);
      if (!read) return read.error();
      learner = std::move(*read);
    }
    Result<Holdings> holdings = rung::bind(*table_, learner, day_of_clock_or(of("on")));
    if (!holdings) return holdings.error();
    return Asked(table_, std::move(learner), std::move(*holdings));
  }

  Result<std::vector<Cost>> costs_of(const std::string& text) const {
    std::vector<Cost> out;
    for (std::size_t first = 0; first <= text.size();) {
      const std::string one = text.substr(first, text.find(',', first) - first);
      first += one.size() + 1;
      const auto found = std::find(costs.begin(), costs.end(), one);
      const auto cost = static_cast<Cost>(found - costs.begin());
      if (found == costs.end() || std::find(out.begin(), out.end(), cost) != out.end())
        return Error{"usage", "'" + text + "' is not made of costs", "name one or more of credits, fee, hours, weeks, count, each once, with commas between them"};
      out.push_back(cost);
    }
    return out;
  }

  Result<std::uint32_t> ways(std::uint32_t usual) const {
    const std::string text = of("k");
    if (text.empty()) return usual;
    std::uint32_t out = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (problem != std::errc{} || end != text.data() + text.size() || out == 0 || out > most_ways) return Error{"usage", "'" + text + "' is no number from 1 to 1000", "write k=3"};
    return out;
  }

  Text paths_of(const Asked& asked, std::uint32_t award) const {
    const std::string pareto = of("pareto"), by = of("by");
    if (!pareto.empty() && !by.empty()) return Error{"usage", "by and pareto exclude each other", "leave one out"};
    const auto named = costs_of(!pareto.empty() ? pareto : by.empty() ? "credits" : by);
    if (!named) return named.error();
    const auto k = ways(pareto.empty() ? 3 : 100);
    if (!k) return k.error();
    PathsQuestion question{award, named->front(), *k, of("no-gates").empty(), limit_};
    question.then.assign(named->begin() + 1, named->end());
    question.compromises = !pareto.empty();
    const Paths found = paths(*table_, asked.holdings, question);
    return json_ ? json_paths(asked, question, found) : text_paths(asked, question, found);
  }

  Text nearest_of(const Asked& asked) const {
    const auto by = costs_of(of("by").empty() ? "credits" : of("by"));
    if (!by) return by.error();
    if (by->size() > 1) return Error{"usage", "the closest awards are told by one cost", "name one of credits, fee, hours, weeks, count"};
    const auto k = ways(5);
    if (!k) return k.error();
    NearestQuestion question{by->front(), *k, of("no-gates").empty(), {}, {}, limit_};
    for (auto [at, end] = request_.parameters.equal_range("institution"); at != end; ++at) {
      if (at->second.empty()) continue;
      const auto institution = find_institution(*table_, at->second);
      if (!institution) return institution.error();
      question.institutions.push_back(*institution);
    }
    const Nearest found = nearest(*table_, asked.holdings, question);
    return json_ ? json_nearest(asked, question, found) : text_nearest(asked, question, found);
  }

  Text leads_to() const {
    std::vector<std::uint32_t> from;
    for (auto [at, end] = request_.parameters.equal_range("name"); at != end; ++at) {
      const auto credential = table_->resolve_credential(at->second);
      if (!credential) return credential.error();
      from.push_back(*credential);
    }
    if (from.empty()) return Error{"usage", "no credential is named", "write name=metrology, as often as there are credentials"};
    std::sort(from.begin(), from.end());
    from.erase(std::unique(from.begin(), from.end()), from.end());
    std::int32_t on = table::no_date;
    if (const std::string day = of("on"); !day.empty()) {
      const auto read = read_date(day_of_clock_or(day));
      if (!read) return Error{"usage", "'" + day + "' is no date", "write the day of the question as 2026-10-01, or today"};
      on = *read;
    }
    const std::vector<Lead> found = rung::leads_to(*table_, from, on);
    return json_ ? json_leads_to(*table_, from, on, found) : text_leads_to(*table_, from, on, found);
  }

  Text label() const {
    const auto credential = table_->resolve_credential(of("name"));
    if (!credential) return credential.error();
    const std::string format = of("format").empty() ? "json" : of("format"), locale = of("locale").empty() ? "en" : of("locale");
    if (format != "json" && format != "text" && format != "html" && format != "svg") return Error{"usage", "there is no format '" + format + "'", "ask for json, text, html or svg"};
    if (locale != "en" && locale != "fr") return Error{"usage", "there is no locale '" + locale + "'", "ask for en or fr"};
    return label::shown(*table_, *credential, format, locale);
  }

  const std::shared_ptr<const Table>& table_;
  const Request& request_;
  WorkLimit limit_;
  bool json_ = true;
};

std::string type_of(const Request& request) {
  const std::string format = parameter(request, "format");
  if (format == "text") return "text/plain; charset=utf-8";
  if (format == "html") return "text/html; charset=utf-8";
  if (format == "svg") return "image/svg+xml";
  return "application/json";
}

bool is_question(const std::string& path) {
  constexpr std::array<std::string_view, 8> questions{"/earned", "/missing", "/why-not", "/paths", "/nearest", "/leads-to", "/transfers", "/label"};
  return std::find(questions.begin(), questions.end(), path) != questions.end();
}

// What a person filled in, asked as a program would ask it.
Reply answer_on_page(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit) {
  Request asked{"/" + parameter(request, "question"), {{"format", "text"}}, parameter(request, "record")};
  for (const char* name : {"award", "institution", "by", "on"})
    if (const std::string value = parameter(request, name); !value.empty()) asked.parameters.insert({name, value});
  if (const std::string name = parameter(request, "award"); asked.path == "/leads-to" || asked.path == "/label") asked.parameters.insert({"name", name});
  Reply out{200, "text/html; charset=utf-8", {}};
  if (!is_question(asked.path)) {
    out.body = page(*table, request, "Choose a question.");
    return out;
  }
  const Text text = Answering(table, asked, limit).answer();
  out.body = page(*table, request, text ? *text : text.error().message + (text.error().remedy.empty() ? "" : "; " + text.error().remedy));
  return out;
}

}  // namespace

std::string parameter(const Request& request, const std::string& name) {
  const auto found = request.parameters.find(name);
  return found == request.parameters.end() ? std::string() : found->second;
}

Reply reply(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit) {
  if (request.path == "/") return {200, "text/html; charset=utf-8", page(*table, request, "")};
  if (request.path == "/answer") return answer_on_page(table, request, limit);
  if (!is_question(request.path))
    return {404, "application/json", json_failure({"usage", "there is no question " + request.path, "ask /earned, /missing, /why-not, /paths, /nearest, /leads-to, /transfers or /label"})};
  const Text text = Answering(table, request, limit).answer();
  if (text) return {200, type_of(request), *text};
  const bool unknown = text.error().code.starts_with("unknown-") || text.error().code.starts_with("ambiguous-");
  return {unknown ? 404 : 400, "application/json", json_failure(text.error())};
}

}  // namespace rung::serve
