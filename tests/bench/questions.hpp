#pragma once

namespace bench {

// The questions are one benchmark a question and table, so they are registered in loops rather than written out.
void register_questions();
void register_audit();

}  // namespace bench
