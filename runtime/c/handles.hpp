// What the opaque pointers of rung.h point to. Internal to this folder.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/c/rung.h"
#include "runtime/queries/queries.hpp"

struct rung_table {
  rung::Table table;
};

struct rung_learner {
  rung::Learner learner;
};

// Everything in plain C already, with the text kept here.
struct rung_answer {
  struct Award {
    rung_award award;
    std::vector<rung_counted> counted;
  };
  struct Path {
    rung_path path;
    std::vector<rung_fee> fees;
    std::vector<rung_step> steps;
    std::vector<const char*> gates;
  };

  bool proven = true;
  rung_verdict verdict = RUNG_UNMET;
  std::vector<rung_set_aside> set_aside;
  std::vector<Award> awards;
  std::vector<rung_node> nodes;
  std::vector<Path> paths;
  std::vector<rung_lead> leads;
  std::deque<std::string> texts;         // a deque, because its elements stay where they are

  const char* keep(std::string_view text) { return texts.emplace_back(text).c_str(); }
  const char* keep_or_null(std::string_view text) { return text.empty() ? nullptr : keep(text); }
};
