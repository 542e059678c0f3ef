/* The C interface, from C: opens a table, asks, and reads answers. Each check says its line; returns the number of failures. */
#include <stdio.h>
#include <string.h>

#include "runtime/c/rung.h"

static int failures;

static void check(int holds, const char* what, int line) {
  if (holds) return;
  fprintf(stderr, "c_interface_test.c:%d: %s\n", line, what);
  ++failures;
}
#define CHECK(condition) check((condition) != 0, #condition, __LINE__)

static int same(const char* a, const char* b) { return a != NULL && strcmp(a, b) == 0; }

static void errors_are_filled(const rung_table* table) {
  rung_error error;
  const char* wrong = "northfield.metrolgy";
  CHECK(rung_open("/nowhere/at/all.pathways", &error) == NULL);
  CHECK(same(error.code, "unreadable-table"));
  CHECK(rung_copy("RUNG", 4, &error) == NULL);
  CHECK(same(error.code, "damaged-table"));
  CHECK(rung_copy("RUNG", 4, NULL) == NULL);
  CHECK(rung_leads_to(table, &wrong, 1, &error) == NULL);
  CHECK(same(error.code, "unknown-credential"));
  CHECK(same(error.remedy, "did you mean 'northfield.metrology'?"));
}

static void a_credential_leads_to_its_award(const rung_table* table) {
  const char* name = "metrology";
  rung_lead lead;
  rung_answer* answer = rung_leads_to(table, &name, 1, NULL);
  CHECK(answer != NULL);
  if (answer == NULL) return;
  CHECK(rung_answer_lead(answer, 0, &lead));
  CHECK(same(lead.credential, "northfield.inspector") && same(lead.part, "core") && lead.steps == 1);
  CHECK(!rung_answer_lead(answer, 1, &lead));
  rung_answer_free(answer);
}

/* Meets core, methods, the gate and the six credits; one holding is of no table. */
static rung_learner* inspector(void) {
  rung_learner* learner = rung_learner_new("A-1029", "2026-10-01", NULL);
  CHECK(!rung_learner_add_counted(learner, "spc")); /* there is no holding yet */
  CHECK(rung_learner_add_credential(learner, "metrology", "2025-05-01", "91%", NULL, NULL));
  CHECK(rung_learner_add_credential(learner, "northfield.spc", NULL, "80%", NULL, NULL));
  CHECK(rung_learner_add_credential(learner, "pottery-and-glazing", NULL, NULL, NULL, NULL));
  CHECK(rung_learner_add_gate(learner, "hired"));
  return learner;
}

static void what_is_earned(const rung_table* table) {
  rung_learner* learner = inspector();
  rung_answer* answer = rung_earned(table, learner, RUNG_STEPS, NULL);
  rung_award award;
  rung_counted counted;
  rung_set_aside aside;
  rung_learner_free(learner); /* an answer needs neither learner nor table */
  CHECK(answer != NULL);
  if (answer == NULL) return;
  CHECK(rung_answer_proven(answer));
  CHECK(rung_answer_award(answer, 0, &award) && same(award.credential, "northfield.inspector") && !award.conferred);
  CHECK(rung_answer_counted(answer, 0, 0, &counted) && same(counted.credential, "northfield.metrology") && same(counted.part, "core"));
  CHECK(counted.credits == 3000000);
  CHECK(rung_answer_counted(answer, 0, 1, &counted) && same(counted.credential, "northfield.spc") && same(counted.part, "methods"));
  CHECK(!rung_answer_counted(answer, 0, 2, &counted) && !rung_answer_counted(answer, 1, 0, &counted));
  CHECK(!rung_answer_award(answer, 1, &award));
  CHECK(rung_answer_set_aside(answer, 0, &aside) && aside.index == 2 && !aside.is_gate && same(aside.reason, "unknown-credential"));
  rung_answer_free(answer);
}

static void what_is_missing(const rung_table* table) {
  rung_answer* answer = rung_missing(table, "inspector", NULL, RUNG_STEPS, NULL);
  rung_node node;
  CHECK(answer != NULL);
  if (answer == NULL) return;
  CHECK(rung_answer_verdict(answer) == RUNG_UNMET);
  CHECK(rung_answer_node(answer, 0, &node) && node.depth == 0 && node.part == NULL && node.need == 3);
  CHECK(rung_answer_node(answer, 1, &node) && node.depth == 1 && same(node.part, "core") && node.verdict == RUNG_UNMET && node.need == 1);
  CHECK(rung_answer_node(answer, 3, &node) && !rung_answer_node(answer, 4, &node));
  rung_answer_free(answer);
}

/* metrology, then spc (3 + 3 credits) beats cad-1 (3 + 4.5); both reach the six. */
static void the_best_way(const rung_table* table) {
  rung_answer* answer = rung_paths(table, "inspector", NULL, RUNG_CREDITS, 1, 1, RUNG_STEPS, NULL);
  rung_path path;
  rung_step step;
  CHECK(answer != NULL);
  if (answer == NULL) return;
  CHECK(rung_answer_path(answer, 0, &path) && path.credits == 6000000 && path.count == 2);
  CHECK(rung_answer_step(answer, 0, 0, &step) && same(step.credential, "northfield.metrology") && same(step.part, "core"));
  CHECK(rung_answer_step(answer, 0, 1, &step) && same(step.credential, "northfield.spc") && same(step.part, "methods"));
  CHECK(!rung_answer_step(answer, 0, 2, &step));
  CHECK(same(rung_answer_gate(answer, 0, 0), "northfield.hired") && rung_answer_gate(answer, 0, 1) == NULL);
  rung_answer_free(answer);
}

/* Returns how many checks failed. Called by table_c_interface_test.cpp. */
int c_interface_test(const void* bytes, size_t size);
int c_interface_test(const void* bytes, size_t size) {
  rung_table* table = rung_copy(bytes, size, NULL);
  CHECK(table != NULL);
  if (table == NULL) return failures;
  errors_are_filled(table);
  a_credential_leads_to_its_award(table);
  what_is_earned(table);
  what_is_missing(table);
  the_best_way(table);
  rung_close(table);
  return failures;
}
