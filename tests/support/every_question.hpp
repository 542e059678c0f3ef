// Every question that a table can be asked, for tables that nobody meant: whatever they say, they are answered and nothing else happens.
#pragma once

#include <memory>
#include <string>

#include "runtime/learner/learner.hpp"

namespace support {

// Somebody who has much of what the table knows, in every way that a record can say.
rung::Learner somebody_of(const rung::Table& table);

// About everything there is, answered as a program would get it ("json") or as a person would ("text"). How many characters were said.
std::size_t ask_everything(const std::shared_ptr<const rung::Table>& table, const rung::Learner& learner, const std::string& format);

}  // namespace support
