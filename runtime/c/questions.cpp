// The questions of the C interface: asked of the runtime, and put into plain C.
#include "runtime/c/errors.hpp"
#include "runtime/c/handles.hpp"
#include "runtime/learner/dates.hpp"

namespace {

using rung::Result;
using rung::Table;
using rung::c::fill;
using rung::c::guarded;
using Answer = std::unique_ptr<rung_answer>;

std::string_view name_of(const Table& table, std::uint32_t credential) { return table.text(table.credentials()[credential].name); }

// Binds the learner (none: one who holds nothing), asks, and keeps what was set aside. `ask` fills an answer from the holdings, or returns an
// error.
template <class Ask>
rung_answer* about_learner(const rung_table* table, const rung_learner* learner, rung_error* error, Ask ask) {
  return guarded(error, [&]() -> rung_answer* {
    const Result<rung::Holdings> holdings = rung::bind(table->table, learner == nullptr ? rung::Learner{} : learner->learner);
    if (!holdings) return fill(error, holdings.error()), nullptr;
    Answer answer = std::make_unique<rung_answer>();
    for (const rung::SetAside& one : holdings->set_aside)
      answer->set_aside.push_back({one.holding, one.is_entry ? 2 : one.is_gate ? 1 : 0, answer->keep(one.reason), answer->keep(one.message), one.is_exception ? 1 : 0});
    return ask(*holdings, *answer) ? answer.release() : nullptr;
  });
}

// The same, about one award.
template <class Ask>
rung_answer* about_award(const rung_table* table, const char* award, const rung_learner* learner, rung_error* error, Ask ask) {
  return about_learner(table, learner, error, [&](const rung::Holdings& holdings, rung_answer& answer) {
    const Result<std::uint32_t> id = table->table.resolve_credential(award == nullptr ? "" : award);
    if (id) ask(holdings, answer, *id);
    else fill(error, id.error());
    return static_cast<bool>(id);
  });
}

void put_nodes(const Table& table, const std::vector<rung::NodeState>& states, rung_answer& answer) {
  std::vector<std::uint32_t> ends;       // of the nodes that the one at hand lies in
  for (const rung::NodeState& state : states) {
    const rung::table::Node& node = table.nodes()[state.node];
    while (!ends.empty() && ends.back() <= state.node) ends.pop_back();
    const bool is_amount = node.kind == rung::table::NodeKind::amount;
    answer.nodes.push_back({answer.keep_or_null(table.text(node.part)), static_cast<std::uint32_t>(ends.size()),
                            static_cast<rung_verdict>(state.verdict), is_amount ? state.have_amount : state.have,
                            is_amount ? node.amount : node.need, is_amount ? 1 : 0});
    ends.push_back(node.end);
  }
}

rung_answer::Path path_of(const Table& table, const rung::Path& path, rung_answer& answer) {
  rung_answer::Path out;
  out.path = {path.cost.credits, path.cost.hours, path.cost.weeks, path.cost.count, path.cost.at_least};
  for (const auto& [currency, amount] : path.cost.fees) out.fees.push_back({amount, answer.keep(table.text(table.currencies()[currency]))});
  for (const rung::Step& step : path.steps)
    out.steps.push_back({answer.keep(name_of(table, step.credential)), answer.keep_or_null(table.part_of(step.node))});
  for (const std::uint32_t gate : path.gates) out.gates.push_back(answer.keep(table.text(table.gates()[gate].name)));
  return out;
}

}  // namespace

rung_answer* rung_earned(const rung_table* handle, const rung_learner* learner, uint64_t steps, rung_error* error) {
  return about_learner(handle, learner, error, [&](const rung::Holdings& holdings, rung_answer& answer) {
    const Table& table = handle->table;
    const rung::Earned earned = rung::earned(table, holdings, {steps});
    answer.proven = earned.proven;
    for (const rung::EarnedAward& award : earned.earned) {
      rung_answer::Award out{{answer.keep(name_of(table, award.credential)), award.conferred ? 1 : 0}, {}};
      for (const rung::Counted& one : award.counted)
        out.counted.push_back({answer.keep(name_of(table, one.credential)), answer.keep_or_null(table.part_of(one.node)), one.credits});
      answer.awards.push_back(std::move(out));
    }
    return true;
  });
}

rung_answer* rung_missing(const rung_table* handle, const char* award, const rung_learner* learner, uint64_t steps, rung_error* error) {
  return about_award(handle, award, learner, error, [&](const rung::Holdings& holdings, rung_answer& answer, std::uint32_t id) {
    const rung::MissingAnswer missing = rung::missing(handle->table, holdings, id, {steps});
    answer.proven = missing.proven;
    answer.verdict = missing.earned ? RUNG_MET : missing.cannot_tell ? RUNG_CANNOT_TELL : RUNG_UNMET;
    put_nodes(handle->table, missing.nodes, answer);
  });
}

rung_answer* rung_paths(const rung_table* handle, const char* award, const rung_learner* learner, rung_cost by, uint32_t k, int gates_allowed,
                        uint64_t steps, rung_error* error) {
  return about_award(handle, award, learner, error, [&](const rung::Holdings& holdings, rung_answer& answer, std::uint32_t id) {
    const rung::Paths paths = rung::paths(handle->table, holdings, {id, static_cast<rung::Cost>(by), k, gates_allowed != 0, {steps}});
    answer.proven = paths.proven;
    for (const rung::Path& path : paths.paths) answer.paths.push_back(path_of(handle->table, path, answer));
  });
}

rung_answer* rung_leads_to(const rung_table* handle, const char* const* names, size_t count, rung_error* error) {
  return rung_leads_to_on(handle, names, count, nullptr, error);
}

rung_answer* rung_leads_to_on(const rung_table* handle, const char* const* names, size_t count, const char* on, rung_error* error) {
  return guarded(error, [&]() -> rung_answer* {
    const Table& table = handle->table;
    std::int32_t day = rung::table::no_date;
    if (on != nullptr) {
      const auto read = rung::read_date(on);
      if (!read) return fill(error, {"bad-date", std::string(on) + " is no date", "write the day as 2026-10-01"}), nullptr;
      day = *read;
    }
    std::vector<std::uint32_t> from;
    for (size_t i = 0; i < count; ++i) {
      const Result<std::uint32_t> credential = table.resolve_credential(names[i]);
      if (!credential) return fill(error, credential.error()), nullptr;
      from.push_back(*credential);
    }
    Answer answer = std::make_unique<rung_answer>();
    for (const rung::Lead& lead : rung::leads_to(table, from, day))
      answer->leads.push_back({answer->keep(name_of(table, lead.credential)), answer->keep_or_null(table.part_of(lead.node)), lead.steps});
    return answer.release();
  });
}
