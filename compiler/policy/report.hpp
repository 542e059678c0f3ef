// What the compiler reports of the policies that a framework says it conforms to.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/policy/judge.hpp"

namespace rung::policy {

// Of every framework: the policies of its `conforms to`, and the `asked` ones besides (of the command line; all of them are known). What fails is reported with the
// weight of its rule, what cannot be told of a must as a warning. A policy that is not in force on the day `on` is not checked, and that is reported; without a day it is.
void report(const model::Model& model, Library& library, source::Files& files, const std::vector<std::string>& asked, std::optional<Day> on, diagnostics::Sink& sink);

// Everything of one framework that a policy may speak of, in the order of the model.
std::vector<Subject> subjects_of(const model::Model& model, std::uint32_t framework);
const model::Named& named(const model::Model& model, Subject subject);

// What kind of thing a policy speaks of, by its name, and where a table keeps such things.
std::string_view kind_name(SubjectKind kind);     // "credential"
table::SectionKind section_of(SubjectKind kind);

}  // namespace rung::policy
