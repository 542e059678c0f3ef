// Reading answers through the C interface.
#include "runtime/c/handles.hpp"

namespace {

template <class T>
int element(const std::vector<T>& all, size_t index, T* out) {
  if (index >= all.size()) return 0;
  *out = all[index];
  return 1;
}

}  // namespace

void rung_answer_free(rung_answer* answer) { delete answer; }

int rung_answer_proven(const rung_answer* answer) { return answer->proven ? 1 : 0; }

rung_verdict rung_answer_verdict(const rung_answer* answer) { return answer->verdict; }

int rung_answer_set_aside(const rung_answer* answer, size_t index, rung_set_aside* out) { return element(answer->set_aside, index, out); }

int rung_answer_award(const rung_answer* answer, size_t index, rung_award* out) {
  if (index >= answer->awards.size()) return 0;
  *out = answer->awards[index].award;
  return 1;
}

int rung_answer_counted(const rung_answer* answer, size_t award, size_t index, rung_counted* out) {
  return award < answer->awards.size() ? element(answer->awards[award].counted, index, out) : 0;
}

int rung_answer_node(const rung_answer* answer, size_t index, rung_node* out) { return element(answer->nodes, index, out); }

int rung_answer_path(const rung_answer* answer, size_t index, rung_path* out) {
  if (index >= answer->paths.size()) return 0;
  *out = answer->paths[index].path;
  return 1;
}

int rung_answer_fee(const rung_answer* answer, size_t path, size_t index, rung_fee* out) {
  return path < answer->paths.size() ? element(answer->paths[path].fees, index, out) : 0;
}

int rung_answer_step(const rung_answer* answer, size_t path, size_t index, rung_step* out) {
  return path < answer->paths.size() ? element(answer->paths[path].steps, index, out) : 0;
}

const char* rung_answer_gate(const rung_answer* answer, size_t path, size_t index) {
  if (path >= answer->paths.size() || index >= answer->paths[path].gates.size()) return nullptr;
  return answer->paths[path].gates[index];
}

int rung_answer_lead(const rung_answer* answer, size_t index, rung_lead* out) { return element(answer->leads, index, out); }
