#include "runtime/serve/replies.hpp"

#include <algorithm>
#include <charconv>

#include "runtime/learner/dates.hpp"
#include "runtime/rung/answers.hpp"
#include "runtime/rung/json/answers.hpp"
#include "runtime/rung/names.hpp"
#include "runtime/rung/plain.hpp"
#include "runtime/rung/records/record.hpp"
#include "runtime/rung/words/saying.hpp"
#include "runtime/rung/words/words.hpp"
#include "runtime/table/decimal.hpp"

namespace rung::serve {
namespace {

using Text = Result<std::string>;

std::vector<std::string> parameters(const Request& request, const std::string& name) {
  std::vector<std::string> out;
  for (auto [at, end] = request.parameters.equal_range(name); at != end; ++at)
    if (!at->second.empty()) out.push_back(at->second);
  return out;
}

Result<std::string> one_of(const Request& request, const std::string& name, std::initializer_list<const char*> known) {
  const std::string value = parameter(request, name);
  if (value.empty()) return std::string(*known.begin());
  if (std::find(known.begin(), known.end(), value) != known.end()) return value;
  std::string all;
  for (const char* one : known) all += (all.empty() ? "" : ", ") + std::string(one);
  return Error{"usage", name + " is not to be '" + value + "'", "it is one of " + all};
}

Result<std::uint32_t> number_of_ways(const Request& request, std::uint32_t usual) {
  const std::string text = parameter(request, "k");
  if (text.empty()) return usual;
  std::uint32_t out = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (problem != std::errc{} || end != text.data() + text.size() || out == 0 || out > PathsOptions::most)
    return Error{"usage", "k is not to be '" + text + "'", "it is a number from 1 to " + std::to_string(PathsOptions::most)};
  return out;
}

// A request, turned into the options of a verb and answered as the verb answers.
class Answering {
 public:
  Answering(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit, std::string_view language) : table_(table), request_(request), limit_(limit), language_(language) {}

  Text answer(std::string_view question) const {
    if (const auto mistake = unnamed(question)) return *mistake;
    if (question == "leads-to") return leads_to();
    if (question == "label") return label();
    const Result<Asked> asked = ask();
    if (!asked) return asked.error();
    if (question == "earned") return with_format(LearnerOptions{}, [&](const auto& options) { return answer_earned(*asked, options); });
    if (question == "missing") return missing(*asked);
    if (question == "why-not") return with_award(AwardOptions{}, [&](const auto& options) { return answer_why_not(*asked, options); });
    if (question == "paths") return paths(*asked);
    if (question == "nearest") return nearest(*asked);
    TransfersOptions options;
    options.institution = of("institution");
    return with_format(std::move(options), [&](const auto& asking) { return answer_transfers(*asked, asking); });
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
    Result<Holdings> holdings = bind(*table_, learner, day_of_clock_or(of("on")));
    if (!holdings) return holdings.error();
    return Asked(table_, std::move(learner), std::move(*holdings));
  }

  // In JSON English when nothing is said: a program gets the same from every server.
  Text locale_for(const std::string& format) const {
    const auto locale = one_of(request_, "locale", {"en", "fr"});
    return !locale || !of("locale").empty() || format == "json" ? locale : Text(std::string(language_));
  }

  template <class Question, class Answer>
  Text with_format(Question options, Answer answer) const {
    const auto format = one_of(request_, "format", {"json", "text"});
    if (!format) return format.error();
    options.format = *format;
    const auto locale = locale_for(*format);
    if (!locale) return locale.error();
    options.locale = *locale;
    if constexpr (requires { options.limit; }) options.limit = limit_;
    return answer(options);
  }
  // What a question must name, before the record is read: an empty name is not looked up.
  std::optional<Error> unnamed(std::string_view question) const {
    if ((question == "missing" || question == "why-not" || question == "paths") && of("award").empty()) return Error{"usage", "no award is named", "write award=inspector"};
    if (question == "transfers" && of("institution").empty()) return Error{"usage", "no institution is named", "write institution=northfield"};
    if (question == "label" && of("name").empty()) return Error{"usage", "no credential is named", "write name=metrology"};
    if (question == "leads-to" && parameters(request_, "name").empty()) return Error{"usage", "no credential is named", "write name=metrology, as often as there are credentials"};
    return std::nullopt;
  }

  template <class Question, class Answer>
  Text with_award(Question options, Answer answer) const {
    options.award = of("award");
    return with_format(std::move(options), answer);
  }

  Text missing(const Asked& asked) const {
    MissingOptions options;
    if (!of("by").empty()) {
      auto by = costs_named(of("by"));
      if (!by) return by.error();
      options.by = std::move(*by);
    }
    return with_award(std::move(options), [&](const auto& asking) { return answer_missing(asked, asking); });
  }

  Text paths(const Asked& asked) const {
    PathsOptions options;
    options.compromises = !of("pareto").empty();
    if (options.compromises && !of("by").empty()) return Error{"usage", "by and pareto exclude each other", "leave one out"};
    if (const std::string named = of(options.compromises ? "pareto" : "by"); !named.empty()) {
      auto by = costs_named(named);
      if (!by) return by.error();
      options.by = std::move(*by);
    }
    const auto k = number_of_ways(request_, options.compromises ? PathsOptions::usual_compromises : options.k);
    if (!k) return k.error();
    options.k = *k;
    options.no_gates = !of("no-gates").empty();
    return with_award(std::move(options), [&](const auto& asking) { return answer_paths(asked, asking); });
  }

  Text nearest(const Asked& asked) const {
    NearestOptions options;
    const auto by = one_of(request_, "by", {"credits", "fee", "hours", "weeks", "count"});
    if (!by) return by.error();
    options.by = costs_named(*by)->front();
    const auto k = number_of_ways(request_, options.k);
    if (!k) return k.error();
    options.k = *k;
    options.no_gates = !of("no-gates").empty();
    options.institutions = parameters(request_, "institution");
    return with_format(std::move(options), [&](const auto& asking) { return answer_nearest(asked, asking); });
  }

  Text leads_to() const {
    LeadsToOptions options;
    options.names = parameters(request_, "name");
    options.on = of("on");
    return with_format(std::move(options), [&](const auto& asking) { return answer_leads_to(*table_, asking); });
  }

  Text label() const {
    const auto format = one_of(request_, "format", {"json", "text", "html", "svg"});
    if (!format) return format.error();
    const auto locale = locale_for(*format);
    if (!locale) return locale.error();
    LabelOptions options;
    options.name = of("name");
    options.format = *format;
    options.locale = *locale;
    return answer_label(*table_, options);
  }

  const std::shared_ptr<const Table>& table_;
  const Request& request_;
  WorkLimit limit_;
  std::string_view language_;
};

// "fr-CA;q=0.8" → 800; 1000 where nothing is said, 0 for what is no weight.
int weight_of(std::string_view range) {
  const std::size_t at = range.find("q=");
  if (at == std::string_view::npos) return 1000;
  range = range.substr(at + 2);
  range = range.substr(0, range.find_last_not_of(" \t") + 1);
  const auto weight = table::read_decimal(range);
  return weight && *weight <= table::millionths ? static_cast<int>(*weight / 1000) : 0;
}

std::string type_of(const Request& request) {
  const std::string format = parameter(request, "format");
  if (format == "text") return "text/plain; charset=utf-8";
  if (format == "html") return "text/html; charset=utf-8";
  if (format == "svg") return "image/svg+xml";
  return "application/json";
}

bool is_question(std::string_view name) {
  return std::find(questions.begin(), questions.end(), name) != questions.end();
}

// What a person filled in, asked as a program would ask it.
std::string answer_on_page(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit, std::string_view language) {
  const std::string question = parameter(request, "question");
  if (!is_question(question)) return page(*table, request, std::string(words::words_in(language).page.choose), language);
  Request asked{"/" + question, {{"format", "text"}, {"locale", std::string(language)}}, parameter(request, "record")};
  for (const char* name : {"award", "institution", "by", "on"}) asked.parameters.insert({name, parameter(request, name)});
  asked.parameters.insert({"name", parameter(request, "award")});   // the one field is for both
  const Text text = Answering(table, asked, limit, language).answer(question);
  return page(*table, request, text ? *text : in_a_sentence(language, text.error()), language);
}

}  // namespace

std::string_view preferred_language(std::string_view accepted, std::string_view otherwise) {
  int best = 0;                            // thousandths
  std::string_view out = otherwise;
  while (!accepted.empty()) {
    std::string_view one = accepted.substr(0, accepted.find(','));
    accepted.remove_prefix(std::min(accepted.size(), one.size() + 1));
    one.remove_prefix(std::min(one.size(), one.find_first_not_of(" \t")));
    const std::string_view tag = one.substr(0, one.find_first_of("-; \t"));
    const auto language = std::find_if(languages.begin(), languages.end(), [&](std::string_view known) {
      return std::equal(known.begin(), known.end(), tag.begin(), tag.end(), [](char a, char b) { return a == (b | 0x20); });
    });
    if (language == languages.end()) continue;
    const int weight = weight_of(one);
    if (weight > best) best = weight, out = *language;
  }
  return out;
}

std::string parameter(const Request& request, const std::string& name) {
  const auto found = request.parameters.find(name);
  return found == request.parameters.end() ? std::string() : found->second;
}

Reply reply(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit, std::string_view language) {
  const std::string locale = parameter(request, "locale");
  const std::string_view of_page = std::find(languages.begin(), languages.end(), locale) == languages.end() ? language : std::string_view(locale);
  if (request.path == "/") return {200, "text/html; charset=utf-8", page(*table, request, "", of_page)};
  if (request.path == "/answer") return {200, "text/html; charset=utf-8", answer_on_page(table, request, limit, of_page)};
  const std::string_view question = std::string_view(request.path).substr(request.path.empty() ? 0 : 1);
  // Whoever asks for text is told in it, and in the language of the answer.
  const auto refused = [&](int status, const Error& why) -> Reply {
    if (parameter(request, "format") == "text") return {status, type_of(request), plain(in_a_sentence(of_page, why)) + "\n"};
    return {status, "application/json", json_failure(why)};
  };
  if (!is_question(question)) {
    std::string all;
    for (const std::string_view one : questions) all += (all.empty() ? "/" : ", /") + std::string(one);
    return refused(404, {"usage", "there is no question " + request.path, "ask one of " + all});
  }
  const Text text = Answering(table, request, limit, language).answer(question);
  if (text) return {200, type_of(request), *text};
  const bool unknown = text.error().code.starts_with("unknown-") || text.error().code.starts_with("ambiguous-");
  return refused(unknown ? 404 : 400, text.error());
}

}  // namespace rung::serve
