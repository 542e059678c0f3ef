// Answers over HTTP: what comes in as a path, parameters and a body, and goes out as a status, a type and a body. Apart from the server, so that it can be tested and fuzzed by itself.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/queries/queries.hpp"

namespace rung::serve {

struct Request {
  std::string path;                                     // "/earned"
  std::multimap<std::string, std::string> parameters;   // decoded; of the address, and of a form
  std::string body;                                     // a learner's record, or nothing
};

struct Reply {
  int status = 200;                        // 200; 400: the question has a mistake; 404: there is no such question, or no such name
  std::string type = "application/json";
  std::string body;
};

// The questions that can be asked, under the names of the verbs. How people ask them is among the words (runtime/rung/words/words.hpp).
inline constexpr std::array<std::string_view, 8> questions{"earned", "missing", "why-not", "paths", "nearest", "leads-to", "transfers", "label"};

// Answers /earned and the others; and / and /answer, a page for people. `language`: "en" or "fr", in which to tell people when a request does not say it (`locale`).
Reply reply(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit, std::string_view language = "en");

// The page: a form, and below it `answer`, text, when there is one. `request`: what the form was filled in with.
std::string page(const Table& table, const Request& request, const std::string& answer, std::string_view language = "en");

// Of what a browser or a program says that it reads (Accept-Language, RFC 9110, 12.5.4): the language there is that it likes best, the first of equals; `otherwise` where it names none, or says nothing.
std::string_view preferred_language(std::string_view accepted, std::string_view otherwise);

// The first value of a parameter, or nothing.
std::string parameter(const Request& request, const std::string& name);

}  // namespace rung::serve
