// A value, or the one error that kept it from being there.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "runtime/remarks.hpp"

namespace rung {

// One sentence that says what is wrong and one that says what to do; either may be shown to a clerk.
struct Error {
  std::string code;     // kebab-case, stable: "damaged-table", "unknown-credential", …
  std::string message;
  std::string remedy;   // may be empty
  std::string place = {};   // where in what was read: "holdings[3].grade", "line 4, column 7"; may be empty
  Saying said = {}, to_do = {};   // message and remedy for those who speak another language, where they are remarks
};

// An error that is told by remarks.
inline Error remarked(std::string code, Saying said, Saying to_do = {}) {
  return {std::move(code), in_english(said), in_english(to_do), {}, std::move(said), std::move(to_do)};
}

template <class T>
class Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return held_.index() == 0; }
  T& operator*() { return std::get<0>(held_); }
  const T& operator*() const { return std::get<0>(held_); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace rung
