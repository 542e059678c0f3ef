// What `rungc new` writes, with @NAME@ and @TITLE@ where the framework's go. It compiles without a warning, and passes its own scenarios: a test holds it to that.
#include "compiler/rungc/new_files.hpp"

#include "compiler/spreadsheet/name_of.hpp"

namespace rungc {
namespace {

constexpr std::string_view framework = R"(rung 1 en

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
)";

// A file that is no longer there (a `use` was taken out) is no rule that make has to know: rungc says what is missing.
constexpr std::string_view makefile = R"(# make        check the framework, and build its table when a file that it is read from has changed
# make test   play its scenarios
# make clean  take the table away
#
# Where rungc is not on the path: make RUNGC=/where/it/is/rungc

RUNGC ?= rungc

@NAME@.pathways: @NAME@.rung
	$(RUNGC) build @NAME@.rung -o $@ --depfile $@.d

test: @NAME@.rung
	$(RUNGC) test @NAME@.rung

clean:
	rm -f @NAME@.pathways @NAME@.pathways.d

.PHONY: test clean

# The files that were read last time, those that the framework uses included; one that has gone since is rungc's to report.
-include @NAME@.pathways.d
%.rung: ;
)";

constexpr std::string_view readme = R"(# @TITLE@

A competency framework: what is offered, how it stacks, and a table from which that can be asked.

| file | is |
| --- | --- |
| `@NAME@.rung` | the framework: what is offered, what it stacks into, and learners to test the rules on |
| `Makefile` | how its table is built |
| `@NAME@.pathways` | the table, from which `rung` answers; made by `make`, and never edited |

    rungc check @NAME@.rung          # what is wrong, and what might be; add --watch while you write
    make                             # the table
    make test                        # the learners in the framework
    rung dump @NAME@.pathways        # what the table holds

Where there is no `make`: `rungc build @NAME@.rung -o @NAME@.pathways`. Keep `@NAME@.rung`, `Makefile` and this page under version control; the table can always be made again.
)";

std::string filled(std::string_view text, const std::string& name, const std::string& title) {
  std::string out;
  while (!text.empty()) {
    const std::size_t at = text.find('@');
    out += text.substr(0, at);
    if (at == std::string_view::npos) break;
    text.remove_prefix(at);
    const bool is_name = text.starts_with("@NAME@"), is_title = text.starts_with("@TITLE@");
    out += is_name ? name : is_title ? title : "@";
    text.remove_prefix(is_name ? 6 : is_title ? 7 : 1);
  }
  return out;
}

}  // namespace

std::vector<NewFile> new_files(const std::string& name) {
  const std::string title = rung::spreadsheet::title_of(name);
  return {{name + ".rung", filled(framework, name, title)}, {"Makefile", filled(makefile, name, title)}, {"README.md", filled(readme, name, title)}};
}

}  // namespace rungc
