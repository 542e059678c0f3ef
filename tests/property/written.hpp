// The oracle's framework as a committee would write it, and its learner as an office would: so that what is compared is the whole way from text to answer.
#pragma once

#include <string>

#include "runtime/learner/learner.hpp"
#include "tests/oracle/framework.hpp"

namespace property {

// Names are f.c0, f.c1, …: fewer than ten, so that their order is the order of their numbers.
std::string written(const oracle::Framework& framework);
rung::Learner written(const oracle::Learner& learner);
// For messages: the same as an office's JSON, roughly.
std::string shown(const oracle::Learner& learner);

}  // namespace property
