/* Rung's runtime for C (C99), and for everything that can call C: Python, R, Java, a student system's plug-in.
 *
 * Ownership: what a function named *_open, *_copy, *_new, or a question, returns is yours; give it back to *_close or *_free. Text inside an
 * answer, and every structure filled from one, lives as long as the answer. What you pass in is copied. NULL text means "not stated".
 * Text is UTF-8. Nothing is thrown and nothing is printed.
 * Threads: one table may be read by any number of threads; a learner or an answer by one at a time.
 * Amounts are integers of millionths ("4.5 credits" is 4500000), or RUNG_UNKNOWN.
 *
 *   rung_error error;
 *   rung_table* table = rung_open("northfield.pathways", &error);
 *   if (table == NULL) { fprintf(stderr, "%s; %s\n", error.message, error.remedy); return 1; }
 */
#ifndef RUNG_H
#define RUNG_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RUNG_UNKNOWN INT64_MIN
#define RUNG_STEPS 4000000u /* a work limit that suits an office; the steps argument of a question */

typedef struct rung_table rung_table;
typedef struct rung_learner rung_learner;
typedef struct rung_answer rung_answer;

/* Filled when a function returns NULL or 0; may be NULL itself. Longer text is cut. Codes: docs/offices.md. Messages are English; the codes say the same to a program that speaks another language. */
typedef struct rung_error {
  char code[40];
  char message[600];
  char remedy[300];
} rung_error;

/* ---- tables ---- */
rung_table* rung_open(const char* path, rung_error* error);
rung_table* rung_copy(const void* bytes, size_t size, rung_error* error);
void rung_close(rung_table* table); /* answers may outlive it */

/* ---- learners: what one person holds ---- */
rung_learner* rung_learner_new(const char* id, const char* on, rung_error* error); /* on: the day of the question, "2026-10-01" */
void rung_learner_free(rung_learner* learner);
/* Each returns 1, or 0 when there is no memory. Names and dates are read when a question is asked. */
int rung_learner_add_credential(rung_learner* learner, const char* name, const char* awarded, const char* grade, const char* achievement,
                                const char* by);
int rung_learner_add_counted(rung_learner* learner, const char* name); /* of the award added last: what it was conferred for */
int rung_learner_add_competency(rung_learner* learner, const char* name, const char* to, const char* on);
int rung_learner_set_expires(rung_learner* learner, const char* expires); /* of what was added last: the last day on which it is valid */
int rung_learner_add_entered(rung_learner* learner, const char* award, const char* on); /* when the learner entered it */
int rung_learner_add_gate(rung_learner* learner, const char* name);
/* An exception: the learner is excused from a part of an award's rule, or (part NULL) from its prerequisites. by and because are needed; on may be NULL. */
int rung_learner_add_exception(rung_learner* learner, const char* award, const char* part, const char* by, const char* because, const char* on);

/* ---- questions: NULL and an error, or an answer. A learner that is NULL holds nothing. ---- */
typedef enum rung_cost { RUNG_CREDITS, RUNG_FEE, RUNG_HOURS, RUNG_WEEKS, RUNG_COUNT } rung_cost;

rung_answer* rung_earned(const rung_table* table, const rung_learner* learner, uint64_t steps, rung_error* error);
rung_answer* rung_missing(const rung_table* table, const char* award, const rung_learner* learner, uint64_t steps, rung_error* error);
rung_answer* rung_paths(const rung_table* table, const char* award, const rung_learner* learner, rung_cost by, uint32_t k, int gates_allowed,
                        uint64_t steps, rung_error* error);
rung_answer* rung_leads_to(const rung_table* table, const char* const* names, size_t count, rung_error* error);
/* The same by the rules and agreements in force on a day, "2026-10-01". */
rung_answer* rung_leads_to_on(const rung_table* table, const char* const* names, size_t count, const char* on, rung_error* error);
void rung_answer_free(rung_answer* answer);

/* ---- answers: each fills its structure and returns 1, or returns 0 when there is no such thing. So one can go
 *      for (i = 0; rung_answer_award(answer, i, &award); ++i) … ---- */

/* Every answer. */
int rung_answer_proven(const rung_answer* answer); /* 0: the work limit stopped a proof */
typedef struct rung_set_aside {
  size_t index; /* of the holding, gate, entry or exception, in the order of adding */
  int is_gate;  /* 1: a gate; 2: an entry; 0: a holding */
  const char* reason;
  const char* message;
  int is_exception;
} rung_set_aside;
int rung_answer_set_aside(const rung_answer* answer, size_t index, rung_set_aside* out);

/* rung_earned */
typedef struct rung_award {
  const char* credential;
  int conferred;
} rung_award;
typedef struct rung_counted {
  const char* credential;
  const char* part; /* NULL when the rule has no name for it */
  int64_t credits;
} rung_counted;
int rung_answer_award(const rung_answer* answer, size_t index, rung_award* out);
int rung_answer_counted(const rung_answer* answer, size_t award, size_t index, rung_counted* out);

/* rung_missing: the verdict on the award, then the nodes of its rule from the root down, each after the one it lies in. */
typedef enum rung_verdict { RUNG_UNMET, RUNG_PARTLY, RUNG_MET, RUNG_CANNOT_TELL } rung_verdict;
typedef struct rung_node {
  const char* part;
  uint32_t depth; /* 0: the root */
  rung_verdict verdict;
  int64_t have, need; /* amounts for a sum, else numbers of things */
  int is_amount;
} rung_node;
rung_verdict rung_answer_verdict(const rung_answer* answer);
int rung_answer_node(const rung_answer* answer, size_t index, rung_node* out);

/* rung_paths */
typedef struct rung_path {
  int64_t credits, hours, weeks;
  uint32_t count;
  unsigned at_least; /* bits 1 << rung_cost: that cost is "at least" */
} rung_path;
typedef struct rung_fee {
  int64_t amount;
  const char* currency;
} rung_fee;
typedef struct rung_step {
  const char* credential;
  const char* part;
} rung_step;
int rung_answer_path(const rung_answer* answer, size_t index, rung_path* out);
int rung_answer_fee(const rung_answer* answer, size_t path, size_t index, rung_fee* out);
int rung_answer_step(const rung_answer* answer, size_t path, size_t index, rung_step* out);
const char* rung_answer_gate(const rung_answer* answer, size_t path, size_t index); /* NULL: no such gate */

/* rung_leads_to */
typedef struct rung_lead {
  const char* credential;
  const char* part;
  uint32_t steps; /* 1: directly */
} rung_lead;
int rung_answer_lead(const rung_answer* answer, size_t index, rung_lead* out);

#ifdef __cplusplus
}
#endif

#endif
