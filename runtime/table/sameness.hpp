// Whether two tables say the same of a framework that both hold. Internal to this folder.
#pragma once

#include <cstdint>
#include <string>

#include "runtime/table/arrays.hpp"

namespace rung::table {

// What the frameworks `of_one` and `of_other` say differently: the name of the first thing that is not the same or not in both ("mohawk.cad-1"); empty when all is. Compared is what the
// framework itself states: what others make of it (in which rules it is used, by which agreements it is recognised) depends on what else a table holds.
std::string first_difference(const Arrays& one, std::uint32_t of_one, const Arrays& other, std::uint32_t of_other);

}  // namespace rung::table
