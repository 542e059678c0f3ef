// What the editor is shown beside a text, in the language of the text: labels of what stands under the pointer, hints, lenses.
#pragma once

#include <string_view>

namespace rung::lsp {

// Patterns of table::filled, by what is written, named or taken.
struct Fixes {
  std::string_view name_the_framework, leave_character_out, leave_second_out, leave_brace_out, claim, write, write_first_line, use, close_text, close_text_at_end, add_to_stacks;
};
// Why something is not renamed.
struct Refusals {
  std::string_view nothing_here, no_policy, built_in, currency, cannot_be_read, not_read_yet, no_name, taken, something_else;
};

struct Notes {
  std::string_view issued_by, size, level, develops, assessed_by, valid_for, made_of, counts_towards, no_award, review_by, part_of, developed_by, nothing, type, in, between, and_, version;
  std::string_view source, not_stated, page, built_in, prints_it, no_policy, and_more, tag, part, currency, used;
  std::string_view what_it_counts_towards, how_many, play_all, play_one;
  std::string_view colon;                    // behind a label
  Fixes fixes;
  Refusals refusals;
};

const Notes& notes_in(std::string_view language);

}  // namespace rung::lsp
