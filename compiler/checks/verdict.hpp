// What is found of one credential in one aspect of its independent value: the answer, the evidence it rests on, and what the compiler reports when it fails.
// The ten aspects are those of docs/meaning.md ("Independent value"); each has a file of its own in this folder.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.hpp"

namespace rung::value {

enum class Aspect : std::uint8_t {
  discrete, assessed, outcome, stands_alone, not_hollow, not_a_slice, not_consumed, outlives_the_stack, added_benefit, no_mutual_crutch
};
inline constexpr std::array aspects = {Aspect::discrete,     Aspect::assessed,           Aspect::outcome,       Aspect::stands_alone,    Aspect::not_hollow, Aspect::not_a_slice,
                                       Aspect::not_consumed, Aspect::outlives_the_stack, Aspect::added_benefit, Aspect::no_mutual_crutch};

std::string_view name(Aspect aspect);                        // "stands-alone", as policies, JSON and text spell it
std::optional<Aspect> aspect_named(std::string_view name);   // none: there is no such aspect

// Cannot tell: what decides could not be read, or the work that may be done for the question ran out.
enum class Answer : std::uint8_t { holds, cannot_tell, fails };
std::string_view name(Answer answer);                        // "pass", "unknown", "fail", as JSON spells it
inline Answer worse(Answer a, Answer b) { return a < b ? b : a; }

// A sentence and its place: `words(one.phrase, one.arguments)`. The file of the span is source::no_file where the evidence is that something is stated nowhere.
using Evidence = diagnostics::Related;

struct Verdict {
  Answer answer = Answer::holds;
  std::vector<Evidence> evidence;                            // never empty
  // What the compiler says of it, one for each cause; empty unless it fails. Remedies are in them. A finding that several credentials share (a mutual crutch) is
  // the same diagnostic in the verdict of each, and stands at the first of them.
  std::vector<diagnostics::Diagnostic> findings;
};

}  // namespace rung::value
