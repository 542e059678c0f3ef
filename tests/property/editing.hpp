// Texts that somebody types: examples and generated frameworks, changed at random in one place after another, mostly into something that can't be read.
#pragma once

#include <string>
#include <vector>

namespace property {

// A text to begin with: a framework of the examples, or a generated one.
std::string typed_text();
// The text with one region of it taken away, put elsewhere or written over.
std::string edited(const std::string& text);

}  // namespace property
