// What the declarations of a framework can be asked for, and whether they state it.
#pragma once

#include <optional>

#include "compiler/model/model.hpp"
#include "grammar/words.hpp"

namespace rung::policy {

using grammar::Word;

// Whether a rule may ask for it of that kind of declaration: a field, or what a rule asks (grammar/tree.hpp, asks).
bool of_credentials(Word asked);
bool of_agreements(Word asked);
bool of_frameworks(Word asked);

// Whether the declaration states the field. `none`, where the language has it (stacks none, consulted none), is a statement; `unknown` is none.
bool states(const model::Model& model, const model::Credential& credential, Word field);
bool states(const model::Agreement& agreement, Word field);
bool states(const model::Model& model, const model::Framework& framework, Word field);

}  // namespace rung::policy
