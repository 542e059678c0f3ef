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

// The questions that can be asked, under the names of the verbs, as people ask them.
struct Question {
  std::string_view name, words;
};
inline constexpr std::array<Question, 8> questions{{{"earned", "What is the learner entitled to now?"},
                                                    {"missing", "What does the award still ask for?"},
                                                    {"why-not", "Why is the learner not entitled to the award?"},
                                                    {"paths", "Which ways lead to the award?"},
                                                    {"nearest", "Which awards are closest?"},
                                                    {"leads-to", "What does the credential count towards?"},
                                                    {"transfers", "What would the institution recognise?"},
                                                    {"label", "What is the credential? (its label)"}}};

// Answers /earned and the others; and / and /answer, a page for people.
Reply reply(const std::shared_ptr<const Table>& table, const Request& request, WorkLimit limit);

// The page: a form, and below it `answer`, text, when there is one. `request`: what the form was filled in with.
std::string page(const Table& table, const Request& request, const std::string& answer);

// The first value of a parameter, or nothing.
std::string parameter(const Request& request, const std::string& name);

}  // namespace rung::serve
