// What `rungc new` writes, in English. The framework compiles without a warning and passes its own scenarios: a test holds it to that.
#include "compiler/rungc/new_files.hpp"

namespace rungc {

const NewTexts& new_texts_en() {
  static constexpr NewTexts texts = {
      .framework = R"(rung 1 en

# What @TITLE@ offers and how it stacks. A framework to start from: change every name, title and number in it.
# `make` checks it and builds its table, `make test` plays the learners at its end. Lines that begin with # are for people.

framework @NAME@ "@TITLE@" {
  version   1  # the edition: a number, or a day such as 2026-09
  publisher @NAME@
  grades    percent  # or your own, the best first: grades A, B, C, F
}

institution @NAME@ "@TITLE@"

# What people learn. A word for the program, then what a person can do.
competency first-skill "Can do the first thing"
competency second-skill "Can do the second thing"
competency whole-job "Can do the whole job"

# Where it is learnt. What nobody states is unknown, not zero: leave out what you don't know yet.
microcredential first-course "First Course" {
  issued by   @NAME@
  develops    first-skill
  credits     2
  workload    30 hours over 5 weeks
  fee         240 CAD
  assessed by test, pass mark 60%
  consulted   "An employer who was asked whether anybody needs this"
}

microcredential second-course "Second Course" {
  issued by    @NAME@
  develops     second-skill
  credits      3
  workload     45 hours over 8 weeks
  fee          360 CAD
  assessed by  project
  consulted    "An employer who was asked whether anybody needs this"
  prerequisite first-course
}

# What they make together. It has to add something to its parts: here, a competency of its own.
certificate whole-certificate "Whole Certificate" {
  issued by @NAME@
  develops  whole-job
  requires {
    basics:  first-course
    project: second-course at 60%
  }
}

# Learners, and what you expect the rules to say of them. When one does not come out, either the rules or the expectation is not what you mean.
scenario "somebody who has everything" {
  holds first-course at 80%
  holds second-course at 75%
  expect whole-certificate earned
}

scenario "a weak project" {
  note "55 % is below the 60 % that the project asks for."
  holds first-course at 80%
  holds second-course at 55%
  expect whole-certificate missing project
}

scenario "somebody who has only begun" {
  on 2026-10-01
  holds second-course at 90%
  expect whole-certificate missing basics
  expect shortest path to whole-certificate by credits is 2 credits
}
)",
      .makefile_head = R"(# make        check the framework, and build its table when a file that it is read from has changed
# make test   play its scenarios
# make clean  take the table away
#
# Where rungc is not on the path: make RUNGC=/where/it/is/rungc
)",
      .makefile_foot = R"(# The files that were read last time, those that the framework uses included; one that has gone since is rungc's to report.
)",
      .readme = R"(# @TITLE@

A competency framework: what is offered, how it stacks, and a table from which that can be asked.

| file | is |
| --- | --- |
| `@NAME@.rung` | the framework: what is offered, what it stacks into, and learners to test the rules on |
| `Makefile` | how its table is built |
| `@NAME@.pathways` | the table, from which `rung` answers; made by `make`, and never edited |

What is wrong, and what might be; with `--watch`, again each time you save:

    rungc check @NAME@.rung

The table, the learners that are written in the framework, and what the table holds:

    make
    make test
    rung dump @NAME@.pathways

Pages to publish, in English and in French:

    rungc docs @NAME@.rung -o handbook

Where there is no `make`: `rungc build @NAME@.rung -o @NAME@.pathways`. Keep `@NAME@.rung`, `Makefile` and this page under version control; the table and the pages can always be made again.
)"};
  return texts;
}

}  // namespace rungc
