#pragma once

namespace bench {

// The questions are one benchmark a question and table, so they are registered in loops rather than written out.
void register_questions();

}  // namespace bench
