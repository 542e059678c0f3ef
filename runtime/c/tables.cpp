// Tables and learners of the C interface.
#include "runtime/c/errors.hpp"
#include "runtime/c/handles.hpp"

namespace {

using rung::c::fill;
using rung::c::guarded;

std::string text(const char* stated) { return stated == nullptr ? std::string() : std::string(stated); }

rung_table* handle(rung::Result<rung::Table> table, rung_error* error) {
  if (table) return new rung_table{std::move(*table)};
  fill(error, table.error());
  return nullptr;
}

// 1, or 0 when there is no memory.
template <class Add>
int added(Add add) noexcept {
  try {
    add();
    return 1;
  } catch (const std::exception&) {
    return 0;
  }
}

}  // namespace

rung_table* rung_open(const char* path, rung_error* error) {
  return guarded(error, [&] { return handle(rung::Table::open(text(path)), error); });
}

rung_table* rung_copy(const void* bytes, size_t size, rung_error* error) {
  return guarded(error, [&] { return handle(rung::Table::copy({static_cast<const std::byte*>(bytes), size}), error); });
}

void rung_close(rung_table* table) { delete table; }

rung_learner* rung_learner_new(const char* id, const char* on, rung_error* error) {
  return guarded(error, [&] {
    auto learner = std::make_unique<rung_learner>();
    learner->learner.id = text(id);
    learner->learner.on = text(on);
    return learner.release();
  });
}

void rung_learner_free(rung_learner* learner) { delete learner; }

int rung_learner_add_credential(rung_learner* learner, const char* name, const char* awarded, const char* grade, const char* achievement,
                                const char* by) {
  return added([&] { learner->learner.holdings.push_back({false, text(name), text(grade), text(achievement), text(by), text(awarded), {}, {}}); });
}

int rung_learner_add_counted(rung_learner* learner, const char* name) {
  if (learner->learner.holdings.empty()) return 0;
  return added([&] { learner->learner.holdings.back().counted.push_back(text(name)); });
}

int rung_learner_add_competency(rung_learner* learner, const char* name, const char* to, const char* on) {
  return added([&] { learner->learner.holdings.push_back({true, text(name), {}, text(to), "prior-learning", text(on), {}, {}}); });
}

int rung_learner_set_expires(rung_learner* learner, const char* expires) {
  if (learner->learner.holdings.empty()) return 0;
  return added([&] { learner->learner.holdings.back().expires = text(expires); });
}

int rung_learner_add_entered(rung_learner* learner, const char* award, const char* on) {
  return added([&] { learner->learner.entered.emplace_back(text(award), text(on)); });
}

int rung_learner_add_gate(rung_learner* learner, const char* name) {
  return added([&] { learner->learner.gates.push_back(text(name)); });
}

int rung_learner_add_exception(rung_learner* learner, const char* award, const char* part, const char* by, const char* because, const char* on) {
  return added([&] { learner->learner.exceptions.push_back({text(award), text(part), part == nullptr, text(by), text(because), text(on)}); });
}
