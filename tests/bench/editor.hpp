// What an editor waits for (editor.cpp). Registered by name, "lsp/one file/known/hover": the list is made of questions and of how a text is known.
#pragma once

namespace bench {

void register_editor();

}  // namespace bench
